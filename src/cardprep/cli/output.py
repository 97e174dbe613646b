"""Where a command's words go: the answer on standard output, messages on standard error."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from cardprep.cli.errors import OutputLost
from cardprep.errors import CardprepError
from cardprep.wording.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Output:
    """The two streams, the language, and whether a program or a person reads."""

    as_json: bool
    catalog: Catalog
    out: TextIO
    err: TextIO

    def document(self, value: object) -> None:
        """The one JSON document (a line of it with `--batch`)."""
        if self.as_json:
            self.answer(json.dumps(value, ensure_ascii=False))

    def lines(self, lines: Iterable[str]) -> None:
        """What a person reads as the answer."""
        if not self.as_json:
            self.answer("\n".join(lines))

    def answer(self, text: str) -> None:
        """The text on standard output, at once.

        Raises:
            OutputLost: it cannot be written.
        """
        try:
            print(text, file=self.out, flush=True)
        except OSError as error:
            _abandon(self.out)
            raise OutputLost(error) from error

    def note(self, line: str) -> None:
        """A message for a person; where nobody can read it, nothing is amiss."""
        try:
            print(line, file=self.err, flush=True)
        except OSError:
            _abandon(self.err)

    def failure(self, error: CardprepError) -> None:
        """An error: what happened, and what to do now."""
        text = self.catalog.error(error)
        self.note("\n".join(part for part in (text.what, text.remedy) if part))
        where = error.where or str(error.values.get("file", ""))
        self.document({"error": {"where": where, "message": text.what}})


def _abandon(stream: TextIO) -> None:
    """Let what is still buffered go nowhere: the interpreter's own flush at its end would fail."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def utf8_streams() -> tuple[TextIO, TextIO]:
    """Standard output and error as UTF-8, whatever the console's code page."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    return sys.stdout, sys.stderr
