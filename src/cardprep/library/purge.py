"""The end of a record: its rows, index, journal and key go in one transaction; the blobs' files after it.

Without its key what lies of an application's blobs in backups cannot be read any more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from cardprep.library import directory
from cardprep.library.columns import date_of
from cardprep.library.connection import Row, Statements
from cardprep.library.lists import application_row
from cardprep.library.records import ApplicationRow, RecordKind, Shelf
from cardprep.library.search import drop_index, rebuild_index
from cardprep.library.store_errors import NoSuchRecord, NotYetEnded, RetentionNotOver, StillUsed

_IS_USED = """SELECT 1 FROM stored_file WHERE blob = ?
    UNION ALL SELECT 1 FROM material WHERE blob = ? LIMIT 1"""
_SAME_PERSON = "SELECT count(*) FROM person WHERE record_key = ? AND id <> ? AND shelf <> 'trash'"
_PERSON_USED = "SELECT count(DISTINCT application) FROM appearance WHERE person_key = ?"
_LENT = "SELECT count(*) FROM material WHERE owner = ? AND person <> ?"


def due(statements: Statements, today: dt.date, retention_days: int) -> list[ApplicationRow]:
    """The applications that need no longer be kept, the oldest first."""
    last_day = (today - dt.timedelta(days=retention_days)).isoformat()
    rows = statements.all(
        "SELECT * FROM application WHERE ended <> '' AND ended <= ? ORDER BY ended, row", last_day
    )
    return [application_row(row) for row in rows]


def purge(
    statements: Statements, kind: RecordKind, ids: Collection[str], today: dt.date, retention_days: int
) -> tuple[str, ...]:
    """Remove records; gives the blobs that nothing names any more."""
    blobs: list[str] = []
    for id in ids:
        match kind:
            case RecordKind.APPLICATION:
                blobs += _purge_application(statements, id, today, retention_days)
            case RecordKind.FIRM:
                blobs += _purge_firm(statements, id)
            case RecordKind.PERSON:
                blobs += _purge_person(statements, id)
    rebuild_index(statements, kind)
    return tuple(_unused(statements, blobs))


def _purge_application(statements: Statements, id: str, today: dt.date, retention_days: int) -> list[str]:
    """Remove an application; gives the blobs that it named."""
    row = statements.one("SELECT * FROM application WHERE id = ?", id)
    if row is None:
        raise NoSuchRecord(kind=RecordKind.APPLICATION)
    _refuse_early(row, today, retention_days)
    blobs = [r["blob"] for r in statements.all("SELECT blob FROM stored_file WHERE application = ?", id)]
    drop_index(statements, RecordKind.APPLICATION, row["row"])
    statements.run("DELETE FROM sealing_key WHERE owner = ?", id)
    statements.run("UPDATE material SET application = '' WHERE application = ?", id)
    statements.run("DELETE FROM application WHERE id = ?", id)
    return blobs


def _purge_firm(statements: Statements, id: str) -> list[str]:
    """Remove a firm that no application is put to."""
    row = directory.row_of(statements, RecordKind.FIRM, id)
    used = statements.value("SELECT count(*) FROM application WHERE firm = ?", id)
    if used:
        raise StillUsed(kind=RecordKind.FIRM, count=used)
    drop_index(statements, RecordKind.FIRM, row["row"])
    statements.run("DELETE FROM firm WHERE id = ?", id)
    return []


def _purge_person(statements: Statements, id: str) -> list[str]:
    """Remove a person who appears in no application, with the papers that were kept of her."""
    row = directory.row_of(statements, RecordKind.PERSON, id)
    _refuse_used_person(statements, row)
    papers = statements.all("SELECT blob, owner FROM material WHERE person = ?", id)
    drop_index(statements, RecordKind.PERSON, row["row"])
    statements.run("DELETE FROM person WHERE id = ?", id)
    for owner in {id, *(paper["owner"] for paper in papers)}:
        _forget_key(statements, owner)
    return [paper["blob"] for paper in papers]


def _refuse_early(row: Row, today: dt.date, retention_days: int) -> None:
    """An application that was never submitted may go from the trash; one that was, when its time is over."""
    ended = date_of(row["ended"])
    if ended is None:
        if row["submitted"] or row["shelf"] != Shelf.TRASH:
            raise NotYetEnded
        return
    until = ended + dt.timedelta(days=retention_days)
    if today < until:
        raise RetentionNotOver(until=until.isoformat())


def _refuse_used_person(statements: Statements, row: Row) -> None:
    key, id = row["record_key"], row["id"]
    has_other = bool(key) and statements.value(_SAME_PERSON, key, id)
    used = statements.value(_PERSON_USED, key) if key and not has_other else 0
    used += statements.value(_LENT, id, id)
    if used:
        raise StillUsed(kind=RecordKind.PERSON, count=used)


def _forget_key(statements: Statements, owner: str) -> None:
    """Drop a key that opens nothing any more."""
    for table in (
        "SELECT 1 FROM material WHERE owner = ?",
        "SELECT 1 FROM application WHERE id = ?",
        "SELECT 1 FROM person WHERE id = ?",
    ):
        if statements.one(table, owner) is not None:
            return
    statements.run("DELETE FROM sealing_key WHERE owner = ?", owner)


def _unused(statements: Statements, blobs: list[str]) -> Iterator[str]:
    for blob in dict.fromkeys(blobs):
        if statements.one(_IS_USED, blob, blob) is None:
            yield blob
