"""Which warnings a person has taken upon herself, and which acknowledgements fell away (VIEW-4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cardprep.case.finding import Finding, Severity
from cardprep.case.model import Acknowledgement
from cardprep.rules.context import Said, blank, said


def _is_of(entry: Acknowledgement, finding: Finding) -> bool:
    """Whether the entry was made for this rule at this place (its file, where it names one)."""
    same_place = entry.rule == finding.rule and entry.where == finding.where
    return same_place and entry.file in ("", finding.file)


def holds(entry: Acknowledgement, finding: Finding) -> bool:
    """Whether it still stands: it has a reason, and what it was about has not changed."""
    return _is_of(entry, finding) and not blank(entry.reason) and entry.about in ("", finding.about)


def with_acknowledgements(
    findings: Iterable[Finding], entries: tuple[Acknowledgement, ...]
) -> Iterator[Finding]:
    """The findings, those warnings marked that an acknowledgement covers. What blocks stays as it is."""
    for found in findings:
        covered = found.severity is Severity.WARN and any(holds(entry, found) for entry in entries)
        yield replace(found, acknowledged=True) if covered else found


def fallen_away(findings: Iterable[Finding], entries: tuple[Acknowledgement, ...]) -> Iterator[Said]:
    """VIEW-4, for each open warning that was acknowledged without a reason, or before it changed."""
    for found in findings:
        if found.severity is not Severity.WARN or found.acknowledged:
            continue
        mine = [entry for entry in entries if _is_of(entry, found)]
        if mine:
            variant = "no-reason" if all(blank(entry.reason) for entry in mine) else "changed"
            yield said(found.where, variant, found.file, rule=found.rule)
