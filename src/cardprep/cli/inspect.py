"""`cardprep inspect FILE` and `cardprep inspect --batch FOLDER`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cardprep.app.clock import today
from cardprep.app.errors import FileUnreadable
from cardprep.app.inspecting import inspect_values
from cardprep.app.opening import readable
from cardprep.cli.errors import UsageError
from cardprep.cli.output import Output
from cardprep.evidence.client import Worker
from cardprep.host.system_errors import reason_code


def run(given: argparse.Namespace, output: Output) -> int:
    """Tell what is on the page; 2 where the file cannot be read at all."""
    if (given.file is None) == (given.batch is None):
        raise UsageError("command", message="FILE | --batch FOLDER")
    day = given.today or today()
    with Worker() as worker:
        for path in _files(given):
            values = inspect_values(path, worker.facts(path), output.catalog, day)
            output.document(values)
            output.lines(_told(values, output))
    return 0


def _told(values: Mapping[str, Any], output: Output) -> Iterator[str]:
    """The facts for a person."""
    catalog = output.catalog
    yield catalog.text(
        "cli.inspected",
        file=values["file"],
        format=catalog.format_name(values["format"]),
        size=f"{values['bytes']:,}",
        pages=len(values["pages"]),
    )
    for problem in values["problems"]:
        yield f"    {problem['rule']}  {problem['message']}"
    for element in ("seal", "wording", "signature", "date"):
        status = catalog.text(f"marks.{values[element]['status']}")
        yield f"    {catalog.text(f'elements.{element}')}  {status}"


def _files(given: argparse.Namespace) -> Iterator[Path]:
    if given.batch is None:
        yield readable(given.file)
        return
    try:
        yield from sorted(path for path in given.batch.iterdir() if path.is_file())
    except OSError as error:
        name = given.batch.name
        raise FileUnreadable(name, found=name, reason=reason_code(error)) from None
