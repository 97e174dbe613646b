"""What the library tells of a firm or a person beyond her own record; asked in a thread."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from cardprep.app.library.open import OpenLibrary
from cardprep.case.identifiers.documents import person_key
from cardprep.case.slots import Part
from cardprep.library.records import Firm, Person, RecordKind
from cardprep.library.store_errors import NoSuchRecord


@dataclass(frozen=True, slots=True)
class PaperKept:
    """An identity paper that is kept: which part, the day of its annotation, and for which firm it was.

    Attributes:
        firm: "" where that application is no longer in the library.
    """

    file: str
    part: Part
    date: dt.date | None
    firm: str


@dataclass(frozen=True, slots=True)
class AppearsIn:
    """An application that a person appears in: its id, the firm, as what, and when it was changed last."""

    application: str
    firm: str
    role: str
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person with her papers and where she appears."""

    person: Person
    papers: tuple[PaperKept, ...]
    appears: tuple[AppearsIn, ...]


def look_up_person(library: OpenLibrary, id: str) -> KnownPerson:
    """Everything that is known of a person (NoSuchRecord)."""
    person = library.store.person(id)
    papers = tuple(
        PaperKept(m.file.name.rsplit("/", 1)[-1], m.part, m.attested.date, _firm_of(library, m.application))
        for m in library.store.materials(id)
    )
    key = person_key(person.id_number)
    found = library.store.appearances(key) if key else []
    return KnownPerson(person, papers, tuple(_appears(library, a.application, a.role) for a in found))


def _appears(library: OpenLibrary, application: str, role: str) -> AppearsIn:
    opened = library.store.open(application)
    return AppearsIn(application, opened.case.unit.name, role, opened.saved_at)


def _firm_of(library: OpenLibrary, application: str) -> str:
    try:
        return library.store.open(application).case.unit.name if application else ""
    except NoSuchRecord:
        return ""


def next_duplicates(library: OpenLibrary, kind: RecordKind) -> tuple[Firm | Person, ...]:
    """The records of the first group that is one firm, or one person; empty where there is none."""
    groups = library.store.duplicates(kind)
    ids = groups[0] if groups else ()
    if kind is RecordKind.FIRM:
        return tuple(library.store.firm(id) for id in ids)
    return tuple(library.store.person(id) for id in ids)


@dataclass(frozen=True, slots=True)
class Named:
    """A record by its name, to be told and chosen."""

    id: str
    name: str


def names_of(library: OpenLibrary, kind: RecordKind, ids: Collection[str]) -> tuple[Named, ...]:
    """The records of these ids by name; what is gone already is left out."""
    return tuple(named for id in ids if (named := _named(library, kind, id)) is not None)


def _named(library: OpenLibrary, kind: RecordKind, id: str) -> Named | None:
    store = library.store
    try:
        match kind:
            case RecordKind.APPLICATION:
                return Named(id, store.open(id).case.unit.name)
            case RecordKind.FIRM:
                return Named(id, store.firm(id).unit.name)
            case RecordKind.PERSON:
                return Named(id, store.person(id).name)
    except NoSuchRecord:
        return None
