"""`cardprep library passphrase|recovery|keyring PATH`: who can open it; nothing is encrypted anew."""

from __future__ import annotations

import argparse

from cardprep.app.library.open import OpenLibrary
from cardprep.cli import recovery_key
from cardprep.cli.errors import UsageError
from cardprep.cli.output import Output
from cardprep.cli.unlocking import another_passphrase, unlocked
from cardprep.host.secrets import KeyringError, system_keyring


def passphrase(given: argparse.Namespace, output: Output) -> int:
    """Set another passphrase, or the first."""
    with unlocked(given, output.catalog) as library:
        library.vault.change_passphrase(another_passphrase(given, output.catalog))
        output.document(_about(given, library))
    output.lines([output.catalog.text("cli.passphrase_changed")])
    return 0


def recovery(given: argparse.Namespace, output: Output) -> int:
    """Make another recovery key; from now on the former sheet is waste paper."""
    with unlocked(given, output.catalog) as library:
        key = library.vault.renew_recovery_key()
        lines = recovery_key.told(given, output, library, key, _about(given, library))
    output.lines([output.catalog.text("cli.recovery_renewed"), *lines])
    return 0


def keyring(given: argparse.Namespace, output: Output) -> int:
    """Let the system's keyring open it, or no more (PassphraseNeeded where that would leave no other way)."""
    if not (given.remember or given.forget):
        raise UsageError("command", message="--remember | --forget")
    with unlocked(given, output.catalog) as library:
        changed = _remembered(library, output) if given.remember else _forgotten(library, output)
        output.document(_about(given, library) | changed)
    return 0


def _remembered(library: OpenLibrary, output: Output) -> dict[str, object]:
    ring = system_keyring()
    if ring is None:
        raise KeyringError("keyring")
    library.vault.remember_in_keyring(ring)
    output.lines([output.catalog.text("cli.keyring_remembered")])
    return {"entry": True}


def _forgotten(library: OpenLibrary, output: Output) -> dict[str, object]:
    removed = library.vault.forget_keyring(system_keyring())
    output.lines([output.catalog.text("cli.keyring_forgotten")])
    if not removed:
        output.note(output.catalog.text("cli.keyring_entry_left"))
    return {"entry": not removed}


def _about(given: argparse.Namespace, library: OpenLibrary) -> dict[str, object]:
    vault = library.vault
    return {"library": str(given.library), "id": vault.library, "holders": sorted(vault.holders)}
