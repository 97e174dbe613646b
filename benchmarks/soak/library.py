"""The real library of the program, opened as a whole: keys, records, sealed files, a folder for exports."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cardprep.host.atomic import sync_folder
from cardprep.library.blobs import Blobs
from cardprep.library.errors import LibraryNotFound
from cardprep.library.passphrase import Cost
from cardprep.library.sqlite_store import SqliteStore
from cardprep.library.steps import Step, no_step
from cardprep.library.store_errors import StoreMissing
from cardprep.library.vault import Vault
from cardprep.library.ways import ByPassphrase, Way

CHEAP = Cost(memory=8192, iterations=1, lanes=1)
FIRST_PASSPHRASE = "四张桌子 on a grey boat"  # noqa: S105 - of made libraries


def chance(seed: str) -> random.Random:
    """Chance that is the same at every run."""
    return random.Random(seed)  # noqa: S311 - it makes faults, not keys


@dataclass
class Library:
    """An open library in `base`."""

    base: Path
    vault: Vault
    store: SqliteStore
    blobs: Blobs

    @property
    def exports(self) -> Path:
        """Where files go that are handed over."""
        return self.base / "exports"

    @classmethod
    def opened(cls, base: Path, way: Way, at: Step = no_step) -> Self:
        """Open the library in `base` as the program does (raises as vault and store do)."""
        vault = Vault.open(base / "library", way, at)
        return cls._with(
            base, vault, SqliteStore.open_in(vault.folder, vault.database_key, _no_backup, at), at
        )

    @classmethod
    def opened_or_made(
        cls, base: Path, passphrase: str, cost: Cost = CHEAP, at: Step = no_step
    ) -> tuple[Self, str]:
        """Open it, or make what a cut during the making has left out; with the recovery key if it is new."""
        folder, recovery = base / "library", ""
        try:
            vault = Vault.open(folder, ByPassphrase(passphrase), at)
        except LibraryNotFound:
            vault, key = Vault.create(folder, passphrase, cost=cost, at=at)
            recovery = key.characters
        try:
            store = SqliteStore.open_in(folder, vault.database_key, _no_backup, at)
        except StoreMissing:
            store = SqliteStore.create_in(folder, vault.database_key, at)
        return cls._with(base, vault, store, at), recovery

    @classmethod
    def _with(cls, base: Path, vault: Vault, store: SqliteStore, at: Step) -> Self:
        if not (base / "exports").is_dir():  # whoever chooses a folder has it already
            (base / "exports").mkdir()
            sync_folder(base)
        return cls(base, vault, store, Blobs(vault.folder / "blobs", at))

    def key_of(self, application: str) -> bytes:
        """The key that seals an application's files."""
        return self.vault.application_key(application, self.store.wrapped_key(application) or b"")

    def close(self) -> None:
        """Close it and drop the keys."""
        self.store.close()
        self.vault.lock()


def _no_backup(_version: int) -> None:
    """Backups are another chapter: the migrations measured here are told apart in `kills`."""
