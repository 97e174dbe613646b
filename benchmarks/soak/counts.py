"""What a chapter counted, and how it says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """The outcome of one chapter.

    Attributes:
        chapter: its name.
        tried: how many faults were made.
        faults: everything that was lost, damaged, raw or not detected: nothing is what is hoped for.
        told: further figures, each with its name.
    """

    chapter: str
    tried: int
    faults: Sequence[str]
    told: Sequence[tuple[str, str]] = ()

    def __str__(self) -> str:
        lines = [f"{self.chapter}: {self.tried} tried, {len(self.faults)} faults"]
        lines += [f"  {name}: {value}" for name, value in self.told]
        return "\n".join(lines + [f"  FAULT {fault}" for fault in self.faults[:20]])
