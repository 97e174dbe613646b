"""Where lines end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cardprep.paper.lines import Unit, break_lines, may_break, width_of


def _units(text: str) -> list[Unit]:
    return [Unit("font", character, 10) for character in text]


def _lines(text: str, width: float) -> list[str]:
    return ["".join(unit.text for unit in line) for line in break_lines(_units(text), width)]


def test_chinese_breaks_between_any_two_ideographs():
    assert _lines("一二三四五", 20) == ["一二", "三四", "五"]


def test_no_line_starts_with_a_closing_mark():
    assert _lines("一二三。四", 30) == ["一二", "三。四"]


def test_no_line_ends_with_an_opening_mark():
    assert _lines("一二（三）", 30) == ["一二", "（三）"]


def test_words_stay_whole_where_they_fit():
    assert _lines("ab cde f", 50) == ["ab ", "cde f"]


def test_a_word_longer_than_the_line_is_broken():
    assert _lines("abcdefg", 30) == ["abc", "def", "g"]


def test_a_date_is_not_broken_at_its_hyphens():
    assert not may_break("-", "2")
    assert may_break("-", "a")


def test_new_lines_are_kept():
    assert _lines("一\n\n二", 100) == ["一\n", "\n", "二"]


@given(st.text("一，。（ab-1 \n", max_size=60), st.integers(10, 90))
def test_nothing_is_lost_and_nothing_is_too_wide(text, width):
    lines = list(break_lines(_units(text), width))
    assert "".join(unit.text for line in lines for unit in line) == text
    assert all(width_of([unit for unit in line if unit.text != "\n"]) <= width for line in lines)
