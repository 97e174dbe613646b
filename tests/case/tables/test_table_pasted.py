from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case.tables.errors import PastedTooMuch
from cardprep.case.tables.grid import MOST_COLUMNS, MOST_ROWS, MOST_TEXT
from cardprep.case.tables.pasted import parse_pasted


def texts(pasted: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in parse_pasted(pasted).rows]


def test_rows_and_cells_are_parted_as_Excel_parts_them():
    assert texts("姓名\t手机\r\n张三\t13800138000\r\n") == [["姓名", "手机"], ["张三", "13800138000"]]


def test_an_empty_cell_keeps_its_place():
    assert texts("a\t\tb\n\t\tc") == [["a", "", "b"], ["", "", "c"]]


def test_a_line_break_in_a_cell_is_part_of_it():
    assert texts('"上行\n下""行"\tb\nc\td') == [['上行\n下"行', "b"], ["c", "d"]]


def test_a_quote_that_is_only_a_character_stays_one():
    assert texts('"甲"公司\t"乙"\n丙"\td') == [['"甲"公司', '"乙"'], ['丙"', "d"]]


def test_without_tabs_commas_part_the_cells():
    assert texts("张三，13800138000\n李四, 13800138001") == [["张三", "13800138000"], ["李四", "13800138001"]]


def test_blank_rows_at_the_end_do_not_count():
    assert texts("a\tb\n\t\n \t\n") == [["a", "b"]]


@pytest.mark.parametrize("pasted", ["a\tb\n" * (MOST_ROWS + 1), "a\t" * MOST_COLUMNS + "b", "a,b\n" * 5_001])
def test_more_than_any_list_is_refused(pasted):
    with pytest.raises(PastedTooMuch):
        parse_pasted(pasted)


@given(st.text())
def test_any_text_is_a_table_or_refused(pasted):
    table = parse_pasted(pasted)
    assert all(len(cell.text) <= MOST_TEXT for row in table.rows for cell in row)
    assert table.width <= MOST_COLUMNS


_PLAIN = st.text(st.characters(exclude_characters="\t\r\n\0\ufeff"), min_size=1, max_size=8).filter(
    lambda text: text.strip() and not text.startswith('"')
)


@given(st.integers(2, 5).flatmap(lambda n: st.lists(st.lists(_PLAIN, min_size=n, max_size=n), min_size=1)))
def test_what_was_copied_is_what_is_pasted(rows):
    assert texts("\r\n".join("\t".join(row) for row in rows)) == rows


@given(st.lists(st.text('ab"\t\n', min_size=1, max_size=6), min_size=2, max_size=4))
def test_quoted_cells_come_back_whole(cells):
    kept = [f"{text}\n." for text in cells]
    quoted = "\t".join('"' + text.replace('"', '""') + '"' for text in kept)
    assert texts(quoted) == [kept]
