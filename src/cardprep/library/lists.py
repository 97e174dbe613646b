"""Pages of the lists: filtered, sorted, found by search, fetched onwards from where the last page ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from cardprep.case.model import Kind as CaseKind
from cardprep.case.model import StatusState
from cardprep.library.columns import NO_DATE, choice_of, date_of, time_of
from cardprep.library.connection import Row, Statements, Value
from cardprep.library.documents import Document, case_of, stored_document
from cardprep.library.records import (
    ApplicationOrder,
    ApplicationQuery,
    ApplicationRow,
    Cursor,
    DirectoryQuery,
    FirmRow,
    Page,
    PersonRow,
    RecordKind,
    Shelf,
)
from cardprep.library.search import Condition, conditions
from cardprep.library.store_errors import StoreDamaged

_Item = TypeVar("_Item")

_COLUMN: Mapping[ApplicationOrder, str] = MappingProxyType(
    {
        ApplicationOrder.CHANGED: "changed",
        ApplicationOrder.NAME: "sort_key",
        ApplicationOrder.DEADLINE: "deadline",
        ApplicationOrder.GAPS: "gaps",
        ApplicationOrder.STATE: "state",
    }
)
_LATEST_FIRST = (ApplicationOrder.CHANGED, ApplicationOrder.GAPS)

_APPLICATIONS = "SELECT * FROM application"
_COUNT = "SELECT count(*) FROM application"
_FIRMS = """SELECT *,
    (SELECT count(*) FROM application a WHERE a.firm = firm.id AND a.shelf = 'active') AS applications,
    (SELECT total(gaps) FROM application a WHERE a.firm = firm.id AND a.shelf = 'active') AS gaps,
    (SELECT min(deadline) FROM application a WHERE a.firm = firm.id AND a.shelf = 'active') AS deadline
    FROM firm"""
_PEOPLE = """SELECT *,
    (SELECT count(DISTINCT application) FROM appearance
        WHERE person_key = record_key AND record_key <> '') AS applications
    FROM person"""
_OF_FIRM = "firm = ?"
_OF_PERSON = """id IN (SELECT application FROM appearance WHERE person_key IN
    (SELECT record_key FROM person WHERE person.id = ?))"""
_IN_FIRM = """record_key IN (SELECT person_key FROM appearance
    JOIN application ON application.id = appearance.application WHERE application.firm = ?)"""


@dataclass(slots=True)
class _Select:
    """A query in the making: nothing but constant SQL comes in, every value is a parameter."""

    table: str
    column: str
    descending: bool = False
    parts: list[Condition] = field(default_factory=list)

    def where(self, sql: str, *values: Value) -> None:
        self.parts.append(Condition(sql, values))

    def text(self) -> str:
        return f"{self.table} WHERE {' AND '.join(part.sql for part in self.parts)}"

    def values(self) -> tuple[Value, ...]:
        return tuple(value for part in self.parts for value in part.values)

    def page(
        self, statements: Statements, after: Cursor | None, limit: int, read: Callable[[Row], _Item]
    ) -> Page[_Item]:
        if after is not None:
            sign = "<" if self.descending else ">"
            self.where(f"({self.column}, row) {sign} (?, ?)", after.value, after.row)
        way = "DESC" if self.descending else "ASC"
        sql = f"{self.text()} ORDER BY {self.column} {way}, row {way} LIMIT ?"
        rows = statements.all(sql, *self.values(), limit + 1)
        more = len(rows) > limit
        last = Cursor(rows[limit - 1][self.column], rows[limit - 1]["row"]) if more else None
        return Page(tuple(read(row) for row in rows[:limit]), last)


def fetch_applications(
    statements: Statements, query: ApplicationQuery, after: Cursor | None, limit: int
) -> Page[ApplicationRow]:
    """A page of applications."""
    select = _Select(_APPLICATIONS, _COLUMN[query.order], query.order in _LATEST_FIRST)
    select.parts.extend(_wanted(query))
    return select.page(statements, after, limit, application_row)


def count_applications(statements: Statements, query: ApplicationQuery) -> int:
    """How many applications the query finds."""
    select = _Select(_COUNT, "row", parts=list(_wanted(query)))
    return int(statements.value(select.text(), *select.values()))


def fetch_firms(
    statements: Statements, query: DirectoryQuery, after: Cursor | None, limit: int
) -> Page[FirmRow]:
    """A page of firms."""
    select = _Select(_FIRMS, "sort_key")
    select.where("shelf = ?", query.shelf.value)
    select.parts.extend(conditions(RecordKind.FIRM, query.search))
    return select.page(statements, after, limit, _firm_row)


def fetch_people(
    statements: Statements, query: DirectoryQuery, after: Cursor | None, limit: int
) -> Page[PersonRow]:
    """A page of people; of a firm: those who appear in its applications."""
    select = _Select(_PEOPLE, "sort_key")
    select.where("shelf = ?", query.shelf.value)
    if query.firm:
        select.where(_IN_FIRM, query.firm)
    select.parts.extend(conditions(RecordKind.PERSON, query.search))
    return select.page(statements, after, limit, _person_row)


def _wanted(query: ApplicationQuery) -> Iterator[Condition]:
    yield Condition("shelf = ?", (query.shelf.value,))
    if query.firm:
        yield Condition(_OF_FIRM, (query.firm,))
    if query.person:
        yield Condition(_OF_PERSON, (query.person,))
    if query.states:
        states = sorted("" if state is None else state.value for state in query.states)
        yield Condition(f"state IN ({', '.join('?' * len(states))})", tuple(states))
    if query.with_gaps:
        yield Condition("gaps > 0", ())
    if query.due_by is not None:
        yield Condition("deadline <= ?", (query.due_by.isoformat(),))
    yield from conditions(RecordKind.APPLICATION, query.search)


def application_row(row: Row) -> ApplicationRow:
    """A row of the table as a list shows it."""
    return ApplicationRow(
        id=row["id"],
        firm=row["firm"] or "",
        name=row["name"],
        kind=choice_of(row["kind"], CaseKind) if row["kind"] else None,
        state=choice_of(row["state"], StatusState) if row["state"] else None,
        state_date=date_of(row["state_date"]),
        operators=row["operators"],
        gaps=row["gaps"],
        warnings=row["warnings"],
        deadline=date_of(row["deadline"]),
        changed=time_of(row["changed"]),
        shelf=choice_of(row["shelf"], Shelf),
    )


def _firm_row(row: Row) -> FirmRow:
    unit = _texts(stored_document(row["document"]), "unit")
    return FirmRow(
        id=row["id"],
        name=unit.get("name", ""),
        uscc=unit.get("uscc", ""),
        customs_code=unit.get("customs_code", ""),
        applications=row["applications"],
        gaps=int(row["gaps"]),
        deadline=date_of(row["deadline"] or NO_DATE),
        shelf=choice_of(row["shelf"], Shelf),
    )


def _person_row(row: Row) -> PersonRow:
    person = case_of(stored_document(row["document"])).operators[0]
    return PersonRow(
        id=row["id"],
        name=person.name,
        id_type=person.id_type,
        id_number=person.id_number,
        mobile=person.mobile,
        applications=row["applications"],
        shelf=choice_of(row["shelf"], Shelf),
    )


def _texts(document: Document, part: str) -> Mapping[str, str]:
    """The texts of one part of a document; a list does not need the whole of it read."""
    found = document.get(part)
    if not isinstance(found, dict):
        raise StoreDamaged
    return found
