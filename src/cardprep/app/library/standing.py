"""What a list shows of an application: how much is missing, and until when."""

from __future__ import annotations

from collections.abc import Iterable

from cardprep.app import rulebooks
from cardprep.case.finding import Finding, Severity
from cardprep.case.model import Case
from cardprep.library.records import Standing
from cardprep.rules.deadline import open_deadline


def standing_of(case: Case, findings: Iterable[Finding]) -> Standing:
    """The counts of what is open, and the last safe day after a return."""
    open_ones = [found for found in findings if found.is_open]
    gaps = sum(found.severity is Severity.BLOCK for found in open_ones)
    deadline = open_deadline(case, rulebooks.rulebook(case.rulebook).limits)
    return Standing(gaps, len(open_ones) - gaps, None if deadline is None else deadline.safe)
