"""Which column of a table is which field: by its head, and by its content where the head is wrong or none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cardprep.case.tables.fields import FIELDS, ListKind, Terms, field_of_header
from cardprep.case.tables.grid import Table
from cardprep.case.tables.looks import looks_like

_ROWS_WITH_HEADER = 10
_ROWS_LOOKED_AT = 200
_SURELY, _HARDLY = 0.8, 0.2


class ColumnBy(StrEnum):
    """How a column's field was found out."""

    HEADER = "header"
    CONTENT = "content"
    SWAPPED = "swapped"
    PERSON = "person"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, the field that it is proposed for ("": none), and why."""

    header: str
    field: str = ""
    by: ColumnBy = ColumnBy.NOTHING


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns in their order, and the row with their heads (from 0), or None."""

    columns: tuple[Column, ...]
    header_row: int | None

    def column_of(self, field: str) -> int | None:
        """The column proposed for `field`, or None."""
        return next((n for n, column in enumerate(self.columns) if column.field == field), None)

    def with_field(self, index: int, field: str) -> Layout:
        """The layout as a person wants it: that column is `field` ("": none), no other column is."""
        columns = []
        for position, column in enumerate(self.columns):
            if position == index:
                columns.append(Column(column.header, field, ColumnBy.PERSON))
            elif field and column.field == field:
                columns.append(Column(column.header))
            else:
                columns.append(column)
        return Layout(tuple(columns), self.header_row)

    def with_source(self, field: str, index: int | None) -> Layout:
        """The layout as a person wants it: `field` comes from that column (None: from none).

        What came from that column until now gets the field's former one: two columns were mixed up.
        """
        former = self.column_of(field)
        if index is None:
            return self if former is None else self.with_field(former, "")
        other = self.columns[index].field
        changed = self.with_field(index, field)
        is_swap = former is not None and former != index and other
        return changed.with_field(former, other) if is_swap and former is not None else changed

    def with_column(self, field: str) -> Layout:
        """The layout with one more column, for a field that the table has none for."""
        return Layout((*self.columns, Column("", field, ColumnBy.PERSON)), self.header_row)


def find_layout(table: Table, kind: ListKind, terms: Terms) -> Layout:
    """Propose a field for each column; a field is proposed at most once."""
    row = _header_row(table, kind)
    headers = [table.cell(row, n).text.strip() if row is not None else "" for n in range(table.width)]
    named = _by_header(headers, kind)
    shares = _shares(table, -1 if row is None else row, kind, terms)
    fields = _by_content(named, shares, FIELDS[kind])
    columns = tuple(
        Column(header, field, _by(field, name))
        for header, field, name in zip(headers, fields, named, strict=True)
    )
    return Layout(columns, row)


def _by(field: str, named: str) -> ColumnBy:
    if not field:
        return ColumnBy.NOTHING
    if field == named:
        return ColumnBy.HEADER
    return ColumnBy.SWAPPED if named else ColumnBy.CONTENT


def _header_row(table: Table, kind: ListKind) -> int | None:
    """The row with the most heads of fields; two at least, or the only cell of its row."""
    best, most = None, 0
    for number, row in enumerate(table.rows[:_ROWS_WITH_HEADER]):
        filled = [cell.text for cell in row if cell.text.strip()]
        found = {field_of_header(text, kind) for text in filled}
        count = len({field for field, _ in found if field})
        is_enough = count >= 2 or (count == 1 and len(filled) == 1 and all(exact for _, exact in found))
        if is_enough and count > most:
            best, most = number, count
    return best


def _by_header(headers: list[str], kind: ListKind) -> list[str]:
    """The field of each column by its head: exact names first, then from the left."""
    found = [field_of_header(header, kind) for header in headers]
    fields = [""] * len(headers)
    for wants_exact in (True, False):
        for position, (field, exact) in enumerate(found):
            if field and exact is wants_exact and field not in fields:
                fields[position] = field
    return fields


def _shares(table: Table, header_row: int, kind: ListKind, terms: Terms) -> list[dict[str, float]]:
    """For each column, which share of its cells looks like each field; {} for a column of blanks."""
    body = range(header_row + 1, min(len(table.rows), header_row + 1 + _ROWS_LOOKED_AT))
    shares = []
    for column in range(table.width):
        texts = [text for row in body if (text := table.cell(row, column).text.strip())]
        counts = {f: sum(looks_like(kind, f, text, terms) for text in texts) for f in FIELDS[kind]}
        shares.append({f: count / len(texts) for f, count in counts.items()} if texts else {})
    return shares


def _by_content(named: list[str], shares: list[dict[str, float]], fields: tuple[str, ...]) -> list[str]:
    """The fields by header, those swapped whose content is surely that of other fields."""
    doubtful = [
        bool(share) and share.get(name, 0.0) < _HARDLY for name, share in zip(named, shares, strict=True)
    ]
    kept = {name for name, doubt in zip(named, doubtful, strict=True) if name and not doubt}
    offers = sorted(
        (-share, position, fields.index(field), field)
        for position, found in enumerate(shares)
        if doubtful[position]
        for field, share in found.items()
        if share >= _SURELY and field not in kept
    )
    result = list(named)
    moved: set[int] = set()
    for _, position, _, field in offers:
        if position not in moved and field not in {result[n] for n in moved}:
            result[position] = field
            moved.add(position)
    taken = {result[n] for n in moved}
    return ["" if n not in moved and field in taken else field for n, field in enumerate(result)]
