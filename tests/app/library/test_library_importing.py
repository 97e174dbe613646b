"""What is imported comes out again as it was; its files lie sealed."""

from __future__ import annotations

import json

import pytest

from cardprep.app.errors import CaseFileMissing
from cardprep.app.folder import read_case
from cardprep.app.library.files import content_of, in_plain, read_file
from cardprep.library.records import ApplicationQuery, DirectoryQuery
from making import folders, libraries
from making.vaults import state


@pytest.fixture
def library(tmp_path):
    made, _ = libraries.made(tmp_path / "library")
    with made:
        yield made


@pytest.fixture
def folder(tmp_path):
    return libraries.case_folder(tmp_path / "case")


def test_the_case_and_its_very_files_are_there(library, folder, worker):
    imported = libraries.take_in(library, folder, worker)
    assert imported.is_new
    assert imported.application.case == read_case(folder)
    for attachment in imported.application.case.attachments:
        kept = read_file(library, imported.application.id, attachment.file)
        assert kept == (folder / attachment.file).read_bytes()


def test_nothing_of_it_lies_in_plain(library, folder, worker):
    before = state(folder)
    case = libraries.take_in(library, folder, worker).application.case
    library.close()
    everything = b"".join(state(library.folder).values())
    markers = [case.unit.name, case.operators[0].id_number, case.operators[0].name, "case.json"]
    assert not any(marker.encode() in everything for marker in markers)
    assert not any(data[:200] in everything for data in before.values())
    assert state(folder) == before


def test_the_firm_is_known_once(library, folder, tmp_path, worker):
    first = libraries.take_in(library, folder, worker)
    told = folders.changed(folders.document(read_case(folder)), remark="另一份")
    second = libraries.take_in(library, folders.write(tmp_path / "second", told), worker)
    assert first.application.firm == second.application.firm != ""
    assert len(library.store.fetch_firms(DirectoryQuery()).rows) == 1


def test_the_same_case_is_not_taken_in_twice(library, folder, worker):
    first, second = (libraries.take_in(library, folder, worker) for _ in range(2))
    assert (second.is_new, second.application.id) == (False, first.application.id)
    assert library.store.count(ApplicationQuery()) == 1


def test_the_same_case_with_another_file_is_another(library, folder, worker):
    first = libraries.take_in(library, folder, worker)
    file = folder / first.application.case.attachments[0].file
    file.write_bytes(folders.picture("another"))
    assert libraries.take_in(library, folder, worker).is_new


def test_a_faulty_case_leaves_nothing(library, folder, worker):
    case = read_case(folder)
    (folder / case.attachments[-1].file).unlink()
    with pytest.raises(CaseFileMissing):
        libraries.take_in(library, folder, worker)
    assert library.store.count(ApplicationQuery()) == 0
    assert list(library.blobs.blobs()) == []


def test_the_list_says_how_it_stands(library, tmp_path, worker):
    told = folders.changed(folders.document(), remark="")
    libraries.take_in(library, folders.write(tmp_path / "faulty", told), worker)
    (row,) = library.store.fetch_applications(ApplicationQuery()).rows
    assert row.gaps == 1


def test_files_in_plain_are_gone_afterwards(library, folder, worker):
    application = libraries.take_in(library, folder, worker).application
    with in_plain(library, application.id, application.case) as plain:
        assert plain.is_relative_to(library.folder)
        assert (plain.stat().st_mode & 0o777) == 0o700
        assert read_case(folder).attachments[0].file in state(plain)
    assert not plain.exists()


def test_it_can_be_handed_over_again(library, folder, worker):
    application = libraries.take_in(library, folder, worker).application
    content = content_of(library, application.id)
    file = content.case.attachments[0].file
    assert content.read(file) == (folder / file).read_bytes()


def test_the_originals_of_a_prepared_paper_come_along(library, folder, worker):
    told = folders.document()
    told["attachments"][0]["prepared"] = {"pages": [{"file": "original.jpg", "turn": 90}]}
    (folder / "original.jpg").write_bytes(b"original")
    (folder / "case.json").write_text(json.dumps(told), "utf-8")
    application = libraries.take_in(library, folder, worker).application
    assert content_of(library, application.id).read("original.jpg") == b"original"
    with in_plain(library, application.id, application.case) as plain:
        assert (plain / "original.jpg").read_bytes() == b"original"
