"""Applications: made, opened, saved edit by edit, taken back and forth through their journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cardprep.case.model import Case
from cardprep.library import journal
from cardprep.library.columns import NO_DATE, choice_of, date_text, time_of, time_text
from cardprep.library.connection import Row, Statements
from cardprep.library.documents import Document, case_of, document_of, json_text, storable, stored_document
from cardprep.library.journal import Entry, Travel
from cardprep.library.pinyin import sort_key
from cardprep.library.records import (
    EditKind,
    OpenApplication,
    RecordKind,
    Saving,
    Shelf,
    Stamp,
    Standing,
    StepsKept,
    StoredFile,
)
from cardprep.library.search import write_index
from cardprep.library.store_errors import EditedMeanwhile, FileNameTaken, NoSuchRecord
from cardprep.library.summary import appearances, findable, summary_of

_INSERT = """INSERT INTO application (id, firm, number, cursor, name, kind, state, state_date,
    ended, submitted, operators, gaps, warnings, deadline, sort_key, changed, shelf, shelved)
    VALUES (?, ?, 0, 0, '', '', '', '', '', 0, 0, 0, 0, ?, '', '', ?, '')"""
_INSERT_DOCUMENT = "INSERT INTO application_document (application, document, indexed) VALUES (?, '{}', '')"
_SELECT = """SELECT application.*, document, indexed FROM application
    JOIN application_document ON application_document.application = application.id WHERE id = ?"""
_UPDATE_DOCUMENT = "UPDATE application_document SET document = ? WHERE application = ?"
_UPDATE = """UPDATE application SET number = ?, cursor = ?, changed = ?, name = ?, kind = ?,
    state = ?, state_date = ?, ended = ?, submitted = ?, operators = ? WHERE id = ?"""


@dataclass(frozen=True, slots=True)
class _State:
    """What an application becomes: the document, its journal's last row, and the node that counts."""

    document: Document
    case: Case
    number: int
    cursor: int


@dataclass(frozen=True, slots=True)
class NewKey:
    """The id of an application to be made, and its key as it is kept."""

    id: str
    wrapped: bytes


def create(
    statements: Statements, key: NewKey, case: Case, stamp: Stamp, firm: str, files: tuple[StoredFile, ...]
) -> OpenApplication:
    """A new application; the first row of its journal holds the whole case."""
    document, id = document_of(case), key.id
    statements.run(_INSERT, id, firm or None, NO_DATE, Shelf.ACTIVE.value)
    statements.run(_INSERT_DOCUMENT, id)
    statements.run("INSERT INTO sealing_key (owner, wrapped) VALUES (?, ?)", id, key.wrapped)
    _add_files(statements, id, files)
    entry = Entry(EditKind.CREATED, stamp, "", journal.between({}, document))
    journal.append(statements, id, 1, entry)
    _write(statements, _row(statements, id), _State(document, case, 1, 1), stamp)
    return opened(statements, id)


def opened(statements: Statements, application: str) -> OpenApplication:
    """The application as it was saved last."""
    row = _row(statements, application)
    here = journal.node(statements, application, row["cursor"])
    last = journal.node(statements, application, row["number"])
    return OpenApplication(
        id=application,
        firm=row["firm"] or "",
        case=case_of(stored_document(row["document"])),
        number=row["number"],
        can_undo=here["parent"] is not None,
        can_redo=here["next"] is not None,
        place=last["place"],
        saved_at=time_of(last["at"]),
        shelf=choice_of(row["shelf"], Shelf),
    )


def save(statements: Statements, application: str, saving: Saving) -> OpenApplication:
    """Save an edit; one that changes nothing is no row of the journal."""
    row = _row(statements, application)
    if row["number"] != saving.base:
        raise EditedMeanwhile
    _add_files(statements, application, saving.files)
    document = document_of(saving.case)
    changes = journal.between(stored_document(row["document"]), document)
    if changes:
        here = journal.node(statements, application, row["cursor"])
        joined = saving.joins and journal.continues(here, row["number"], saving.place)
        entry = Entry(EditKind.EDIT, saving.stamp, saving.place, changes, joined, row["cursor"])
        _append_node(statements, row, document, entry)
    if saving.standing is not None:
        set_standing(statements, application, saving.standing)
    return opened(statements, application)


def undo(statements: Statements, application: str, stamp: Stamp) -> OpenApplication | None:
    """Take the last step back."""
    row = _row(statements, application)
    document = stored_document(row["document"])
    travel = journal.step_back(statements, application, row["cursor"], document)
    return _travelled(statements, row, travel, EditKind.UNDO, stamp)


def redo(statements: Statements, application: str, stamp: Stamp) -> OpenApplication | None:
    """Make the step again that was taken back."""
    row = _row(statements, application)
    document = stored_document(row["document"])
    travel = journal.forth(statements, application, row["cursor"], document)
    return _travelled(statements, row, travel, EditKind.REDO, stamp)


def steps(statements: Statements, application: str, most: int) -> StepsKept:
    """The states that undo and redo lead to."""
    row = _row(statements, application)
    document = stored_document(row["document"])
    before = _way(statements, application, Travel(row["cursor"], document, ""), journal.back, most)
    after = _way(statements, application, Travel(row["cursor"], document, ""), journal.forth, most)
    return StepsKept(before, after)


def _way(
    statements: Statements,
    application: str,
    here: Travel,
    step: Callable[[Statements, str, int, Document], Travel | None],
    most: int,
) -> tuple[tuple[Case, str], ...]:
    found: list[tuple[Case, str]] = []
    while len(found) < most:
        travel = step(statements, application, here.cursor, here.document)
        if travel is None:
            break
        found.append((case_of(travel.document), travel.place))
        here = travel
    return tuple(reversed(found))


def case_at(statements: Statements, application: str, number: int) -> Case:
    """The case after the journal row `number`."""
    document = stored_document(_row(statements, application)["document"])
    return case_of(journal.document_at(statements, application, document, number))


def return_to(statements: Statements, application: str, number: int, stamp: Stamp) -> OpenApplication:
    """Make a former state the present one, as a new edit."""
    row = _row(statements, application)
    present = stored_document(row["document"])
    former = journal.document_at(statements, application, present, number)
    changes = journal.between(present, former)
    if changes:
        entry = Entry(EditKind.RETURN, stamp, "", changes, parent=row["cursor"])
        _append_node(statements, row, former, entry)
    return opened(statements, application)


def set_standing(statements: Statements, application: str, standing: Standing) -> None:
    """What the rules say of it."""
    changed = statements.run(
        "UPDATE application SET gaps = ?, warnings = ?, deadline = ? WHERE id = ?",
        standing.gaps,
        standing.warnings,
        date_text(standing.deadline) or NO_DATE,
        application,
    )
    if not changed:
        raise NoSuchRecord(kind=RecordKind.APPLICATION)


def assign(statements: Statements, application: str, firm: str) -> None:
    """Put it to a firm, or to none."""
    if firm and statements.one("SELECT 1 FROM firm WHERE id = ?", firm) is None:
        raise NoSuchRecord(kind=RecordKind.FIRM)
    if not statements.run("UPDATE application SET firm = ? WHERE id = ?", firm or None, application):
        raise NoSuchRecord(kind=RecordKind.APPLICATION)


def files(statements: Statements, application: str) -> dict[str, StoredFile]:
    """Every file the application ever named."""
    require(statements, application)
    rows = statements.all("SELECT name, blob, size FROM stored_file WHERE application = ?", application)
    return {row["name"]: StoredFile(row["name"], row["blob"], row["size"]) for row in rows}


def require(statements: Statements, application: str) -> None:
    """Raise NoSuchRecord where there is no such application."""
    if statements.one("SELECT 1 FROM application WHERE id = ?", application) is None:
        raise NoSuchRecord(kind=RecordKind.APPLICATION)


def _row(statements: Statements, application: str) -> Row:
    row = statements.one(_SELECT, application)
    if row is None:
        raise NoSuchRecord(kind=RecordKind.APPLICATION)
    return row


def _add_files(statements: Statements, application: str, added: tuple[StoredFile, ...]) -> None:
    known = files(statements, application) if added else {}
    for file in added:
        former = known.get(file.name)
        if former is None:
            statements.run(
                "INSERT INTO stored_file (application, name, blob, size) VALUES (?, ?, ?, ?)",
                application,
                file.name,
                file.blob,
                file.size,
            )
        elif former != file:
            raise FileNameTaken(found=file.name)


def _append_node(statements: Statements, row: Row, document: Document, entry: Entry) -> None:
    number = row["number"] + 1
    journal.append(statements, row["id"], number, entry)
    _write(statements, row, _State(document, case_of(document), number, number), entry.stamp)


def _travelled(
    statements: Statements, row: Row, travel: Travel | None, kind: EditKind, stamp: Stamp
) -> OpenApplication | None:
    if travel is None:
        return None
    number = row["number"] + 1
    changes = journal.between(stored_document(row["document"]), travel.document)
    journal.append(statements, row["id"], number, Entry(kind, stamp, travel.place, changes))
    state = _State(travel.document, case_of(travel.document), number, travel.cursor)
    _write(statements, row, state, stamp)
    return opened(statements, row["id"])


def _write(statements: Statements, row: Row, state: _State, stamp: Stamp) -> None:
    """Write the state, and of what is derived from it as much as has changed."""
    id, summary = row["id"], summary_of(state.case)
    statements.run(_UPDATE_DOCUMENT, json_text(state.document), id)
    statements.run(
        _UPDATE,
        state.number,
        state.cursor,
        time_text(stamp.at),
        summary.name,
        summary.kind,
        summary.state,
        summary.state_date,
        summary.ended,
        summary.submitted,
        summary.operators,
        id,
    )
    derived_from = json_text([findable(state.case).source, *appearances(state.case)])
    if derived_from != row["indexed"]:
        _write_derived(statements, row, state.case, derived_from)


def _write_derived(statements: Statements, row: Row, case: Case, source: str) -> None:
    id = row["id"]
    key = sort_key(storable(case.unit.name))
    statements.run("UPDATE application SET sort_key = ? WHERE id = ?", key, id)
    statements.run("UPDATE application_document SET indexed = ? WHERE application = ?", source, id)
    statements.run("DELETE FROM appearance WHERE application = ?", id)
    statements.many(
        "INSERT INTO appearance (application, role, person_key) VALUES (?, ?, ?)",
        [(id, role, key) for role, key in dict.fromkeys(appearances(case))],
    )
    write_index(statements, RecordKind.APPLICATION, row["row"], findable(case))
