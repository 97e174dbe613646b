"""The way into the library at the start of the program: without questions where a keyring works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cardprep.app.library.open import OpenLibrary, create_library, open_library
from cardprep.host.secrets import Keyring, KeyringError, system_keyring
from cardprep.library.errors import LibraryError, LibraryNotFound, WayError
from cardprep.library.header import Holder
from cardprep.library.header_file import HeaderFile
from cardprep.library.sqlite_store import DATABASE
from cardprep.library.ways import ByKeyring

Detect = Callable[[], Keyring | None]


@dataclass(frozen=True, slots=True)
class Door:
    """What stands between the program and its library.

    Attributes:
        folder: where the library is, or is to be.
        is_new: whether there is none yet.
        holders: what opens it; empty where it is new or its header cannot be read.
        keyring: the system's keyring, where it has a real one.
    """

    folder: Path
    is_new: bool
    holders: frozenset[Holder]
    keyring: Keyring | None

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase opens it."""
        return Holder.PASSPHRASE in self.holders


def look_at(folder: Path, detect: Detect = system_keyring) -> Door:
    """What there is at `folder`; the keyring is only looked for where it could help."""
    try:
        headers = HeaderFile(folder).candidates()
        holders = frozenset().union(*(header.holders for header in headers))
        is_new = False
    except LibraryNotFound:
        holders, is_new = frozenset(), not (folder / DATABASE).exists()
    except LibraryError:
        holders, is_new = frozenset(), False
    helps = is_new or Holder.KEYRING in holders
    return Door(folder, is_new, holders, detect() if helps else None)


def enter_unasked(door: Door) -> OpenLibrary | None:
    """The library by the keyring, made where there is none; None where a person has to be asked.

    Raises:
        LibraryError: the place or the library itself will not do (UnsuitablePlace, StoreInUse,
            StoreDamaged …); a keyring that does not help is no error.
    """
    if door.keyring is None:
        return None
    try:
        if door.is_new:
            return create_library(door.folder, None, door.keyring)[0]
        return open_library(door.folder, ByKeyring(door.keyring))
    except (WayError, KeyringError):
        return None
