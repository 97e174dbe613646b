"""How a library stands: all that a person could find in it, and who can open it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.soak.clerk import digest_of
from benchmarks.soak.deeds import NEXT_VERSION, Place, next_program

from cardprep.app.library.backing_up import verify_library
from cardprep.app.library.files import read_file
from cardprep.app.library.open import OpenLibrary
from cardprep.errors import CardprepError
from cardprep.library.connection import open_connection
from cardprep.library.records import ApplicationQuery, ApplicationRow, DirectoryQuery, Shelf
from cardprep.library.sqlite_store import DATABASE
from cardprep.library.store_errors import StoreTooNew
from cardprep.library.vault import Vault


@dataclass(frozen=True, slots=True)
class Standing:
    """A library as it stands.

    Attributes:
        version: the form of its database.
        applications: each with its shelf, case, history and files.
        firms: the names of the firms.
        ways: those that lead in.
        backups: how many there are in its folder and at the second place.
    """

    version: int
    applications: tuple[object, ...]
    firms: frozenset[str]
    ways: frozenset[str]
    backups: tuple[int, ...]

    def content(self) -> tuple[object, ...]:
        """What must be as before or as afterwards.

        Firms are records in their own right and backups come one after the other: of both there may be some
        of what was under way, and the judge compares them apart.
        """
        return self.version, self.applications, self.ways


ABSENT = Standing(0, (), frozenset(), frozenset(), ())


def standing_of(place: Place, found: list[str]) -> Standing:
    """How the library stands, after it has been opened as a person would; adds what is wrong to `found`."""
    if not place.folder.exists():
        return ABSENT
    version = 1
    try:
        library = place.opened()
    except StoreTooNew:
        with next_program():
            library, version = place.opened(), NEXT_VERSION.version
    with library:
        if not verify_library(library).is_whole:
            found.append("the library is not whole")
        applications = tuple(sorted(_applications(library), key=str))
        rows = library.store.fetch_firms(DirectoryQuery(), limit=1_000).rows
        backups = tuple(_backups(library, where, found) for where in (None, place.usb))
        if version != 1:
            found += _of_migration(library, len(applications))
    return Standing(version, applications, frozenset(row.name for row in rows), _ways(place), backups)


def _applications(library: OpenLibrary) -> Iterator[tuple[object, ...]]:
    store = library.store
    for shelf in Shelf:
        for row in store.fetch_applications(ApplicationQuery(shelf=shelf)).rows:
            names = sorted(store.files(row.id))
            files = [(name, hashlib.sha256(read_file(library, row.id, name)).hexdigest()) for name in names]
            history = [digest_of(store.case_at(row.id, e.number)) for e in store.history(row.id)]
            yield shelf.value, digest_of(store.open(row.id).case), tuple(history), tuple(files)


def _ways(place: Place) -> frozenset[str]:
    return frozenset(name for name, way in place.ways().items() if _leads_in(place.folder, way))


def _leads_in(folder: Path, way: object) -> bool:
    try:
        Vault.open(folder, way).lock()  # type: ignore[arg-type] # it is one
    except CardprepError:
        return False
    return True


def _backups(library: OpenLibrary, where: Path | None, found: list[str]) -> int:
    """How many backups there are; each of them must be whole."""
    backups = library.backups(where)
    there = backups.generations() if backups.root.is_dir() else []
    found += [f"backup {g.name} is not whole" for g in there if not backups.survey(g).is_whole]
    return len(there)


def _of_migration(library: OpenLibrary, applications: int) -> list[str]:
    """A migrated library has all of the new table, and a backup of the form before it."""
    former = library.backups().generations()[0]
    with_key = library.vault.database_key
    new, old = (
        open_connection(library.folder / DATABASE, with_key),
        open_connection(former.database, with_key),
    )
    try:
        with new.reading() as statements:
            moved = statements.value("SELECT count(*) FROM later")
        with old.reading() as statements:
            version = statements.value("PRAGMA user_version")
    finally:
        new.close()
        old.close()
    found = [] if moved == applications else ["the migration is not whole"]
    return found if version == 1 else [*found, "no backup of the former version"]


def purged_in_backups(place: Place) -> list[str]:
    """Names of backups in which an application that the library no longer has can still be read."""
    left = []
    with place.opened() as library:
        key = library.vault.database_key
        there = {row.id for shelf in Shelf for row in _rows(library, shelf)}
        for where in (None, place.usb):
            for generation in library.backups(where).generations():
                connection = open_connection(generation.database, key)
                try:
                    with connection.reading() as statements:
                        ids = {row["id"] for row in statements.all("SELECT id FROM application")}
                finally:
                    connection.close()
                left += [generation.name] if ids - there else []
    return left


def _rows(library: OpenLibrary, shelf: Shelf) -> list[ApplicationRow]:
    return list(library.store.fetch_applications(ApplicationQuery(shelf=shelf)).rows)
