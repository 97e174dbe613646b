"""A change of the header that is cut off, or refused by the disk, leaves the old or the new state."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from cardprep.host.atomic import write_bytes
from cardprep.library import header_file
from cardprep.library.errors import HeaderDamaged, LibraryNotWritten, LibraryTooNew, WayError
from cardprep.library.header_file import HEADER_FILE, PREVIOUS_FILE, STEPS
from cardprep.library.vault import Vault
from cardprep.library.ways import ByKeyring, ByPassphrase
from making.vaults import CHEAP, OTHER, Cut, cut_at, forged_header, made, state

CHANGES = {
    "passphrase": lambda vault, _: vault.change_passphrase(OTHER, CHEAP),
    "recovery key": lambda vault, _: vault.renew_recovery_key(),
    "remember": lambda vault, library: vault.remember_in_keyring(library.keyring),
}


@pytest.fixture
def library(tmp_path):
    return made(tmp_path / "library")


def _cut(library, change: str, step: str) -> None:
    vault = Vault.open(library.folder, library.by_recovery_key, cut_at(step))
    with pytest.raises(Cut):
        CHANGES[change](vault, library)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("change", CHANGES)
def test_a_cut_at_every_step_leaves_what_the_secrets_fit(library, change, step):
    key, before = library.vault.database_key, state(library.folder)
    _cut(library, change, step)
    is_new = step == "header.settled"
    if change == "recovery key" and is_new:
        way = library.by_passphrase
    else:
        way = ByPassphrase(OTHER) if change == "passphrase" and is_new else library.by_recovery_key
    assert Vault.open(library.folder, way).database_key == key
    assert not (library.folder / PREVIOUS_FILE).exists()
    assert (state(library.folder) == before) is not is_new


@pytest.mark.parametrize("step", ["header.written", "header.verified"])
def test_a_passphrase_that_was_not_acknowledged_opens_too(library, step):
    _cut(library, "passphrase", step)
    assert Vault.open(library.folder, ByPassphrase(OTHER)).database_key == library.vault.database_key
    with pytest.raises(WayError):
        Vault.open(library.folder, library.by_passphrase)


@pytest.mark.parametrize("step", STEPS[:-1])
def test_a_recovery_key_nobody_saw_never_takes_the_printed_ones_place(library, step):
    _cut(library, "recovery key", step)
    Vault.open(library.folder, library.by_passphrase)
    assert Vault.open(library.folder, library.by_recovery_key).database_key == library.vault.database_key


@pytest.mark.parametrize("step", ["header.begin", "header.written"])
def test_a_library_cut_while_it_is_made_is_there_or_can_be_made(tmp_path, step):
    folder = tmp_path / "library"
    with pytest.raises(Cut):
        Vault.create(folder, OTHER, cost=CHEAP, at=cut_at(step))
    if step == "header.begin":
        made(folder)
    else:
        assert Vault.open(folder, ByPassphrase(OTHER)).database_key


def test_a_cut_between_keyring_and_header_leaves_the_library_as_it_was(library):
    before = state(library.folder)
    _cut(library, "remember", "header.begin")
    assert state(library.folder) == before
    library.vault.remember_in_keyring(library.keyring)
    Vault.open(library.folder, ByKeyring(library.keyring))


@pytest.mark.parametrize("name", [HEADER_FILE, PREVIOUS_FILE])
def test_while_a_change_is_open_either_file_may_be_lost(library, name):
    _cut(library, "passphrase", "header.verified")
    (library.folder / name).write_bytes(b"")
    way = library.by_passphrase if name == HEADER_FILE else ByPassphrase(OTHER)
    assert Vault.open(library.folder, way).database_key == library.vault.database_key
    assert [path.name for path in library.folder.iterdir()] == [HEADER_FILE]


def test_the_former_header_of_another_library_does_not_count(library, tmp_path):
    other = made(tmp_path / "other")
    (library.folder / PREVIOUS_FILE).write_bytes((other.folder / HEADER_FILE).read_bytes())
    with pytest.raises(WayError):
        Vault.open(library.folder, other.by_recovery_key)
    assert Vault.open(library.folder, library.by_passphrase).library == library.vault.library


def test_a_later_versions_header_is_not_put_back_to_a_former_one(library):
    _cut(library, "passphrase", "header.verified")
    path = library.folder / HEADER_FILE
    later = forged_header({**json.loads(path.read_bytes()), "version": 2})
    path.write_bytes(later)
    with pytest.raises(LibraryTooNew):
        Vault.open(library.folder, library.by_passphrase)
    assert path.read_bytes() == later


class _Disk:
    """Refuses the n-th call that changes the disk."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, refused: int) -> None:
        self.calls = 0
        self._refused = refused
        for owner, name in ((os, "fsync"), (Path, "replace"), (Path, "write_bytes"), (Path, "unlink")):
            monkeypatch.setattr(owner, name, self._wrapped(getattr(owner, name)))

    def _wrapped(self, original):
        def call(*args, **options):
            self.calls += 1
            if self.calls == self._refused:
                raise OSError(errno.ENOSPC, "full")
            return original(*args, **options)

        return call


def _refusal(library, change: str) -> str | None:
    try:
        CHANGES[change](library.vault, library)
    except LibraryNotWritten as error:
        return error.values["reason"]
    return None


@pytest.mark.parametrize("refused", range(1, 12))
@pytest.mark.parametrize("change", CHANGES)
def test_a_full_disk_at_every_call_is_an_error_and_a_retry_works(library, monkeypatch, change, refused):
    before = state(library.folder)
    with monkeypatch.context() as patched:
        disk = _Disk(patched, refused)
        reason = _refusal(library, change)
    assert reason == ("disk-full" if disk.calls >= refused else None)
    assert (state(library.folder) == before) is (reason is not None)
    Vault.open(library.folder, library.by_passphrase if change == "recovery key" else library.by_recovery_key)
    CHANGES[change](library.vault, library)
    way = ByPassphrase(OTHER) if change == "passphrase" else library.by_passphrase
    opened = Vault.open(library.folder, way)
    assert opened.database_key == library.vault.database_key
    assert opened.holders == library.vault.holders


def test_a_disk_that_gives_back_something_else_changes_nothing(library, monkeypatch):
    before, written = state(library.folder), []

    def spoiled(target: Path, data: bytes) -> None:
        written.append(target.name)
        write_bytes(target, data[::-1] if len(written) == 2 else data)

    monkeypatch.setattr(header_file, "write_bytes", spoiled)
    with pytest.raises(HeaderDamaged):
        library.vault.change_passphrase(OTHER, CHEAP)
    assert written == [PREVIOUS_FILE, HEADER_FILE, HEADER_FILE]
    assert state(library.folder) == before
