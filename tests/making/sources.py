"""What papers are made from, as an export makes it, without any file."""

from __future__ import annotations

from cardprep.app.papers.source import PaperSource
from cardprep.app.rulebooks import rulebook
from cardprep.bundle.names import bundle_names
from cardprep.case.model import Case
from cardprep.rules import engine
from cardprep.rules.materials_asked import needed_attachments
from cardprep.wording.catalog import Catalog
from making import cases


def source(case: Case, language: str = "zh_CN", draft: bool = False, digest: str = "0" * 64) -> PaperSource:
    """The case with good facts and what the rules say of it."""
    book, facts = rulebook(), cases.facts_of(case)
    attachments = tuple(needed_attachments(case))
    return PaperSource(
        case=case,
        attachments=attachments,
        facts=facts,
        findings=engine.run(case, facts, book, cases.TODAY),
        names=bundle_names(case, {a.file: "jpeg" for a in attachments}),
        rulebook=book,
        catalog=Catalog(language),
        today=cases.TODAY,
        draft=draft,
        digest=digest,
    )
