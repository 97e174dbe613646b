"""`cardprep import CASE… --library PATH`."""

from __future__ import annotations

import argparse
from functools import cached_property
from pathlib import Path

from cardprep.app.clock import today
from cardprep.app.library.arriving import Arrival, News, arriving, needs_passphrase, take_as_new
from cardprep.app.library.open import OpenLibrary
from cardprep.cli.output import Output
from cardprep.cli.unlocking import seal_passphrase, unlocked
from cardprep.errors import CardprepError
from cardprep.evidence.client import Worker
from cardprep.host.paths import settings_file
from cardprep.host.settings import load

Told = dict[str, object]


def run(given: argparse.Namespace, output: Output) -> int:
    """Take each case in, or tell why not: 1 where one of them was refused, the others being in."""
    with Worker() as worker, unlocked(given, output.catalog) as library:
        importing = _Importing(library, worker, given, output)
        told = [entry for path in given.cases for entry in importing.told(path)]
    output.document({"imported": told})
    return 1 if any(entry["id"] is None for entry in told) else 0


class _Importing:
    """Takes in one path after the other; what cannot be taken in does not hold up the others."""

    def __init__(
        self, library: OpenLibrary, worker: Worker, given: argparse.Namespace, output: Output
    ) -> None:
        self._library = library
        self._worker = worker
        self._given = given
        self._output = output
        self._who = load(settings_file()).preparer

    @cached_property
    def _read_passphrase(self) -> str:
        """What the file descriptor gives, which can be read but once."""
        return seal_passphrase(self._given.seal_fd, "")

    def told(self, path: Path) -> list[Told]:
        """What became of the case, or of each case of a hand-over file."""
        try:
            passphrase = self._passphrase(path) if needs_passphrase(path) else None
            with arriving(self._library, path, self._worker, passphrase) as came:
                return [self._one(path, arrival) for arrival in came.cases]
        except CardprepError as error:
            return [self._refused(path, error)]

    def _passphrase(self, path: Path) -> str:
        if self._given.seal_fd is not None:
            return self._read_passphrase
        return seal_passphrase(None, self._output.catalog.text("cli.ask_seal", found=path.name))

    def _one(self, path: Path, arrival: Arrival) -> Told:
        """One case. What differs from the library comes in beside it: a command overwrites nothing."""
        if arrival.news is News.SAME:
            return self._entry(path, arrival, arrival.application, is_new=False)
        day = self._given.today or today()
        try:
            made = take_as_new(self._library, arrival, self._worker, self._who, day)
        except CardprepError as error:
            return self._refused(path, error)
        return self._entry(path, arrival, made.application.id, is_new=made.is_new)

    def _entry(self, path: Path, arrival: Arrival, id: str, *, is_new: bool) -> Told:
        text = self._output.catalog.text
        key = "cli.imported" if is_new else "cli.imported_before"
        self._output.lines([text(key, path=str(path), id=id[:8])])
        told: Told = {"case": str(path), "id": id, "new": is_new, "error": None}
        if arrival.news is News.DIFFERS:
            self._output.note(text("cli.imported_differs", id=arrival.application[:8]))
            told["differs_from"] = arrival.application
        return told

    def _refused(self, path: Path, error: CardprepError) -> Told:
        text = self._output.catalog.error(error)
        self._output.note("\n".join(part for part in (str(path), text.what, text.remedy) if part))
        where = error.where or str(error.values.get("file", ""))
        return {"case": str(path), "id": None, "new": False, "error": {"where": where, "message": text.what}}
