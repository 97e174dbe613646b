"""Firms: what is known of each, and usually written into its applications."""

from __future__ import annotations

from dataclasses import replace

from cardprep.case.identifiers.normalise import fold_number
from cardprep.case.model import Case
from cardprep.library import directory
from cardprep.library.columns import choice_of
from cardprep.library.connection import Row, Statements
from cardprep.library.directory import Entry
from cardprep.library.documents import case_of, document_of, stored_document
from cardprep.library.records import Firm, RecordKind, Shelf, Stamp
from cardprep.library.terms import Findable


def put(statements: Statements, firm: Firm) -> Firm:
    """Write a firm; its shelf stays as it is."""
    id = directory.put(statements, RecordKind.FIRM, firm.id, _entry(firm))
    return get(statements, id)


def get(statements: Statements, id: str) -> Firm:
    """One firm."""
    return _firm(directory.row_of(statements, RecordKind.FIRM, id))


def find(statements: Statements, uscc: str) -> Firm | None:
    """The firm with that credit code."""
    row = directory.by_key(statements, RecordKind.FIRM, fold_number(uscc))
    return None if row is None else _firm(row)


def merge(statements: Statements, keep: str, gone: str, stamp: Stamp) -> None:
    """Make two firms one: `keep` gets what it lacks, and all applications."""
    kept, other = get(statements, keep), get(statements, gone)
    document = directory.filled(document_of(_as_case(kept)), document_of(_as_case(other)))
    put(statements, replace(firm_of(case_of(document)), id=keep))
    statements.run("UPDATE application SET firm = ? WHERE firm = ?", keep, gone)
    directory.move(statements, RecordKind.FIRM, [gone], Shelf.TRASH, stamp)


def _entry(firm: Firm) -> Entry:
    unit, legal = firm.unit, firm.legal_representative
    return Entry(
        document=document_of(_as_case(firm)),
        name=unit.name,
        key=fold_number(unit.uscc),
        findable=Findable((unit.name, legal.name), (unit.uscc, unit.customs_code, unit.phone, legal.phone)),
    )


def _as_case(firm: Firm) -> Case:
    """A firm is written as the part of a case that it fills in."""
    return Case(unit=firm.unit, legal_representative=firm.legal_representative, collection=firm.collection)


def firm_of(case: Case) -> Firm:
    """What an application tells of its firm: the unit, its legal representative, its usual collection."""
    return Firm(case.unit, case.legal_representative, case.collection)


def _firm(row: Row) -> Firm:
    known = firm_of(case_of(stored_document(row["document"])))
    return replace(known, id=row["id"], shelf=choice_of(row["shelf"], Shelf))
