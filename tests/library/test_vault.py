"""A library opens by each of its ways and by nothing else; keys keep their purpose."""

from __future__ import annotations

import os
import stat

import pytest

from cardprep.library.errors import (
    HeaderDamaged,
    KeyDamaged,
    LibraryExists,
    LibraryLocked,
    LibraryNotFound,
    LibraryNotWritten,
    LibraryUnreadable,
    NoPassphrase,
    NotInKeyring,
    PassphraseNeeded,
    PassphraseTooShort,
    WrongPassphrase,
    WrongRecoveryKey,
)
from cardprep.library.header import Holder
from cardprep.library.recovery import RecoveryKey
from cardprep.library.vault import Vault
from cardprep.library.ways import ByKeyring, ByPassphrase, ByRecoveryKey
from making.vaults import CHEAP, OTHER, PASSPHRASE, made, state


@pytest.fixture
def library(tmp_path):
    return made(tmp_path / "library", in_keyring=True)


def test_every_way_leads_to_the_same_keys(library):
    ways = (library.by_passphrase, library.by_recovery_key, ByKeyring(library.keyring))
    opened = [Vault.open(library.folder, way) for way in ways]
    assert {vault.database_key for vault in opened} == {library.vault.database_key}
    assert {vault.library for vault in opened} == {library.vault.library}


def test_wrong_secrets_are_refused(library):
    with pytest.raises(WrongPassphrase):
        Vault.open(library.folder, ByPassphrase(PASSPHRASE + " "))
    with pytest.raises(WrongPassphrase):
        Vault.open(library.folder, ByPassphrase(""))
    with pytest.raises(WrongRecoveryKey):
        Vault.open(library.folder, ByRecoveryKey(RecoveryKey.new()))


def test_secrets_of_another_library_are_refused(library, tmp_path):
    other = made(tmp_path / "other")
    with pytest.raises(WrongRecoveryKey):
        Vault.open(other.folder, library.by_recovery_key)
    with pytest.raises(NotInKeyring):
        Vault.open(other.folder, ByKeyring(library.keyring))


def test_without_passphrase_the_keyring_is_needed(tmp_path):
    with pytest.raises(PassphraseNeeded):
        Vault.create(tmp_path / "library", None)
    assert not (tmp_path / "library").exists()
    library = made(tmp_path / "library", None, in_keyring=True)
    assert library.vault.holders == {Holder.KEYRING, Holder.RECOVERY}
    with pytest.raises(NoPassphrase):
        Vault.open(library.folder, library.by_passphrase)


def test_a_short_passphrase_makes_no_library(tmp_path):
    with pytest.raises(PassphraseTooShort):
        Vault.create(tmp_path / "library", "short", cost=CHEAP)
    assert not (tmp_path / "library").exists()


def test_a_changed_passphrase_replaces_the_former_and_nothing_else(library):
    key = library.vault.database_key
    library.vault.change_passphrase(OTHER, CHEAP)
    with pytest.raises(WrongPassphrase):
        Vault.open(library.folder, library.by_passphrase)
    for way in (ByPassphrase(OTHER), library.by_recovery_key, ByKeyring(library.keyring)):
        assert Vault.open(library.folder, way).database_key == key


def test_a_lost_passphrase_is_replaced_by_who_has_the_recovery_key(library):
    vault = Vault.open(library.folder, library.by_recovery_key)
    vault.change_passphrase(OTHER, CHEAP)
    assert Vault.open(library.folder, ByPassphrase(OTHER)).database_key == vault.database_key


def test_a_renewed_recovery_key_voids_the_former(library):
    key = library.vault.renew_recovery_key()
    with pytest.raises(WrongRecoveryKey):
        Vault.open(library.folder, library.by_recovery_key)
    assert Vault.open(library.folder, ByRecoveryKey(key)).database_key == library.vault.database_key


def test_a_library_without_passphrase_gets_one(tmp_path):
    library = made(tmp_path / "library", None, in_keyring=True)
    library.vault.change_passphrase(PASSPHRASE, CHEAP)
    assert library.vault.holders == set(Holder)
    Vault.open(library.folder, library.by_passphrase)


def test_a_secret_can_be_asked_for_again(library):
    assert library.vault.is_opened_by(library.by_passphrase)
    assert not library.vault.is_opened_by(ByPassphrase(OTHER))
    assert not library.vault.is_opened_by(ByRecoveryKey(RecoveryKey.new()))


def test_keys_of_every_purpose_are_apart(library):
    vault = library.vault
    keys = {vault.database_key, vault.blob_key, vault.new_application_key("a").key}
    assert len(keys) == 3
    assert all(len(key) == 32 for key in keys)


def test_an_application_key_comes_back_for_its_application_alone(library):
    made_key = library.vault.new_application_key("application-1")
    opened = Vault.open(library.folder, library.by_passphrase)
    assert opened.application_key("application-1", made_key.wrapped) == made_key.key
    with pytest.raises(KeyDamaged):
        opened.application_key("application-2", made_key.wrapped)
    with pytest.raises(KeyDamaged):
        opened.application_key("application-1", made_key.wrapped[:-1] + b"\0")


def test_application_keys_are_random(library):
    assert library.vault.new_application_key("a").key != library.vault.new_application_key("a").key


def test_a_locked_library_gives_no_key(library):
    library.vault.lock()
    library.vault.lock()
    assert library.vault.is_locked
    calls = (
        lambda v: v.database_key, lambda v: v.blob_key, lambda v: v.renew_recovery_key(),
        lambda v: v.new_application_key("a"), lambda v: v.change_passphrase(OTHER, CHEAP),
        lambda v: v.forget_keyring(None), lambda v: v.remember_in_keyring(library.keyring),
    )  # fmt: skip
    before = state(library.folder)
    for call in calls:
        with pytest.raises(LibraryLocked):
            call(library.vault)
    assert state(library.folder) == before


def test_locking_overwrites_the_data_key(library):
    held = library.vault._data_key
    library.vault.lock()
    assert held == bytes(32)


def test_no_secret_stands_in_the_folder_nor_in_words(library):
    vault, key = library.vault, library.recovery_key
    text = b"".join(state(library.folder).values())
    entry = next(iter(library.backend.entries.values()))
    shown = repr((library.by_passphrase, library.by_recovery_key, vault.new_application_key("a"), vault))
    for secret in (PASSPHRASE, key.characters, bytes(vault._data_key).hex(), vault.database_key.hex(), entry):
        assert secret.encode() not in text
        assert secret not in shown


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_only_its_owner_may_read_it(tmp_path):
    folder = tmp_path / "library"
    folder.mkdir(mode=0o755)
    library = made(folder)
    library.vault.renew_recovery_key()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "library.json").stat().st_mode) == 0o600


def test_a_folder_with_files_is_not_made_a_library(library, tmp_path):
    with pytest.raises(LibraryExists):
        made(library.folder)
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("x")
    with pytest.raises(LibraryExists):
        made(tmp_path / "letters")


def test_what_is_no_library_says_so(tmp_path, library):
    with pytest.raises(LibraryNotFound):
        Vault.open(tmp_path, library.by_passphrase)
    with pytest.raises(LibraryNotFound):
        Vault.open(tmp_path / "absent", library.by_passphrase)
    (library.folder / "library.json").unlink()
    (library.folder / "library.json").mkdir()
    with pytest.raises(LibraryUnreadable):
        Vault.open(library.folder, library.by_passphrase)


def test_a_damaged_header_is_told_from_a_wrong_passphrase(library):
    path = library.folder / "library.json"
    path.write_bytes(path.read_bytes()[:-2] + b" \n")
    with pytest.raises(HeaderDamaged):
        Vault.open(library.folder, library.by_passphrase)


def test_a_place_that_cannot_be_made_says_why(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryNotWritten):
        made(tmp_path / "file" / "library")
