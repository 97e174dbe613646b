"""What an application tells of its firm and its people is kept once, and never written over."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cardprep.app.library.applications import Application
from cardprep.app.library.filing import file_away
from cardprep.app.library.purging import purge
from cardprep.case.model import CollectionWay, LegalRepresentative, StatusEntry, StatusState
from cardprep.library.blobs import BlobId
from cardprep.library.records import DirectoryQuery, Firm, Person, RecordKind, Standing
from making import cases, libraries, people

TODAY = libraries.TODAY


@pytest.fixture
def library(tmp_path):
    made, _ = libraries.made(tmp_path / "library")
    with made:
        yield made


@pytest.fixture
def kept(library, tmp_path, worker):
    """An application, its firm and its people filed away."""
    folder = libraries.case_folder(tmp_path / "case")
    application = libraries.take_in(library, folder, worker).application
    file_away(library, application.id, TODAY)
    return application


def new(library, case):
    return Application.create(library, case, lambda: libraries.WHO)


def people_of(library):
    return {row.name for row in library.store.fetch_people(DirectoryQuery()).rows}


def paper_of(library, person):
    """A person's latest paper, unsealed with her own key."""
    material = library.store.materials(person.id)[0]
    key = library.vault.application_key(material.owner, library.store.wrapped_key(material.owner))
    return library.blobs.get(BlobId(material.file.blob), key)


def test_firm_and_people_are_there_once_however_often_it_is_filed_away(library, kept):
    file_away(library, kept.id, TODAY)
    case = kept.case
    everyone = {case.legal_representative.name, *(operator.name for operator in case.operators)}
    assert people_of(library) == everyone
    assert len(library.store.fetch_firms(DirectoryQuery()).rows) == 1
    for operator in case.operators:
        assert len(library.store.materials(library.store.find_person(operator.id_number).id)) == 1


def test_an_application_is_put_to_its_firm_and_told_what_is_open(library):
    made = new(library, replace(cases.complete(1), attachments=()))
    file_away(library, made.id, TODAY, Standing(gaps=3))
    opened = library.store.open(made.id)
    assert library.store.firm(opened.firm).unit == cases.unit(people.firm(0))
    assert [row.gaps for row in library.store.fetch_firms(DirectoryQuery()).rows] == [3]


def test_blanks_of_the_firm_are_filled_and_nothing_is_overwritten(library):
    unit = replace(cases.unit(people.firm(0)), phone="", registered_address="自己写的地址")
    own = LegalRepresentative("王某")
    library.store.put_firm(Firm(unit, own))
    file_away(library, new(library, replace(cases.complete(1), attachments=())).id, TODAY)
    firm = library.store.find_firm(unit.uscc)
    assert firm.unit.phone == cases.unit(people.firm(0)).phone
    assert (firm.unit.registered_address, firm.legal_representative) == ("自己写的地址", own)
    assert firm.collection.way is CollectionWay.COUNTER


def test_a_person_keeps_the_name_that_is_known_and_gets_the_mobile_that_was_not(library):
    operator = cases.complete(1).operators[0]
    library.store.put_person(Person("旧名", operator.id_type, operator.id_number))
    file_away(library, new(library, replace(cases.complete(1), attachments=())).id, TODAY)
    known = library.store.find_person(operator.id_number)
    assert (known.name, known.mobile) == ("旧名", operator.mobile)


@pytest.mark.parametrize("fields", [{"id_number": ""}, {"id_number": "110105194912310021"}, {"name": " "}])
def test_who_is_not_told_for_certain_is_not_kept(library, fields):
    case = cases.with_operator(replace(cases.complete(1), attachments=()), 0, **fields)
    file_away(library, new(library, case).id, TODAY)
    assert people_of(library) == {case.legal_representative.name}


@pytest.mark.parametrize("fields", [{"uscc": ""}, {"uscc": "911100001000013428"}, {"name": ""}])
def test_a_firm_that_is_not_told_for_certain_is_not_kept(library, fields):
    case = replace(cases.complete(1), attachments=())
    file_away(library, new(library, replace(case, unit=replace(case.unit, **fields))).id, TODAY)
    assert not library.store.fetch_firms(DirectoryQuery()).rows


def test_papers_are_readable_after_the_application_was_purged(library, kept):
    operator = kept.case.operators[0]
    (paper,) = kept.case.in_slot(cases.operator_identity(0))
    application = Application.open(library, kept.id, lambda: libraries.WHO)
    scan = application.read(paper.file)
    ended = StatusEntry(StatusState.WITHDRAWN, TODAY)
    application.save(replace(kept.case, status=(ended,)))
    purge(library, RecordKind.APPLICATION, [kept.id], TODAY + dt.timedelta(days=91))
    person = library.store.find_person(operator.id_number)
    assert library.store.wrapped_key(kept.id) is None
    assert paper_of(library, person) == scan
