"""A new application begins with what is known; papers come along, but what was seen on them does not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cardprep.app.library.applications import Application
from cardprep.app.library.beginning import (
    adding_people,
    begin,
    bring_people,
    filling_legal,
    latest_papers,
)
from cardprep.app.library.filing import file_away
from cardprep.app.library.place import ApplicationPlace
from cardprep.case.model import Attested, Case, Kind, LegalRepresentative
from cardprep.case.slots import LEGAL_IDENTITY, operator_identity
from cardprep.library.blobs import BlobId
from making import cases, folders, libraries

TODAY = libraries.TODAY
EXPIRES = dt.date(2031, 5, 6)


def who():
    return libraries.WHO


@pytest.fixture
def library(tmp_path):
    made, _ = libraries.made(tmp_path / "library")
    with made:
        yield made


@pytest.fixture
def former(library, tmp_path, worker):
    """An application of a firm, filed away; every paper says until when its document holds."""
    case = cases.complete()
    for attachment in case.attachments:
        case = cases.with_attested(case, attachment.slot, expires=EXPIRES)
    folder = folders.write(tmp_path / "case", folders.document(case))
    application = libraries.take_in(library, folder, worker).application
    file_away(library, application.id, TODAY)
    return library.store.open(application.id)


def ids(library, case):
    return [library.store.find_person(operator.id_number).id for operator in case.operators]


def test_firm_legal_representative_and_collection_are_written_in(library, former):
    begun = begin(library, Kind.NEW_ENTRANT, former.firm, who).case
    assert (begun.unit, begun.collection) == (former.case.unit, former.case.collection)
    assert begun.legal_representative == former.case.legal_representative
    assert (begun.kind, begun.operators, begun.declaration) == (Kind.NEW_ENTRANT, (), False)
    assert begun.remark == former.case.remark


def test_the_legal_representatives_paper_comes_with_nothing_attested_but_its_expiry(library, former):
    begun = begin(library, Kind.NEW_ENTRANT, former.firm, who)
    (paper,) = begun.case.in_slot(LEGAL_IDENTITY)
    (before,) = former.case.in_slot(LEGAL_IDENTITY)
    assert paper.attested == Attested(expires=EXPIRES)
    own = Application.open(library, former.id, who).read(before.file)
    assert begun.read(paper.file) == own


def test_without_a_firm_it_begins_empty(library):
    begun = begin(library, Kind.NEW_ENTRANT, "", who).case
    assert begun == Case(kind=Kind.NEW_ENTRANT, remark=begun.remark)


def test_people_come_as_drafts_with_their_papers_in_one_edit(library, former):
    place = ApplicationPlace.create(library, Case(operators=(cases.complete(3).operators[2],)), who)
    brought = bring_people(library, ids(library, former.case), place)
    case = adding_people(brought)(place.case)
    assert [o.name for o in case.operators[1:]] == [o.name for o in former.case.operators]
    assert {o.state.value for o in case.operators[1:]} == {"draft"}
    for index in (1, 2):
        (paper,) = case.in_slot(operator_identity(index))
        assert paper.attested == Attested(expires=EXPIRES)
        assert place.application.read(paper.file)


def test_a_paper_that_cannot_be_read_any_more_is_left_out(library, former):
    person = ids(library, former.case)[0]
    library.blobs.delete(BlobId(library.store.materials(person)[0].file.blob))
    place = ApplicationPlace.create(library, Case(), who)
    (brought,) = bring_people(library, [person], place)
    assert brought.papers == ()
    assert adding_people([brought])(Case()).operators[0].name == former.case.operators[0].name


def test_only_the_papers_of_the_last_application_are_taken(library, former):
    materials = library.store.materials(ids(library, former.case)[0])
    older = replace(materials[0], application="former")
    assert latest_papers([*materials, older]) == tuple(materials)
    assert latest_papers([]) == ()


def test_a_legal_representative_is_filled_in_where_nobody_stands(library, former):
    place = ApplicationPlace.create(library, Case(), who)
    number = former.case.legal_representative.id_number
    brought = bring_people(library, [library.store.find_person(number).id], place)
    filled = filling_legal(brought)(Case())
    assert filled.legal_representative.id_number == number
    assert len(filled.in_slot(LEGAL_IDENTITY)) == 1


@pytest.mark.parametrize("there", [{"name": "王某"}, {"id_number": "1"}, {"id_type": "passport"}])
def test_two_people_are_never_mixed_into_one(library, former, there):
    place = ApplicationPlace.create(library, Case(), who)
    brought = bring_people(library, ids(library, former.case)[:1], place)
    case = Case(legal_representative=LegalRepresentative(**there))
    assert filling_legal(brought)(case) == case


def test_a_telephone_and_a_paper_that_are_there_stay(library, former):
    place = ApplicationPlace.create(library, Case(), who)
    brought = bring_people(library, ids(library, former.case)[:1], place)
    case = cases.with_file(
        Case(legal_representative=LegalRepresentative(phone="025-58812345")), LEGAL_IDENTITY
    )
    filled = filling_legal(brought)(case)
    assert filled.legal_representative.phone == "025-58812345"
    assert filled.in_slot(LEGAL_IDENTITY) == case.in_slot(LEGAL_IDENTITY)
