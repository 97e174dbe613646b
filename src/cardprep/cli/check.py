"""`cardprep check CASE`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict

from cardprep.app.checking import Checked, check_case
from cardprep.app.clock import today
from cardprep.app.exporting import finding_values
from cardprep.case.finding import Finding, Severity
from cardprep.case.model import Case
from cardprep.cli.output import Output
from cardprep.cli.source import source_of
from cardprep.evidence.client import Worker


def run(given: argparse.Namespace, output: Output) -> int:
    """Run every rule: 0 nothing blocks and no warning is left open, 1 something does."""
    with Worker() as worker, source_of(given, worker, output) as source:
        checked = check_case(source.folder, source.case, worker, given.today or today())
    output.document(
        {
            "findings": [finding_values(f, output.catalog, source.case) for f in checked.findings],
            "cards": asdict(checked.cards),
            "remark": checked.remark,
        }
    )
    output.lines(_told(checked, source.case, output))
    return 0 if checked.ok else 1


def finding_lines(findings: tuple[Finding, ...], case: Case, output: Output) -> Iterator[str]:
    """The findings for a person: two lines each."""
    catalog = output.catalog
    for found in findings:
        text = catalog.finding(found, case)
        word = catalog.text("cli.acknowledged") if found.acknowledged else ""
        severity = word or catalog.text(f"severity.{found.severity.value}")
        yield f"[{severity}] {found.rule}  {text.place}"
        yield f"    {text.message}"
        if text.remedy and not found.acknowledged:
            yield f"    → {text.remedy}"


def _told(checked: Checked, case: Case, output: Output) -> Iterator[str]:
    catalog = output.catalog
    yield from finding_lines(checked.findings, case, output)
    yield catalog.text("cli.cards", **asdict(checked.cards))
    if checked.remark is not None:
        yield catalog.text("cli.remark", remark=checked.remark)
    yield summary(checked.findings, output)


def summary(findings: tuple[Finding, ...], output: Output) -> str:
    """How many findings of each kind stand, or that all is well."""
    open_ones = [f for f in findings if f.is_open]
    blocks = sum(f.severity is Severity.BLOCK for f in open_ones)
    notes = sum(f.severity is Severity.INFO for f in findings)
    if not open_ones:
        return output.catalog.text("cli.ok")
    return output.catalog.text("cli.counts", blocks=blocks, warnings=len(open_ones) - blocks, notes=notes)
