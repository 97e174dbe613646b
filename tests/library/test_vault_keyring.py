"""The system's keyring as a convenience: six kinds of broken ones, and the data stay reachable."""

from __future__ import annotations

import keyring.errors
import pytest

from cardprep.host.secrets import KeyringError, KeyringRefused, KeyringSilent, SystemKeyring
from cardprep.library.errors import (
    KeyringEntryMissing,
    KeyringEntryWrong,
    NotInKeyring,
    PassphraseNeeded,
)
from cardprep.library.header import Holder
from cardprep.library.vault import Vault
from cardprep.library.ways import ByKeyring
from making.keyrings import Forgetful, Hanging, Kept, Refusing
from making.vaults import CHEAP, PASSPHRASE, made, state


def _with_entry(secret: str, library) -> Kept:
    backend = Kept()
    backend.entries = dict.fromkeys(library.backend.entries, secret)
    return backend


BROKEN = {
    "no entry": (lambda _: Kept(), KeyringEntryMissing),
    "another key": (lambda library: _with_entry("00" * 32, library), KeyringEntryWrong),
    "no key at all": (lambda library: _with_entry("密码", library), KeyringEntryWrong),
    "a key too short": (lambda library: _with_entry("00" * 31, library), KeyringEntryWrong),
    "locked": (lambda _: Refusing(keyring.errors.KeyringLocked()), KeyringRefused),
    "broken": (lambda _: Refusing(RuntimeError("D-Bus")), KeyringError),
    "hanging": (lambda _: Hanging(), KeyringSilent),
}


@pytest.fixture
def library(tmp_path):
    return made(tmp_path / "library", in_keyring=True)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_keyring_says_so_and_every_other_way_leads_in(library, name):
    make, kind = BROKEN[name]
    broken = make(library)
    with pytest.raises(kind) as caught:
        Vault.open(library.folder, ByKeyring(SystemKeyring(broken, seconds=0.05)))
    assert type(caught.value) is kind
    for way in (library.by_passphrase, library.by_recovery_key, ByKeyring(library.keyring)):
        assert Vault.open(library.folder, way).database_key == library.vault.database_key
    if isinstance(broken, Hanging):
        broken.released.set()


@pytest.mark.parametrize("name", BROKEN)
def test_without_passphrase_the_recovery_key_still_leads_in(tmp_path, name):
    library = made(tmp_path / "library", None, in_keyring=True)
    broken = BROKEN[name][0](library)
    vault = Vault.open(library.folder, library.by_recovery_key)
    vault.change_passphrase(PASSPHRASE, CHEAP)
    assert vault.forget_keyring(SystemKeyring(broken, seconds=0.05)) in (True, False)
    assert Vault.open(library.folder, library.by_passphrase).holders == {Holder.PASSPHRASE, Holder.RECOVERY}
    if isinstance(broken, Hanging):
        broken.released.set()


LOCKED = Refusing(keyring.errors.KeyringLocked())


@pytest.mark.parametrize("backend", [Refusing(OSError()), Forgetful(), LOCKED])
def test_no_library_is_made_that_a_broken_keyring_should_open(tmp_path, backend):
    with pytest.raises(KeyringError):
        Vault.create(tmp_path / "library", None, SystemKeyring(backend), cost=CHEAP)
    assert state(tmp_path) == {}
    Vault.create(tmp_path / "library", PASSPHRASE, cost=CHEAP)


@pytest.mark.parametrize("backend", [Refusing(OSError()), Forgetful()])
def test_a_broken_keyring_is_not_made_a_holder(tmp_path, backend):
    library = made(tmp_path / "library")
    before = state(library.folder)
    with pytest.raises(KeyringError):
        library.vault.remember_in_keyring(SystemKeyring(backend))
    assert state(library.folder) == before
    assert library.vault.holders == {Holder.PASSPHRASE, Holder.RECOVERY}


def test_a_library_is_remembered_and_forgotten(tmp_path):
    library = made(tmp_path / "library")
    library.vault.remember_in_keyring(library.keyring)
    assert Vault.open(library.folder, ByKeyring(library.keyring)).database_key == library.vault.database_key
    assert library.vault.forget_keyring(library.keyring)
    assert not library.backend.entries
    with pytest.raises(NotInKeyring):
        Vault.open(library.folder, ByKeyring(library.keyring))


def test_remembering_again_leaves_the_entry_as_it_is(library):
    before = (dict(library.backend.entries), state(library.folder))
    library.vault.remember_in_keyring(library.keyring)
    assert (library.backend.entries, state(library.folder)) == before


def test_a_lost_entry_is_remembered_anew(library):
    library.backend.entries.clear()
    library.vault.remember_in_keyring(library.keyring)
    assert Vault.open(library.folder, ByKeyring(library.keyring)).database_key == library.vault.database_key


def test_the_only_way_but_the_printed_one_is_not_forgotten(tmp_path):
    library = made(tmp_path / "library", None, in_keyring=True)
    with pytest.raises(PassphraseNeeded):
        library.vault.forget_keyring(library.keyring)
    Vault.open(library.folder, ByKeyring(library.keyring))


def test_an_entry_that_stays_behind_opens_nothing(library):
    kept = dict(library.backend.entries)
    library.vault.forget_keyring(None)
    assert library.backend.entries == kept
    with pytest.raises(NotInKeyring):
        Vault.open(library.folder, ByKeyring(library.keyring))


def test_the_entry_is_named_by_the_random_id_alone(library):
    assert list(library.backend.entries) == [("cardprep", f"library-{library.vault.library}")]
