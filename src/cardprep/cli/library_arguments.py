"""The part of the command line that is about the encrypted library."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

_SHELVES = ("active", "archived", "trash")
_DEEDS = ("create", "backup", "restore", "verify", "passphrase", "recovery", "keyring", "purge")

Add = Callable[[str, str], argparse.ArgumentParser]


def add_library(command: argparse.ArgumentParser, *, required: bool) -> None:
    """Let the command work on a library."""
    command.add_argument(
        "--library", type=Path, metavar="PATH", required=required, help="the library's folder"
    )
    _add_secret(command)


def _add_secret(command: argparse.ArgumentParser) -> None:
    descriptors = command.add_mutually_exclusive_group()
    descriptors.add_argument(
        "--passphrase-fd", type=_descriptor, metavar="N", help="read the passphrase from this file descriptor"
    )
    descriptors.add_argument(
        "--recovery-key-fd", type=_descriptor, metavar="N", help="read the recovery key from it"
    )
    command.add_argument(
        "--recovery-key", action="store_true", help="what is read or asked for is the recovery key"
    )


def _add_seal(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--seal-fd",
        type=_descriptor,
        metavar="N",
        help="read the passphrase of the hand-over file from this file descriptor",
    )


def _descriptor(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"{text!r} is no file descriptor")
    return int(text)


def add_commands(add: Add) -> None:
    """The commands `list`, `show`, `import`, `handover` and `library`."""
    listing = add("list", "the applications of a library")
    add_library(listing, required=True)
    listing.add_argument("--search", metavar="TEXT", default="", help="names, codes, last digits, initials")
    listing.add_argument("--shelf", choices=_SHELVES, default=_SHELVES[0])
    show = add("show", "an application of a library and its history")
    show.add_argument("application", metavar="APPLICATION")
    add_library(show, required=True)
    importing = add("import", "take cases, bundles and hand-over files into a library")
    importing.add_argument("cases", type=Path, metavar="CASE", nargs="+")
    add_library(importing, required=True)
    _add_seal(importing)
    handing = add("handover", "write applications into one encrypted file for somebody else")
    handing.add_argument("applications", metavar="APPLICATION", nargs="+")
    handing.add_argument("-o", dest="target", type=Path, metavar="FILE", required=True)
    add_library(handing, required=True)
    _add_seal(handing)
    _add_keeping(add("library", "create, back up, restore, verify, re-key or purge a library"))


def _add_keeping(library: argparse.ArgumentParser) -> None:
    library.add_argument("deed", choices=_DEEDS)
    library.add_argument("library", type=Path, metavar="PATH")
    library.add_argument("ids", metavar="ID", nargs="*", help="purge: the applications")
    _add_secret(library)
    library.add_argument(
        "--keyring", action="store_true", help="create: let the system's keyring open it too"
    )
    library.add_argument(
        "--sheet", "-o", type=Path, metavar="FILE", help="create, recovery: the recovery key as a PDF"
    )
    library.add_argument("--place", type=Path, metavar="FOLDER", help="where the backups lie (a USB disk)")
    library.add_argument(
        "--backup", metavar="NAME", default="", help="restore: which one; the latest if absent"
    )
    library.add_argument("--swap", action="store_true", help="restore: do it, after comparing")
    _add_rekeying(library)


def _add_rekeying(library: argparse.ArgumentParser) -> None:
    library.add_argument(
        "--new-passphrase-fd", type=_descriptor, metavar="N", help="passphrase: read the new one from it"
    )
    ring = library.add_mutually_exclusive_group()
    ring.add_argument("--remember", action="store_true", help="keyring: let the system's keyring open it")
    ring.add_argument("--forget", action="store_true", help="keyring: let it open it no more")
    library.add_argument("--yes", action="store_true", help="purge: do not ask")
