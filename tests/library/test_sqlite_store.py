"""The encrypted SQLite store keeps the whole contract of a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import store_making as making
from store_contract import StoreContract

from cardprep.library.sqlite_store import SqliteStore


class TestSqliteStore(StoreContract):
    @pytest.fixture
    def open_now(self) -> list[SqliteStore]:
        return []

    @pytest.fixture
    def store(self, tmp_path: Path, open_now: list[SqliteStore]) -> Iterator[SqliteStore]:
        open_now.append(making.created(tmp_path / "library"))
        yield open_now[0]
        open_now[-1].close()

    @pytest.fixture
    def reopen(self, tmp_path: Path, open_now: list[SqliteStore]) -> Callable[[], SqliteStore]:
        def again() -> SqliteStore:
            open_now[-1].close()
            open_now.append(making.reopened(tmp_path / "library"))
            return open_now[-1]

        return again
