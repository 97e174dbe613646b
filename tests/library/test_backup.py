"""Backups open, hold every file, are thinned out, and follow purges; a cut leaves what was there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cardprep.app.library.purging import purge
from cardprep.library.backup import STEPS, Backups, place_of
from cardprep.library.backup_errors import BackupFailed, NoBackup
from cardprep.library.erased import Entry, Erased
from cardprep.library.generations import Generation, kept
from cardprep.library.records import RecordKind, Shelf, Stamp
from cardprep.library.vault import Vault
from making import libraries
from making.vaults import Cut, cut_at, state


@pytest.fixture
def library(tmp_path, worker):
    made, _ = libraries.made(tmp_path / "library")
    libraries.take_in(made, libraries.case_folder(tmp_path / "case"), worker)
    with made:
        yield made


@pytest.fixture
def backups(library, tmp_path):
    return library.backups(tmp_path / "usb")


def thrown_away(library) -> str:
    """The id of the one application, which may be purged now."""
    (id,) = (entry.id for entry in entries(library))
    stamp = Stamp(libraries.WHO, libraries.NOON)
    library.store.move(RecordKind.APPLICATION, [id], Shelf.TRASH, stamp)
    return id


def entries(library) -> list[Entry]:
    from cardprep.library.records import ApplicationQuery

    rows = library.store.fetch_applications(ApplicationQuery()).rows
    return [Entry(RecordKind.APPLICATION, row.id) for row in rows]


def test_a_backup_opens_by_the_same_passphrase_and_holds_every_file(library, backups):
    made = backups.make(libraries.later())
    found = backups.survey(made.generation)
    assert (found.is_whole, made.lost) == (True, ())
    assert found.blobs == len(library.store.blobs_in_use()) > 0
    assert Vault.open(made.generation.folder, libraries.BY_PASSPHRASE).library == library.vault.library


def test_files_that_are_there_are_not_copied_again(backups):
    backups.make(libraries.later())
    before = {path: path.stat().st_mtime_ns for path in (backups.root / "blobs").rglob("*.blob")}
    backups.make(libraries.later(hours=1))
    assert before == {path: path.stat().st_mtime_ns for path in (backups.root / "blobs").rglob("*.blob")}
    assert len(backups.generations()) == 2


def test_nothing_stands_in_plain_at_the_place(library, backups):
    case = library.store.open(entries(library)[0].id).case
    backups.make(libraries.later())
    everything = b"".join(state(backups.root).values())
    assert case.unit.name.encode() not in everything
    assert not any(name.endswith((".db-wal", ".db-shm")) for name in state(backups.root))


def test_a_file_that_the_library_lost_is_told_and_the_rest_is_kept(library, backups):
    lost = sorted(library.store.blobs_in_use())[0]
    (library.folder / "blobs" / lost[:2] / f"{lost}.blob").write_bytes(b"spoilt")
    made = backups.make(libraries.later())
    assert made.lost == (lost,)
    assert backups.survey(made.generation).missing == (lost,)


def _hourly(hours: int) -> list[Generation]:
    return [Generation.new(Path("p"), libraries.later(hours=-n)) for n in range(hours)]


def test_ten_and_fourteen_days_and_twelve_months_are_kept():
    made = _hourly(24 * 500)
    left = kept(made)
    assert set(made[:10]) <= left
    assert len({g.at.date() for g in left if g.at > libraries.later(days=-14)}) == 14
    assert len({(g.at.year, g.at.month) for g in left}) == 12
    assert len(left) <= 36


def test_few_backups_are_all_kept():
    made = [Generation.new(Path("p"), libraries.later(days=-100 * n)) for n in range(12)]
    assert kept(made) == frozenset(made)


def test_old_ones_go_with_the_files_that_only_they_named(library, backups, tmp_path, worker):
    for hour in range(12):
        backups.make(libraries.later(hours=hour))
    assert len(backups.generations()) == 10
    assert backups.survey(backups.generation()).is_whole


@pytest.mark.parametrize("step", STEPS)
def test_a_cut_at_every_step_leaves_whole_backups_and_the_next_one_is_made(library, tmp_path, step):
    place = tmp_path / "usb"
    Backups(place, library.vault).make(libraries.later())
    with pytest.raises(Cut):
        Backups(place, library.vault, cut_at(step)).make(libraries.later(hours=1))
    backups = Backups(place, library.vault)
    assert len(backups.generations()) == (2 if step in STEPS[STEPS.index("backup.kept") :] else 1)
    assert all(backups.survey(generation).is_whole for generation in backups.generations())
    backups.make(libraries.later(hours=2))
    assert not list(backups.root.glob(".*"))


def test_a_place_that_cannot_be_written_to_is_told(library, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BackupFailed):
        library.backups(tmp_path / "file").make(libraries.NOON)
    with pytest.raises(NoBackup):
        library.backups(tmp_path / "absent").generation()


def test_a_purge_reaches_every_backup(library, backups, tmp_path):
    id, blobs = thrown_away(library), library.store.blobs_in_use()
    for hour in range(3):
        backups.make(libraries.later(hours=hour))
    assert purge(library, RecordKind.APPLICATION, [id], libraries.TODAY, places=[tmp_path / "usb"]) == ()
    assert all(backups.survey(g).blobs == 0 for g in backups.generations())
    assert not any(blob in name for blob in blobs for name in state(backups.root))


def test_a_place_that_was_not_there_follows_at_its_next_backup(library, backups, tmp_path):
    backups.make(libraries.later())
    purge(library, RecordKind.APPLICATION, [thrown_away(library)], libraries.TODAY)
    assert backups.survey(backups.generation()).blobs > 0
    made = backups.make(libraries.later(hours=1))
    assert made.unread == ()
    assert [backups.survey(g).blobs for g in backups.generations()] == [0, 0]


def test_a_backup_that_does_not_open_is_named_and_tried_again(library, backups):
    bad = backups.make(libraries.later()).generation
    content = bad.database.read_bytes()
    bad.database.write_bytes(b"x" * len(content))
    purge(library, RecordKind.APPLICATION, [thrown_away(library)], libraries.TODAY)
    assert backups.make(libraries.later(hours=1)).unread == (bad.name,)
    bad.database.write_bytes(content)
    assert backups.make(libraries.later(hours=2)).unread == ()
    assert backups.survey(bad).blobs == 0


def test_the_list_of_what_was_purged_is_sealed(library):
    library.erased.write([Entry(RecordKind.FIRM, "a" * 32)])
    assert b"a" * 32 not in (library.folder / "erased").read_bytes()
    assert Erased(library.folder, b"k" * 32).read() == frozenset()


def test_names_of_backups_tell_when_they_were_made(backups):
    made = backups.make(libraries.later()).generation
    assert made == backups.generations()[0]
    assert made.at == libraries.NOON.astimezone(dt.UTC)
    assert place_of(backups.root.parent, backups.root.name[-32:]) == backups.root
