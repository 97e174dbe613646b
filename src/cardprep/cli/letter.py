"""`cardprep letter CASE -o FILE`: the mail-delegation letter, to be printed, sealed and attached."""

from __future__ import annotations

import argparse

from cardprep.app import rulebooks
from cardprep.app.opening import opened
from cardprep.app.printing import write_letter
from cardprep.cli.output import Output
from cardprep.evidence.client import Worker


def run(given: argparse.Namespace, output: Output) -> int:
    """Write the letter as a PDF."""
    with Worker() as worker, opened(given.case, worker) as source:
        written = write_letter(source.case, rulebooks.rulebook(source.case.rulebook), given.target)
    output.document({"letter": str(written)})
    output.lines([output.catalog.text("cli.exported", path=str(written))])
    return 0
