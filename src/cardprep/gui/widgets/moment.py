"""A moment for reading, in the time of the customs: `2026-11-23 14:03`."""

from __future__ import annotations

import datetime as dt

from cardprep.app.clock import SHANGHAI


def moment(at: dt.datetime) -> str:
    """The moment to the minute; it must have its time zone."""
    return at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
