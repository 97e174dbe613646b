"""`cardprep sheets CASE -o DIR [--what copies|guide]`: copies to write on by hand, and the guide."""

from __future__ import annotations

import argparse
from pathlib import Path

from cardprep.app import rulebooks
from cardprep.app.clock import today
from cardprep.app.papers.copies import CopySource
from cardprep.app.sheets import COPIES, EVERYTHING, PrintedSheets, write_sheets
from cardprep.case.model import Case
from cardprep.cli.output import Output
from cardprep.cli.source import source_of
from cardprep.evidence.client import Worker


def run(given: argparse.Namespace, output: Output) -> int:
    """Write the PDFs; what could not be copied is told of and is no failure."""
    what = EVERYTHING if given.what is None else (given.what,)
    with Worker() as worker, source_of(given, worker, output) as opened:
        source = CopySource(opened.folder, opened.case, worker, output.catalog)
        book = rulebooks.rulebook(opened.case.rulebook)
        written = write_sheets(source, book, given.target, given.today or today(), what)
    _tell(written, what, opened.case, output)
    return 0


def _tell(written: PrintedSheets, what: tuple[str, ...], case: Case, output: Output) -> None:
    catalog = output.catalog
    left_out = [
        {"slot": entry.slot, "file": entry.file, "message": catalog.error(entry.error).what}
        for entry in written.left_out
    ]
    output.document(
        {
            "copies": _path(written.copies),
            "guide": _path(written.guide),
            "left_out": left_out,
            "not_true_size": list(written.not_true_size),
        }
    )
    made = (path for path in (written.copies, written.guide) if path is not None)
    output.lines([catalog.text("cli.exported", path=str(path)) for path in made])
    for told in left_out:
        place = catalog.place(told["slot"], case)
        text = catalog.text("cli.sheet_left_out", place=place, file=told["file"], reason=told["message"])
        output.note(text)
    for slot in written.not_true_size:
        output.note(catalog.text("cli.sheet_not_true_size", place=catalog.place(slot, case)))
    if COPIES in what and written.copies is None:
        output.note(catalog.text("cli.no_copies"))


def _path(path: Path | None) -> str | None:
    return None if path is None else str(path)
