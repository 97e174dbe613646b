from __future__ import annotations

import datetime as dt
import time

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardprep.case.tables.grid import MOST_ROWS, Cell, CellKind, TableNote
from cardprep.evidence.errors import NotATable
from cardprep.evidence.limits import Limits
from cardprep.evidence.tables import TableFlaw, table_frame, table_of
from cardprep.evidence.worker import workbook
from cardprep.evidence.worker.table_faults import TableRefused
from making import hostile, workbooks
from making.workbooks import formula, row, text


@pytest.fixture
def read(worker, tmp_path):
    def do(data: bytes, sheet: str = ""):
        path = tmp_path / "list.xlsx"
        path.write_bytes(data)
        return worker.table(path, sheet)

    return do


@pytest.fixture
def refused(read):
    def why(data: bytes) -> str:
        with pytest.raises(NotATable) as caught:
            read(data)
        return caught.value.values["reason"]

    return why


def test_numbers_dates_and_texts_are_told_apart(read):
    day = dt.date(2026, 1, 2)
    table = read(
        workbooks.workbook(["007", 7, 1.5, day, dt.datetime.combine(day, dt.time(8, 30)), True, None, " "])
    )
    assert [(cell.text, cell.kind) for cell in table.rows[0]] == [
        ("007", CellKind.TEXT),
        ("7", CellKind.NUMBER),
        ("1.5", CellKind.NUMBER),
        ("2026-01-02", CellKind.DATE),
        ("2026-01-02 08:30:00", CellKind.DATE),
        ("TRUE", CellKind.FLAG),
        ("", CellKind.EMPTY),
        (" ", CellKind.TEXT),
    ]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (13800138000, "13800138000"),
        (999999999999999, "999999999999999"),
        (110105194912310021, "1.1010519491231E+17"),
        (4.1010519491231e17, "4.1010519491231E+17"),
        (10**16, "1E+16"),
        (-12.0, "-12"),
    ],
)
def test_a_number_has_the_digits_that_Excel_left_of_it(read, number, shown):
    assert read(workbooks.workbook([number])).rows[0][0] == Cell(shown, CellKind.NUMBER)


def test_the_first_visible_sheet_with_anything_is_read_and_all_are_named(read):
    data = workbooks.workbook(["verborgen"], hidden=True)
    table = read(data)
    assert (table.sheet, table.sheets) == ("可见", ("名单", "可见"))
    assert read(data, "名单").rows[0][0].text == "verborgen"


def test_merged_and_hidden_cells_are_read(read):
    book = openpyxl.Workbook()
    book.active.append(["标题", None, "列"])
    book.active.merge_cells("A1:B1")
    book.active.row_dimensions[1].hidden = True
    assert [cell.text for cell in read(workbooks.saved(book)).rows[0]] == ["标题", "", "列"]


def test_frames_around_blank_rows_are_no_rows(read):
    book = openpyxl.Workbook()
    book.active["A1"] = "姓名"
    for number in range(2, MOST_ROWS + 50):
        book.active.cell(number, 1).number_format = "@"
    assert len(read(workbooks.saved(book)).rows) == 1


def test_a_formula_is_named_and_its_saved_value_read(read):
    table = read(workbooks.package(row(text("a"), formula("1+1", "2"), formula("NOW()"))))
    assert table.rows[0] == (
        Cell("a", CellKind.TEXT),
        Cell("2", CellKind.TEXT, is_formula=True),
        Cell("", CellKind.EMPTY, is_formula=True),
    )
    assert table.notes == (TableNote.FORMULAS,)


def test_a_command_in_a_formula_is_not_run(read, tmp_path):
    trap = tmp_path / "trap"
    source = f"cmd|'/c touch {trap}'!A0"
    table = read(workbooks.with_external_link(formula(source, "value"), text("=1+1")))
    assert [cell.text for cell in table.rows[0]] == ["value", "=1+1"]
    assert table.notes == (TableNote.EXTERNAL_LINKS, TableNote.FORMULAS)
    assert not trap.exists()


def test_macros_are_named_and_left_alone(read):
    table = read(workbooks.with_macros(text("a")))
    assert table.notes == (TableNote.MACROS,)
    assert table.rows[0][0].text == "a"


def test_a_small_workbook_of_a_million_rows_is_refused_within_a_second(refused):
    data = workbooks.million_rows()
    assert len(data) < 70_000
    refused(workbooks.workbook())  # the child has started
    start = time.perf_counter()
    assert refused(data) == TableFlaw.RATIO
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    ("data", "flaw"),
    [
        (workbooks.many_rows(6_000), TableFlaw.TOO_MANY_ROWS),
        (workbooks.workbook(range(41)), TableFlaw.TOO_MANY_COLUMNS),
        (workbooks.package('<row r="1048576"><c><v>1</v></c></row>'), TableFlaw.TOO_MANY_ROWS),
        (workbooks.billion_laughs(), TableFlaw.DAMAGED),
        (workbooks.outside_entity("/etc/hostname"), TableFlaw.DAMAGED),
        (workbooks.package("", [("xl/zeros.xml", "0" * 20_000_000)]), TableFlaw.RATIO),
        (workbooks.workbook(), TableFlaw.EMPTY),
        (hostile.cut_at(workbooks.workbook(["a"]), 0.5), TableFlaw.DAMAGED),
        (hostile.archive([("xl/workbook.bin", b"x")]), TableFlaw.BINARY_FORMAT),
        (hostile.archive([("xl/a.xml", b"1"), ("xl/a.xml", b"2")]), TableFlaw.DAMAGED),
        (workbooks.package("<row><c t='s'><v>7</v></c></row>"), TableFlaw.DAMAGED),
        (workbooks.package("<row><c><v>" + "9" * 6_000 + "</v></c></row>"), TableFlaw.DAMAGED),
    ],
)
def test_what_may_not_be_read_is_refused_with_its_reason(refused, data, flaw):
    assert refused(data) == flaw


def test_a_number_beyond_all_numbers_is_an_error_value(read):
    table = read(workbooks.package("<row><c><v>1E999</v></c><c><v>" + "9" * 400 + "</v></c></row>"))
    assert [cell.kind for cell in table.rows[0]] == [CellKind.ERROR] * 2


def test_a_long_text_is_cut_so_that_its_check_refuses_it(read):
    assert len(read(workbooks.workbook(["长" * 30_000])).rows[0][0].text) == 1_000


def test_a_sheet_that_is_not_there_is_refused(read):
    with pytest.raises(NotATable) as caught:
        read(workbooks.workbook(["a"]), "absent")
    assert caught.value.values["reason"] == TableFlaw.NO_SHEET


_SOUND = workbooks.workbook(["姓名", 1, dt.date(2026, 1, 2)], ["=1+1", None, "x"])


@settings(max_examples=60)
@given(st.integers(0, len(_SOUND) - 1), st.integers(1, 255))
def test_a_workbook_with_a_changed_byte_is_read_or_fails_as_the_child_expects(place, change):
    data = bytearray(_SOUND)
    data[place] ^= change
    try:
        table = workbook.read_workbook(bytes(data), Limits(), "", lambda: None)
    except TableRefused:
        return
    except Exception:  # the child's edge makes a fault of it
        return
    assert table_of(table_frame(table), "x") == table
