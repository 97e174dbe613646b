"""Libraries to open: cheap to derive, with their passphrase and recovery key."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from cardprep.host.secrets import Keyring, SystemKeyring
from cardprep.library.passphrase import Cost
from cardprep.library.recovery import RecoveryKey
from cardprep.library.vault import Vault
from cardprep.library.ways import ByPassphrase, ByRecoveryKey
from making.keyrings import Kept

CHEAP = Cost(memory=8192, iterations=1, lanes=1)
PASSPHRASE = "四张桌子 on a grey boat"
OTHER = "another boat, another table"


@dataclass
class Made:
    """A library that was just made; its vault is open."""

    folder: Path
    vault: Vault
    recovery_key: RecoveryKey
    backend: Kept
    keyring: SystemKeyring

    @property
    def by_passphrase(self) -> ByPassphrase:
        return ByPassphrase(PASSPHRASE)

    @property
    def by_recovery_key(self) -> ByRecoveryKey:
        return ByRecoveryKey(self.recovery_key)


def made(folder: Path, passphrase: str | None = PASSPHRASE, *, in_keyring: bool = False) -> Made:
    """A new library in `folder`."""
    backend = Kept()
    keyring = SystemKeyring(backend, seconds=5)
    own: Keyring | None = keyring if in_keyring else None
    vault, key = Vault.create(folder, passphrase, own, cost=CHEAP)
    return Made(folder, vault, key, backend, keyring)


def state(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its relative path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def forged_header(document: dict) -> bytes:
    """A header as an attacker writes it: with the right check, since anybody can make that."""
    body = {key: value for key, value in document.items() if key != "check"}
    check = hashlib.sha256(_canonical(body)).hexdigest()
    return _canonical({**body, "check": check})


def _canonical(document: dict) -> bytes:
    return (json.dumps(document, indent=1, sort_keys=True) + "\n").encode()


class Cut(BaseException):
    """The program ends here: nothing that catches exceptions runs."""


def cut_at(step: str):
    """Ends the program at a step."""

    def at(name: str) -> None:
        if name == step:
            raise Cut

    return at
