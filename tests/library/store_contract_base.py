"""What every part of the contract of a store starts from."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator

import pytest

from cardprep.library.records import (
    ApplicationOrder,
    ApplicationQuery,
    StoredFile,
)
from cardprep.library.store import Store

SCAN = StoredFile("a.jpg", "b" * 64, 1200)
OTHER_SCAN = StoredFile("b.jpg", "c" * 64, 7)
ALL = ApplicationQuery(order=ApplicationOrder.NAME)


class Contract:
    """What a subclass gives."""

    @pytest.fixture
    @abstractmethod
    def store(self) -> Iterator[Store]:
        """An empty store."""

    @pytest.fixture
    @abstractmethod
    def reopen(self) -> Callable[[], Store]:
        """Closes the store and opens it again."""
