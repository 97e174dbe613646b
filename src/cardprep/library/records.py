"""What the library holds, as frozen values that know nothing of a database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from cardprep.case.model import (
    Attested,
    Case,
    Collection,
    LegalRepresentative,
    StatusState,
    Unit,
)
from cardprep.case.model import Kind as CaseKind
from cardprep.case.slots import Part

Row = TypeVar("Row")


class RecordKind(StrEnum):
    """What kind of record an id is of."""

    FIRM = "firm"
    PERSON = "person"
    APPLICATION = "application"


class Shelf(StrEnum):
    """Where a record lies. What is in the trash can come back; what was purged cannot."""

    ACTIVE = "active"
    ARCHIVED = "archived"
    TRASH = "trash"


class EditKind(StrEnum):
    """What a row of the journal is."""

    CREATED = "created"
    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who did it and when (`at` with its time zone)."""

    who: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm and what it usually writes into an application. `id` is "" until it is stored."""

    unit: Unit
    legal_representative: LegalRepresentative = field(default_factory=LegalRepresentative)
    collection: Collection = field(default_factory=Collection)
    id: str = ""
    shelf: Shelf = Shelf.ACTIVE


@dataclass(frozen=True, slots=True)
class Person:
    """A person, once, whatever roles she has in whichever applications. `id` is "" until it is stored."""

    name: str
    id_type: str
    id_number: str
    mobile: str = ""
    id: str = ""
    shelf: Shelf = Shelf.ACTIVE


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of an application: its name in the case, and the blob with its bytes (`size` of them)."""

    name: str
    blob: str
    size: int


@dataclass(frozen=True, slots=True)
class Material:
    """A person's identity paper, kept to be taken over.

    Attributes:
        part: the paper itself or its translation.
        owner: whose wrapped key seals the blob; the person's id, also after a merge the former one.
        attested: what was seen on it, and on which date it was annotated, in `application`.
    """

    person: str
    part: Part
    file: StoredFile
    foreign_language: bool = False
    attested: Attested = field(default_factory=Attested)
    application: str = ""
    owner: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rules said of an application when it was saved: counts, and the last safe day or None."""

    gaps: int = 0
    warnings: int = 0
    deadline: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Saving:
    """One edit as it is to be saved.

    Attributes:
        base: the number of the journal row that the edit was made upon.
        place: the path of the field it was made at.
        joins: typed on at the same place: undo takes it back together with the edit before it.
        files: files that the edit brought in, their blobs being durable already.
    """

    case: Case
    base: int
    stamp: Stamp
    place: str = ""
    joins: bool = False
    standing: Standing | None = None
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenApplication:
    """An application as it stands after the journal row `number`; `place` is where that row was made."""

    id: str
    firm: str
    case: Case
    number: int
    can_undo: bool
    can_redo: bool
    place: str
    saved_at: dt.datetime
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class StepsKept:
    """The states that undo and redo lead to, each with the place of the step; the nearest one last."""

    before: tuple[tuple[Case, str], ...]
    after: tuple[tuple[Case, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that an edit changed, as JSON text; "" where there was or is none."""

    path: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One row of an application's journal."""

    number: int
    kind: EditKind
    stamp: Stamp
    place: str
    differences: tuple[Difference, ...]


class ApplicationOrder(StrEnum):
    """How a list of applications is sorted."""

    CHANGED = "changed"
    NAME = "name"
    DEADLINE = "deadline"
    GAPS = "gaps"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class ApplicationQuery:
    """Which applications, in which order. `states` with None in it: those not submitted yet."""

    search: str = ""
    shelf: Shelf = Shelf.ACTIVE
    order: ApplicationOrder = ApplicationOrder.CHANGED
    firm: str = ""
    person: str = ""
    states: frozenset[StatusState | None] = frozenset()
    with_gaps: bool = False
    due_by: dt.date | None = None


@dataclass(frozen=True, slots=True)
class DirectoryQuery:
    """Which firms or people, sorted by name as a Chinese reader expects (pinyin)."""

    search: str = ""
    shelf: Shelf = Shelf.ACTIVE
    firm: str = ""


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """An application as a list shows it. `state` None: not submitted yet."""

    id: str
    firm: str
    name: str
    kind: CaseKind | None
    state: StatusState | None
    state_date: dt.date | None
    operators: int
    gaps: int
    warnings: int
    deadline: dt.date | None
    changed: dt.datetime
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class FirmRow:
    """A firm as a list shows it; counts and deadline are over its active applications."""

    id: str
    name: str
    uscc: str
    customs_code: str
    applications: int
    gaps: int
    deadline: dt.date | None
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as a list shows her; `applications` counts those she appears in, whatever their shelf."""

    id: str
    name: str
    id_type: str
    id_number: str
    mobile: str
    applications: int
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ended: the sorted value and the row's place among equals."""

    value: str | int
    row: int


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """A page of a list, and where the next one begins (None: this was the last)."""

    rows: Sequence[Row]
    after: Cursor | None


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person in an application: in which one, as what (`legal`, `operators`, `handler`)."""

    application: str
    role: str
    person_key: str
