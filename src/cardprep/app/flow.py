"""The wizard without a window: its steps in the order of the online screens, and how far each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from cardprep.case.finding import Finding, Severity
from cardprep.case.model import Case, Handler, LegalRepresentative, Unit
from cardprep.case.slots import Owner


class Step(StrEnum):
    """One screen of the online system."""

    UNIT = "unit"
    LEGAL = "legal"
    OPERATORS = "operators"
    HANDLER = "handler"
    PREVIEW = "preview"


class StepState(StrEnum):
    """How far a step is. Only a step in which nothing was entered yet is untouched."""

    UNTOUCHED = "untouched"
    INCOMPLETE = "incomplete"
    WARNED = "warned"
    READY = "ready"


STEPS = tuple(Step)
_PREFIXES = {
    "unit": Step.UNIT,
    "legal_representative": Step.LEGAL,
    "legal": Step.LEGAL,
    "operators": Step.OPERATORS,
    "handler": Step.HANDLER,
    "collection": Step.HANDLER,
    "remark": Step.HANDLER,
}
_OWNERS = {Step.UNIT: Owner.UNIT, Step.LEGAL: Owner.LEGAL, Step.OPERATORS: Owner.OPERATOR}


def step_of(where: str) -> Step:
    """The step on which the place `where` is shown; what concerns the whole case is on the preview."""
    head = where.split(".", 1)[0].split("[", 1)[0]
    return _PREFIXES.get(head, Step.PREVIEW)


def _touched(case: Case, step: Step) -> bool:
    files = any(a.slot.owner is _OWNERS.get(step, Owner.HANDLER) for a in case.attachments)
    if step is Step.UNIT:
        return files or case.unit != Unit()
    if step is Step.LEGAL:
        return files or case.legal_representative != LegalRepresentative()
    if step is Step.OPERATORS:
        return bool(case.operators)
    if step is Step.HANDLER:
        return files or case.handler != Handler() or case.collection.way is not None or bool(case.remark)
    return case.declaration


def _state(findings: Iterable[Finding], touched: bool) -> StepState:
    severities = {finding.severity for finding in findings if finding.is_open}
    if Severity.BLOCK in severities:
        return StepState.INCOMPLETE if touched else StepState.UNTOUCHED
    return StepState.WARNED if Severity.WARN in severities else StepState.READY


def step_states(case: Case, findings: Iterable[Finding]) -> Mapping[Step, StepState]:
    """The state of every step; the preview is ready when nothing at all is open."""
    by_step: dict[Step, list[Finding]] = {step: [] for step in STEPS}
    for finding in findings:
        by_step[step_of(finding.where)].append(finding)
    states = {step: _state(by_step[step], _touched(case, step)) for step in STEPS}
    others = [states[step] for step in STEPS if step is not Step.PREVIEW]
    if states[Step.PREVIEW] is StepState.READY and any(s is not StepState.READY for s in others):
        states[Step.PREVIEW] = StepState.INCOMPLETE
    return states


def neighbour(step: Step, by: int) -> Step | None:
    """The step `by` places further on (or back), or None past the ends."""
    position = STEPS.index(step) + by
    return STEPS[position] if 0 <= position < len(STEPS) else None
