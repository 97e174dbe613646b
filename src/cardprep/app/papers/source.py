"""What every paper is made from, and the words that several of them share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cardprep import __version__
from cardprep.bundle.manifest import FileEntry
from cardprep.case.facts import FileFacts
from cardprep.case.finding import Finding
from cardprep.case.model import Attachment, Case, CollectionWay
from cardprep.paper.sheets import Heading, Row
from cardprep.rules.rulebook import Choice, Rulebook
from cardprep.wording.catalog import Catalog

SHORT_DIGEST = 16


@dataclass(frozen=True, slots=True)
class PaperSource:
    """A case with all that was found out about it.

    `names` are the files' names in the bundle, `copies` what lies there under them.
    """

    case: Case
    attachments: tuple[Attachment, ...]
    facts: Mapping[str, FileFacts]
    findings: tuple[Finding, ...]
    names: Mapping[tuple[str, str], str]
    rulebook: Rulebook
    catalog: Catalog
    today: dt.date
    draft: bool
    digest: str
    copies: Mapping[str, FileEntry] = field(default_factory=dict)

    def heading(self, title: str) -> Heading:
        """What stands around every page of the paper of that title."""
        paper, language = self.catalog.paper, self.catalog.language
        edition = paper(
            "origin",
            program="cardprep",
            version=__version__,
            rulebook=self.rulebook.id,
            edition=self.rulebook.edition,
        )
        return Heading(
            title=title,
            firm=self.case.unit.name.strip(),
            language="zh-CN" if language == "zh_CN" else "en",
            origin=edition,
            digest=paper("digest_short", digest=self.digest[:SHORT_DIGEST]),
            page=self.catalog.paper_labels()["page"],
            draft=paper("draft") if self.draft else "",
        )

    def choice_name(self, choice: Choice | None, otherwise: str = "") -> str:
        """The name of a choice in the paper's language."""
        if choice is None:
            return otherwise
        return choice.english if self.catalog.language == "en" else choice.name

    def id_type(self, id_: str) -> str:
        """The name of a kind of identity document."""
        return self.choice_name(self.rulebook.id_type(id_), id_)

    def kind(self) -> str:
        """The kind of application in words."""
        return self.catalog.text(f"kinds.{self.case.kind or 'none'}")

    def collection_rows(self) -> Iterator[Row]:
        """How the cards are collected, and the remark."""
        collection, paper = self.case.collection, self.catalog.paper
        yield Row(paper("checklist.way"), self.catalog.text(f"ways.{collection.way or 'none'}"))
        if collection.way is CollectionWay.COUNTER:
            outlet = self.rulebook.outlet(collection.outlet)
            yield Row(paper("checklist.outlet"), self.choice_name(outlet, collection.outlet))
        elif collection.way is CollectionWay.MAIL:
            yield Row(paper("checklist.recipient"), collection.recipient)
            yield Row(paper("checklist.recipient_mobile"), collection.mobile)
            yield Row(paper("checklist.address"), collection.address, wide=True)
        yield Row(paper("checklist.remark"), self.case.remark, wide=True)
