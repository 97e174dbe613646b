"""Runs a command line, in this process or in one of its own, and keeps what came of it."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cardprep
from cardprep.cli.main import main

SOURCE = Path(cardprep.__file__).resolve().parents[1]
_NOT_HANDED_DOWN = ("PYTHONUNBUFFERED", "PYTHONIOENCODING", "PYTHONUTF8", "COLUMNS")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output, with nothing before and nothing after it."""
        assert self.out.endswith("\n"), self.out[-200:]
        assert self.out.count("\n") == 1, self.out[:500]
        return json.loads(self.out)

    @property
    def where(self) -> str:
        """The place that the error names."""
        error = self.document["error"]
        assert set(self.document) == {"error"}
        assert set(error) == {"where", "message"}
        return error["where"]

    def rules(self, *severities: str) -> list[tuple[str, str]]:
        """(rule, where) of the findings, in their order; of these severities only, where given."""
        return [
            (found["rule"], found["where"])
            for found in self.document["findings"]
            if not severities or found["severity"] in severities
        ]


def words_of(words: Sequence[object]) -> list[str]:
    return [os.fspath(word) if isinstance(word, Path) else str(word) for word in words]


def here(*words: object) -> Ran:
    """In this process: fast, and a traceback of the program fails the test by itself."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(words_of(words))
    texts = (stream.buffer.getvalue().decode("utf-8") for stream in (out, err))  # type: ignore[attr-defined]
    return Ran(code, *texts)


def environment(**changes: str) -> dict[str, str]:
    """That of a person who has just installed the program."""
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_HANDED_DOWN}
    return kept | {"PYTHONPATH": str(SOURCE), **changes}


def apart(*words: object, cwd: Path | None = None, **changes: str) -> Ran:
    """In a process of its own, as another program would call it."""
    ran = subprocess.run(
        [sys.executable, "-m", "cardprep", *words_of(words)],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        cwd=cwd,
        env=environment(**changes),
        timeout=120,
        check=False,
    )
    return Ran(
        ran.returncode, *(text.decode("utf-8").replace("\r\n", "\n") for text in (ran.stdout, ran.stderr))
    )
