"""What lists, filters and search know of an application: columns derived from its case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cardprep.case import people
from cardprep.case.identifiers.documents import person_key
from cardprep.case.model import Case, StatusState
from cardprep.library.columns import date_text
from cardprep.library.documents import storable
from cardprep.library.terms import Findable

ENDED = (StatusState.DONE, StatusState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Summary:
    """The derived columns, in the order of the statement that writes them."""

    name: str
    kind: str
    state: str
    state_date: str
    ended: str
    submitted: int
    operators: int


def summary_of(case: Case) -> Summary:
    """The derived columns of a case."""
    last = case.status[-1] if case.status else None
    day = "" if last is None else date_text(last.date)
    return Summary(
        name=storable(case.unit.name),
        kind=case.kind or "",
        state="" if last is None else last.state.value,
        state_date=day,
        ended=day if last is not None and last.state in ENDED else "",
        submitted=int(bool(case.status)),
        operators=len(case.operators),
    )


def findable(case: Case) -> Findable:
    """The names and numbers an application is found by."""
    staff = list(people.everyone(case))
    return Findable(
        names=(case.unit.name, *(p.name for p in staff), case.collection.recipient),
        numbers=(
            case.unit.uscc,
            case.unit.customs_code,
            *(p.id_number for p in staff),
            case.legal_representative.phone,
            *(o.mobile for o in case.operators),
            case.handler.mobile,
            case.collection.mobile,
            *(entry.number for entry in case.status),
        ),
    )


def appearances(case: Case) -> Iterator[tuple[str, str]]:
    """Role and key of everyone in the case who has a document number."""
    for person in people.everyone(case):
        key = storable(person_key(person.id_number))
        if key:
            yield person.slot.owner.value, key
