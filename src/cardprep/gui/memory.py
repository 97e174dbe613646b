"""What the program remembers between starts, as parts of the window read and change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cardprep.host.settings import Settings


class Remember(Protocol):
    """Changes settings and keeps them."""

    def __call__(self, **changes: str) -> None:
        """Set the settings of these names."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The settings of now, and how they are changed."""

    read: Callable[[], Settings]
    remember: Remember

    @property
    def second_place(self) -> Path | None:
        """The second place of backups, if one was chosen; whether it is there is another matter."""
        place = self.read().backup_place
        return Path(place) if place else None
