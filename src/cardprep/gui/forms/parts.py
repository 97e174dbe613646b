"""What a form or page is made of: parts that are shown anew, reveal their messages, and can be led to."""

from __future__ import annotations

from typing import Protocol, TypeVar

from cardprep.app.session import Change
from cardprep.case.finding import Finding


class Part(Protocol):
    """A field, a slot or a form."""

    def refresh(self, change: Change) -> None:
        """Show the session as it is now."""

    def reveal(self) -> None:
        """Show the messages of what was not touched yet too."""

    def focus_on(self, where: str, finding: Finding | None = None) -> bool:
        """Bring the keyboard to the place `where`, to what `finding` is about; False where it is not here."""


P = TypeVar("P", bound=Part)


class Parts:
    """Several parts as one."""

    def __init__(self) -> None:
        self._parts: list[Part] = []

    def add(self, part: P) -> P:
        """Add a part, and hand it back."""
        self._parts.append(part)
        return part

    def remove(self, part: Part) -> None:
        """Take a part out."""
        self._parts.remove(part)

    def refresh(self, change: Change) -> None:
        """Have each part show the session as it is now."""
        for part in tuple(self._parts):
            part.refresh(change)

    def reveal(self) -> None:
        """Have each part show all its messages."""
        for part in tuple(self._parts):
            part.reveal()

    def focus_on(self, where: str, finding: Finding | None = None) -> bool:
        """Lead to the part that is at `where`."""
        return any(part.focus_on(where, finding) for part in tuple(self._parts))
