"""Every form the library has had, in order: a step is a module, is never changed once released."""

from __future__ import annotations

from dataclasses import dataclass

from cardprep.library.migrations import v001_beginning


@dataclass(frozen=True, slots=True)
class Migration:
    """What makes version `version` of the one before it, in one transaction."""

    version: int
    statements: tuple[str, ...]


MIGRATIONS = (Migration(1, v001_beginning.STATEMENTS),)
