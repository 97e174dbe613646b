"""`cardprep library purge PATH ID…`: asks first, and keeps to the retention time."""

from __future__ import annotations

import argparse
import sys

from cardprep.app.clock import today
from cardprep.app.library.finding import find_by_id
from cardprep.app.library.open import OpenLibrary
from cardprep.app.library.purging import purge
from cardprep.cli.errors import PurgeUnconfirmed, UsageError
from cardprep.cli.output import Output
from cardprep.cli.unlocking import unlocked
from cardprep.library.records import RecordKind
from cardprep.wording.catalog import Catalog

_YES = frozenset(("yes", "y", "是"))


def run(given: argparse.Namespace, output: Output) -> int:
    """Purge applications: 1 where the answer was no, or a backup could not be reached yet.

    The day is the machine's own, not that of `--today`: nobody shortens the retention time by a word.
    """
    if not given.ids:
        raise UsageError("command", message="library purge PATH ID…")
    with unlocked(given, output.catalog) as library:
        ids = list(dict.fromkeys(find_by_id(library, id) for id in given.ids))
        if not (given.yes or _is_agreed(library, ids, output)):
            return _told(output, [], [])
        places = [given.place] if given.place is not None else []
        left = purge(library, RecordKind.APPLICATION, ids, today(), places=places)
    return _told(output, ids, list(left))


def _is_agreed(library: OpenLibrary, ids: list[str], output: Output) -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        raise PurgeUnconfirmed("application", count=len(ids))
    for id in ids:
        output.note(_line(library, id))
    return _answer(output.catalog, len(ids)).strip().lower() in _YES


def _line(library: OpenLibrary, id: str) -> str:
    return f"{id}  {library.store.open(id).case.unit.name}"


def _answer(catalog: Catalog, count: int) -> str:
    """What the person types; the question is no output of the command."""
    sys.stderr.write(catalog.text("cli.ask_purge", count=count))
    sys.stderr.flush()
    return sys.stdin.readline()


def _told(output: Output, purged: list[str], left: list[str]) -> int:
    output.document({"purged": purged, "left": left})
    key = "cli.purged" if purged else "cli.nothing_purged"
    output.lines([output.catalog.text(key, count=len(purged))])
    if left:
        output.note(output.catalog.text("cli.purge_left", count=len(left), names=" ".join(left)))
    return 0 if purged and not left else 1
