"""People, each once, and the identity papers of theirs that can be taken over into an application."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from cardprep.case.identifiers.documents import person_key
from cardprep.case.model import Attachment, Attested, Case, Operator
from cardprep.case.slots import Part, Slot, operator_identity
from cardprep.library import directory
from cardprep.library.columns import choice_of, new_id
from cardprep.library.connection import Row, Statements
from cardprep.library.directory import Entry
from cardprep.library.documents import Document, case_of, document_of, json_text, storable, stored_document
from cardprep.library.records import (
    Appearance,
    Material,
    Person,
    RecordKind,
    Shelf,
    Stamp,
    StoredFile,
)
from cardprep.library.store_errors import StoreDamaged
from cardprep.library.terms import Findable

STILL_NEW: Mapping[Part, tuple[str, ...]] = MappingProxyType(
    {
        Part.IDENTITY: ("seal", "wording", "signature", "date"),
        Part.TRANSLATION: ("seal",),
    }
)
"""What must be new on a paper that is taken over: its annotation was for one application alone."""

_APPEARANCES = """SELECT appearance.* FROM appearance
    JOIN application ON application.id = appearance.application
    WHERE person_key = ? AND shelf <> 'trash' ORDER BY application.row, role"""
_ADD_MATERIAL = """INSERT INTO material
    (id, person, owner, part, name, blob, size, foreign_language, attested, application)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_KEEP_KEY = "INSERT INTO sealing_key (owner, wrapped) VALUES (?, ?) ON CONFLICT (owner) DO NOTHING"


def put(statements: Statements, person: Person) -> Person:
    """Write a person; her shelf stays as it is."""
    id = directory.put(statements, RecordKind.PERSON, person.id, _entry(person))
    return get(statements, id)


def get(statements: Statements, id: str) -> Person:
    """One person."""
    return _person(directory.row_of(statements, RecordKind.PERSON, id))


def find(statements: Statements, id_number: str) -> Person | None:
    """The person with that document number."""
    row = directory.by_key(statements, RecordKind.PERSON, person_key(id_number))
    return None if row is None else _person(row)


def merge(statements: Statements, keep: str, gone: str, stamp: Stamp) -> None:
    """Make two records one: `keep` gets what it lacks, and all papers (the keys stay)."""
    kept, other = document_of(_as_case(get(statements, keep))), document_of(_as_case(get(statements, gone)))
    operator = directory.filled(kept["operators"][0], other["operators"][0])
    put(statements, replace(_from_case(case_of({**kept, "operators": [operator]})), id=keep))
    statements.run("UPDATE material SET person = ? WHERE person = ?", keep, gone)
    directory.move(statements, RecordKind.PERSON, [gone], Shelf.TRASH, stamp)


def appearances(statements: Statements, key: str) -> list[Appearance]:
    """Where a person appears, applications in the trash excepted."""
    rows = statements.all(_APPEARANCES, storable(key))
    return [Appearance(row["application"], row["role"], row["person_key"]) for row in rows]


def add_material(statements: Statements, material: Material, wrapped_key: bytes) -> Material:
    """Remember a paper; its blob is sealed by the owner's key."""
    directory.row_of(statements, RecordKind.PERSON, material.person)
    added = replace(material, id=new_id(), owner=material.owner or material.person)
    statements.run(_KEEP_KEY, added.owner, wrapped_key)
    statements.run(
        _ADD_MATERIAL,
        added.id,
        added.person,
        added.owner,
        added.part.value,
        storable(added.file.name),
        added.file.blob,
        added.file.size,
        int(added.foreign_language),
        json_text(_paper_document(added)),
        added.application,
    )
    return added


def materials(statements: Statements, person: str) -> list[Material]:
    """A person's papers, the latest first."""
    directory.row_of(statements, RecordKind.PERSON, person)
    rows = statements.all("SELECT * FROM material WHERE person = ? ORDER BY row DESC", person)
    return [_material(row) for row in rows]


def taken_over(material: Material, slot: Slot) -> Attachment:
    """The paper as an attachment of a new application: of what was seen, only the expiry still holds."""
    attested = Attested(expires=material.attested.expires)
    return Attachment(slot, material.file.name, material.foreign_language, attested)


def _entry(person: Person) -> Entry:
    return Entry(
        document=document_of(_as_case(person)),
        name=person.name,
        key=person_key(person.id_number),
        findable=Findable((person.name,), (person.id_number, person.mobile)),
    )


def _as_case(person: Person) -> Case:
    """A person is written as the one operator of a case."""
    operator = Operator(
        name=person.name, id_type=person.id_type, id_number=person.id_number, mobile=person.mobile
    )
    return Case(operators=(operator,))


def _from_case(case: Case) -> Person:
    if len(case.operators) != 1:
        raise StoreDamaged
    known = case.operators[0]
    return Person(known.name, known.id_type, known.id_number, known.mobile)


def _person(row: Row) -> Person:
    known = _from_case(case_of(stored_document(row["document"])))
    return replace(known, id=row["id"], shelf=choice_of(row["shelf"], Shelf))


def _paper_document(material: Material) -> Document:
    """What was attested, as a case writes it."""
    paper = Attachment(operator_identity(0), "paper", attested=material.attested)
    return document_of(Case(operators=(Operator(),), attachments=(paper,)))


def _material(row: Row) -> Material:
    case = case_of(stored_document(row["attested"]))
    return Material(
        person=row["person"],
        part=choice_of(row["part"], Part),
        file=StoredFile(row["name"], row["blob"], row["size"]),
        foreign_language=bool(row["foreign_language"]),
        attested=case.attachments[0].attested,
        application=row["application"],
        owner=row["owner"],
        id=row["id"],
    )
