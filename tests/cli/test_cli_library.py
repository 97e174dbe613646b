"""The commands work on the library as on a folder; its secret comes by no argument."""

from __future__ import annotations

import os
import re

import pytest

from cardprep.cli import unlocking
from cardprep.host.secrets import SystemKeyring
from making import folders, libraries
from making.commands import apart
from making.keyrings import Kept
from making.vaults import CHEAP, PASSPHRASE

DAY = ("--today", "2026-11-23")


@pytest.fixture
def kept(tmp_path):
    """A closed library with nothing in it."""
    made, _ = libraries.made(tmp_path / "library")
    made.close()
    return tmp_path / "library"


@pytest.fixture
def folder(tmp_path):
    return folders.write(tmp_path / "case", folders.document())


@pytest.fixture
def ask(run, monkeypatch, worker, kept):
    """Runs a command on the library, whose passphrase comes from a file descriptor."""
    import contextlib

    monkeypatch.setattr("cardprep.cli.importing.Worker", lambda: contextlib.nullcontext(worker))

    def ask(*words, secret=PASSPHRASE, place=("--library", kept)):
        reading, writing = os.pipe()
        os.write(writing, f"{secret}\n".encode())
        os.close(writing)
        try:
            return run(*words, *place, "--passphrase-fd", reading, "--json")
        finally:
            os.close(reading)

    return ask


@pytest.fixture
def id(ask, folder):
    (entry,) = ask("import", folder).document["imported"]
    return entry["id"]


def test_what_is_imported_is_listed_and_shown(ask, id):
    (row,) = ask("list").document["applications"]
    assert (row["id"], row["gaps"], row["shelf"]) == (id, 0, "active")
    shown = ask("show", id[:8]).document
    assert shown["case"] == folders.document()
    assert [entry["kind"] for entry in shown["history"]] == ["created"]


@pytest.mark.parametrize("words", ["91320115", "南京"])
def test_the_list_is_searched(ask, id, words, folder):
    name = folders.document()["unit"]
    known = words in name["uscc"] or words in name["name"]
    found = ask("list", "--search", words).document["applications"]
    assert [row["id"] for row in found] == ([id] if known else [])


def test_check_and_export_answer_as_they_do_for_the_folder(ask, id, run, folder, tmp_path):
    assert ask("check", id, *DAY).document == run("check", folder, *DAY, "--json").document
    exported = ask("export", id, "-o", tmp_path / "out", *DAY)
    assert exported.code == 0
    assert exported.document["bundle"].startswith(str(tmp_path / "out"))
    assert not (tmp_path / "library" / "work").exists()


def test_one_faulty_case_does_not_keep_the_others_out(ask, folder, tmp_path):
    ran = ask("import", folder, tmp_path / "absent")
    good, bad = ran.document["imported"]
    assert (ran.code, good["new"], bad["id"]) == (1, True, None)
    assert bad["error"]["message"]
    assert ask("import", folder).document["imported"][0]["new"] is False


@pytest.mark.parametrize(("words", "part"), [("zzzzzzzz", "zzzzzzzz"), ("", "")])
def test_an_application_that_is_not_there_is_told(ask, id, words, part):
    ran = ask("show", words)
    assert ran.code == 2
    assert part in ran.document["error"]["message"]


def test_a_wrong_secret_is_refused(ask):
    ran = ask("list", secret="not the passphrase")
    assert (ran.code, set(ran.document)) == (2, {"error"})


def test_without_a_secret_a_program_is_told_how(kept):
    ran = apart("list", "--library", kept, "--json", "--lang", "en")
    assert ran.code == 2
    assert "passphrase" in ran.document["error"]["message"]


def test_a_descriptor_that_is_closed_is_told(run, kept):
    assert run("list", "--library", kept, "--passphrase-fd", 987, "--json").code == 2
    assert run("list", "--library", kept, "--passphrase-fd", "-1", "--json").code == 2


def test_the_keyring_opens_it_and_the_passphrase_where_the_keyring_does_not(run, tmp_path, monkeypatch, ask):
    keyring = SystemKeyring(Kept(), seconds=5)
    monkeypatch.setattr(unlocking, "system_keyring", lambda: keyring)
    made, _ = libraries.create_library(tmp_path / "own", PASSPHRASE, keyring, cost=CHEAP)
    made.close()
    assert run("list", "--library", tmp_path / "own").code == 0
    monkeypatch.setattr(unlocking, "system_keyring", lambda: None)
    assert run("list", "--library", tmp_path / "own").code == 2
    assert ask("list", place=("--library", tmp_path / "own")).code == 0


def test_a_terminal_is_asked(run, kept, monkeypatch):
    asked = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda question, stream: asked.append(question) or PASSPHRASE)
    assert run("list", "--library", kept, "--lang", "en").code == 0
    assert asked == ["Passphrase of the library: "]


def test_a_library_is_made_backed_up_verified_and_brought_back(ask, run, tmp_path, folder):
    place, usb = ("--json",), tmp_path / "usb"
    new = tmp_path / "new"
    created = ask("library", "create", new, place=place)
    assert (created.code, created.document["holders"]) == (0, ["passphrase", "recovery"])
    assert re.fullmatch(r"(\w{5}-){6}\w{5}", created.document["recovery_key"])
    assert ask("import", folder, place=("--library", new)).code == 0
    assert ask("library", "backup", new, "--place", usb, place=place).document["lost"] == []
    assert ask("library", "verify", new, place=place).document["ok"] is True
    told = ask("library", "restore", new, "--place", usb, place=place).document
    assert (told["swapped"], told["in_backup"]["applications"]) == (False, 1)
    done = ask("library", "restore", new, "--place", usb, "--swap", place=place)
    assert (done.code, done.document["swapped"]) == (0, True)


def test_the_recovery_key_is_printed_and_opens_it(ask, tmp_path, run):
    new, sheet = tmp_path / "new", tmp_path / "key.pdf"
    created = ask("library", "create", new, "--sheet", sheet, place=()).document
    assert (created["recovery_key"], created["recovery_sheet"]) == (None, str(sheet))
    assert sheet.read_bytes().startswith(b"%PDF")
    told = ask("library", "create", tmp_path / "second", place=()).document["recovery_key"]
    opened = ask("list", "--recovery-key", secret=told, place=("--library", tmp_path / "second"))
    assert opened.code == 0


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_person_reads_what_was_done(run, kept, folder, monkeypatch, tmp_path, language):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda question, stream: PASSPHRASE)
    common, own = ("--lang", language), ("--library", kept)
    lines = [
        run("import", folder, *own, *common).out,
        run("list", *own, *common).out,
        run("show", "9132", *own, *common).out,
        run("library", "backup", kept, *common).out,
        run("library", "restore", kept, *common).out,
        run("library", "verify", kept, *common).out,
    ]
    assert all(line.strip() and "{" not in line.splitlines()[-1] for line in lines)


def test_a_damaged_library_is_told(ask, id, kept):
    blob = next((kept / "blobs").rglob("*.blob"))
    blob.write_bytes(blob.read_bytes()[:-1])
    ran = ask("library", "verify", kept, place=())
    assert (ran.code, ran.document["damaged"]) == (1, [blob.stem])
