"""`cardprep fit FILE -o FILE`: in this version only what fits already is passed on."""

from __future__ import annotations

import argparse
from pathlib import Path

from cardprep.app import rulebooks
from cardprep.app.clock import today
from cardprep.app.errors import FileUnreadable
from cardprep.app.inspecting import file_findings
from cardprep.bundle.errors import ExportTarget
from cardprep.case.finding import Severity
from cardprep.cli.output import Output
from cardprep.evidence.client import Worker
from cardprep.host.atomic import write_bytes
from cardprep.host.system_errors import reason_code


def run(given: argparse.Namespace, output: Output) -> int:
    """Copy a file that fits; what is larger, or cannot be read, is told and not copied (exit 1)."""
    limit = rulebooks.rulebook().limits.file_bytes
    size, data = _read(given.file, limit)
    problem = _unreadable(given, output) if size <= limit else output.catalog.text("cli.fit_not_yet")
    if not problem:
        _write(given.target, data)
    message = problem or output.catalog.text("cli.fit_fits")
    output.document(
        {
            "bytes_in": size,
            "bytes_out": None if problem else size,
            "changed": False,
            "reached": not problem,
            "message": message,
        }
    )
    output.lines([message])
    return 1 if problem else 0


def _unreadable(given: argparse.Namespace, output: Output) -> str:
    """Why the online system could not take the file whatever its size, or ""."""
    with Worker() as worker:
        facts = worker.facts(given.file)
    found = file_findings(given.file, facts, given.today or today())
    return next((output.catalog.finding(f).message for f in found if f.severity is Severity.BLOCK), "")


def _write(target: Path, data: bytes) -> None:
    try:
        write_bytes(target, data)
    except OSError as error:
        raise ExportTarget("fit", found=target.name, reason=reason_code(error)) from None


def _read(path: Path, most: int) -> tuple[int, bytes]:
    """The size of the file, and its content where it is not over `most` bytes."""
    try:
        size = path.stat().st_size
        return size, path.read_bytes() if size <= most else b""
    except OSError as error:
        raise FileUnreadable(path.name, found=path.name, reason=reason_code(error)) from None
