"""Who can open the library is changed on the command line; every way that was given up is refused."""

from __future__ import annotations

import contextlib
import os

import pytest

from cardprep.cli import rekeying, unlocking
from cardprep.host.secrets import SystemKeyring
from cardprep.library.vault import Vault
from making import libraries
from making.keyrings import Kept
from making.vaults import CHEAP, OTHER, PASSPHRASE, state


@pytest.fixture(autouse=True)
def _cheap(monkeypatch):
    """A derivation that costs nothing; the tuning has tests of its own."""
    monkeypatch.setattr("cardprep.library.vault.tuned", lambda: CHEAP)


@pytest.fixture
def kept(tmp_path):
    """A closed library and its recovery key."""
    made, way = libraries.made(tmp_path / "library")
    made.close()
    return tmp_path / "library", "-".join(way.key.groups)


@pytest.fixture
def folder(kept):
    return kept[0]


@pytest.fixture
def keyring(monkeypatch):
    """The system's keyring, which works and is empty."""
    ring = SystemKeyring(Kept(), seconds=5)
    for module in (unlocking, rekeying):
        monkeypatch.setattr(module, "system_keyring", lambda: ring)
    return ring


@contextlib.contextmanager
def typed(*secrets):
    """A file descriptor for each secret."""
    reading = []
    for secret in secrets:
        end, writing = os.pipe()
        os.write(writing, f"{secret}\n".encode())
        os.close(writing)
        reading.append(end)
    try:
        yield reading
    finally:
        for end in reading:
            os.close(end)


def code_by(run, folder, secret, option="--passphrase-fd"):
    with typed(secret) as (end,):
        return run("list", "--library", folder, option, end, "--json").code


def change(run, folder, secret=PASSPHRASE, new=OTHER, option="--passphrase-fd"):
    with typed(secret, new) as (end, other):
        words = (option, end, "--new-passphrase-fd", other, "--json")
        return run("library", "passphrase", folder, *words)


def test_another_passphrase_opens_it_and_the_former_does_not(run, folder):
    changed = change(run, folder)
    assert (changed.code, changed.document["holders"]) == (0, ["passphrase", "recovery"])
    assert [code_by(run, folder, secret) for secret in (PASSPHRASE, OTHER)] == [2, 0]


def test_only_the_header_is_written_anew(run, folder):
    before = state(folder)
    change(run, folder)
    after = state(folder)
    assert {name for name in after if after[name] != before.get(name)} == {"library.json"}


def test_a_passphrase_that_is_too_short_changes_nothing(run, folder):
    before = state(folder)
    assert change(run, folder, new="short").code == 2
    assert state(folder)["library.json"] == before["library.json"]


def test_who_lost_the_passphrase_sets_another_by_the_recovery_key(run, kept):
    folder, recovery = kept
    assert code_by(run, folder, recovery, "--recovery-key-fd") == 0
    assert change(run, folder, secret=recovery, option="--recovery-key-fd").code == 0
    assert code_by(run, folder, OTHER) == 0


def test_a_wrong_recovery_key_leads_to_nothing(run, kept):
    folder, recovery = kept
    assert code_by(run, folder, recovery[:-1], "--recovery-key-fd") == 2
    assert code_by(run, folder, PASSPHRASE, "--recovery-key-fd") == 2


def test_a_terminal_is_asked_for_the_former_and_twice_for_the_new(run, folder, monkeypatch):
    asked = []
    answers = {"Passphrase of the library: ": PASSPHRASE}
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(
        "getpass.getpass", lambda question, stream: asked.append(question) or answers.get(question, OTHER)
    )
    assert run("library", "passphrase", folder, "--lang", "en").code == 0
    assert asked == ["Passphrase of the library: ", "New passphrase: ", "Once more: "]
    answers["Once more: "] = "another one still"
    answers["Passphrase of the library: "] = OTHER
    assert run("library", "passphrase", folder, "--lang", "en").code == 2
    assert code_by(run, folder, OTHER) == 0


def test_a_new_recovery_key_is_printed_and_the_former_opens_nothing(run, kept, tmp_path):
    folder, former = kept
    with typed(PASSPHRASE) as (end,):
        sheet = tmp_path / "sheet.pdf"
        ran = run("library", "recovery", folder, "-o", sheet, "--passphrase-fd", end, "--json")
    assert (ran.code, ran.document["recovery_key"]) == (0, None)
    assert sheet.read_bytes().startswith(b"%PDF")
    assert code_by(run, folder, former, "--recovery-key-fd") == 2


def test_where_the_sheet_cannot_be_written_the_new_key_is_told(run, kept, tmp_path):
    folder, _ = kept
    with typed(PASSPHRASE) as (end,):
        words = ("-o", tmp_path / "absent" / "sheet.pdf", "--passphrase-fd", end, "--json")
        told = run("library", "recovery", folder, *words).document
    assert told["recovery_sheet"] is None
    assert code_by(run, folder, told["recovery_key"], "--recovery-key-fd") == 0


def test_the_keyring_is_remembered_and_forgotten(run, folder, keyring):
    with typed(PASSPHRASE) as (end,):
        ran = run("library", "keyring", folder, "--remember", "--passphrase-fd", end, "--json")
    assert ran.document["holders"] == ["keyring", "passphrase", "recovery"]
    assert run("list", "--library", folder).code == 0
    forgotten = run("library", "keyring", folder, "--forget", "--json")
    assert (forgotten.code, forgotten.document["entry"]) == (0, False)
    assert run("list", "--library", folder).code == 2


def test_the_keyring_is_not_forgotten_where_it_is_the_last_way_but_the_recovery_key(run, tmp_path, keyring):
    made, _ = libraries.create_library(tmp_path / "own", None, keyring)
    made.close()
    before = state(tmp_path / "own")["library.json"]
    refused = run("library", "keyring", tmp_path / "own", "--forget", "--json", "--lang", "en")
    assert (refused.code, "passphrase" in refused.document["error"]["message"]) == (2, True)
    assert state(tmp_path / "own")["library.json"] == before
    assert run("list", "--library", tmp_path / "own").code == 0


def test_no_keyring_is_told(run, folder, monkeypatch):
    monkeypatch.setattr(rekeying, "system_keyring", lambda: None)
    with typed(PASSPHRASE) as (end,):
        assert run("library", "keyring", folder, "--remember", "--passphrase-fd", end).code == 2
    assert "keyring" not in Vault.open(folder, libraries.BY_PASSPHRASE).holders


@pytest.mark.parametrize(
    "words",
    [
        ("keyring",),
        ("keyring", "--remember", "--forget"),
        ("verify", "an-id"),
        ("passphrase", "--passphrase-fd", "3", "--recovery-key-fd", "4"),
    ],
)
def test_words_that_say_nothing_clear_are_refused(run, folder, words):
    deed, *others = words
    assert run("library", deed, folder, *others, "--json").code == 2
