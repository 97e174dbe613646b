"""`cardprep fit FILE -o FILE`: in this version only what fits already is passed on."""

from __future__ import annotations

import argparse
import shutil

from cardprep.app import rulebooks
from cardprep.app.errors import CaseNotFound
from cardprep.bundle.errors import ExportTarget
from cardprep.cli.output import Output
from cardprep.host.atomic import replacing
from cardprep.host.system_errors import reason_code


def run(given: argparse.Namespace, output: Output) -> int:
    """Copy a file that fits; say plainly that a larger one cannot be made to fit yet (exit 1)."""
    if not given.file.is_file():
        raise CaseNotFound(given.file.name)
    size = given.file.stat().st_size
    fits = size <= rulebooks.rulebook().limits.file_bytes
    if fits:
        try:
            with replacing(given.target) as beside:
                shutil.copyfile(given.file, beside)
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
