"""`export`: the validated bundle, the checklist, the confirmation sheet, and the letter for mail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from cardprep import __version__
from cardprep.app import rulebooks
from cardprep.app.checking import read_facts
from cardprep.app.errors import ExportRefused
from cardprep.app.papers.checklist import checklist_sheet
from cardprep.app.papers.confirmation import confirmation_sheet
from cardprep.app.papers.letter import letter_sheet
from cardprep.app.papers.source import PaperSource
from cardprep.bundle import export
from cardprep.bundle.names import bundle_title
from cardprep.bundle.staging import Attached, Staged, stage
from cardprep.case.codec import dump_case
from cardprep.case.facts import FileFacts
from cardprep.case.finding import Finding, may_be_exported
from cardprep.case.model import FORMAT, Case, CollectionWay
from cardprep.evidence.client import Worker
from cardprep.host.atomic import make_private_folder, write_bytes
from cardprep.rules import engine
from cardprep.rules.cards import count_cards
from cardprep.rules.materials_asked import needed_attachments
from cardprep.rules.rulebook import Rulebook
from cardprep.wording.catalog import Catalog

Report = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_BUNDLE, _CHECKLIST, _CONFIRMATION, _LETTER = ".zip", "-核对单.pdf", "-申请单确认.pdf", "-邮寄业务委托书.pdf"


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export and where to: the case folder, the case as it stands, the day, the papers' language."""

    folder: Path
    case: Case
    target: Path
    draft: bool
    language: str
    today: dt.date


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, and what the rules said."""

    bundle: Path
    checklist: Path
    confirmation: Path
    letter: Path | None
    draft: bool
    findings: tuple[Finding, ...]
    missing_characters: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Judged:
    book: Rulebook
    facts: Mapping[str, FileFacts]
    findings: tuple[Finding, ...]


def export_case(
    request: ExportRequest,
    worker: Worker,
    report: Report = lambda done, of: None,
    cancelled: IsCancelled = lambda: False,
) -> Exported:
    """Check once more and write everything into `request.target`, all or nothing.

    Raises:
        ExportRefused: something blocks or a warning is open, and no draft was asked for.
        CardprepError: a file changed, the target cannot be written, or it was cancelled.
    """
    judged = _judge(request, worker, report, cancelled)
    if not request.draft and not may_be_exported(judged.findings):
        raise ExportRefused(judged.findings)
    with export.beside(request.target) as work:
        staging = work / "content"
        make_private_folder(staging)
        attached = Attached(
            request.folder,
            tuple(needed_attachments(request.case)),
            judged.facts,
            judged.book.limits.file_bytes,
            request.draft,
        )
        staged = stage(request.case, attached, worker, staging, report, cancelled)
        return _finish(request, judged, staged, work, worker, cancelled)


def _judge(request: ExportRequest, worker: Worker, report: Report, cancelled: IsCancelled) -> _Judged:
    book = rulebooks.rulebook(request.case.rulebook)
    facts = read_facts(request.folder, request.case, worker, report, cancelled)
    return _Judged(book, facts, engine.run(request.case, facts, book, request.today))


def _finish(
    request: ExportRequest,
    judged: _Judged,
    staged: Staged,
    work: Path,
    worker: Worker,
    cancelled: IsCancelled,
) -> Exported:
    papers, missing = _papers(request, judged, staged)
    inside = {ending.lstrip("-"): pdf for ending, pdf in papers.items()}
    bundle = work / "bundle.zip"
    export.write_bundle(staged, inside, _told(request, judged, staged), bundle)
    export.check_own_result(bundle, work, worker, cancelled)
    made = {_BUNDLE: bundle}
    for number, (ending, pdf) in enumerate(papers.items()):
        made[ending] = work / f"{number}.pdf"
        write_bytes(made[ending], pdf)
    title = bundle_title(request.case, request.today.isoformat(), "草稿" if request.draft else "")
    moved = export.move_into_place(made, request.target, title)
    return Exported(
        bundle=moved[_BUNDLE],
        checklist=moved[_CHECKLIST],
        confirmation=moved[_CONFIRMATION],
        letter=moved.get(_LETTER),
        draft=request.draft,
        findings=judged.findings,
        missing_characters=missing,
    )


def _papers(
    request: ExportRequest, judged: _Judged, staged: Staged
) -> tuple[dict[str, bytes], frozenset[str]]:
    """The papers by the ending of their names, and the characters no font has."""
    from cardprep.paper import checklist, confirmation, delegation_letter  # reportlab: only when printing

    source = _source(request, judged, staged)
    drawn = {
        _CHECKLIST: checklist.draw(checklist_sheet(source)),
        _CONFIRMATION: confirmation.draw(confirmation_sheet(source)),
    }
    if request.case.collection.way is CollectionWay.MAIL:
        drawn[_LETTER] = delegation_letter.draw(letter_sheet(request.case, judged.book, request.draft))
    missing = frozenset[str]().union(*(paper.missing for paper in drawn.values()))
    return {ending: paper.pdf for ending, paper in drawn.items()}, missing


def _source(request: ExportRequest, judged: _Judged, staged: Staged) -> PaperSource:
    return PaperSource(
        case=request.case,
        attachments=tuple(needed_attachments(request.case)),
        facts=judged.facts,
        findings=judged.findings,
        names=staged.names,
        rulebook=judged.book,
        catalog=Catalog(request.language, judged.book.id),
        today=request.today,
        draft=request.draft,
        digest=staged.digest,
        copies={entry.path: entry for entry in staged.files},
    )


def _told(request: ExportRequest, judged: _Judged, staged: Staged) -> dict[str, Any]:
    """What the manifest says beside the files."""
    catalog = Catalog(request.language, judged.book.id)
    return {
        "case_format": FORMAT,
        "program": {"name": "cardprep", "version": __version__},
        "rulebook": {"id": judged.book.id, "edition": judged.book.edition},
        "date": request.today.isoformat(),
        "draft": request.draft,
        "findings": [
            finding_values(_as_in_bundle(f, staged), catalog, request.case) for f in judged.findings
        ],
        "acknowledged": dump_case(staged.case).get("acknowledged", []),
        "cards": asdict(count_cards(request.case)),
    }


def _as_in_bundle(found: Finding, staged: Staged) -> Finding:
    """The finding with the bundle's name of its file; a file that is left out keeps its own."""
    names = {file: name for (slot, file), name in staged.names.items() if slot == found.where}
    anywhere = {file: name for (_, file), name in staged.names.items()}
    return replace(found, file=names.get(found.file) or anywhere.get(found.file, found.file))


def finding_values(found: Finding, catalog: Catalog, case: Case) -> dict[str, object]:
    """A finding as the commands and the manifest tell it (docs/CASE_FORMAT.md)."""
    text = catalog.finding(found, case)
    told: dict[str, object] = {"rule": found.rule, "severity": found.severity.value, "where": found.where}
    if found.file:
        told["file"] = found.file
    return told | {
        "message": text.message,
        "remedy": text.remedy,
        "acknowledged": found.acknowledged,
        "about": found.about,
    }
