"""Firms and people once: what an application tells of them is kept, and taken over into the next one."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from functools import partial

from cardprep.app.library.files import read_file, seal_file
from cardprep.app.library.open import OpenLibrary
from cardprep.case.identifiers.documents import check_document, person_key
from cardprep.case.identifiers.uscc import check as check_uscc
from cardprep.case.model import Case, Unit
from cardprep.case.people import PersonAt, everyone
from cardprep.case.slots import Slot
from cardprep.library.firms import firm_of
from cardprep.library.records import Firm, Material, OpenApplication, Person, Standing


def file_away(
    library: OpenLibrary, application: str, today: dt.date, standing: Standing | None = None
) -> None:
    """Put the application to its firm, and keep its people and their papers for the next one.

    Only who has a valid number is kept: two spellings of one person are worse than none. What is known
    already stays as it is, but for blanks.

    Raises:
        LibraryError: it cannot be written; what was kept before that is whole.
    """
    opened = library.store.open(application)
    if standing is not None:
        library.written(lambda: library.store.set_standing(application, standing))
    _assign_firm(library, opened)
    for person in everyone(opened.case):
        if _is_sound(person, today):
            _keep_person(library, opened, person)


def _assign_firm(library: OpenLibrary, opened: OpenApplication) -> None:
    unit = opened.case.unit
    verdict = check_uscc(unit.uscc)
    if not unit.name.strip() or not verdict.value or verdict.fault:
        return
    known = library.store.find_firm(unit.uscc)
    told = firm_of(opened.case)
    firm = told if known is None else _completed(known, told)
    if firm != known:
        firm = library.written(lambda: library.store.put_firm(firm))
    if opened.firm != firm.id:
        library.written(lambda: library.store.assign(opened.id, firm.id))


def _completed(known: Firm, told: Firm) -> Firm:
    """`known` with its blanks filled: what somebody wrote about the firm itself is never overwritten."""
    unit = filled_unit(known.unit, told.unit)
    legal = known.legal_representative
    if not legal.name.strip() and not legal.id_number.strip():
        legal = told.legal_representative
    collection = told.collection if known.collection.way is None else known.collection
    return replace(known, unit=unit, legal_representative=legal, collection=collection)


def filled_unit(known: Unit, told: Unit) -> Unit:
    """`known` with what is typed in `told` where it has nothing."""
    names = (known_field.name for known_field in fields(Unit))
    return replace(known, **{name: getattr(told, name) for name in names if not getattr(known, name).strip()})


def _is_sound(person: PersonAt, today: dt.date) -> bool:
    verdict = check_document(person.id_type, person.id_number, today)
    return bool(person.name.strip() and person_key(person.id_number)) and not verdict.fault


def _keep_person(library: OpenLibrary, opened: OpenApplication, at: PersonAt) -> None:
    known = library.store.find_person(at.id_number)
    mobile = _mobile(opened.case, at)
    if known is None:
        known = Person(at.name, at.id_type, at.id_number, mobile)
    person = replace(known, mobile=known.mobile or mobile)
    if person != known or not known.id:
        person = library.written(lambda: library.store.put_person(person))
    _keep_materials(library, opened, at.slot, person)


def _mobile(case: Case, at: PersonAt) -> str:
    if at.path.startswith("operators"):
        return case.operators[at.slot.index or 0].mobile
    return case.handler.mobile if at.path == "handler" else ""


def _keep_materials(library: OpenLibrary, opened: OpenApplication, slot: Slot, person: Person) -> None:
    """Papers that are not kept yet, sealed again under the person's own key: an application ends."""
    known = {(m.application, m.file.name) for m in library.store.materials(person.id)}
    for attachment in (*opened.case.in_slot(slot), *opened.case.in_slot(slot.translation)):
        if (opened.id, attachment.file) in known:
            continue
        key, wrapped = _key_of(library, person.id)
        data = read_file(library, opened.id, attachment.file)
        material = Material(
            person=person.id,
            part=attachment.slot.part,
            file=seal_file(library, key, attachment.file, data),
            foreign_language=attachment.foreign_language,
            attested=attachment.attested,
            application=opened.id,
        )
        library.written(partial(library.store.add_material, material, wrapped))


def _key_of(library: OpenLibrary, person: str) -> tuple[bytes, bytes]:
    """A person's key and as it is kept, made where there is none."""
    wrapped = library.store.wrapped_key(person)
    if wrapped is None:
        made = library.vault.new_application_key(person)
        return made.key, made.wrapped
    return library.vault.application_key(person, wrapped), wrapped
