from __future__ import annotations

import datetime as dt

import pytest

from cardprep.case.identifiers import birth


@pytest.mark.parametrize(
    ("today", "age"), [(dt.date(2026, 2, 28), 25), (dt.date(2026, 3, 1), 26), (dt.date(2000, 2, 28), -1)]
)
def test_age_of_one_born_on_the_29th_of_february(today, age):
    assert birth.age(dt.date(2000, 2, 29), today) == age


def test_a_short_date_is_in_the_latest_century_that_is_not_in_the_future():
    today = dt.date(2026, 11, 23)
    assert birth.read_short_date("261123", today) == today
    assert birth.read_short_date("261124", today) == dt.date(1926, 11, 24)
    assert birth.read_short_date("991332", today) is None
