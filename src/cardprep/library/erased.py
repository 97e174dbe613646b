"""Which records were purged, so that a purge follows them into backups, and none comes back with one.

A list of random ids, sealed; it lies in the library and at each place of backups, and is written before the
records go.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from cardprep.host.atomic import write_bytes
from cardprep.host.system_errors import reason_code
from cardprep.library.connection import Statements, open_connection
from cardprep.library.errors import LibraryNotWritten
from cardprep.library.records import RecordKind
from cardprep.library.sealing import NotSealed, sealed, unsealed
from cardprep.library.search import drop_index, rebuild_index
from cardprep.library.wrapping import sub_key

FILE = "erased"
_ROW = {
    RecordKind.FIRM: "SELECT row FROM firm WHERE id = ?",
    RecordKind.PERSON: "SELECT row FROM person WHERE id = ?",
    RecordKind.APPLICATION: "SELECT row FROM application WHERE id = ?",
}
_DROP = {
    RecordKind.FIRM: "DELETE FROM firm WHERE id = ?",
    RecordKind.PERSON: "DELETE FROM person WHERE id = ?",
    RecordKind.APPLICATION: "DELETE FROM application WHERE id = ?",
}
_LEAVE_FIRM = "UPDATE application SET firm = NULL WHERE firm = ?"
_LEAVE_APPLICATION = "UPDATE material SET application = '' WHERE application = ?"
_DROP_KEYS = """DELETE FROM sealing_key WHERE owner NOT IN
    (SELECT id FROM application UNION SELECT id FROM person UNION SELECT owner FROM material)"""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A record that was purged."""

    kind: RecordKind
    id: str


class Erased:
    """The list in a folder.

    Args:
        folder: the library's, or a place of backups.
        blob_key: the vault's key of files that belong to no application.
    """

    def __init__(self, folder: Path, blob_key: bytes) -> None:
        self._path = folder / FILE
        self._key = sub_key(blob_key, "erased")

    def read(self) -> frozenset[Entry]:
        """The entries; none where there is no list, or not the one that was written (another copy is)."""
        try:
            pieces = unsealed(BytesIO(self._path.read_bytes()), self._key, FILE)
            told = json.loads(b"".join(pieces))
            return frozenset(Entry(RecordKind(kind), id) for kind, id in told)
        except (OSError, NotSealed, ValueError, TypeError):
            return frozenset()

    def write(self, entries: Collection[Entry]) -> None:
        """Replace the list, durably (LibraryNotWritten as the system says)."""
        told = json.dumps([[entry.kind.value, entry.id] for entry in sorted(entries)]).encode("ascii")
        try:
            write_bytes(self._path, b"".join(sealed([told], self._key, FILE)))
        except OSError as error:
            found = self._path.parent.name
            raise LibraryNotWritten("library", found=found, reason=reason_code(error)) from None

    def add(self, entries: Collection[Entry]) -> None:
        """Note more entries; nothing is written where all of them are there (raises as `write`)."""
        known = self.read()
        if not known.issuperset(entries):
            self.write(known.union(entries))


def present(statements: Statements, entries: Collection[Entry]) -> frozenset[Entry]:
    """Those of the entries whose record is there."""
    return frozenset(e for e in entries if statements.one(_ROW[e.kind], e.id) is not None)


def erase_from(database: Path, key: bytes, entries: Collection[Entry]) -> None:
    """Leave no readable byte of the entries' records in a database that nobody has open.

    Raises:
        StoreError: it could not be done; the database is as it was.
    """
    connection = open_connection(database, key)
    try:
        with connection.reading() as statements:
            found = present(statements, entries)
        if found:
            with connection.writing() as statements:
                for entry in sorted(found):
                    _erase(statements, entry)
                statements.run(_DROP_KEYS)
                for kind in {entry.kind for entry in found}:
                    rebuild_index(statements, kind)
            connection.empty_log()
    finally:
        connection.close()


def _erase(statements: Statements, entry: Entry) -> None:
    drop_index(statements, entry.kind, statements.value(_ROW[entry.kind], entry.id))
    match entry.kind:
        case RecordKind.FIRM:
            statements.run(_LEAVE_FIRM, entry.id)
        case RecordKind.APPLICATION:
            statements.run(_LEAVE_APPLICATION, entry.id)
        case RecordKind.PERSON:
            pass
    statements.run(_DROP[entry.kind], entry.id)
