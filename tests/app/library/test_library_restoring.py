"""A backup is compared before it takes the library's place; a cut leaves the old library or the new one."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from cardprep.app.library.applications import Application
from cardprep.app.library.backing_up import back_up, restoring, verify_library
from cardprep.app.library.purging import purge
from cardprep.library.backup_errors import BackupDamaged, NoBackup
from cardprep.library.errors import WrongPassphrase
from cardprep.library.records import ApplicationQuery, RecordKind, Shelf, Stamp
from cardprep.library.restoring import REPLACED, RESTORED, STEPS
from cardprep.library.store_errors import NoSuchRecord, StoreDamaged, StoreInUse, WrongKey
from cardprep.library.ways import ByPassphrase
from making import libraries
from making.vaults import Cut, cut_at, state


class Kept:
    """A closed library: backed up, and edited afterwards."""

    def __init__(self, tmp_path, worker):
        self.folder, self.usb = tmp_path / "library", tmp_path / "usb"
        made, self.by_recovery_key = libraries.made(self.folder)
        with made as library:
            self.id = libraries.take_in(library, libraries.case_folder(tmp_path / "c"), worker).application.id
            back_up(library, self.usb, libraries.later)
            self.edit(library, "后来写的")

    def edit(self, library, remark: str) -> None:
        application = Application.open(library, self.id, lambda: libraries.WHO)
        application.save(replace(application.case, remark=remark))

    def restore(self, **given) -> None:
        with restoring(self.folder, libraries.BY_PASSPHRASE, self.usb, **given) as restore:
            restore.swap()

    def remark(self) -> str:
        with libraries.opened(self.folder) as library:
            assert verify_library(library).is_whole
            return library.store.open(self.id).case.remark


@pytest.fixture
def kept(tmp_path, worker):
    return Kept(tmp_path, worker)


def test_the_two_are_compared_and_nothing_changes_unasked(kept, tmp_path, worker):
    with libraries.opened(kept.folder) as library:
        libraries.take_in(library, libraries.case_folder(tmp_path / "second", 2), worker)
    before = state(kept.folder)
    with restoring(kept.folder, libraries.BY_PASSPHRASE, kept.usb) as restore:
        found = restore.comparison
    assert (found.only_present, found.only_backup, found.older, found.lost) == (1, 0, 1, ())
    assert (found.present.applications, found.backup.applications) == (2, 1)
    assert state(kept.folder) == before


def test_the_backup_becomes_the_library_and_what_was_there_is_backed_up(kept):
    kept.restore()
    assert kept.remark() != "后来写的"
    with restoring(kept.folder, libraries.BY_PASSPHRASE) as restore:
        restore.swap()
    assert kept.remark() == "后来写的"
    assert not (kept.folder / REPLACED).exists()


def test_a_damaged_library_is_restored_with_its_files_and_the_damaged_one_is_kept(kept):
    database = kept.folder / "library.db"
    database.write_bytes(b"x" * database.stat().st_size)
    (kept.folder / "library.db-wal").write_bytes(b"y" * 5_000)
    shutil.rmtree(kept.folder / "blobs")
    with pytest.raises((WrongKey, StoreDamaged)):
        libraries.opened(kept.folder)
    kept.restore()
    assert kept.remark() != ""
    assert (kept.folder / REPLACED / "library.db").exists()


@pytest.mark.parametrize("left", ["nothing", "no header", "damaged header"])
def test_a_library_without_its_header_is_restored(kept, left):
    if left == "nothing":
        shutil.rmtree(kept.folder)
    elif left == "no header":
        (kept.folder / "library.json").unlink()
    else:
        (kept.folder / "library.json").write_bytes(b"{}")
    kept.restore()
    assert kept.remark() != ""


def test_other_secrets_and_places_are_refused(kept, tmp_path):
    before = state(kept.folder)
    with pytest.raises(WrongPassphrase), restoring(kept.folder, ByPassphrase("wrong"), kept.usb):
        pytest.fail("it was opened")
    with pytest.raises(NoBackup), restoring(kept.folder, libraries.BY_PASSPHRASE, tmp_path / "none"):
        pytest.fail("it was opened")
    with (
        libraries.opened(kept.folder),
        pytest.raises(StoreInUse),
        restoring(kept.folder, libraries.BY_PASSPHRASE, kept.usb),
    ):
        pytest.fail("it was opened")
    assert state(kept.folder) == before


def test_a_damaged_backup_is_refused(kept):
    (database,) = kept.usb.rglob("library.db")
    data = bytearray(database.read_bytes())
    data[len(data) // 2] ^= 1
    database.write_bytes(data)
    with pytest.raises(BackupDamaged):
        kept.restore()
    assert kept.remark() == "后来写的"


@pytest.mark.parametrize("step", STEPS)
def test_a_cut_at_every_step_leaves_the_old_library_or_the_new_one(kept, step):
    with pytest.raises(Cut):
        kept.restore(at=cut_at(step))
    decided = STEPS.index(step) >= STEPS.index("restore.decided")
    assert (kept.remark() == "后来写的") is not decided
    assert not (kept.folder / RESTORED).exists()


def test_a_copy_that_a_kill_left_is_taken_away_at_the_next_opening(kept):
    left = kept.folder / ".restored.part"
    left.mkdir()
    (left / "library.db").write_bytes(b"x")
    assert kept.remark() == "后来写的"
    assert not left.exists()


def test_what_was_purged_does_not_come_back(kept):
    with libraries.opened(kept.folder) as library:
        stamp = Stamp(libraries.WHO, libraries.NOON)
        library.store.move(RecordKind.APPLICATION, [kept.id], Shelf.TRASH, stamp)
        purge(library, RecordKind.APPLICATION, [kept.id], libraries.TODAY)
    kept.restore()
    with libraries.opened(kept.folder) as library:
        assert library.store.count(ApplicationQuery()) == 0
        with pytest.raises(NoSuchRecord):
            library.store.open(kept.id)
