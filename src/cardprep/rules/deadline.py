"""The seven days after a return (APP-6), in calendar days of Asia/Shanghai."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cardprep.case.model import Case, StatusEntry, StatusState
from cardprep.rules.rulebook import Limits


@dataclass(frozen=True, slots=True)
class Deadline:
    """The two readings of “7日之内…自退单操作之日起计算”.

    `safe` counts the day of the return as the first, `outer` the day after it.
    """

    returned: dt.date
    safe: dt.date
    outer: dt.date


def last_status(case: Case) -> StatusEntry | None:
    """The step of its life that the application is in, or None before submission."""
    return case.status[-1] if case.status else None


def deadline_after(returned: dt.date, limits: Limits) -> Deadline:
    """Both last days to mend and resubmit an application that was returned on that day."""
    return Deadline(
        returned, _later(returned, limits.returned_safe_days), _later(returned, limits.returned_outer_days)
    )


def _later(day: dt.date, days: int) -> dt.date:
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return dt.date.max


def open_deadline(case: Case, limits: Limits) -> Deadline | None:
    """The deadline of an application that stands returned, or None."""
    status = last_status(case)
    if status is None or status.state is not StatusState.RETURNED:
        return None
    return deadline_after(status.date, limits)
