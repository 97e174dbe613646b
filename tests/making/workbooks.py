"""Workbooks: good ones, and such as mean harm, made part by part so that no library tames them."""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Iterable, Sequence

import openpyxl

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def workbook(*rows: Sequence[object], title: str = "名单", hidden: bool = False) -> bytes:
    """A workbook as Excel keeps it, its values of the kinds that Python gives them."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    if hidden:
        sheet.sheet_state = "hidden"
        book.create_sheet("可见").append(["姓名"])
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def package(
    sheet: str,
    more: Iterable[tuple[str, str]] = (),
    types: str = "",
    main: str = f"{_KIND}.sheet.main+xml",
    prologue: str = "",
) -> bytes:
    """A package with one sheet whose XML is given; `more` are further parts."""
    parts = {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}'
            f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": _relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": (
            f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
            '<sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": (
            f'{HEAD}{prologue}<worksheet xmlns="{_MAIN}"><sheetData>{sheet}</sheetData></worksheet>'
        ),
        **dict(more),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return target.getvalue()


def _relation(kind: str, target: str) -> str:
    return (
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_RELATIONS}/{kind}" Target="{target}"/></Relationships>'
    )


def text(value: str) -> str:
    """A cell with a text of its own."""
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>'


def formula(source: str, value: str = "") -> str:
    """A cell with a formula and the value that was saved with it."""
    kept = f"<v>{value}</v>" if value else ""
    return f'<c t="str"><f>{source}</f>{kept}</c>'


def row(*cells: str) -> str:
    """A row of cells."""
    return f"<row>{''.join(cells)}</row>"


def million_rows() -> bytes:
    """Some tens of kilobytes that unpack to a million rows."""
    return package("<row><c><v>1</v></c></row>" * 1_000_000)


def many_rows(count: int = 200_000) -> bytes:
    """More rows than any list, none like the other, so that nothing about the packing is odd."""
    return package("".join(f"<row><c><v>{n * 7919 % 1_000_003}</v></c></row>" for n in range(count)))


def billion_laughs() -> bytes:
    """Entities that unfold to gigabytes."""
    names = "abcdefghij"
    entities = '<!ENTITY a "laugh">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in itertools.pairwise(names)
    )
    return package(row(text("&j;")), prologue=f"<!DOCTYPE worksheet [{entities}]>")


def outside_entity(path: str) -> bytes:
    """An entity that stands for a file of the reader's."""
    return package(row(text("&e;")), prologue=f'<!DOCTYPE worksheet [<!ENTITY e SYSTEM "file://{path}">]>')


def with_macros(*cells: str) -> bytes:
    """A workbook that brings a program along."""
    kind = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    types = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    return package(row(*cells), [("xl/vbaProject.bin", "Sub Auto_Open()")], types, kind)


def with_external_link(*cells: str) -> bytes:
    """A workbook that would fetch values from another one, over the network."""
    kind = f"{_KIND}.externalLink+xml"
    types = f'<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="{kind}"/>'
    link = (
        f'{HEAD}<externalLink xmlns="{_MAIN}"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    )
    return package(row(*cells), [("xl/externalLinks/externalLink1.xml", link)], types)
