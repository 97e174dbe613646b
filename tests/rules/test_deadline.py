"""APP-6: the two readings of “7日之内…自退单操作之日起计算”, in calendar days."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case.model import Case, StatusEntry, StatusState
from cardprep.rules.deadline import deadline_after, last_status, open_deadline
from making.judging import book

LIMITS = book().limits


def case_with(*states):
    return Case(status=tuple(StatusEntry(StatusState(state), dt.date(2026, 11, 2)) for state in states))


@pytest.mark.parametrize(
    ("returned", "safe", "outer"),
    [
        ("2026-11-02", "2026-11-08", "2026-11-09"),
        ("2026-12-28", "2027-01-03", "2027-01-04"),
        ("2028-02-25", "2028-03-02", "2028-03-03"),
    ],
)
def test_APP_6_the_safe_day_is_6_later_and_the_outer_one_7(returned, safe, outer):
    deadline = deadline_after(dt.date.fromisoformat(returned), LIMITS)
    assert (str(deadline.safe), str(deadline.outer)) == (safe, outer)


def test_APP_6_the_deadline_is_open_while_the_application_stands_returned():
    assert open_deadline(case_with("submitted", "returned"), LIMITS) is not None


@pytest.mark.parametrize("states", [(), ("submitted",), ("returned", "submitted"), ("returned", "withdrawn")])
def test_APP_6_otherwise_there_is_none(states):
    assert open_deadline(case_with(*states), LIMITS) is None


def test_APP_5_the_last_step_is_where_the_application_stands_and_the_history_is_kept():
    case = case_with("submitted", "media-needed", "in-production")
    assert last_status(case).state is StatusState.IN_PRODUCTION
    assert len(case.status) == 3
    assert last_status(replace(case, status=())) is None


@given(st.dates())
def test_APP_6_no_date_overflows(returned):
    deadline = deadline_after(returned, LIMITS)
    assert returned <= deadline.safe <= deadline.outer
