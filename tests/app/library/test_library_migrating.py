"""The next version of the program migrates after a verified backup, in one transaction, or not at all."""

from __future__ import annotations

import functools

import pytest
from benchmarks.soak.deeds import NEXT_VERSION, next_program

from cardprep.app.library.backing_up import restoring, verify_library
from cardprep.library import schema
from cardprep.library.backup_errors import BackupFailed
from cardprep.library.connection import open_connection
from cardprep.library.migrations import MIGRATIONS, Migration
from cardprep.library.sqlite_store import DATABASE
from cardprep.library.store_errors import StoreTooNew, WriteFailed
from making import libraries
from making.vaults import state

PRESENT = MIGRATIONS[-1].version
FAULTY = Migration(PRESENT + 1, ("CREATE TABLE later (a TEXT) STRICT", "CREATE NONSENSE"))


@pytest.fixture
def kept(tmp_path, worker):
    """A closed library with an application, and its id."""
    made, _ = libraries.made(tmp_path / "library")
    with made as library:
        id = libraries.take_in(library, libraries.case_folder(tmp_path / "c"), worker).application.id
    return tmp_path / "library", id


def version_of(database, key):
    connection = open_connection(database, key)
    try:
        return schema.version_of(connection)
    finally:
        connection.close()


def test_it_migrates_after_a_verified_backup_of_the_former_form(kept):
    folder, id = kept
    with next_program(), libraries.opened(folder) as library:
        key = library.vault.database_key
        (backup,) = library.backups().generations()
        assert library.backups().survey(backup).is_whole
        assert verify_library(library).is_whole
        assert library.store.open(id).number == 1
        assert version_of(backup.database, key) == PRESENT
    assert version_of(folder / DATABASE, key) == NEXT_VERSION.version


def test_a_migrated_library_is_opened_without_another_backup(kept):
    folder, _ = kept
    with next_program():
        libraries.opened(folder).close()
        with libraries.opened(folder) as library:
            assert len(library.backups().generations()) == 1


def test_a_migration_that_fails_leaves_the_former_form_whole(kept, monkeypatch):
    folder, id = kept
    faulty = functools.partial(schema.migrate, migrations=(*MIGRATIONS, FAULTY))
    with monkeypatch.context() as patched:
        patched.setattr(schema, "migrate", faulty)
        with pytest.raises(WriteFailed):
            libraries.opened(folder)
    with libraries.opened(folder) as library:
        assert verify_library(library).is_whole
        assert library.store.open(id).number == 1
        assert version_of(folder / DATABASE, library.vault.database_key) == PRESENT


def test_without_a_backup_nothing_is_migrated(kept):
    folder, id = kept
    (folder / "backups").write_text("no folder")
    with next_program(), pytest.raises(BackupFailed):
        libraries.opened(folder)
    with libraries.opened(folder) as library:
        assert library.store.open(id).number == 1


def test_a_newer_library_is_refused_and_left_byte_for_byte(kept):
    folder, _ = kept
    with next_program():
        libraries.opened(folder).close()
    before = state(folder)
    with pytest.raises(StoreTooNew) as refused:
        libraries.opened(folder)
    assert refused.value.values == {"found": NEXT_VERSION.version, "known": PRESENT}
    assert state(folder) == before


def test_the_backup_before_it_leads_back_to_the_former_program(kept):
    folder, id = kept
    with next_program():
        libraries.opened(folder).close()
    with restoring(folder, libraries.BY_PASSPHRASE) as restore:
        restore.swap()
    with libraries.opened(folder) as library:
        assert library.store.open(id).number == 1
        assert verify_library(library).is_whole
