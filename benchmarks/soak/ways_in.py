"""Each state of a library's holders against each way in: those that hold open it, every other is refused."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import keyring.errors
from benchmarks.soak.counts import Counts
from benchmarks.soak.library import CHEAP

from cardprep.errors import CardprepError
from cardprep.host.secrets import SystemKeyring
from cardprep.library.recovery import RecoveryKey
from cardprep.library.sqlite_store import SqliteStore
from cardprep.library.vault import Vault
from cardprep.library.ways import ByKeyring, ByPassphrase, ByRecoveryKey, Way
from making.keyrings import Forgetful, Hanging, Kept, Refusing
from making.vaults import OTHER, PASSPHRASE

_SECONDS = 0.05


@dataclass
class _Made:
    """A library and every secret that ever belonged to it."""

    vault: Vault
    recovery: RecoveryKey
    backend: Kept

    @property
    def folder(self) -> Path:
        return self.vault.folder


_Change = Callable[[_Made], set[str]]
"""Does something to a library, and gives the names of the ways that lead in afterwards."""


def _nothing(_made: _Made) -> set[str]:
    return {"passphrase", "recovery key", "keyring"}


def _passphrase_changed(made: _Made) -> set[str]:
    made.vault.change_passphrase(OTHER, CHEAP)
    return {"other passphrase", "recovery key", "keyring"}


def _passphrase_lost(made: _Made) -> set[str]:
    """Whoever has the recovery key sets another one."""
    vault = Vault.open(made.folder, ByRecoveryKey(made.recovery))
    vault.change_passphrase(OTHER, CHEAP)
    return {"other passphrase", "recovery key", "keyring"}


def _recovery_renewed(made: _Made) -> set[str]:
    made.vault.renew_recovery_key()
    return {"passphrase", "keyring"}


def _keyring_forgotten(made: _Made) -> set[str]:
    made.vault.forget_keyring(_ring(made.backend))
    return {"passphrase", "recovery key"}


def _keyring_is(make: Callable[[_Made], Kept]) -> _Change:
    def change(made: _Made) -> set[str]:
        made.backend = make(made)
        return {"passphrase", "recovery key"}

    return change


def _entry(secret: str) -> Callable[[_Made], Kept]:
    def make(made: _Made) -> Kept:
        backend = Kept()
        backend.entries = dict.fromkeys(made.backend.entries, secret)
        return backend

    return make


CHANGES: dict[str, _Change] = {
    "as made": _nothing,
    "passphrase changed": _passphrase_changed,
    "passphrase lost": _passphrase_lost,
    "recovery key renewed": _recovery_renewed,
    "keyring forgotten": _keyring_forgotten,
    "keyring: no entry": _keyring_is(lambda _: Kept()),
    "keyring: another key": _keyring_is(_entry("00" * 32)),
    "keyring: no key at all": _keyring_is(_entry("密码")),
    "keyring: locked": _keyring_is(lambda _: Refusing(keyring.errors.KeyringLocked())),
    "keyring: broken": _keyring_is(lambda _: Refusing(RuntimeError("D-Bus"))),
    "keyring: hanging": _keyring_is(lambda _: Hanging()),
    "keyring: forgetful": _keyring_is(lambda _: Forgetful()),
}


def run(_of: int = 0) -> Counts:
    """Try every way into every state; there are so few that a tenth of them is all of them."""
    found: list[str] = []
    tried = 0
    for name, change in CHANGES.items():
        for with_passphrase in (True, False):
            with tempfile.TemporaryDirectory(prefix="soak-ways-") as scratch:
                results = list(_tried(Path(scratch), change, with_passphrase))
            tried += len(results)
            found += [f"{name}: {fault}" for fault in results if fault]
    told = (
        ("states of a library", str(2 * len(CHANGES))),
        ("ways tried in each", str(tried // len(CHANGES) // 2)),
    )
    return Counts("ways in", tried, found, told)


def _tried(scratch: Path, change: _Change, with_passphrase: bool) -> Iterator[str]:
    """For each way what is wrong with it, or ""."""
    backend = Kept()
    ring = _ring(backend, _SECONDS * 20)
    vault, key = Vault.create(scratch / "library", PASSPHRASE if with_passphrase else None, ring, cost=CHEAP)
    SqliteStore.create_in(vault.folder, vault.database_key).close()
    database_key, made = vault.database_key, _Made(vault, key, backend)
    try:
        holding = change(made)
    except CardprepError as error:  # without a passphrase a keyring is not forgotten
        holding = {"recovery key", "keyring"}
        yield "" if type(error).__name__ == "PassphraseNeeded" else f"refused: {error}"
    if not with_passphrase:
        holding.discard("passphrase")
    for name, way in _ways(made).items():
        yield _judged(vault.folder, database_key, name, way, name in holding)
    if isinstance(made.backend, Hanging):
        made.backend.released.set()


def _ways(made: _Made) -> dict[str, Way]:
    return {
        "passphrase": ByPassphrase(PASSPHRASE),
        "other passphrase": ByPassphrase(OTHER),
        "wrong passphrase": ByPassphrase(PASSPHRASE + "."),
        "no passphrase": ByPassphrase(""),
        "recovery key": ByRecoveryKey(made.recovery),
        "another recovery key": ByRecoveryKey(RecoveryKey.new()),
        "keyring": ByKeyring(_ring(made.backend)),
        "another user's keyring": ByKeyring(_ring(Kept())),
    }


def _ring(backend: Kept, seconds: float = _SECONDS) -> SystemKeyring:
    return SystemKeyring(backend, seconds)  # type: ignore[arg-type] # it quacks as one


def _judged(folder: Path, database_key: bytes, name: str, way: Way, holds: bool) -> str:
    try:
        vault = Vault.open(folder, way)
        SqliteStore.open_in(folder, vault.database_key, lambda version: None).close()
    except CardprepError as error:
        return f"{name} is refused: {type(error).__name__}" if holds else ""
    if vault.database_key != database_key:
        return f"{name} opens with another key"
    return "" if holds else f"{name} leads in"
