"""A table as a proposal: which column is what, and row by row what would be taken over."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from cardprep.case.identifiers.documents import person_key
from cardprep.case.identifiers.normalise import fold_number, is_ruined_by_excel
from cardprep.case.tables.cleaning import Row, clean
from cardprep.case.tables.errors import NothingInTable
from cardprep.case.tables.fields import FIELDS, ListKind, Terms, plain
from cardprep.case.tables.grid import EMPTY, Cell, Table
from cardprep.case.tables.layout import Layout, find_layout
from cardprep.case.tables.proposal import Problem, Proposal, ProposedRow, RowProblem

EXAMPLE_MARKS = ("（示例，导入时忽略）", "(example, ignored on import)")
"""Stands in the template's example row, which is never taken over."""

_EXAMPLES = frozenset(map(plain, EXAMPLE_MARKS))
_KEY_FIELD = {ListKind.OPERATORS: "id_number", ListKind.FIRMS: "uscc"}


def propose(
    table: Table,
    kind: ListKind,
    terms: Terms,
    layout: Layout | None = None,
    known: frozenset[str] = frozenset(),
) -> Proposal:
    """What would be taken over of `table`.

    Args:
        table: as it was pasted or read.
        kind: what a row is.
        terms: what the cells are judged by.
        layout: as a person wants the columns, else it is found out.
        known: the keys (`row_key`) of those that are there already.

    Raises:
        NothingInTable: no row has anything in it.
    """
    wanted = layout or find_layout(table, kind, terms)
    rows = [_proposed(table, number, kind, terms, wanted) for number in _body(table, wanted)]
    if not rows:
        raise NothingInTable("table")
    return Proposal(wanted, _with_duplicates(rows, kind, known), table.notes)


def row_key(fields: Mapping[str, str], kind: ListKind) -> str:
    """What tells two rows of a list apart: a person's number (OPER-6) or a firm's credit code; "" unknown."""
    number = fold_number(fields.get(_KEY_FIELD[kind], ""))
    if is_ruined_by_excel(number):
        return ""
    return person_key(number) if kind is ListKind.OPERATORS else number


def _body(table: Table, layout: Layout) -> list[int]:
    """The rows below the heads that are neither blank, nor the heads once more, nor the example."""
    first = 0 if layout.header_row is None else layout.header_row + 1
    return [n for n in range(first, len(table.rows)) if _is_body(table.rows[n], layout)]


def _is_body(cells: tuple[Cell, ...], layout: Layout) -> bool:
    texts = [cell.text for cell in cells]
    if not any(text.strip() for text in texts) or not _EXAMPLES.isdisjoint(map(plain, texts)):
        return False
    heads = [column.header for column in layout.columns][: len(texts)]
    return layout.header_row is None or [text.strip() for text in texts] != heads


def _proposed(table: Table, number: int, kind: ListKind, terms: Terms, layout: Layout) -> ProposedRow:
    places = {name: layout.column_of(name) for name in FIELDS[kind]}
    cells = {n: EMPTY if at is None else table.cell(number, at) for n, at in places.items()}
    row = Row(kind, cells)
    clean(row, terms)
    order = {name: position for position, name in enumerate(FIELDS[kind])}
    problems = tuple(sorted(row.problems, key=lambda problem: order[problem.field]))
    return ProposedRow(
        number + 1, table.rows[number], MappingProxyType(row.fields), problems, tuple(row.mended)
    )


def _with_duplicates(
    rows: list[ProposedRow], kind: ListKind, known: frozenset[str]
) -> tuple[ProposedRow, ...]:
    first: dict[str, int] = {}
    result = []
    for row in rows:
        key = row_key(row.fields, kind)
        problem = None
        if key and key in known:
            problem = Problem(_KEY_FIELD[kind], RowProblem.ALREADY_THERE)
        elif key and key in first:
            problem = Problem(_KEY_FIELD[kind], RowProblem.DUPLICATE, row=first[key])
        elif key:
            first[key] = row.number
        if problem is not None:
            row = ProposedRow(row.number, row.cells, row.fields, (*row.problems, problem), row.mended)
        result.append(row)
    return tuple(result)
