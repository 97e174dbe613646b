"""Where a command's words go: the answer on standard output, messages on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

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
            print(json.dumps(value, ensure_ascii=False), file=self.out, flush=True)

    def lines(self, lines: Iterable[str]) -> None:
        """What a person reads as the answer."""
        if not self.as_json:
            for line in lines:
                print(line, file=self.out)

    def note(self, line: str) -> None:
        """A message for a person."""
        print(line, file=self.err)

    def failure(self, error: CardprepError) -> None:
        """An error: what happened, and what to do now."""
        text = self.catalog.error(error)
        self.note("\n".join(part for part in (text.what, text.remedy) if part))
        self.document({"error": {"where": error.where, "message": text.what}})


def utf8_streams() -> tuple[TextIO, TextIO]:
    """Standard output and error as UTF-8, whatever the console's code page."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    return sys.stdout, sys.stderr
