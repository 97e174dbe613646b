"""Values as the columns hold them: dates and times as ISO text that sorts as it should."""

from __future__ import annotations

import datetime as dt
import secrets
from enum import StrEnum
from typing import TypeVar

from cardprep.library.store_errors import StoreDamaged

NO_DATE = "9999-12-31"
"""No deadline, sorted after every deadline."""

_Choice = TypeVar("_Choice", bound=StrEnum)


def new_id() -> str:
    """A random id: it tells nothing, and two libraries never give the same."""
    return secrets.token_hex(16)


def time_text(at: dt.datetime) -> str:
    """A moment in UTC, to the millisecond."""
    if at.tzinfo is None:
        raise ValueError(at)
    return at.astimezone(dt.UTC).isoformat(timespec="milliseconds")


def time_of(text: str) -> dt.datetime:
    """The moment that `time_text` wrote."""
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        raise StoreDamaged from None


def date_text(day: dt.date | None) -> str:
    """A date, or "" for none."""
    return "" if day is None else day.isoformat()


def date_of(text: str) -> dt.date | None:
    """The date that `date_text` wrote, or None for none."""
    if text in ("", NO_DATE):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise StoreDamaged from None


def choice_of(text: str, kind: type[_Choice]) -> _Choice:
    """The member of `kind` that a column names."""
    try:
        return kind(text)
    except ValueError:
        raise StoreDamaged from None
