"""The backups at a place: how they are called, and which of them are kept."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cardprep.library.sqlite_store import DATABASE

LATEST, DAYS, MONTHS = 10, 14, 12
_FORM = "%Y%m%dT%H%M%S%f"
_NAME = re.compile(r"(\d{8}T\d{12})-[0-9a-f]{8}", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Generation:
    """One backup. In order of time.

    Attributes:
        at: when it was made, UTC.
        folder: where its database and header lie; the folder's name is the backup's.
    """

    at: dt.datetime
    folder: Path

    @classmethod
    def new(cls, root: Path, now: dt.datetime) -> Self:
        """A backup to be made now (a moment with its time zone)."""
        at = now.astimezone(dt.UTC)
        return cls(at, root / f"{at.strftime(_FORM)}-{secrets.token_hex(4)}")

    @property
    def name(self) -> str:
        """What it is called."""
        return self.folder.name

    @property
    def database(self) -> Path:
        """Its copy of the database."""
        return self.folder / DATABASE


def generations_in(root: Path) -> list[Generation]:
    """The backups in a folder, the latest first (OSError as the system says)."""
    return sorted(_found(root), reverse=True)


def _found(root: Path) -> Iterator[Generation]:
    for path in root.iterdir() if root.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match is not None and path.is_dir():
            try:
                at = dt.datetime.strptime(match[1], _FORM).replace(tzinfo=dt.UTC)
            except ValueError:
                continue
            yield Generation(at, path)


def kept(generations: Iterable[Generation]) -> frozenset[Generation]:
    """Those to keep: the latest 10, the last of each of 14 days, the last of each of 12 months.

    Days and months are those on which there are backups: a month of holidays costs nothing.
    """
    ordered = sorted(generations, reverse=True)
    days, months = (_first_of(ordered, form) for form in ("%Y%m%d", "%Y%m"))
    return frozenset((*ordered[:LATEST], *days[:DAYS], *months[:MONTHS]))


def _first_of(ordered: Iterable[Generation], form: str) -> list[Generation]:
    found: dict[str, Generation] = {}
    for generation in ordered:
        found.setdefault(generation.at.strftime(form), generation)
    return list(found.values())
