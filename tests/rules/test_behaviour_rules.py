"""The rules that are behaviour and make no finding: what happens when the clerk does it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cardprep.app.flow import STEPS, Step, step_of
from cardprep.app.operators import blocking_findings, confirm_operator, save_as_draft
from cardprep.app.overview import overview
from cardprep.app.session import Session
from cardprep.case import edits, people
from cardprep.case.model import (
    Case,
    HandlerWho,
    Kind,
    Operator,
    OperatorState,
    StatusEntry,
    StatusState,
)
from cardprep.case.paths import text_at
from cardprep.case.slots import LEGAL_IDENTITY, QUALIFICATION, operator_identity
from cardprep.wording.catalog import Catalog
from making import cases
from making.judging import book, places


def session(case):
    opened = Session(case, book(), lambda: cases.TODAY)
    opened.set_facts(cases.facts_of(case))
    return opened


def draft(**fields):
    return session(cases.with_operator(cases.complete(2), 0, state=OperatorState.DRAFT, **fields))


def groups(case):
    return overview(case, book(), Catalog("zh_CN"))


def test_APP_1_there_are_two_kinds_and_one_may_be_chosen_anew():
    assert [kind.value for kind in Kind] == ["new-entrant", "additional-operators"]
    assert edits.set_kind(cases.complete(), Kind.NEW_ENTRANT).kind is Kind.NEW_ENTRANT


def test_APP_1_no_kind_chosen_is_told_as_an_empty_field():
    assert places("FIELD-1", replace(cases.complete(), kind=None)) == ["kind"]


def test_APP_5_status_and_date_are_recorded_and_history_is_kept():
    first = StatusEntry(StatusState.SUBMITTED, dt.date(2026, 11, 2), number="0001")
    second = StatusEntry(StatusState.RETURNED, dt.date(2026, 11, 3), reason="照片不清")
    case = edits.record_status(edits.record_status(cases.complete(), first), second)
    assert case.status == (first, second)
    assert case.declaration
    assert edits.remove_status(case, 1).status == (first,)


def test_UNIT_2_the_firms_material_has_its_slot_and_its_absence_is_MAT_1():
    case = cases.without_files(cases.complete(), QUALIFICATION)
    assert places("MAT-1", case) == ["unit.qualification"]
    assert places("MAT-1", edits.attach(case, QUALIFICATION, "licence.jpg")) == []


def test_LEGAL_2_the_legal_representatives_material_has_its_slot_and_its_absence_is_MAT_1():
    case = cases.without_files(cases.complete(), LEGAL_IDENTITY)
    assert places("MAT-1", case) == ["legal.identity"]
    assert places("MAT-1", edits.attach(case, LEGAL_IDENTITY, "card.jpg")) == []


def test_OPER_1_an_added_operator_is_a_draft_at_the_end():
    case = edits.add_operator(cases.complete(2))
    assert case.operators[2] == Operator(OperatorState.DRAFT)
    assert places("OPER-5", case) == ["operators[2]"]


def test_OPER_2_confirming_a_sound_operator_confirms_him():
    opened = draft()
    assert confirm_operator(opened, 0) == ()
    assert opened.case.operators[0].state is OperatorState.CONFIRMED


@pytest.mark.parametrize(
    ("fields", "rule"), [({"mobile": ""}, "FIELD-1"), ({"id_number": "110105194912310021"}, "FIELD-2")]
)
def test_OPER_2_what_blocks_keeps_him_a_draft_and_is_given_back(fields, rule):
    opened = draft(**fields)
    assert [found.rule for found in confirm_operator(opened, 0)] == [rule]
    assert opened.case.operators[0].state is OperatorState.DRAFT
    assert not opened.can_undo


def test_OPER_2_his_materials_are_checked_too_and_nobody_elses():
    case = cases.without_files(draft(mobile="").case, operator_identity(0), operator_identity(1))
    assert [f.where for f in blocking_findings(session(case), 0)] == [
        "operators[0].identity",
        "operators[0].mobile",
    ]


def test_OPER_2_the_tenth_operator_is_not_the_first():
    case = cases.with_operator(cases.complete(11), 10, mobile="")
    assert blocking_findings(session(case), 1) == ()


def test_OPER_3_saving_as_a_draft_checks_nothing_and_keeps_everything():
    opened = session(cases.with_operator(cases.complete(2), 0, mobile="12", id_number="?"))
    save_as_draft(opened, 0)
    kept = opened.case.operators[0]
    assert (kept.state, kept.mobile, kept.id_number) == (OperatorState.DRAFT, "12", "?")


def test_OPER_4_editing_changes_one_operator_and_leaves_his_state():
    case = edits.set_text(cases.complete(2), "operators[1].mobile", "13900139000")
    assert (case.operators[1].mobile, case.operators[1].state) == ("13900139000", OperatorState.CONFIRMED)
    assert case.operators[0] == cases.complete(2).operators[0]


def test_OPER_4_deleting_can_be_undone():
    opened = session(cases.complete(3))
    opened.apply(lambda case: edits.remove_operator(case, 1))
    assert len(opened.case.operators) == 2
    opened.undo()
    assert opened.case == cases.complete(3)


@pytest.mark.parametrize(
    ("who", "path"),
    [(HandlerWho.LEGAL_REPRESENTATIVE, "legal_representative"), (HandlerWho.OPERATOR, "operators[1]")],
)
def test_HAND_1_the_chosen_handler_is_not_typed_again_and_later_edits_follow(who, path):
    case = edits.choose_handler(cases.complete(2), who, 1)
    number = "phone" if who is HandlerWho.LEGAL_REPRESENTATIVE else "mobile"
    assert people.handler_name(case) == text_at(case, f"{path}.name")
    assert people.handler_mobile(case) == text_at(case, f"{path}.{number}")
    later = edits.set_text(edits.set_text(case, f"{path}.name", "欧阳新"), f"{path}.{number}", "13900139000")
    assert (people.handler_name(later), people.handler_mobile(later)) == ("欧阳新", "13900139000")


def test_HAND_1_the_handler_follows_his_operator_when_an_earlier_one_is_deleted():
    case = edits.choose_handler(cases.complete(3), HandlerWho.OPERATOR, 2)
    after = edits.remove_operator(case, 0)
    assert people.handler_name(after) == people.handler_name(case)


def test_VIEW_1_everything_is_shown_in_the_order_of_the_online_form():
    case = cases.complete(2, mail=True)
    shown = [STEPS.index(step_of(group.where)) for group in groups(case)]
    assert shown == sorted(shown)
    values = {entry.value for group in groups(case) for entry in group.entries}
    typed = [case.unit.name, case.unit.uscc, case.remark, case.collection.address]
    typed += [text for o in case.operators for text in (o.name, o.id_number, o.mobile)]
    assert values.issuperset(typed)


def test_VIEW_1_every_attachment_has_its_place_among_them():
    case = cases.complete(2, mail=True)
    places = {entry.where for group in groups(case) for entry in group.entries}
    assert places.issuperset(str(a.slot) for a in case.attachments)


def test_VIEW_1_each_line_leads_to_a_field_of_its_own_screen():
    for group in groups(cases.complete(3)):
        for entry in group.entries:
            assert step_of(entry.where) is step_of(group.where) or entry.where == "kind"


def test_VIEW_1_an_empty_case_can_be_looked_at_as_well():
    shown = {step_of(group.where) for group in groups(Case())}
    assert shown == set(Step) - {Step.PREVIEW}
