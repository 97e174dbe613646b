"""A library is brought to the present form step by step, after a backup, or not at all."""

from __future__ import annotations

import contextlib

import pytest
import store_making as making
from store_making import KEY, new

from cardprep.library import schema
from cardprep.library.connection import open_connection
from cardprep.library.migrations import MIGRATIONS, Migration
from cardprep.library.sqlite_store import DATABASE, SqliteStore
from cardprep.library.store_errors import StoreTooNew, WriteFailed

SECOND = Migration(2, ("CREATE TABLE second (a TEXT) STRICT",))
FAULTY = Migration(3, ("CREATE TABLE third (a TEXT) STRICT", "CREATE NONSENSE"))


@pytest.fixture
def connection(tmp_path):
    making.created(tmp_path / "library").close()
    opened = open_connection(tmp_path / "library" / DATABASE, KEY)
    yield opened
    opened.close()


def test_versions_follow_each_other_from_one():
    assert [migration.version for migration in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_a_new_library_needs_no_backup(tmp_path):
    asked: list[int] = []
    with open_closing(tmp_path) as connection:
        schema.migrate(connection, asked.append)
    assert asked == []


def test_a_backup_is_asked_for_once_before_the_first_step(connection):
    seen: list[int] = []
    third = Migration(3, ("CREATE TABLE third (a TEXT) STRICT",))
    schema.migrate(
        connection, lambda version: seen.append(schema.version_of(connection)), (*MIGRATIONS, SECOND, third)
    )
    assert seen == [1]
    assert schema.version_of(connection) == 3


def test_without_a_backup_nothing_is_changed(connection):
    with pytest.raises(RuntimeError, match="no backup"):
        schema.migrate(connection, _refuse, (*MIGRATIONS, SECOND))
    assert schema.version_of(connection) == 1


def _refuse(version: int) -> None:
    raise RuntimeError("no backup")


def test_a_step_that_fails_leaves_the_form_before_it(connection):
    with pytest.raises(WriteFailed):
        schema.migrate(connection, lambda version: None, (*MIGRATIONS, SECOND, FAULTY))
    assert schema.version_of(connection) == 2
    with connection.reading() as statements:
        names = [row["name"] for row in statements.all("SELECT name FROM sqlite_master")]
    assert "second" in names
    assert "third" not in names


def test_a_newer_library_is_refused_and_left_alone(tmp_path):
    folder = tmp_path / "library"
    store = making.created(folder)
    opened = new(store)
    store._connection._raw.execute("PRAGMA user_version = 9")
    store.close()
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(StoreTooNew) as refused:
        SqliteStore.open_in(folder, KEY, making.no_backup)
    assert refused.value.values == {"found": 9, "known": MIGRATIONS[-1].version}
    assert (folder / DATABASE).read_bytes() == before
    assert opened.number == 1


def open_closing(folder):
    return contextlib.closing(open_connection(folder / "new.db", KEY, create=True))
