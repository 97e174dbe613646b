"""What comes is verified and compared first; merging is one edit, and nothing is overwritten unasked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.app.exporting import ExportRequest, export_case
from cardprep.app.folder import read_case
from cardprep.app.handing_over import HandOver, folder_content, hand_over
from cardprep.app.library.arriving import News, arriving, merging, needs_passphrase, take_as_new
from cardprep.app.library.files import read_file
from cardprep.app.library.place import ApplicationPlace
from cardprep.app.place import Record
from cardprep.bundle.errors import SealedDamaged, WrongPassphrase
from cardprep.bundle.sealed_header import Cost
from cardprep.case.slots import LEGAL_IDENTITY
from cardprep.errors import CardprepError
from cardprep.library.records import ApplicationQuery
from making import cases, folders, libraries
from making.vaults import state

LIGHT = Cost(memory=8, passes=1, lanes=1, chunk=4_096)
PHRASE = "7kq2m-xw9fh-rt4bn-zp6cd"


@pytest.fixture
def library(tmp_path):
    made, _ = libraries.made(tmp_path / "library")
    with made:
        yield made


@pytest.fixture
def folder(tmp_path):
    return libraries.case_folder(tmp_path / "case")


@pytest.fixture
def kept(library, folder, worker):
    """The application that the library has of the case."""
    return libraries.take_in(library, folder, worker).application


@pytest.fixture
def changed(folder):
    """The folder's case, with another telephone, another scan and a third operator."""
    case = read_case(folder)
    case = replace(case, unit=replace(case.unit, phone="025-58812346"))
    case = replace(case, operators=(*case.operators, cases.complete(3).operators[2]))
    cases.write(folder, case, lambda file: (folder / file).read_bytes())
    legal = next(a.file for a in case.attachments if a.slot == LEGAL_IDENTITY)
    (folder / legal).write_bytes(folders.picture("another scan"))
    return folder


def sealed(target, *sources):
    contents = [folder_content(source, read_case(source)) for source in sources]
    return hand_over(HandOver(contents, target, PHRASE, cost=LIGHT))


def test_what_is_not_there_is_new_and_nothing_is_written(library, folder, worker):
    before = state(library.folder)
    with arriving(library, folder, worker) as came:
        assert [case.news for case in came.cases] == [News.NEW]
    assert state(library.folder) == before


def test_the_very_same_is_known_whatever_its_files_are_called(library, folder, kept, worker, tmp_path):
    path = sealed(tmp_path / "out", folder)
    assert needs_passphrase(path)
    assert not needs_passphrase(folder)
    with arriving(library, path, worker, PHRASE) as came:
        assert [(case.news, case.application) for case in came.cases] == [(News.SAME, kept.id)]


def test_what_differs_is_told_place_by_place(library, kept, changed, worker):
    with arriving(library, changed, worker) as came:
        (case,) = came.cases
        assert (case.news, case.application) == (News.DIFFERS, kept.id)
        assert [found.where for found in case.differences] == ["unit.phone", "operators[2]", "legal.identity"]


def merged(library, source, worker, *chosen):
    with arriving(library, source, worker) as came:
        (case,) = came.cases
        place = ApplicationPlace.open(library, case.application, lambda: libraries.WHO)
        edit = merging(case, frozenset(chosen), place)
        place.save(Record(edit(place.case), where=chosen[0]))
        return place


def test_only_what_was_chosen_is_taken_as_one_edit_that_undo_takes_back(library, kept, changed, worker):
    place = merged(library, changed, worker, "unit.phone", "operators[2]")
    assert place.case.unit.phone == "025-58812346"
    assert len(place.case.operators) == 3
    assert place.case.in_slot(LEGAL_IDENTITY) == kept.case.in_slot(LEGAL_IDENTITY)
    assert place.application.undo().case == kept.case
    assert library.store.count(ApplicationQuery()) == 1


def test_a_file_comes_along_under_a_name_of_its_own(library, kept, changed, worker):
    place = merged(library, changed, worker, "legal.identity")
    (paper,) = place.case.in_slot(LEGAL_IDENTITY)
    assert read_file(library, kept.id, paper.file) == folders.picture("another scan")
    (former,) = kept.case.in_slot(LEGAL_IDENTITY)
    assert read_file(library, kept.id, former.file) != folders.picture("another scan")


def test_it_can_be_taken_in_as_an_application_of_its_own(library, kept, changed, worker):
    with arriving(library, changed, worker) as came:
        made = take_as_new(library, came.cases[0], worker, libraries.WHO, libraries.TODAY)
    assert made.is_new
    assert made.application.id != kept.id
    assert library.store.open(kept.id).case == kept.case


@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda data: data[:-9] + b"x" + data[-8:]])
def test_a_damaged_file_is_refused_and_nothing_is_written(library, folder, worker, tmp_path, spoil):
    path = sealed(tmp_path / "out", folder)
    path.write_bytes(spoil(path.read_bytes()))
    before = state(library.folder)
    with pytest.raises(SealedDamaged), arriving(library, path, worker, PHRASE):
        pytest.fail("it was opened")
    assert state(library.folder) == before


def test_another_passphrase_opens_nothing(library, folder, worker, tmp_path):
    path = sealed(tmp_path / "out", folder)
    with pytest.raises(WrongPassphrase), arriving(library, path, worker, "another phrase"):
        pytest.fail("it was opened")


def test_one_faulty_case_keeps_the_whole_file_out(library, folder, worker, tmp_path):
    second = libraries.case_folder(tmp_path / "second", 2)
    path = sealed(tmp_path / "out", folder, second)
    with arriving(library, path, worker, PHRASE) as came:
        places = [case.source.folder for case in came.cases]
        assert all(library.folder in place.parents for place in places)
    assert not any(place.exists() for place in places)
    with pytest.raises(CardprepError), arriving(library, tmp_path / "absent", worker):
        pytest.fail("it was opened")


def test_a_bundle_is_unpacked_inside_the_library_and_gone_afterwards(library, folder, worker, tmp_path):
    request = ExportRequest(folder, read_case(folder), tmp_path / "out", True, "zh_CN", libraries.TODAY)
    bundle = export_case(request, worker).bundle
    with arriving(library, bundle, worker) as came:
        place = came.cases[0].source.folder
        assert library.folder in place.parents
    assert not place.exists()
