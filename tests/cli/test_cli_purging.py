"""A purge on the command line asks first, keeps to the retention time, and follows into the backups."""

from __future__ import annotations

import io
import os

import pytest

from cardprep.app.clock import now
from cardprep.app.library.backing_up import back_up
from cardprep.case.model import StatusEntry, StatusState
from cardprep.library.records import RecordKind, Saving, Shelf, Stamp
from cardprep.library.store_errors import NoSuchRecord
from making import libraries
from making.vaults import PASSPHRASE


@pytest.fixture
def kept(tmp_path, worker):
    """A closed library, backed up, with an application in the trash; and its id."""
    made, _ = libraries.made(tmp_path / "library")
    with made as library:
        id = libraries.take_in(library, libraries.case_folder(tmp_path / "c"), worker).application.id
        library.store.move(RecordKind.APPLICATION, [id], Shelf.TRASH, Stamp(libraries.WHO, now()))
        back_up(library, tmp_path / "usb")
    return tmp_path / "library", id


@pytest.fixture
def ask(run, kept):
    def ask(*words):
        reading, writing = os.pipe()
        os.write(writing, f"{PASSPHRASE}\n".encode())
        os.close(writing)
        try:
            return run("library", "purge", kept[0], *words, "--passphrase-fd", reading, "--json")
        finally:
            os.close(reading)

    return ask


def is_there(kept):
    folder, id = kept
    with libraries.opened(folder) as library:
        try:
            library.store.open(id)
        except NoSuchRecord:
            return False
        return True


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_script_that_is_sure_purges(ask, kept, tmp_path):
    ran = ask(kept[1][:8], "--yes", "--place", tmp_path / "usb")
    assert (ran.code, ran.document) == (0, {"purged": [kept[1]], "left": []})
    assert not is_there(kept)


def test_without_a_terminal_and_a_word_nothing_is_purged(ask, kept, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    ran = ask(kept[1])
    assert (ran.code, set(ran.document)) == (2, {"error"})
    assert is_there(kept)


@pytest.mark.parametrize(("answer", "code"), [("yes\n", 0), ("是\n", 0), ("no\n", 1), ("\n", 1), ("", 1)])
def test_a_person_is_asked(ask, kept, monkeypatch, answer, code):
    monkeypatch.setattr("sys.stdin", _Terminal(answer))
    ran = ask(kept[1])
    assert (ran.code, bool(ran.document["purged"])) == (code, code == 0)
    assert is_there(kept) == (code != 0)


def test_one_that_must_be_kept_keeps_all_of_them(ask, kept, tmp_path, worker):
    folder, id = kept
    with libraries.opened(folder) as library:
        second = libraries.take_in(library, libraries.case_folder(tmp_path / "s", 2), worker).application
        case = libraries.replace(second.case, status=(StatusEntry(StatusState.SUBMITTED, libraries.TODAY),))
        library.store.save(second.id, Saving(case, second.number, Stamp(libraries.WHO, now())))
    ran = ask(id, second.id, "--yes", "--today", "2099-01-01")
    assert ran.code == 2
    assert is_there(kept)


@pytest.mark.parametrize("words", [(), ("9132",), ("abc",), ("no-such-id",)])
def test_only_an_id_is_purged(ask, kept, words):
    assert ask(*words, "--yes").code == 2
    assert is_there(kept)
