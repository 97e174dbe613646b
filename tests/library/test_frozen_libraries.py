"""A library of every released form opens in the present program with all that was put into it."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from cardprep.app.library.backing_up import verify_library
from cardprep.app.library.files import read_file
from cardprep.app.library.open import open_library
from cardprep.case.codec import dump_case
from cardprep.library.blobs import BlobId
from cardprep.library.migrations import MIGRATIONS
from cardprep.library.records import ApplicationQuery, DirectoryQuery, Shelf
from cardprep.library.recovery import RecoveryKey
from cardprep.library.ways import ByPassphrase, ByRecoveryKey
from making.frozen_library import make, of_firm
from making.libraries import WHO
from making.vaults import PASSPHRASE, state

FROZEN = Path(__file__).with_name("frozen")
VERSIONS = sorted(path.name for path in FROZEN.glob("v*"))


@pytest.fixture(params=VERSIONS)
def place(request, tmp_path):
    """A copy of a frozen library and its content; the frozen one itself is left as it is."""
    before = state(FROZEN / request.param)
    shutil.copytree(FROZEN / request.param, tmp_path / "frozen")
    yield tmp_path / "frozen"
    assert state(FROZEN / request.param) == before


@pytest.fixture
def content(place):
    return json.loads((place / "content.json").read_text("utf-8"))


@pytest.fixture
def library(place):
    with open_library(place / "library", ByPassphrase(PASSPHRASE)) as opened:
        yield opened


def test_there_is_one_of_every_form():
    assert {f"v{migration.version}" for migration in MIGRATIONS} == set(VERSIONS)


def test_it_is_whole(library):
    found = verify_library(library)
    assert found.is_whole
    assert found.blobs >= 2


def test_every_application_is_on_its_shelf_and_no_other(library, content):
    shelves = {}
    for shelf in Shelf:
        rows = library.store.fetch_applications(ApplicationQuery(shelf=shelf)).rows
        shelves.update({row.id: shelf.value for row in rows})
    assert shelves == {id: told["shelf"] for id, told in content["applications"].items()}


def test_every_state_of_every_application_is_what_was_put_in(library, content):
    for id, told in content["applications"].items():
        history = {str(entry.number): entry for entry in library.store.history(id)}
        assert set(history) == set(told["states"])
        for number, (kind, case) in told["states"].items():
            assert (history[number].kind, history[number].stamp.who) == (kind, WHO)
            assert dump_case(library.store.case_at(id, int(number))) == case
        opened = library.store.open(id)
        assert dump_case(opened.case) == told["states"][str(opened.number)][1]
        assert opened.number == max(map(int, told["states"]))


def test_every_file_is_what_was_put_in(library, content):
    read = {
        id: {
            name: hashlib.sha256(read_file(library, id, name)).hexdigest() for name in library.store.files(id)
        }
        for id in content["applications"]
    }
    assert read == {id: told["files"] for id, told in content["applications"].items()}
    assert any(read.values())


def test_every_firm_is_what_was_put_in(library, content):
    firms = {row.id for row in library.store.fetch_firms(DirectoryQuery()).rows}
    assert firms == set(content["firms"])
    for id, told in content["firms"].items():
        assert dump_case(of_firm(library.store.firm(id))) == told
    assert {told["firm"] for told in content["applications"].values()} - {""} == firms


def test_every_person_and_her_papers_are_what_was_put_in(library, content):
    assert {row.id for row in library.store.fetch_people(DirectoryQuery()).rows} == set(content["people"])
    for id, told in content["people"].items():
        person = library.store.person(id)
        assert [person.name, person.id_type, person.id_number, person.mobile] == told["values"]
        key = library.vault.application_key(id, library.store.wrapped_key(id))
        papers = {
            material.file.name: hashlib.sha256(library.blobs.get(BlobId(material.file.blob), key)).hexdigest()
            for material in library.store.materials(id)
        }
        assert papers == told["papers"]


def test_it_can_be_searched_and_worked_on(library, content):
    unit = library.store.open("frozen-active").case.unit
    found = library.store.fetch_applications(ApplicationQuery(search=unit.uscc)).rows
    assert [row.id for row in found] == ["frozen-active"]
    stamp = library.store.history("frozen-active")[0].stamp
    assert library.store.undo("frozen-active", stamp) is not None


def test_its_recovery_key_opens_it(place, content):
    way = ByRecoveryKey(RecoveryKey.read(content["recovery_key"]))
    with open_library(place / "library", way) as library:
        assert library.store.faults() == 0


def test_the_maker_still_makes_what_was_frozen_last(tmp_path):
    """Else the next frozen library would hold less than this one."""
    make(tmp_path)
    made = json.loads((tmp_path / "content.json").read_text("utf-8"))
    frozen = json.loads((FROZEN / f"v{MIGRATIONS[-1].version}" / "content.json").read_text("utf-8"))
    assert set(made) == set(frozen)
    assert made["applications"].keys() == frozen["applications"].keys()
    assert len(made["people"]) == len(frozen["people"])
