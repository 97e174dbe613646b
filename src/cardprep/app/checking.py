"""`check`: facts of every file, what every rule says, cards, and the proposed remark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cardprep.app import rulebooks
from cardprep.case.facts import FileFacts
from cardprep.case.finding import Finding, may_be_exported
from cardprep.case.model import Case
from cardprep.evidence.client import Worker
from cardprep.rules import engine
from cardprep.rules.cards import Cards, count_cards
from cardprep.rules.remark import propose_remark

Report = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found out."""

    facts: dict[str, FileFacts]
    findings: tuple[Finding, ...]
    cards: Cards
    remark: str | None

    @property
    def ok(self) -> bool:
        """Whether nothing blocks and no warning is left open."""
        return may_be_exported(self.findings)


def read_facts(
    folder: Path, case: Case, worker: Worker, report: Report, cancelled: IsCancelled
) -> dict[str, FileFacts]:
    """The facts of every file the case names, by its name."""
    facts: dict[str, FileFacts] = {}
    for position, attachment in enumerate(case.attachments):
        report(position, len(case.attachments))
        if attachment.file not in facts:
            facts[attachment.file] = worker.facts(folder / attachment.file, cancelled)
    return facts


def check_case(
    folder: Path,
    case: Case,
    worker: Worker,
    today: dt.date,
    report: Report = lambda done, of: None,
    cancelled: IsCancelled = lambda: False,
) -> Checked:
    """Run every rule over the case whose files lie in `folder`."""
    book = rulebooks.rulebook(case.rulebook)
    facts = read_facts(folder, case, worker, report, cancelled)
    findings = engine.run(case, facts, book, today)
    return Checked(facts, findings, count_cards(case), propose_remark(case.collection, book))
