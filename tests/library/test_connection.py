"""The encrypted database: settings, key, damage, and a system that refuses."""

from __future__ import annotations

import contextlib
import random
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import store_making as making
from sqlcipher3 import dbapi2
from store_making import KEY, new, saved

from cardprep.case.model import Case
from cardprep.library.connection import Connection, open_connection
from cardprep.library.records import Firm, RecordKind, Shelf, Stamp
from cardprep.library.sqlite_store import DATABASE, SqliteStore
from cardprep.library.store_errors import (
    ReadFailed,
    StoreDamaged,
    StoreError,
    StoreExists,
    StoreInUse,
    StoreMissing,
    WriteFailed,
    WrongKey,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def store(folder: Path):
    made = making.created(folder)
    yield made
    made.close()


def raw_of(store: SqliteStore) -> Any:
    return store._connection._raw


def test_the_settings_hold(store):
    wanted = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "trusted_schema": 0}
    wanted |= {"foreign_keys": 1, "temp_store": 2, "cell_size_check": 1, "busy_timeout": 3000}
    assert {name: raw_of(store).execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
def test_only_its_owner_can_read_the_files(store, folder):
    new(store)
    assert {path.stat().st_mode & 0o077 for path in folder.glob(f"{DATABASE}*")} == {0}


def test_nothing_in_the_files_can_be_read(store, folder):
    opened = new(store, making.named(making.case_of(1), "明显的记号"))
    files = b"".join(path.read_bytes() for path in folder.iterdir())
    assert b"SQLite format 3" not in files
    assert "明显的记号".encode() not in files
    assert opened.case.operators[0].id_number.encode() not in files


def test_a_wrong_key_opens_nothing_and_harms_nothing(folder, store, capfd):
    opened = new(store)
    store.close()
    for wrong in (bytes(32), KEY[::-1]):
        with pytest.raises(WrongKey):
            SqliteStore.open_in(folder, wrong, making.no_backup)
    assert capfd.readouterr().err == ""
    again = making.reopened(folder)
    assert again.open(opened.id) == opened
    again.close()


def test_a_second_one_is_kept_out(folder, store):
    with pytest.raises(StoreInUse):
        making.reopened(folder)
    store.close()
    making.reopened(folder).close()


def test_a_library_that_is_gone_is_not_silently_made_anew(folder, store):
    store.close()
    with pytest.raises(StoreExists):
        making.created(folder)
    (folder / DATABASE).write_bytes(b"")
    with pytest.raises(StoreMissing):
        making.reopened(folder)
    (folder / DATABASE).unlink()
    with pytest.raises(StoreMissing):
        making.reopened(folder)


def test_every_flipped_byte_is_detected(folder, store):
    for number in range(8):
        new(store, making.case_of(number))
    store.close()
    path, chance = folder / DATABASE, random.Random(7)
    whole = path.read_bytes()
    for place in (0, 17, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(30))):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :])
        assert _is_refused(folder), place
    path.write_bytes(whole)
    assert not _is_refused(folder)


def _is_refused(folder: Path) -> bool:
    try:
        opened = making.reopened(folder)
    except (WrongKey, StoreDamaged):
        return True
    faults = opened.faults()
    opened.close()
    return faults > 0


def test_a_damaged_page_is_an_error_of_ours_when_it_is_read(folder, store):
    for number in range(8):
        new(store, making.case_of(number))
    store.close()
    path = folder / DATABASE
    whole = bytearray(path.read_bytes())
    for page in range(4096 * 2, len(whole), 4096):
        whole[page + 100] ^= 1
    path.write_bytes(whole)
    with pytest.raises(StoreDamaged):
        _use(folder)


def _use(folder: Path) -> None:
    with contextlib.closing(making.reopened(folder)) as again:
        new(again)


def test_a_full_disk_leaves_the_old_state_and_a_retry_works(store):
    opened = new(store)
    pages = raw_of(store).execute("PRAGMA page_count").fetchone()[0]
    raw_of(store).execute(f"PRAGMA max_page_count = {pages}")
    large = making.named(making.case_of(1, operators=9), "长" * 3000)
    with pytest.raises(WriteFailed) as refused:
        _fill(store, large)
    assert refused.value.values["reason"] == "disk-full"
    assert store.open(opened.id) == opened
    raw_of(store).execute("PRAGMA max_page_count = 1000000")
    assert saved(store, opened, large).case == large
    assert store.faults() == 0


def _fill(store: SqliteStore, case: Case) -> None:
    for _ in range(20):
        new(store, case)


def test_a_failing_write_of_the_system_leaves_the_old_state_and_a_retry_works(store, folder):
    opened = new(store)
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = (folder / f"{DATABASE}-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        with pytest.raises(WriteFailed) as refused:
            saved(store, opened, making.case_of(1, operators=9))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert refused.value.values["reason"] in ("input-output", "disk-full")
    assert store.open(opened.id) == opened
    assert saved(store, opened, making.case_of(1)).case == making.case_of(1)


class _Failing:
    """A database connection whose n-th statement from now on fails as the system would."""

    def __init__(self, raw: Any, code: int) -> None:
        self._raw, self._code, self.left = raw, code, -1

    def __getattr__(self, name: str) -> Any:
        return getattr(self._raw, name)

    def execute(self, sql: str, *values: object) -> Any:
        self._count(sql)
        return self._raw.execute(sql, *values)

    def executemany(self, sql: str, *values: object) -> Any:
        self._count(sql)
        return self._raw.executemany(sql, *values)

    def _count(self, sql: str) -> None:
        self.left -= 1
        if self.left == 0 and sql != "ROLLBACK":
            error = dbapi2.OperationalError("made up")
            error.sqlite_errorcode = self._code
            raise error


CHANGES = {
    "save": lambda s, o: saved(s, o, making.case_of(2), files=(making.StoredFile("x", "y", 1),)),
    "undo": lambda s, o: s.undo(o.id, making.STAMP),
    "return": lambda s, o: s.return_to(o.id, 1, making.STAMP),
    "create": lambda s, o: new(s, making.case_of(3)),
    "firm": lambda s, o: s.put_firm(Firm(making.case_of(1).unit)),
    "move": lambda s, o: s.move(RecordKind.APPLICATION, [o.id], Shelf.TRASH, making.STAMP),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(
    ("code", "reason"), [(13, "disk-full"), (10 | 3 << 8, "input-output"), (8, "read-only")]
)
def test_whichever_statement_fails_all_is_as_before(store, change, code, reason):
    opened = saved(store, new(store), making.case_of(1))
    before = _dump(store)
    failing = _Failing(raw_of(store), code)
    faulty = SqliteStore(Connection(failing), store._lock)
    count, told = 0, {reason}
    while told == {reason}:
        assert _dump(store) == before, count
        failing.left = count = count + 1
        told = _told(lambda: CHANGES[change](faulty, opened))
    assert told == set()
    assert count > 3
    assert _dump(store) != before


def _told(change: Callable[[], object]) -> set[object]:
    """The reason that a change was refused for; none where it was made."""
    try:
        change()
    except StoreError as error:
        return {error.values["reason"]}
    return set()


def _dump(store: SqliteStore) -> list[Any]:
    tables = (
        "application",
        "application_document",
        "edit",
        "stored_file",
        "appearance",
        "sealing_key",
        "firm",
    )
    tables += ("application_text", "application_term", "firm_text", "firm_term")
    return [[tuple(row) for row in raw_of(store).execute(f"SELECT * FROM {t}")] for t in tables]


def test_a_closed_library_says_so_in_our_words(store):
    store.close()
    with pytest.raises(ReadFailed) as refused:
        store.open("any")
    assert refused.value.values["reason"] == "closed"
    with pytest.raises(WriteFailed):
        store.create(Case(), b"", Stamp("", making.NOON))


def test_the_key_is_of_the_right_length(tmp_path):
    with pytest.raises(ValueError, match="31"):
        open_connection(tmp_path / "x.db", bytes(31))


def test_threads_take_their_turns(store):
    opened = [new(store, making.case_of(number)) for number in range(4)]
    threads = [threading.Thread(target=_save_often, args=(store, each)) for each in opened]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [store.open(each.id).number for each in opened] == [11] * 4


def _save_often(store: SqliteStore, here: making.OpenApplication) -> None:
    for number in range(10):
        here = saved(store, here, making.named(here.case, f"第{number}号"))
