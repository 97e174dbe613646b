"""Opens a library for a command: by the keyring, a file descriptor, or a question on the terminal."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from cardprep.app.library.open import OpenLibrary, open_library
from cardprep.cli.errors import SealSecretNeeded, SecretNeeded, SecretsDiffer, SecretUnreadable
from cardprep.host.secrets import KeyringError, system_keyring
from cardprep.library.errors import LibraryError, WayError
from cardprep.library.header import Holder
from cardprep.library.header_file import HeaderFile
from cardprep.library.recovery import RecoveryKey
from cardprep.library.ways import ByKeyring, ByPassphrase, ByRecoveryKey, Way
from cardprep.wording.catalog import Catalog

_MOST_BYTES = 4_096

Result = TypeVar("Result")


def unlocked(given: argparse.Namespace, catalog: Catalog) -> OpenLibrary:
    """The library that the command line names, open (raises as `open_library` and `by_some_way`)."""
    return by_some_way(given, catalog, lambda way: open_library(given.library, way))


def by_some_way(given: argparse.Namespace, catalog: Catalog, use: Callable[[Way], Result]) -> Result:
    """What `use` gives with the keyring or, where that does not lead in, with what is typed.

    Raises:
        SecretNeeded, SecretUnreadable: nothing was typed.
    """
    by_recovery_key = given.recovery_key or given.recovery_key_fd is not None
    is_asked = given.passphrase_fd is None and not by_recovery_key
    keyring = system_keyring() if is_asked and _is_in_keyring(given.library) else None
    if keyring is not None:
        try:
            return use(ByKeyring(keyring))
        except (WayError, KeyringError):
            pass  # the passphrase still opens it
    key = "cli.ask_recovery_key" if by_recovery_key else "cli.ask_passphrase"
    descriptor = given.passphrase_fd if given.recovery_key_fd is None else given.recovery_key_fd
    text = _secret(descriptor, catalog.text(key))
    return use(ByRecoveryKey(RecoveryKey.read(text)) if by_recovery_key else ByPassphrase(text))


def new_passphrase(given: argparse.Namespace, catalog: Catalog) -> str:
    """A passphrase for a new library; on a terminal it is asked for twice (SecretsDiffer)."""
    return _new(given.passphrase_fd, catalog, "cli.ask_new_passphrase")


def another_passphrase(given: argparse.Namespace, catalog: Catalog) -> str:
    """A passphrase that is to take the former one's place, as `new_passphrase`, by its own descriptor."""
    return _new(given.new_passphrase_fd, catalog, "cli.ask_another_passphrase")


def _new(descriptor: int | None, catalog: Catalog, question: str) -> str:
    text = _secret(descriptor, catalog.text(question))
    if descriptor is None and _secret(None, catalog.text("cli.ask_again")) != text:
        raise SecretsDiffer("passphrase")
    return text


def seal_passphrase(descriptor: int | None, question: str) -> str:
    """The passphrase of a hand-over file.

    Raises:
        SealSecretNeeded, SecretUnreadable: there is none.
    """
    try:
        return _secret(descriptor, question)
    except SecretNeeded:
        raise SealSecretNeeded("passphrase") from None


def _is_in_keyring(folder: Path) -> bool:
    try:
        headers = HeaderFile(folder).candidates()
    except LibraryError:
        return False
    return any(Holder.KEYRING in header.holders for header in headers)


def _secret(descriptor: int | None, question: str) -> str:
    if descriptor is not None:
        return _read(descriptor)
    if sys.stdin is None or not sys.stdin.isatty():
        raise SecretNeeded("passphrase")
    return getpass.getpass(question, stream=sys.stderr)


def _read(descriptor: int) -> str:
    """The first line of the file descriptor."""
    data = b""
    try:
        while b"\n" not in data and len(data) <= _MOST_BYTES:
            piece = os.read(descriptor, _MOST_BYTES)
            if not piece:
                break
            data += piece
        return data.split(b"\n")[0].removesuffix(b"\r").decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise SecretUnreadable("passphrase", found=descriptor) from None
