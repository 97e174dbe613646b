"""What the tests of the library's records share: a key, a clock's stamps, cases, a place to open it in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from cardprep.case.model import Case, Operator, StatusEntry, StatusState
from cardprep.library.records import OpenApplication, Saving, Stamp, Standing, StoredFile
from cardprep.library.sqlite_store import SqliteStore
from cardprep.library.store import Store
from making import cases, people

KEY = bytes(range(32))
WRAPPED = b"w" * 60
TODAY = dt.date(2026, 11, 23)
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
STAMP = Stamp("钱晓燕", NOON)


def after(seconds: int) -> Stamp:
    return Stamp(STAMP.who, NOON + dt.timedelta(seconds=seconds))


class Blobs:
    """Sealed files that only remember what was taken away."""

    def __init__(self) -> None:
        self.deleted: list[str] = []

    def delete(self, name: str, /) -> None:
        self.deleted.append(name)


def created(folder: Path) -> SqliteStore:
    return SqliteStore.create_in(folder, KEY)


def reopened(folder: Path) -> SqliteStore:
    return SqliteStore.open_in(folder, KEY, before=no_backup)


def no_backup(version: int) -> None:
    raise AssertionError(f"a library of version {version} was to be changed")


def case_of(number: int, name: str = "", operators: int = 1) -> Case:
    """The complete case of the `number`-th firm and its own people."""
    firm, made = people.firm(number), cases.complete(operators)
    staff = [cases.operator(people.person(number * 10 + i)) for i in range(operators)]
    unit = replace(cases.unit(firm), name=name or firm.name)
    legal = cases.legal(people.person(number * 10 + 9))
    return replace(made, unit=unit, operators=tuple(staff), legal_representative=legal)


def named(case: Case, name: str) -> Case:
    return replace(case, unit=replace(case.unit, name=name))


def with_status(case: Case, state: StatusState, day: dt.date, number: str = "") -> Case:
    return replace(case, status=(*case.status, StatusEntry(state, day, number)))


def with_person(case: Case, person: people.Person) -> Case:
    operator: Operator = cases.operator(person)
    return replace(case, operators=(*case.operators, operator))


def new(store: Store, case: Case | None = None, seconds: int = 0, firm: str = "") -> OpenApplication:
    return store.create(case_of(0) if case is None else case, WRAPPED, after(seconds), firm)


def saved(
    store: Store,
    opened: OpenApplication,
    case: Case,
    place: str = "unit.name",
    seconds: int = 0,
    joins: bool = False,
    standing: Standing | None = None,
    files: tuple[StoredFile, ...] = (),
) -> OpenApplication:
    saving = Saving(case, opened.number, after(seconds), place, joins, standing, files)
    return store.save(opened.id, saving)
