"""`cardprep export CASE -o DIR`."""

from __future__ import annotations

import argparse
from pathlib import Path

from cardprep.app.clock import today
from cardprep.app.errors import ExportRefused
from cardprep.app.exporting import Exported, ExportRequest, export_case, finding_values
from cardprep.case.model import Case
from cardprep.cli.check import finding_lines
from cardprep.cli.output import Output
from cardprep.cli.source import source_of
from cardprep.evidence.client import Worker


def run(given: argparse.Namespace, output: Output) -> int:
    """Write the bundle and the papers; 1 where `check` would answer 1 and no draft was asked for."""
    with Worker() as worker, source_of(given, worker, output) as source:
        request = ExportRequest(
            folder=source.folder,
            case=source.case,
            target=given.target,
            draft=given.draft,
            language=given.lang,
            today=given.today or today(),
        )
        try:
            exported = export_case(request, worker)
        except ExportRefused as refused:
            return _refused(refused, source.case, given.draft, output)
    _told(exported, source.case, output)
    return 0 if all(not found.is_open for found in exported.findings) else 1


def _refused(refused: ExportRefused, case: Case, draft: bool, output: Output) -> int:
    text = output.catalog.error(refused)
    output.note(f"{text.what}\n{text.remedy}")
    output.lines(finding_lines(tuple(f for f in refused.findings if f.is_open), case, output))
    output.document(
        {
            "bundle": None,
            "checklist": None,
            "confirmation": None,
            "letter": None,
            "draft": draft,
            "findings": [finding_values(f, output.catalog, case) for f in refused.findings],
        }
    )
    return 1


def _path(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _told(exported: Exported, case: Case, output: Output) -> None:
    output.document(
        {
            "bundle": str(exported.bundle),
            "checklist": str(exported.checklist),
            "confirmation": str(exported.confirmation),
            "letter": _path(exported.letter),
            "draft": exported.draft,
            "findings": [finding_values(f, output.catalog, case) for f in exported.findings],
        }
    )
    key = "cli.exported_draft" if exported.draft else "cli.exported"
    papers = (exported.checklist, exported.confirmation, exported.letter)
    output.lines(
        [
            output.catalog.text(key, path=str(exported.bundle)),
            *(output.catalog.text("cli.exported", path=str(p)) for p in papers if p),
        ]
    )
    if exported.missing_characters:
        listed = " ".join(f"U+{ord(char):04X}" for char in sorted(exported.missing_characters))
        output.note(output.catalog.text("cli.missing_characters", characters=listed))
