"""Print what has to be written on by hand: copies of the materials, and the guide beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cardprep.app.papers.copies import CopySource, LeftOut, Report, copies
from cardprep.app.papers.guides import guide_pages
from cardprep.bundle.errors import ExportTarget
from cardprep.bundle.names import bundle_title
from cardprep.host.atomic import make_private_folder, write_bytes
from cardprep.host.filenames import unique_name
from cardprep.host.system_errors import reason_code
from cardprep.paper.handwriting import CopySheet, copy_labels, guide_labels
from cardprep.paper.sheets import Heading, Paper
from cardprep.rules.rulebook import Rulebook
from cardprep.wording.catalog import Catalog

COPIES, GUIDE = "copies", "guide"
EVERYTHING = (COPIES, GUIDE)
# Named as the other papers beside a bundle are, whatever the window's language.
_NAMES = {COPIES: "申请材料复印件", GUIDE: "手写签注指引"}


@dataclass(frozen=True, slots=True)
class PrintedSheets:
    """What was written; None for what was not asked for, and for copies where there is no material yet."""

    copies: Path | None
    guide: Path | None
    left_out: tuple[LeftOut, ...] = ()
    not_true_size: tuple[str, ...] = ()


def write_sheets(
    source: CopySource,
    rulebook: Rulebook,
    target: Path,
    today: dt.date,
    what: Sequence[str] = EVERYTHING,
    report: Report = lambda done, of: None,
) -> PrintedSheets:
    """Write the PDFs into the folder `target`; a file that is there is never overwritten.

    Raises:
        Cancelled, WorkerUnavailable: nothing was written.
        ExportTarget: the folder cannot be written to.
    """
    made = copies(source, report) if COPIES in what else None
    papers: dict[str, Paper] = {}
    if made is not None and made.sheets:
        papers[COPIES] = _copies_paper(source, rulebook, made.sheets)
    if GUIDE in what:
        papers[GUIDE] = _guide_paper(source, rulebook)
    title = bundle_title(source.case, today.isoformat(), "")
    written = {kind: _write(target, f"{title}-{_NAMES[kind]}.pdf", paper) for kind, paper in papers.items()}
    return PrintedSheets(
        copies=written.get(COPIES),
        guide=written.get(GUIDE),
        left_out=() if made is None else made.left_out,
        not_true_size=() if made is None else made.not_true_size,
    )


def _copies_paper(source: CopySource, rulebook: Rulebook, sheets: Sequence[CopySheet]) -> Paper:
    from cardprep.paper import copy_sheet  # reportlab: only when printing

    labels = copy_labels(source.catalog.paper_labels())
    return copy_sheet.draw(_heading(source.catalog, rulebook, COPIES), labels, sheets)


def _guide_paper(source: CopySource, rulebook: Rulebook) -> Paper:
    from cardprep.paper import signing_guide

    labels = guide_labels(source.catalog.paper_labels())
    pages = guide_pages(source.case, rulebook, source.catalog)
    heading = _heading(source.catalog, rulebook, GUIDE)
    return signing_guide.draw(heading, labels, source.case.unit.name.strip(), pages)


def _heading(catalog: Catalog, rulebook: Rulebook, paper: str) -> Heading:
    """No digest and no firm on what is sealed and handed in; no number on pages that go separate ways."""
    origin = catalog.paper(
        "origin", program="cardprep", version="", rulebook=rulebook.id, edition=rulebook.edition
    )
    return Heading(
        title=catalog.paper(f"{paper}.title"),
        firm="",
        language="zh-CN" if catalog.language == "zh_CN" else "en",
        origin=origin if paper == GUIDE else "",
        digest="",
        page=catalog.paper_labels()["page"] if paper == GUIDE else "",
    )


def _write(target: Path, name: str, paper: Paper) -> Path:
    try:
        make_private_folder(target)
        free = target / unique_name(name, [entry.name for entry in target.iterdir()])
        write_bytes(free, paper.pdf)
    except OSError as error:
        raise ExportTarget("export", found=str(target), reason=reason_code(error)) from None
    return free
