"""A new application, with what the library knows of its firm and its people written in.

What is taken over of a paper is the paper itself: its annotation was for another application, and is asked
for again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from cardprep.app import rulebooks
from cardprep.app.library.applications import Application
from cardprep.app.library.open import OpenLibrary
from cardprep.app.place import CasePlace
from cardprep.case.edits import Edit, add_operator
from cardprep.case.identifiers.documents import person_key
from cardprep.case.model import Attachment, Case, Kind, Operator
from cardprep.case.slots import LEGAL_IDENTITY, Slot, operator_identity
from cardprep.library.blobs import BlobId
from cardprep.library.errors import BlobDamaged, BlobMissing, KeyDamaged
from cardprep.library.people import taken_over
from cardprep.library.records import Firm, Material, Person
from cardprep.rules.remark import propose_remark

Keep = Callable[[str, bytes], str]
"""Keeps a file's bytes and gives the case's name of it."""


def begin(library: OpenLibrary, kind: Kind, firm: str, who: Callable[[], str]) -> Application:
    """A new application of a firm ("": of none yet), with its legal representative's latest papers.

    Raises:
        LibraryError: it cannot be made.
    """
    known = library.store.firm(firm) if firm else Firm(Case().unit)
    case = Case(
        kind=kind,
        unit=known.unit,
        legal_representative=known.legal_representative,
        collection=known.collection,
        remark=propose_remark(known.collection, rulebooks.rulebook()) or "",
    )
    application = Application.create(library, case, who, firm)
    number = case.legal_representative.id_number
    person = library.store.find_person(number) if person_key(number) else None
    if person is not None:
        papers = bring_papers(library, person.id, LEGAL_IDENTITY, application.attach)
        if papers:
            application.save(replace(case, attachments=papers), str(LEGAL_IDENTITY))
    return application


def latest_papers(materials: Sequence[Material]) -> tuple[Material, ...]:
    """Of a person's papers (the latest first) those of the application that she was in last."""
    return tuple(m for m in materials if m.application == materials[0].application) if materials else ()


def bring_papers(library: OpenLibrary, person: str, slot: Slot, keep: Keep) -> tuple[Attachment, ...]:
    """A person's latest papers as attachments of another application; `slot` is that of her identity.

    A paper that cannot be read any more is left out: it is asked for like any that is missing.
    """
    brought: list[Attachment] = []
    for material in latest_papers(library.store.materials(person)):
        at = replace(slot, part=material.part)
        try:
            data = _read(library, material)
        except (BlobMissing, BlobDamaged, KeyDamaged):
            continue
        name = keep(material.file.name.rsplit("/", 1)[-1], data)
        brought.append(replace(taken_over(material, at), file=name))
    return tuple(brought)


def _read(library: OpenLibrary, material: Material) -> bytes:
    wrapped = library.store.wrapped_key(material.owner)
    if wrapped is None:
        raise KeyDamaged("material")
    key = library.vault.application_key(material.owner, wrapped)
    return library.blobs.get(BlobId(material.file.blob), key)


@dataclass(frozen=True, slots=True)
class Brought:
    """A person who comes into an application as an operator: what is known, and the papers, slot-less."""

    person: Person
    papers: tuple[Attachment, ...]


def bring_people(library: OpenLibrary, people: Sequence[str], place: CasePlace) -> tuple[Brought, ...]:
    """People of the library, their papers kept in the place of the case that they are to come into.

    Raises:
        LibraryError, FileUnreadable …: nothing of the case has changed.
    """
    return tuple(
        Brought(
            library.store.person(id), bring_papers(library, id, operator_identity(0), place.take_in_bytes)
        )
        for id in people
    )


def adding_people(brought: Sequence[Brought]) -> Edit:
    """The edit that adds them as operators in draft, with their papers: one step of undo."""

    def add(case: Case) -> Case:
        for one in brought:
            index, known = len(case.operators), one.person
            operator = Operator(
                name=known.name, id_type=known.id_type, id_number=known.id_number, mobile=known.mobile
            )
            case = add_operator(case, operator)
            papers = tuple(replace(paper, slot=replace(paper.slot, index=index)) for paper in one.papers)
            case = replace(case, attachments=(*case.attachments, *papers))
        return case

    return add


def filling_legal(brought: Sequence[Brought]) -> Edit:
    """The edit that puts a person where no legal representative is entered yet: blanks alone are filled."""

    def fill(case: Case) -> Case:
        legal = case.legal_representative
        if not brought or legal.name.strip() or legal.id_number.strip() or legal.id_type:
            return case  # two people are never mixed into one
        known, papers = brought[0].person, brought[0].papers
        filled = replace(
            legal,
            name=known.name,
            id_type=known.id_type,
            id_number=known.id_number,
            phone=legal.phone if legal.phone.strip() else known.mobile,
        )
        taken = tuple(
            replace(paper, slot=replace(LEGAL_IDENTITY, part=paper.slot.part))
            for paper in papers
            if not case.in_slot(replace(LEGAL_IDENTITY, part=paper.slot.part))
        )
        changed = replace(case, legal_representative=filled, attachments=(*case.attachments, *taken))
        return replace(changed, declaration=False)

    return fill
