"""The one connection to the encrypted database: its settings, its transactions, its errors by our names.

SQLCipher 4 with a raw 256-bit key: every page has its own HMAC-SHA512, so that a flipped bit is an error and
never an answer. `synchronous=FULL` in WAL: what is committed is on the disk.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from cardprep.host.atomic import PRIVATE_FILE
from cardprep.host.system_errors import reason_code
from cardprep.library.store_errors import (
    ReadFailed,
    StoreDamaged,
    StoreError,
    StoreMissing,
    WriteFailed,
    WrongKey,
)

KEY_BYTES = 32
BUSY_MILLISECONDS = 3_000

_SETTINGS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cell_size_check = ON",
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
)
_FULL, _READ_ONLY, _IO, _CORRUPT, _NOT_A_DATABASE = 13, 8, 10, 11, 26
_NO_MEMORY, _CANNOT_OPEN = 7, 14
# After these a connection may go on failing when the disk does not; a new one does not.
_SPOILING = frozenset((_NO_MEMORY, _READ_ONLY, _IO, _CORRUPT, _CANNOT_OPEN, _NOT_A_DATABASE))
_REASONS = {
    _FULL: "disk-full",
    _READ_ONLY: "read-only",
    _IO: "input-output",
    3: "no-permission",
    5: "busy",
    6: "busy",
    _NO_MEMORY: "out-of-memory",
    _CANNOT_OPEN: "no-permission",
}

Value = str | int | bytes | None
Row = Any  # gives its columns by name; their types are the schema's
Raw = Any  # the database module has no types of its own
Column = Any


class Statements:
    """Runs statements of one transaction."""

    def __init__(self, raw: Raw) -> None:
        self._raw = raw

    def run(self, sql: str, *values: Value) -> int:
        """Run a statement and give the number of rows it changed."""
        return int(self._raw.execute(sql, values).rowcount)

    def many(self, sql: str, rows: Sequence[tuple[Value, ...]]) -> None:
        """Run a statement for each of `rows`."""
        self._raw.executemany(sql, rows)

    def all(self, sql: str, *values: Value) -> list[Row]:
        """Every row of a query."""
        return list(self._raw.execute(sql, values).fetchall())

    def one(self, sql: str, *values: Value) -> Row | None:
        """The first row of a query, or None."""
        return self._raw.execute(sql, values).fetchone()

    def value(self, sql: str, *values: Value) -> Column:
        """The first column of the first row, or None."""
        row = self.one(sql, *values)
        return None if row is None else row[0]


class Connection:
    """A connection that any thread may use, one at a time."""

    def __init__(self, raw: Raw, connect: Callable[[], Raw] | None = None) -> None:
        self._raw = raw
        self._connect = connect
        self._turn = threading.RLock()
        self._is_closed = False
        self._is_spoiled = False
        self._statements = Statements(raw)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Statements]:
        """Statements that change nothing.

        Raises:
            StoreError: of a kind that tells why.
        """
        with self._used(ReadFailed):
            yield self._statements

    @contextlib.contextmanager
    def writing(self) -> Iterator[Statements]:
        """One transaction: committed and on the disk when the block has ended, or else nothing of it.

        Raises:
            StoreError: of a kind that tells why; everything is as it was before the block.
        """
        with self._used(WriteFailed):
            self._raw.execute("BEGIN IMMEDIATE")
            try:
                yield self._statements
                self._raw.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    @contextlib.contextmanager
    def _used(self, kind: type[WriteFailed] | type[ReadFailed]) -> Iterator[None]:
        with self._turn, _told(kind):
            if self._is_closed:
                raise kind(reason="closed")
            if self._is_spoiled:
                self._renew()
            try:
                yield
            except dbapi2.Error as error:
                self._is_spoiled |= self._connect is not None and _code_of(error) in _SPOILING
                raise

    def _renew(self) -> None:
        """Connect again: SQLCipher answers nothing but the same error once a page could not be had."""
        if self._connect is None:
            return
        with contextlib.suppress(dbapi2.Error):
            self._raw.close()
        self._raw = self._connect()
        self._statements = Statements(self._raw)
        self._is_spoiled = False

    def _roll_back(self) -> None:
        # A full disk or a damaged page may have ended the transaction already.
        with contextlib.suppress(dbapi2.Error):
            if self._raw.in_transaction:
                self._raw.execute("ROLLBACK")

    def empty_log(self) -> None:
        """Bring every page home and cut the write-ahead log to nothing, so that no former page is left."""
        with self._used(WriteFailed):
            busy = self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            if busy:
                raise WriteFailed(reason="busy")

    def copy_to(self, path: Path, key: bytes) -> None:
        """Copy the database as it stands, in one go, to a new file under `key` (SQLite's backup API).

        The file is not durable yet when this returns: the caller syncs it.

        Raises:
            ReadFailed, StoreDamaged: this one cannot be read.
            WriteFailed: the copy cannot be written.
        """
        target = open_connection(path, key, create=True)
        try:
            with self._used(WriteFailed):
                self._raw.backup(target._raw)  # noqa: SLF001 (of the same class)
            target.empty_log()
        finally:
            target.close()

    def faults(self) -> int:
        """How many pages or structures are not what was written (reads the whole file).

        The pages' HMACs say that the bytes are those that were written; the long `integrity_check` would
        only compare indexes once more (9 s instead of 1.5 for ten thousand applications).

        Raises:
            ReadFailed: the system does not let it be read; that says nothing of what is there.
        """
        try:
            with self.reading() as statements:
                run = statements.all
                pages = len(run("PRAGMA cipher_integrity_check"))
                told = [] if pages else run("PRAGMA quick_check") + run("PRAGMA foreign_key_check")
                return pages + sum(1 for row in told if row[0] != "ok")
        except StoreDamaged:
            return 1

    def close(self) -> None:
        """Close it; again: nothing."""
        with self._turn, contextlib.suppress(dbapi2.Error):
            self._is_closed = True
            self._raw.close()


@contextlib.contextmanager
def _told(kind: type[WriteFailed] | type[ReadFailed]) -> Iterator[None]:
    try:
        yield
    except dbapi2.Error as error:
        raise _translated(error, kind) from None
    except OSError as error:
        raise kind(reason=reason_code(error)) from None


def _code_of(error: Exception) -> int:
    return int(getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def _translated(error: Exception, kind: type[WriteFailed] | type[ReadFailed]) -> StoreError:
    code = _code_of(error)
    if code in (_CORRUPT, _NOT_A_DATABASE):
        return StoreDamaged()
    return kind(reason=_REASONS.get(code, "other"))


def open_connection(
    path: Path, key: bytes, create: bool = False, connect: Callable[..., Any] = dbapi2.connect
) -> Connection:
    """Open the database at `path` with the 32 bytes of `key`.

    Raises:
        StoreMissing: there is none (an absent database is never silently made anew).
        WrongKey: the key does not open it.
        ReadFailed: the system does not let it be opened.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(len(key))

    def connected() -> Raw:
        raw = connect(path, isolation_level=None, check_same_thread=False, cached_statements=256)
        try:
            _unlock(raw, key)
            _settle(raw)
        except BaseException:
            raw.close()
            raise
        raw.row_factory = dbapi2.Row
        return raw

    with _told(ReadFailed):
        if create:
            _make_file(path)
        elif is_absent(path):
            raise StoreMissing(found=path.parent.name)
        return Connection(connected(), connected)


def _make_file(path: Path) -> None:
    if path.is_file() and is_absent(path):  # a making that was cut off left it
        path.unlink()
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))


def is_absent(path: Path) -> bool:
    """Whether there is no database at `path`, or but the empty file of one that did not come about."""
    return not path.is_file() or not path.stat().st_size


def _unlock(raw: Raw, key: bytes) -> None:
    raw.execute("PRAGMA cipher_log = off")  # it would write about damaged pages to standard error
    raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    try:
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != _NOT_A_DATABASE:
            raise
        raise WrongKey from None


def _settle(raw: Raw) -> None:
    for setting in _SETTINGS:
        raw.execute(setting)
    mode = raw.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    if mode != "wal" or raw.execute("PRAGMA synchronous").fetchone()[0] != 2:
        raise ReadFailed(reason="other")
