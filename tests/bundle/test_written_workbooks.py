from __future__ import annotations

import io
import re
import tempfile
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.bundle.workbooks import ColumnSpec, SheetSpec, write_workbook

SPEC = SheetSpec("名单", (ColumnSpec("姓名"), ColumnSpec("证件类型", choices=("护照, 外国", "其他"))))


def written(folder, *rows, spec=SPEC) -> bytes:
    write_workbook(folder / "list.xlsx", spec, rows)
    return (folder / "list.xlsx").read_bytes()


def sheets(data: bytes) -> dict[str, str]:
    """The XML of the sheets."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {n: package.read(n).decode() for n in package.namelist() if n.startswith("xl/worksheets/")}


ARMED = ["=1+1", "+8613800138000", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|'/c calc'!A0", '=HYPERLINK("x")']


@pytest.mark.parametrize("armed", ARMED)
def test_what_looks_like_a_formula_is_written_as_text(tmp_path, armed):
    data = written(tmp_path, (armed, "x"))
    assert not any(re.search(r"<f[ >/]", xml) for xml in sheets(data).values())
    cell = openpyxl.load_workbook(io.BytesIO(data))["名单"]["A2"]
    assert (cell.data_type, cell.number_format, cell.quotePrefix) == ("s", "@", True)


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=("Cc", "Cs"))), min_size=2, max_size=2), max_size=4
    )
)
def test_no_cell_is_ever_a_formula_and_texts_come_back(tmp_path_factory, rows):
    data = written(tmp_path_factory.mktemp("w"), *rows)
    sheet = openpyxl.load_workbook(io.BytesIO(data))["名单"]
    cells = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=2, max_col=2)]
    kept = [[re.sub("[\ufffe\uffff]", "\ufffd", text) for text in row] for row in rows]
    while kept and not any(kept[-1]):
        kept.pop()
    assert cells[: len(kept)] == kept
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b", "a\x1fb"])
def test_what_no_workbook_can_hold_is_replaced(tmp_path, text):
    assert "a\ufffdb" in "".join(
        str(cell.value)
        for row in openpyxl.load_workbook(io.BytesIO(written(tmp_path, (text, ""))))["名单"]
        for cell in row
    )


def test_columns_are_text_before_anything_is_typed(tmp_path):
    sheet = openpyxl.load_workbook(io.BytesIO(written(tmp_path)))["名单"]
    assert sheet.column_dimensions["A"].number_format == "@"
    assert sheet.freeze_panes == "A2"


def test_choices_are_offered_whatever_commas_they_hold(tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(written(tmp_path)))
    (rule,) = book["名单"].data_validations.dataValidation
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", "'choices'!$A$1:$A$2", "B2:B1000")
    assert [cell.value for cell in book["choices"]["A"]] == ["护照, 外国", "其他"]
    assert book["choices"].sheet_state == "hidden"


def test_nothing_is_left_in_the_temporary_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir(mode=0o500)
    written(tmp_path, ("张三", "护照"))
    assert list((tmp_path / "temporary").iterdir()) == []
