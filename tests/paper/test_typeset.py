"""Blocks of text: their size, their splitting, and what could not be set."""

from __future__ import annotations

import pytest

from cardprep.paper.typeset import Style, Typesetter


@pytest.fixture
def typesetter():
    return Typesetter("zh-CN")


def test_height_is_lines_times_leading(typesetter):
    block = typesetter.block("一二三四五", Style(10, 15))
    assert block.wrap(20, 0) == (20, 45)


def test_empty_text_takes_one_line(typesetter):
    assert typesetter.block("", Style(10, 15)).wrap(100, 0) == (100, 15)


def test_indent_is_of_the_first_line_alone(typesetter):
    block = typesetter.block("一二三四", Style(10, 15, indent=20))
    assert block.wrap(40, 0)[1] == 30
    assert block.wrap(60, 0)[1] == 15


@pytest.mark.parametrize("text", ["一二三四五六", "ab cd ef gh", "一\n二\n三"])
def test_splitting_loses_no_line(typesetter, text):
    block = typesetter.block(text, Style(10, 15))
    whole = block.wrap(25, 0)[1]
    parts = block.split(25, 31)
    assert [part.wrap(25, 0)[1] for part in parts] == [30, whole - 30]


def test_a_block_that_does_not_fit_at_all_is_not_split(typesetter):
    assert typesetter.block("一", Style(10, 15)).split(100, 14) == []


def test_missing_characters_are_gathered(typesetter):
    typesetter.block("😀", Style())
    typesetter.block("王\ue000", Style())
    assert typesetter.missing == {"😀", "\ue000"}
