"""The first start asks nothing where a keyring works; every start tells what is needed where it does not."""

from __future__ import annotations

import pytest

from cardprep.app.library.entering import enter_unasked, look_at
from cardprep.host.secrets import SystemKeyring
from cardprep.library.header import Holder
from cardprep.library.store_errors import StoreInUse, UnsuitablePlace
from making import libraries
from making.keyrings import Kept, Refusing


@pytest.fixture
def keyring():
    return SystemKeyring(Kept(), seconds=5)


def test_without_a_library_one_is_made_by_the_keyring_and_opened_by_it_the_next_time(tmp_path, keyring):
    for is_new in (True, False):
        door = look_at(tmp_path / "library", lambda: keyring)
        assert door.is_new is is_new
        enter_unasked(door).close()
    assert look_at(tmp_path / "library", lambda: keyring).holders == {Holder.KEYRING, Holder.RECOVERY}


def test_without_a_keyring_somebody_has_to_be_asked_and_nothing_is_made(tmp_path):
    door = look_at(tmp_path / "library", lambda: None)
    assert door.is_new
    assert enter_unasked(door) is None
    assert not (tmp_path / "library").exists()


def test_a_broken_keyring_makes_no_library_and_leaves_nothing_behind(tmp_path):
    broken = SystemKeyring(Refusing(RuntimeError("no bus")), seconds=5)
    assert enter_unasked(look_at(tmp_path / "library", lambda: broken)) is None
    assert list(tmp_path.iterdir()) == []


def test_a_library_with_a_passphrase_alone_is_not_looked_for_in_the_keyring(tmp_path):
    libraries.made(tmp_path / "library")[0].close()

    def never():
        raise AssertionError

    door = look_at(tmp_path / "library", never)
    assert door.has_passphrase
    assert not door.is_new
    assert enter_unasked(door) is None


def test_a_keyring_that_has_forgotten_the_library_leads_to_the_question(tmp_path, keyring):
    enter_unasked(look_at(tmp_path / "library", lambda: keyring)).close()
    other = SystemKeyring(Kept(), seconds=5)
    assert enter_unasked(look_at(tmp_path / "library", lambda: other)) is None


def test_a_database_that_lost_its_header_is_never_taken_for_no_library(tmp_path, keyring):
    folder = tmp_path / "library"
    enter_unasked(look_at(folder, lambda: keyring)).close()
    for header in folder.glob("library*.json"):
        header.unlink()
    door = look_at(folder, lambda: keyring)
    assert not door.is_new
    assert (folder / "library.db").exists()


def test_a_library_in_use_or_in_a_sync_folder_is_told(tmp_path, keyring):
    with enter_unasked(look_at(tmp_path / "library", lambda: keyring)), pytest.raises(StoreInUse):
        enter_unasked(look_at(tmp_path / "library", lambda: keyring))
    with pytest.raises(UnsuitablePlace):
        enter_unasked(look_at(tmp_path / "Dropbox" / "library", lambda: keyring))
