"""`cardprep library VERB PATH`: create, backup, restore and verify; the other verbs have their modules."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable
from dataclasses import asdict

from cardprep.app.library.backing_up import Restore, back_up, restoring, verify_library
from cardprep.app.library.open import create_library
from cardprep.cli import purging, recovery_key, rekeying
from cardprep.cli.errors import SecretNeeded, UsageError
from cardprep.cli.output import Output
from cardprep.cli.unlocking import by_some_way, new_passphrase, unlocked
from cardprep.host.secrets import Keyring, KeyringError, system_keyring


def run(given: argparse.Namespace, output: Output) -> int:
    """Do what is said with the library: 1 where something of it, or of a backup, is not whole."""
    deeds: dict[str, Callable[[argparse.Namespace, Output], int]] = {
        "create": _create,
        "backup": _back_up,
        "restore": _restore,
        "verify": _verify,
        "passphrase": rekeying.passphrase,
        "recovery": rekeying.recovery,
        "keyring": rekeying.keyring,
        "purge": purging.run,
    }
    if given.ids and given.deed != "purge":
        raise UsageError("command", message=" ".join(given.ids))
    return deeds[given.deed](given, output)


def _create(given: argparse.Namespace, output: Output) -> int:
    keyring = _keyring(given)
    try:
        passphrase = new_passphrase(given, output.catalog)
    except SecretNeeded:
        if keyring is None:
            raise
        passphrase = None
    library, key = create_library(given.library, passphrase, keyring)
    with library:
        about = {
            "library": str(given.library),
            "id": library.vault.library,
            "holders": sorted(library.vault.holders),
        }
        lines = recovery_key.told(given, output, library, key, about)
    output.lines([output.catalog.text("cli.library_created", path=str(given.library)), *lines])
    return 0


def _keyring(given: argparse.Namespace) -> Keyring | None:
    """The keyring, where it was asked for (KeyringError where there is none)."""
    keyring = system_keyring() if given.keyring else None
    if given.keyring and keyring is None:
        raise KeyringError("keyring")
    return keyring


def _back_up(given: argparse.Namespace, output: Output) -> int:
    with unlocked(given, output.catalog) as library:
        made = back_up(library, given.place)
    output.document(
        {
            "backup": made.generation.name,
            "folder": str(made.generation.folder),
            "lost": list(made.lost),
            "unread": list(made.unread),
        }
    )
    output.lines([output.catalog.text("cli.backed_up", path=str(made.generation.folder))])
    if made.lost or made.unread:
        counts = {"lost": len(made.lost), "unread": len(made.unread)}
        output.note(output.catalog.text("cli.backup_not_whole", **counts))
    return 1 if made.lost or made.unread else 0


def _restore(given: argparse.Namespace, output: Output) -> int:
    with contextlib.ExitStack() as stack:
        restore = by_some_way(
            given,
            output.catalog,
            lambda way: stack.enter_context(restoring(given.library, way, given.place, given.backup)),
        )
        if given.swap:
            restore.swap()
    _tell_restore(restore, given.swap, output)
    return 1 if restore.comparison.lost else 0


def _tell_restore(restore: Restore, swapped: bool, output: Output) -> None:
    compared, catalog = restore.comparison, output.catalog
    output.document(
        {
            "backup": restore.generation.name,
            "made_at": restore.generation.at.isoformat(),
            "present": None if compared.present is None else asdict(compared.present),
            "in_backup": asdict(compared.backup),
            "only_present": compared.only_present,
            "only_backup": compared.only_backup,
            "different": compared.older,
            "lost": list(compared.lost),
            "swapped": swapped,
        }
    )
    counts = {
        "applications": compared.backup.applications,
        "only_present": compared.only_present,
        "only_backup": compared.only_backup,
        "different": compared.older,
        "lost": len(compared.lost),
    }
    output.lines(
        [
            catalog.text("cli.restore_compared", name=restore.generation.name, **counts),
            catalog.text("cli.restored" if swapped else "cli.restore_not_yet"),
        ]
    )


def _verify(given: argparse.Namespace, output: Output) -> int:
    with unlocked(given, output.catalog) as library:
        found = verify_library(library)
    output.document({"ok": found.is_whole, **asdict(found)})
    counts = {"faults": found.faults, "missing": len(found.missing), "damaged": len(found.damaged)}
    key = "cli.library_whole" if found.is_whole else "cli.library_not_whole"
    output.lines([output.catalog.text(key, blobs=found.blobs, **counts)])
    return 0 if found.is_whole else 1
