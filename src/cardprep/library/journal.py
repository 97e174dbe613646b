"""The journal of an application: every edit, what it changed, and the way back and forth through them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from cardprep.library.changes import (
    Changes,
    ChangesDoNotFit,
    applied,
    changes_between,
    differences,
    inverse,
)
from cardprep.library.columns import choice_of, time_of, time_text
from cardprep.library.connection import Row, Statements
from cardprep.library.documents import Document, json_text, storable
from cardprep.library.records import EditKind, HistoryEntry, Stamp
from cardprep.library.store_errors import NoSuchRecord, StoreDamaged

_INSERT = """INSERT INTO edit (application, number, kind, who, at, place, changes, joined, parent)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_NODE = "SELECT * FROM edit WHERE application = ? AND number = ?"
_LINK = "UPDATE edit SET next = ? WHERE application = ? AND number = ?"
_SINCE = "SELECT number, changes FROM edit WHERE application = ? AND number > ? ORDER BY number DESC"
_PAGE = """SELECT * FROM edit WHERE application = ? AND (? IS NULL OR number < ?)
    ORDER BY number DESC LIMIT ?"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row to be written: what was done, and upon which node (None for what is no node)."""

    kind: EditKind
    stamp: Stamp
    place: str
    changes: Changes
    joined: bool = False
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Travel:
    """Where undo or redo leads: the node that counts then, the document, and the place of the step."""

    cursor: int
    document: Document
    place: str


def append(statements: Statements, application: str, number: int, entry: Entry) -> None:
    """Write a row; of a node, whatever could have been redone no longer can."""
    stamp = entry.stamp
    values = (entry.kind.value, storable(stamp.who), time_text(stamp.at), storable(entry.place))
    changes = json_text(entry.changes)
    statements.run(_INSERT, application, number, *values, changes, int(entry.joined), entry.parent)
    if entry.parent is not None:
        statements.run(_LINK, None, application, entry.parent)


def node(statements: Statements, application: str, number: int) -> Row:
    """One row of the journal.

    Raises:
        NoSuchRecord: there is none of that number.
    """
    row = statements.one(_NODE, application, number)
    if row is None:
        raise NoSuchRecord(kind="edit")
    return row


def continues(row: Row, number: int, place: str) -> bool:
    """Whether what is typed at `place` goes on with the edit in `row`, the last thing that happened."""
    is_last_edit = row["number"] == number and row["kind"] == EditKind.EDIT
    return bool(place) and is_last_edit and bool(row["place"] == storable(place))


def back(statements: Statements, application: str, cursor: int, document: Document) -> Travel | None:
    """The state before the last step, all edits that were joined into it; None at the beginning."""
    here = node(statements, application, cursor)
    place = here["place"]
    if here["parent"] is None:
        return None
    for joined in _joined_nodes(statements, application, here):
        document, here = _fitted(document, inverse(_changes(joined))), joined
    return Travel(here["parent"], document, place)


def step_back(statements: Statements, application: str, cursor: int, document: Document) -> Travel | None:
    """As `back`, and redo leads here from there."""
    travel = back(statements, application, cursor, document)
    if travel is not None:
        for here in _joined_nodes(statements, application, node(statements, application, cursor)):
            statements.run(_LINK, here["number"], application, here["parent"])
    return travel


def _joined_nodes(statements: Statements, application: str, last: Row) -> Iterator[Row]:
    """The nodes of one step of undo, the last one first."""
    here = last
    while here["parent"] is not None:
        yield here
        if not here["joined"]:
            return
        here = node(statements, application, here["parent"])


def forth(statements: Statements, application: str, cursor: int, document: Document) -> Travel | None:
    """The state after the step that was taken back last; None where there is none."""
    first = node(statements, application, cursor)["next"]
    if first is None:
        return None
    here = node(statements, application, first)
    place = here["place"]
    document = _fitted(document, _changes(here))
    while here["next"] is not None:
        following = node(statements, application, here["next"])
        if not following["joined"]:
            break
        here, document = following, _fitted(document, _changes(following))
    return Travel(here["number"], document, place)


def document_at(statements: Statements, application: str, document: Document, number: int) -> Document:
    """The document as it stood after the row `number`, walking back from the present one."""
    node(statements, application, number)
    for row in statements.all(_SINCE, application, number):
        document = _fitted(document, inverse(_changes(row)))
    return document


def history(
    statements: Statements, application: str, before: int | None, limit: int
) -> Iterator[HistoryEntry]:
    """The rows below `before`, latest first."""
    for row in statements.all(_PAGE, application, before, before, limit):
        yield HistoryEntry(
            number=row["number"],
            kind=choice_of(row["kind"], EditKind),
            stamp=Stamp(row["who"], time_of(row["at"])),
            place=row["place"],
            differences=differences(_changes(row)),
        )


def between(old: Document, new: Document) -> Changes:
    """What makes the new document of the old one."""
    return changes_between(old, new)


def _changes(row: Row) -> Changes:
    try:
        return tuple(json.loads(row["changes"]))
    except (ValueError, TypeError):
        raise StoreDamaged from None


def _fitted(document: Document, changes: Changes) -> Document:
    try:
        return applied(document, changes)
    except ChangesDoNotFit:
        raise StoreDamaged from None
