"""A file as a table, whatever its name says: told by its content, and explained where it is not read."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable

from cardprep.case.tables.grid import MOST_COLUMNS, MOST_ROWS, Cell, Table, text_cell
from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Frame
from cardprep.evidence.tables import TableFlaw, table_frame
from cardprep.evidence.worker.sniff import sniff
from cardprep.evidence.worker.table_faults import TableRefused

_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_HEAD = 512
_SEPARATORS = "\t,;"
_XML = re.compile(r"\s*<\?xml|\s*<\w+[\s>]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def table(data: bytes, limits: Limits, sheet: str, alive: Callable[[str], None]) -> Frame:
    """The answer: the table of the sheet of that name ("": of the first filled one), or why there is none."""
    try:
        return table_frame(_read(data, limits, sheet, alive))
    except TableRefused as error:
        return Frame({"flaw": error.flaw.value})


def _read(data: bytes, limits: Limits, sheet: str, alive: Callable[[str], None]) -> Table:
    found = sniff(data)
    if found == "xlsx":
        from cardprep.evidence.worker.workbook import read_workbook  # openpyxl: only when it is needed

        return read_workbook(data, limits, sheet, lambda: alive(found))
    if found == "ole":
        is_locked = _ENCRYPTED_PACKAGE in data
        raise TableRefused(TableFlaw.ENCRYPTED if is_locked else TableFlaw.OLD_FORMAT)
    if found == "zip" and _OPEN_DOCUMENT in data[:_HEAD]:
        raise TableRefused(TableFlaw.OPEN_DOCUMENT)
    if found == "html":
        raise TableRefused(TableFlaw.WEB_PAGE)
    if found != "text":
        raise TableRefused(TableFlaw.NO_TABLE)
    return read_delimited(data)


def read_delimited(data: bytes) -> Table:
    """The table in a text file of lines, its cells between commas, semicolons or tabs.

    Raises:
        TableRefused: in no encoding that Excel or WPS writes, or more than may be read.
    """
    text = _decoded(data)
    if _XML.match(text):
        raise TableRefused(TableFlaw.WEB_PAGE)
    rows: list[tuple[Cell, ...]] = []
    lines = (match[0] for match in _LINE.finditer(text))
    try:
        for number, texts in enumerate(csv.reader(lines, delimiter=_separator(text)), start=1):
            if len(texts) > MOST_COLUMNS and any(texts[MOST_COLUMNS:]):
                raise TableRefused(TableFlaw.TOO_MANY_COLUMNS)
            if number > MOST_ROWS and any(texts):
                raise TableRefused(TableFlaw.TOO_MANY_ROWS)
            if number <= MOST_ROWS:
                rows.append(tuple(text_cell(_unarmed(part)) for part in texts[:MOST_COLUMNS]))
    except csv.Error as error:
        raise TableRefused(TableFlaw.DAMAGED) from error
    while rows and not any(cell.text.strip() for cell in rows[-1]):
        rows.pop()
    if not rows:
        raise TableRefused(TableFlaw.EMPTY)
    return Table(tuple(rows))


def _decoded(data: bytes) -> str:
    """The text: with a mark UTF-8 or UTF-16, else UTF-8 where it is that, else GB 18030."""
    is_utf_16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if is_utf_16 else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableRefused(TableFlaw.ENCODING)


def _separator(text: str) -> str:
    """The separator that the first line with any has most of."""
    for match in _LINE.finditer(text):
        counts = {sign: match[0].count(sign) for sign in _SEPARATORS}
        if any(counts.values()):
            return max(_SEPARATORS, key=lambda sign: counts[sign])
    return ","


def _unarmed(text: str) -> str:
    """`="0123"`, by which lists keep Excel from reading a number, as the text it stands for."""
    return text[2:-1] if text.startswith('="') and text.endswith('"') and '"' not in text[2:-1] else text
