"""`cardprep import CASE… --library PATH`."""

from __future__ import annotations

import argparse
from pathlib import Path

from cardprep.app.clock import today
from cardprep.app.library.importing import import_case
from cardprep.app.library.open import OpenLibrary
from cardprep.cli.output import Output
from cardprep.cli.unlocking import unlocked
from cardprep.errors import CardprepError
from cardprep.evidence.client import Worker
from cardprep.host.paths import settings_file
from cardprep.host.settings import load


def run(given: argparse.Namespace, output: Output) -> int:
    """Take each case in, or tell why not: 1 where one of them was refused, the others being in."""
    with Worker() as worker, unlocked(given, output.catalog) as library:
        told = [_taken_in(library, path, worker, given, output) for path in given.cases]
    output.document({"imported": told})
    return 1 if any(entry["id"] is None for entry in told) else 0


def _taken_in(
    library: OpenLibrary, path: Path, worker: Worker, given: argparse.Namespace, output: Output
) -> dict[str, object]:
    who = load(settings_file()).preparer
    try:
        imported = import_case(library, path, worker, who, given.today or today())
    except CardprepError as error:
        text = output.catalog.error(error)
        output.note("\n".join(part for part in (str(path), text.what, text.remedy) if part))
        return {"case": str(path), "id": None, "new": False, "error": _error_values(error, text.what)}
    key = "cli.imported" if imported.is_new else "cli.imported_before"
    output.lines([output.catalog.text(key, path=str(path), id=imported.application.id[:8])])
    return {"case": str(path), "id": imported.application.id, "new": imported.is_new, "error": None}


def _error_values(error: CardprepError, message: str) -> dict[str, str]:
    return {"where": error.where or str(error.values.get("file", "")), "message": message}
