from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case.tables.grid import MOST_COLUMNS, MOST_ROWS
from cardprep.evidence.errors import FileNotOpened, NotATable
from cardprep.evidence.tables import MOST_FILE, TableFlaw
from cardprep.evidence.worker.table import read_delimited
from cardprep.evidence.worker.table_faults import TableRefused
from making import hostile, pdfs

LIST = "姓名,证件号码\n张三,11010519491231002X\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def texts(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_delimited(data).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_text_is_read_in_what_Excel_and_WPS_write(encoding, separator):
    data = LIST.replace(",", separator).encode(encoding)
    assert texts(data) == [["姓名", "证件号码"], ["张三", "11010519491231002X"]]


def test_quoted_cells_and_line_breaks_are_read():
    assert texts(b'a,"b,\n""c"""\r\nd,e') == [["a", 'b,\n"c"'], ["d", "e"]]


def test_a_number_guarded_against_Excel_is_the_text_it_stands_for():
    assert texts(b'a,"=""00123"""\nb,=1+1') == [["a", "00123"], ["b", "=1+1"]]


@pytest.mark.parametrize(
    ("data", "flaw"),
    [
        (b"a\n" * (MOST_ROWS + 1), TableFlaw.TOO_MANY_ROWS),
        (b"a," * MOST_COLUMNS + b"b", TableFlaw.TOO_MANY_COLUMNS),
        (b"\n \n", TableFlaw.EMPTY),
        (b"a,\xff\xff\xff", TableFlaw.ENCODING),
        (b'"' + b"a" * 200_000, TableFlaw.DAMAGED),
        (b'<?xml version="1.0"?><Workbook/>', TableFlaw.WEB_PAGE),
    ],
)
def test_a_text_that_is_no_list_is_refused(data, flaw):
    with pytest.raises(TableRefused) as caught:
        read_delimited(data)
    assert caught.value.flaw == flaw


@given(st.binary(max_size=200) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_a_table_or_refused(data):
    with contextlib.suppress(TableRefused):
        assert read_delimited(data).rows


@pytest.mark.parametrize(
    ("data", "flaw"),
    [
        (OLE, TableFlaw.OLD_FORMAT),
        (OLE + "EncryptedPackage".encode("utf-16-le"), TableFlaw.ENCRYPTED),
        (
            hostile.archive(
                [("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")], compress=False
            ),
            TableFlaw.OPEN_DOCUMENT,
        ),
        (hostile.archive([("a.txt", b"x")]), TableFlaw.NO_TABLE),
        (b"<html><table><tr><td>1</td></tr></table></html>", TableFlaw.WEB_PAGE),
        (pdfs.text_pdf(), TableFlaw.NO_TABLE),
        (hostile.random_bytes(), TableFlaw.NO_TABLE),
        (b"", TableFlaw.EMPTY),
        (bytes(MOST_FILE + 1), TableFlaw.TOO_LARGE),
    ],
)
@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
def test_a_file_is_told_by_its_content_whatever_its_name(worker, tmp_path, data, flaw, name):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(NotATable) as caught:
        worker.table(path)
    assert caught.value.values == {"file": name, "reason": flaw}


def test_a_list_under_another_ending_is_read(worker, tmp_path):
    path = tmp_path / "list.xls"
    path.write_bytes(LIST.encode("gb18030"))
    assert worker.table(path).rows[1][0].text == "张三"


def test_a_file_that_is_not_there_is_an_error_of_its_own(worker, tmp_path):
    with pytest.raises(FileNotOpened):
        worker.table(tmp_path / "absent.xlsx")
