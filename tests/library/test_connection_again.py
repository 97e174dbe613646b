"""After a disk that failed for a moment the same library goes on; a making that was cut off begins anew."""

from __future__ import annotations

import pytest
import store_making as making
from store_making import KEY, new, saved

from cardprep.library.errors import BlobNotWritten
from cardprep.library.records import RecordKind, Shelf
from cardprep.library.sqlite_store import DATABASE, SqliteStore
from cardprep.library.store_errors import NoSuchRecord, StoreDamaged, StoreError


def test_an_empty_file_that_a_cut_left_is_no_library(tmp_path):
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / DATABASE).touch()
    SqliteStore.create_in(tmp_path / "library", KEY).close()
    making.reopened(tmp_path / "library").close()


def test_pages_that_could_not_be_had_for_a_moment_can_be_read_later(tmp_path):
    store = making.created(tmp_path)
    opened = [new(store, making.case_of(number)) for number in range(30)]
    store.close()
    path = tmp_path / DATABASE
    whole = path.read_bytes()
    store = making.reopened(tmp_path)
    path.write_bytes(whole[:8192] + bytes(len(whole) - 8192))
    with pytest.raises(StoreError):
        [store.open(each.id) for each in opened]
    path.write_bytes(whole)
    assert [store.open(each.id) for each in opened] == opened
    assert saved(store, opened[0], making.case_of(9)).case == making.case_of(9)
    store.close()


def test_a_damaged_page_is_told_at_every_read(tmp_path):
    store = making.created(tmp_path)
    opened = [new(store, making.case_of(number)) for number in range(30)]
    store.close()
    path = tmp_path / DATABASE
    whole = path.read_bytes()
    store = making.reopened(tmp_path)
    path.write_bytes(whole[:8192] + bytes(len(whole) - 8192))
    for _ in range(2):
        with pytest.raises(StoreDamaged):
            store.open(opened[0].id)
    store.close()


class _Stuck:
    def delete(self, name: str, /) -> None:
        raise BlobNotWritten("blob", reason="no-permission")


def test_a_purge_is_done_when_its_key_is_gone_though_the_files_stay(tmp_path):
    store = making.created(tmp_path)
    opened = new(store)
    saved(store, opened, making.case_of(1), files=(making.StoredFile("x", "y", 1),))
    store.move(RecordKind.APPLICATION, [opened.id], Shelf.TRASH, making.STAMP)
    store.purge(RecordKind.APPLICATION, [opened.id], _Stuck(), making.TODAY)
    assert store.wrapped_key(opened.id) is None
    with pytest.raises(NoSuchRecord):
        store.open(opened.id)
    store.close()
