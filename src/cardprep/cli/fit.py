"""`cardprep fit FILE -o FILE`: in this version only what fits already is passed on."""

from __future__ import annotations

import argparse
from pathlib import Path

from cardprep.app import rulebooks
from cardprep.app.errors import FileUnreadable
from cardprep.bundle.errors import ExportTarget
from cardprep.cli.output import Output
from cardprep.host.atomic import write_bytes
from cardprep.host.system_errors import reason_code


def run(given: argparse.Namespace, output: Output) -> int:
    """Copy a file that fits; say plainly that a larger one cannot be made to fit yet (exit 1)."""
    limit = rulebooks.rulebook().limits.file_bytes
    size, data = _read(given.file, limit)
    fits = size <= limit
    if fits:
        try:
            write_bytes(given.target, data)
        except OSError as error:
            raise ExportTarget("fit", found=given.target.name, reason=reason_code(error)) from None
    message = output.catalog.text("cli.fit_fits" if fits else "cli.fit_not_yet")
    output.document(
        {
            "bytes_in": size,
            "bytes_out": size if fits else None,
            "changed": False,
            "reached": fits,
            "message": message,
        }
    )
    output.lines([message])
    return 0 if fits else 1


def _read(path: Path, most: int) -> tuple[int, bytes]:
    """The size of the file, and its content where it is not over `most` bytes."""
    try:
        size = path.stat().st_size
        return size, path.read_bytes() if size <= most else b""
    except OSError as error:
        raise FileUnreadable(path.name, found=path.name, reason=reason_code(error)) from None
