"""Tells a new recovery key, once: on the sheet that was asked for, else on standard output."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from cardprep.app.clock import today
from cardprep.app.library.open import OpenLibrary
from cardprep.app.library.recovery_sheet import write_recovery_sheet
from cardprep.bundle.errors import ExportTarget
from cardprep.cli.output import Output
from cardprep.library.recovery import RecoveryKey


def told(
    given: argparse.Namespace,
    output: Output,
    library: OpenLibrary,
    key: RecoveryKey,
    about: Mapping[str, object],
) -> list[str]:
    """Print the JSON document with the key, or where its sheet is; gives the lines for a person."""
    sheet = _sheet(given, output, library, key)
    groups = "-".join(key.groups)
    output.document(
        {
            **about,
            "recovery_sheet": None if sheet is None else str(sheet),
            "recovery_key": None if sheet is not None else groups,
        }
    )
    if sheet is None:
        return [output.catalog.text("cli.recovery_key", groups=groups)]
    return [output.catalog.text("cli.exported", path=str(sheet))]


def _sheet(given: argparse.Namespace, output: Output, library: OpenLibrary, key: RecoveryKey) -> Path | None:
    """The printed key; None where none was asked for, or it cannot be written: then the key is told."""
    if given.sheet is None:
        return None
    day = given.today or today()
    try:
        return write_recovery_sheet(library, key, given.sheet, given.lang, day)
    except ExportTarget as error:
        output.note(output.catalog.error(error).what)
        return None
