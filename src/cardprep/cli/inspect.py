"""`cardprep inspect FILE` and `cardprep inspect --batch FOLDER`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from cardprep.app.clock import today
from cardprep.app.errors import CaseNotFound
from cardprep.app.inspecting import inspect_values
from cardprep.cli.errors import UsageError
from cardprep.cli.output import Output
from cardprep.evidence.client import Worker
from cardprep.evidence.errors import FileNotOpened


def run(given: argparse.Namespace, output: Output) -> int:
    """Tell what is on the page; 2 where the file cannot be read at all."""
    if (given.file is None) == (given.batch is None):
        raise UsageError("command", message="FILE | --batch FOLDER")
    day = given.today or today()
    with Worker() as worker:
        for path in _files(given):
            values = inspect_values(path, worker.facts(path), output.catalog, day)
            output.document(values)
            output.lines([json.dumps(values, ensure_ascii=False, indent=2)])
    return 0


def _files(given: argparse.Namespace) -> Iterator[Path]:
    if given.batch is None:
        if not given.file.is_file():
            raise CaseNotFound(given.file.name)
        yield given.file
        return
    try:
        yield from sorted(path for path in given.batch.iterdir() if path.is_file())
    except OSError:
        raise FileNotOpened(given.batch.name, file=given.batch.name, reason="gone") from None
