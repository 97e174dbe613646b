"""A date as a clerk types it: `2026-11-20`, `2026.11.20`, `20261120`, `2026年11月20日`, full width too."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

_FORMS = (
    re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII),
    re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日?", re.ASCII),
    re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII),
)


def parse_date(text: str) -> dt.date | None:
    """The date that `text` names, or None where it names none."""
    plain = "".join(unicodedata.normalize("NFKC", text).replace("。", ".").split())
    for form in _FORMS:
        match = form.fullmatch(plain)
        if match is not None:
            return _date(*(int(part) for part in match.groups()))
    return None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
