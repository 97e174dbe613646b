from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.gui.widgets.date_text import parse_date


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20",
        "2026/11/20",
        "2026.11.20",
        "20261120",
        "2026年11月20日",
        "2026 年 11 月 20 日",
        "２０２６－１１－２０",
    ],
)
def test_the_usual_spellings_are_one_date(text):
    assert parse_date(text) == dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    "text", ["", "2026-11", "11-20", "2026-02-30", "26-11-20", "2026-11-20x", "0000-01-01"]
)
def test_what_is_no_date_is_none(text):
    assert parse_date(text) is None


@given(st.dates())
def test_iso_text_is_read_back(date):
    assert parse_date(date.isoformat()) == date


@given(st.text())
def test_any_text_is_a_date_or_none(text):
    assert parse_date(text) is None or isinstance(parse_date(text), dt.date)
