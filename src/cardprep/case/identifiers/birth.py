"""Birth dates as identity numbers tell them, and ages."""

from __future__ import annotations

import datetime as dt

from cardprep.case.identifiers.verdict import Flaw

_GREATEST_AGE = 120


def age(birth: dt.date, today: dt.date) -> int:
    """Full years of age on `today`; negative before the birth."""
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))


def read_date(digits: str) -> dt.date | None:
    """The date that eight ASCII digits YYYYMMDD name, or None where there is no such day."""
    try:
        return dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def read_short_date(digits: str, today: dt.date) -> dt.date | None:
    """The date that six digits YYMMDD name, in the latest century that is not in the future, or None."""
    century = today.year // 100
    for hundred in (century, century - 1):
        date = read_date(f"{hundred:02}{digits}")
        if date is not None and date <= today:
            return date
    return None


def birth_fault(birth: dt.date | None, today: dt.date) -> str:
    """The fault of a birth date that was read off a number, or ""."""
    if birth is None:
        return Flaw.BIRTH_DATE
    if birth > today:
        return Flaw.BIRTH_IN_FUTURE
    return Flaw.TOO_OLD if age(birth, today) > _GREATEST_AGE else ""
