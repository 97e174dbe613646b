from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.app.flow import STEPS, Step, StepState, neighbour, step_of, step_states
from cardprep.app.rulebooks import rulebook
from cardprep.case.finding import Finding, Severity
from cardprep.case.model import Case, Handler, HandlerWho, Unit
from cardprep.case.slots import HANDLER_IDENTITY, LEGAL_IDENTITY, LETTER, QUALIFICATION, operator_identity
from cardprep.rules import engine
from making import cases

PLACES = {
    Step.UNIT: ["unit", "unit.name", "unit.issuing_office", str(QUALIFICATION), str(LETTER)],
    Step.LEGAL: ["legal_representative", "legal_representative.phone", str(LEGAL_IDENTITY)],
    Step.OPERATORS: ["operators", "operators[0]", "operators[12].mobile", str(operator_identity(3))],
    Step.HANDLER: ["handler", "handler.mobile", str(HANDLER_IDENTITY), "collection.way", "remark"],
    Step.PREVIEW: ["case", "declaration", "kind", "", "something new"],
}  # fmt: skip


@pytest.mark.parametrize(("step", "where"), [(step, where) for step in PLACES for where in PLACES[step]])
def test_every_place_is_on_one_step(step, where):
    assert step_of(where) is step


def test_the_steps_are_the_online_screens_in_their_order():
    assert [step.value for step in STEPS] == ["unit", "legal", "operators", "handler", "preview"]


def test_one_may_go_on_and_back_but_not_past_the_ends():
    assert neighbour(Step.UNIT, 1) is Step.LEGAL
    assert neighbour(Step.PREVIEW, -1) is Step.HANDLER
    assert neighbour(Step.UNIT, -1) is neighbour(Step.PREVIEW, 1) is None


def states(case: Case):
    return step_states(case, engine.run(case, cases.facts_of(case), rulebook(), cases.TODAY))


def test_nothing_is_touched_in_an_empty_case():
    assert set(states(Case()).values()) == {StepState.UNTOUCHED}


def test_everything_is_ready_in_a_complete_case():
    assert set(states(cases.complete(mail=True)).values()) == {StepState.READY}


TOUCHED = [
    (Case(unit=Unit(name="甲")), Step.UNIT),
    (Case(attachments=cases.complete().attachments[:1]), Step.UNIT),
    (Case(attachments=cases.complete().attachments[1:2]), Step.LEGAL),
    (Case(operators=cases.complete().operators), Step.OPERATORS),
    (Case(handler=Handler(HandlerWho.OTHER)), Step.HANDLER),
    (Case(remark="x"), Step.HANDLER),
    (Case(collection=cases.complete().collection), Step.HANDLER),
]


@pytest.mark.parametrize(("case", "step"), TOUCHED)
def test_what_was_begun_is_incomplete_and_the_rest_untouched(case, step):
    begun = {s for s, state in states(case).items() if state is StepState.INCOMPLETE}
    assert begun <= {step, Step.PREVIEW}
    assert step in begun


def found(severity: Severity, where: str, acknowledged: bool = False) -> Finding:
    return Finding("X-1", severity, where, acknowledged=acknowledged)


@pytest.mark.parametrize(
    ("finding", "state"),
    [(found(Severity.BLOCK, "unit.name"), StepState.INCOMPLETE),
     (found(Severity.WARN, "unit.name"), StepState.WARNED),
     (found(Severity.WARN, "unit.name", True), StepState.READY),
     (found(Severity.INFO, "unit.name"), StepState.READY)],
)  # fmt: skip
def test_the_worst_that_is_open_tells_the_state(finding, state):
    told = step_states(cases.complete(), [finding, found(Severity.INFO, "unit.uscc")])
    assert told[Step.UNIT] is state
    assert told[Step.LEGAL] is StepState.READY


def test_the_preview_is_ready_only_when_all_are():
    told = step_states(cases.complete(), [found(Severity.WARN, "operators[0].name")])
    assert told[Step.PREVIEW] is StepState.INCOMPLETE


def test_VIEW_3_without_the_declaration_the_preview_is_not_ready():
    assert states(replace(cases.complete(), declaration=False))[Step.PREVIEW] is StepState.UNTOUCHED
