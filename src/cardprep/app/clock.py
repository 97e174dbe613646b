"""The one place that asks what day it is: days are calendar days of Asia/Shanghai (RULES.md, Counting)."""

from __future__ import annotations

import datetime as dt

# China has had one zone without summer time since 1992; no zone table is needed, whatever the system lacks.
SHANGHAI = dt.timezone(dt.timedelta(hours=8), "Asia/Shanghai")


def today() -> dt.date:
    """The day in Shanghai now."""
    return now().date()


def now() -> dt.datetime:
    """The time in Shanghai now."""
    return dt.datetime.now(SHANGHAI)
