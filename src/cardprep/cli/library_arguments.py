"""The part of the command line that is about the encrypted library."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

_SHELVES = ("active", "archived", "trash")

Add = Callable[[str, str], argparse.ArgumentParser]


def add_library(command: argparse.ArgumentParser, *, required: bool) -> None:
    """Let the command work on a library."""
    command.add_argument(
        "--library", type=Path, metavar="PATH", required=required, help="the library's folder"
    )
    _add_secret(command)


def _add_secret(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--passphrase-fd", type=_descriptor, metavar="N", help="read the passphrase from this file descriptor"
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
    _add_keeping(add("library", "create, back up, restore or verify a library"))


def _add_keeping(library: argparse.ArgumentParser) -> None:
    library.add_argument("deed", choices=("create", "backup", "restore", "verify"))
    library.add_argument("library", type=Path, metavar="PATH")
    _add_secret(library)
    library.add_argument(
        "--keyring", action="store_true", help="create: let the system's keyring open it too"
    )
    library.add_argument("--sheet", type=Path, metavar="FILE", help="create: the recovery key as a PDF")
    library.add_argument("--place", type=Path, metavar="FOLDER", help="where the backups lie (a USB disk)")
    library.add_argument(
        "--backup", metavar="NAME", default="", help="restore: which one; the latest if absent"
    )
    library.add_argument("--swap", action="store_true", help="restore: do it, after comparing")
