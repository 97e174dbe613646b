"""What firms and people have in common: one record each, found by a number, shelved, merged."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cardprep.library.columns import new_id, time_text
from cardprep.library.connection import Row, Statements
from cardprep.library.documents import Document, json_text, storable
from cardprep.library.pinyin import sort_key
from cardprep.library.records import RecordKind, Shelf, Stamp
from cardprep.library.search import write_index
from cardprep.library.store_errors import NoSuchRecord
from cardprep.library.terms import Findable

_SELECT: Mapping[RecordKind, str] = MappingProxyType(
    {
        RecordKind.FIRM: "SELECT * FROM firm WHERE id = ?",
        RecordKind.PERSON: "SELECT * FROM person WHERE id = ?",
    }
)
_INSERT: Mapping[RecordKind, str] = MappingProxyType(
    {
        RecordKind.FIRM: """INSERT INTO firm
            (id, document, name, record_key, sort_key, shelf, shelved, indexed)
            VALUES (?, '', '', '', '', 'active', '', '')""",
        RecordKind.PERSON: """INSERT INTO person
            (id, document, name, record_key, sort_key, shelf, shelved, indexed)
            VALUES (?, '', '', '', '', 'active', '', '')""",
    }
)
_UPDATE: Mapping[RecordKind, str] = MappingProxyType(
    {
        RecordKind.FIRM: "UPDATE firm SET document = ?, name = ?, record_key = ? WHERE id = ?",
        RecordKind.PERSON: "UPDATE person SET document = ?, name = ?, record_key = ? WHERE id = ?",
    }
)
_UPDATE_DERIVED: Mapping[RecordKind, str] = MappingProxyType(
    {
        RecordKind.FIRM: "UPDATE firm SET sort_key = ?, indexed = ? WHERE id = ?",
        RecordKind.PERSON: "UPDATE person SET sort_key = ?, indexed = ? WHERE id = ?",
    }
)
_MOVE: Mapping[RecordKind, str] = MappingProxyType(
    {
        RecordKind.FIRM: "UPDATE firm SET shelf = ?, shelved = ? WHERE id = ?",
        RecordKind.PERSON: "UPDATE person SET shelf = ?, shelved = ? WHERE id = ?",
        RecordKind.APPLICATION: "UPDATE application SET shelf = ?, shelved = ? WHERE id = ?",
    }
)
_BY_KEY: Mapping[RecordKind, str] = MappingProxyType(
    {
        RecordKind.FIRM: """SELECT * FROM firm WHERE record_key = ? AND shelf <> 'trash'
            ORDER BY row LIMIT 1""",
        RecordKind.PERSON: """SELECT * FROM person WHERE record_key = ? AND shelf <> 'trash'
            ORDER BY row LIMIT 1""",
    }
)
_SAME: Mapping[RecordKind, str] = MappingProxyType(
    {
        RecordKind.FIRM: """SELECT group_concat(id, ' ' ORDER BY row) FROM firm
            WHERE record_key <> '' AND shelf <> 'trash'
            GROUP BY record_key HAVING count(*) > 1 ORDER BY min(sort_key)""",
        RecordKind.PERSON: """SELECT group_concat(id, ' ' ORDER BY row) FROM person
            WHERE record_key <> '' AND shelf <> 'trash'
            GROUP BY record_key HAVING count(*) > 1 ORDER BY min(sort_key)""",
    }
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A firm or a person as it is written: exact document, name, key, and what it is found by."""

    document: Document
    name: str
    key: str
    findable: Findable


def row_of(statements: Statements, kind: RecordKind, id: str) -> Row:
    """The row of a firm or person.

    Raises:
        NoSuchRecord: it is not there.
    """
    row = statements.one(_SELECT[kind], id)
    if row is None:
        raise NoSuchRecord(kind=kind)
    return row


def put(statements: Statements, kind: RecordKind, id: str, entry: Entry) -> str:
    """Write a record, new where `id` is ""; gives its id."""
    id = id or _inserted(statements, kind)
    row = row_of(statements, kind, id)
    statements.run(_UPDATE[kind], json_text(entry.document), storable(entry.name), storable(entry.key), id)
    source = entry.findable.source
    if source != row["indexed"]:
        statements.run(_UPDATE_DERIVED[kind], sort_key(storable(entry.name)), source, id)
        write_index(statements, kind, row["row"], entry.findable)
    return id


def _inserted(statements: Statements, kind: RecordKind) -> str:
    id = new_id()
    statements.run(_INSERT[kind], id)
    return id


def move(statements: Statements, kind: RecordKind, ids: Collection[str], shelf: Shelf, stamp: Stamp) -> None:
    """Put records on another shelf."""
    for id in ids:
        if not statements.run(_MOVE[kind], shelf.value, time_text(stamp.at), id):
            raise NoSuchRecord(kind=kind)


def by_key(statements: Statements, kind: RecordKind, key: str) -> Row | None:
    """The first record of that key outside the trash; a blank key is nobody's."""
    return statements.one(_BY_KEY[kind], storable(key)) if key else None


def duplicates(statements: Statements, kind: RecordKind) -> list[tuple[str, ...]]:
    """Ids of records of one key, the oldest first."""
    return [tuple(row[0].split(" ")) for row in statements.all(_SAME[kind])]


def filled(keep: Document, other: Document) -> Document:
    """`keep` with what is blank in it taken from `other`."""
    result = dict(keep)
    for key, value in other.items():
        if isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = filled(result[key], value)
        elif not _is_typed(result.get(key)):
            result[key] = value
    return result


def _is_typed(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)
