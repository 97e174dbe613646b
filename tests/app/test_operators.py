from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.app.operators import blocking_findings, confirm_operator, save_as_draft
from cardprep.app.rulebooks import rulebook
from cardprep.app.session import Session
from cardprep.case.facts import Fault
from cardprep.case.model import Case, OperatorState
from cardprep.case.slots import operator_identity
from making import cases

FIRST = cases.complete(3).operators[0]
DRAFT, CONFIRMED = OperatorState.DRAFT, OperatorState.CONFIRMED


def opened(case: Case) -> Session:
    session = Session(case, rulebook(), lambda: cases.TODAY)
    session.set_facts(cases.facts_of(case))
    return session


def with_drafts(case: Case | None = None) -> Case:
    case = case or cases.complete(3)
    return replace(case, operators=tuple(replace(operator, state=DRAFT) for operator in case.operators))


def with_operator(index: int, **changes: str) -> Case:
    case = with_drafts()
    changed = replace(case.operators[index], **changes)
    return replace(case, operators=(*case.operators[:index], changed, *case.operators[index + 1 :]))


def test_OPER_2_an_operator_of_whom_nothing_blocks_is_confirmed():
    session = opened(with_drafts())
    assert confirm_operator(session, 1) == ()
    assert [operator.state for operator in session.case.operators] == [DRAFT, CONFIRMED, DRAFT]


REFUSED = [
    (with_operator(1, name=""), ("FIELD-1", "operators[1].name")),
    (with_operator(1, id_number="110105194912310021"), ("FIELD-2", "operators[1].id_number")),
    (with_operator(1, mobile="12"), ("FIELD-2", "operators[1].mobile")),
    (with_operator(1, id_number=FIRST.id_number), ("OPER-6", "operators[1].id_number")),
    (
        cases.with_attested(with_drafts(), operator_identity(1), signature=None),
        ("MAT-9", "operators[1].identity"),
    ),
]


@pytest.mark.parametrize(("case", "finding"), REFUSED)
def test_OPER_2_what_blocks_keeps_him_a_draft_and_is_told(case, finding):
    session = opened(case)
    assert [(found.rule, found.where) for found in confirm_operator(session, 1)] == [finding]
    assert session.case == case
    assert not session.can_undo


def test_OPER_2_a_file_that_cannot_be_read_refuses():
    case = with_drafts()
    session = opened(case)
    file = case.in_slot(operator_identity(1))[0].file
    session.set_facts({file: replace(cases.good_facts(file), fault=Fault.DAMAGED)})
    assert [found.rule for found in confirm_operator(session, 1)] == ["FILE-1"]


def test_OPER_2_a_file_that_nobody_has_looked_into_refuses_nothing():
    session = Session(with_drafts(), rulebook(), lambda: cases.TODAY)
    assert confirm_operator(session, 1) == ()


@pytest.mark.parametrize("other", [0, 2])
def test_OPER_2_what_blocks_another_operator_does_not_matter(other):
    session = opened(with_operator(other, name="", id_number="1"))
    assert confirm_operator(session, 1) == ()


def test_OPER_2_the_tenth_is_not_taken_for_the_first():
    case = with_drafts(cases.complete(11))
    faulty = replace(case.operators[10], name="")
    session = opened(replace(case, operators=(*case.operators[:10], faulty)))
    assert blocking_findings(session, 1) == ()
    assert [found.rule for found in blocking_findings(session, 10)] == ["FIELD-1"]


def test_OPER_2_a_warning_refuses_nothing():
    session = opened(with_operator(1, mobile="10012345678"))
    assert any(found.rule == "FIELD-3" for found in session.findings)
    assert confirm_operator(session, 1) == ()


def test_OPER_3_a_draft_is_saved_whatever_is_there():
    session = opened(replace(cases.complete(2), operators=(FIRST, replace(FIRST, name=""))))
    save_as_draft(session, 1)
    assert [operator.state for operator in session.case.operators] == [CONFIRMED, DRAFT]


def test_confirming_is_one_step_of_undo_that_leads_to_the_operator():
    session, told = opened(with_drafts()), []
    session.subscribe(told.append)
    confirm_operator(session, 2, initiator="table")
    session.undo()
    assert session.case == with_drafts()
    assert [(change.where, change.initiator) for change in told] == [
        ("operators[2]", "table"),
        ("operators[2]", None),
    ]
