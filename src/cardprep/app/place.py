"""Where an open case is kept: what the window needs of it, whatever it is."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cardprep.app.session import Move, Past
from cardprep.case.finding import Finding
from cardprep.case.model import Case
from cardprep.evidence.source import FileSource


@dataclass(frozen=True, slots=True)
class Record:
    """One change as it is to be kept: what the case is now, how and where it came about.

    Attributes:
        findings: what the rules say of it, or None where they were not asked.
    """

    case: Case
    move: Move = Move.EDIT
    where: str = ""
    joins: bool = False
    number: int = 0
    findings: tuple[Finding, ...] | None = None


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of undo and redo that were kept, the nearest one last."""

    before: tuple[Past, ...] = ()
    after: tuple[Past, ...] = ()


class CasePlace(Protocol):
    """Keeps one case. Every call but `file` may take as long as the disk does."""

    def save(self, record: Record) -> None:
        """Keep a change, durably; a CardprepError leaves everything as it was, and may be tried again."""

    def file(self, name: str) -> FileSource:
        """The file that the case calls `name`, for the worker."""

    def take_in(self, source: Path) -> str:
        """Keep a copy of a file and give the case's name of it; the source is left as it is."""

    def take_in_bytes(self, name: str, data: bytes) -> str:
        """Keep `data` (a pasted picture) as a file of that name."""

    def in_plain(self, case: Case) -> AbstractContextManager[Path]:
        """A folder with every file of the case, as long as the block lasts."""

    def paper(self, name: str) -> Path:
        """Where a paper may be written for the system's viewer; it goes when the case is closed."""

    def close(self) -> None:
        """Let it go. Everything is to be saved by now."""
