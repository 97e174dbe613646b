from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial

import pytest

from cardprep.app import session as session_module
from cardprep.app.flow import Step, StepState
from cardprep.app.rulebooks import rulebook
from cardprep.app.session import MOST_UNDO_STEPS, Session
from cardprep.case import edits
from cardprep.case.facts import Fault
from cardprep.case.model import Case, CollectionWay, HandlerWho, Kind
from cardprep.case.slots import QUALIFICATION
from cardprep.rules.context import OtherApplication
from cardprep.rules.engine import run
from making import cases


def opened(case: Case | None = None) -> Session:
    return Session(cases.complete() if case is None else case, rulebook(), lambda: cases.TODAY)


def type_into(session: Session, path: str, text: str) -> None:
    """As a window does: one edit for each letter."""
    for end in range(1, len(text) + 1):
        session.apply(partial(edits.set_text, path=path, text=text[:end]), where=path, typing=True)


def rename(session: Session, name: str, **more: object) -> None:
    session.apply(lambda case: edits.set_text(case, "unit.name", name), where="unit.name", **more)


def test_undo_and_redo_go_the_same_way():
    session = opened()
    seen = [session.case]
    for name in ("甲", "乙", "丙"):
        rename(session, name)
        seen.append(session.case)
    for case in reversed(seen[:-1]):
        session.undo()
        assert session.case == case
    for case in seen[1:]:
        session.redo()
        assert session.case == case


def test_nothing_to_undo_or_redo_changes_nothing():
    session = opened()
    told = []
    session.subscribe(told.append)
    session.undo()
    session.redo()
    assert (session.can_undo, session.can_redo, told) == (False, False, [])


def test_an_edit_that_changes_nothing_is_no_step_and_is_told_to_nobody():
    session, told = opened(), []
    session.subscribe(told.append)
    rename(session, session.case.unit.name)
    assert (session.can_undo, told) == (False, [])


def test_a_new_edit_after_undo_ends_what_could_be_redone():
    session = opened()
    rename(session, "甲")
    session.undo()
    rename(session, "乙")
    assert not session.can_redo


def test_typed_letters_join_into_one_step():
    session = opened()
    before = session.case
    type_into(session, "unit.name", "南京甲公司")
    assert session.case.unit.name == "南京甲公司"
    session.undo()
    assert session.case == before


def test_typing_in_another_field_is_another_step():
    session = opened()
    type_into(session, "unit.name", "甲")
    type_into(session, "unit.phone", "025")
    session.undo()
    assert (session.case.unit.name, session.case.unit.phone) == ("甲", cases.complete().unit.phone)


@pytest.mark.parametrize("interruption", ["seal", "edit", "undo and redo"])
def test_typing_after_an_interruption_is_a_step_of_its_own(interruption):
    session = opened()
    type_into(session, "unit.name", "甲")
    if interruption == "seal":
        session.seal()
    elif interruption == "edit":
        session.apply(lambda case: edits.declare(case, True), where="declaration")
    else:
        session.undo()
        session.redo()
    between = session.case
    type_into(session, "unit.name", "乙乙")
    session.undo()
    assert session.case == between


def test_typing_after_undo_does_not_join_what_came_before():
    session = opened()
    type_into(session, "unit.name", "甲")
    session.seal()
    type_into(session, "unit.name", "乙")
    session.undo()
    type_into(session, "unit.name", "丙")
    session.undo()
    assert session.case.unit.name == "甲"


def test_typing_where_something_could_be_redone_is_a_step_of_its_own():
    session = opened()
    type_into(session, "unit.name", "甲")
    rename(session, "别的")
    session.undo()
    type_into(session, "unit.name", "乙")
    session.undo()
    assert session.case.unit.name == "甲"


def test_an_edit_that_is_no_typing_never_joins():
    session = opened()
    rename(session, "甲")
    rename(session, "乙")
    session.undo()
    assert session.case.unit.name == "甲"


def test_the_oldest_steps_fall_away():
    session = opened()
    for number in range(MOST_UNDO_STEPS + 20):
        rename(session, f"公司{number}")
    undone = 0
    while session.can_undo:
        session.undo()
        undone += 1
    assert (undone, session.case.unit.name) == (MOST_UNDO_STEPS, "公司19")


def test_listeners_hear_who_where_and_whether_the_case_changed():
    session, told = opened(), []
    session.subscribe(told.append)
    rename(session, "甲", initiator="the field")
    session.undo()
    session.set_facts({})
    assert [(c.initiator, c.where, c.case_changed) for c in told] == [
        ("the field", "unit.name", True), (None, "unit.name", True), (None, "", False),
    ]  # fmt: skip


def test_a_listener_that_has_left_hears_no_more():
    session, told = opened(), []
    leave = session.subscribe(told.append)
    leave()
    rename(session, "甲")
    assert told == []


def test_a_listener_may_leave_or_look_while_it_is_told():
    session, told = opened(), []

    def once(change):
        told.append(session.case.unit.name)
        leave()

    leave = session.subscribe(once)
    rename(session, "甲")
    rename(session, "乙")
    assert told == ["甲"]


def test_a_listener_may_edit_in_its_turn():
    session = opened()

    def declare_again(change):
        if not session.case.declaration:
            session.apply(lambda case: edits.declare(case, True), where="declaration")

    session.subscribe(declare_again)
    rename(session, "甲")
    assert (session.case.unit.name, session.case.declaration) == ("甲", True)


def test_findings_are_computed_once_a_change(monkeypatch):
    runs = []
    monkeypatch.setattr(session_module.engine, "run", lambda *given: runs.append(given) or run(*given))
    session = opened()
    assert session.findings is session.findings
    rename(session, "甲")
    session.findings_at("unit.name")
    session.states()
    assert len(runs) == 2


def test_facts_come_in_and_the_findings_follow():
    session = opened()
    file = session.case.attachments[0].file
    assert set(session.unread_files) == {a.file for a in session.case.attachments}
    session.set_facts({file: replace(cases.good_facts(file), fault=Fault.DAMAGED)})
    assert file not in session.unread_files
    assert [found.rule for found in session.findings_at("unit.qualification")] == ["FILE-1"]
    assert session.facts[file].fault is Fault.DAMAGED


def test_facts_are_kept_through_undo():
    session = opened()
    file = session.case.attachments[0].file
    session.set_facts(cases.facts_of(session.case))
    session.apply(lambda case: edits.detach(case, QUALIFICATION, file))
    session.undo()
    assert file not in session.unread_files


def test_a_case_is_ready_when_nothing_is_open_and_every_file_was_looked_into():
    session = opened()
    assert not session.is_ready
    session.set_facts(cases.facts_of(session.case))
    assert session.is_ready
    session.apply(lambda case: edits.declare(case, False))
    assert not session.is_ready


def test_OPER_6_another_application_of_the_firm_is_a_warning():
    session = opened()
    firm, number = session.case.unit.uscc, session.case.operators[1].id_number
    session.set_elsewhere((OtherApplication("上个月的申请", firm, frozenset([number])),))
    assert [f.rule for f in session.findings_at("operators[1].id_number")] == ["OPER-6"]


def test_VIEW_3_an_edit_unticks_the_declaration_and_undo_ticks_it_again():
    session = opened()
    rename(session, "甲")
    assert not session.case.declaration
    session.undo()
    assert session.case.declaration


def test_HAND_4_the_remark_follows_the_collection_as_one_step():
    session = opened(Case())
    session.apply(lambda case: edits.choose_collection(case, CollectionWay.COUNTER))
    session.apply(lambda case: edits.set_text(case, "collection.outlet", "gaoyou"))
    assert session.case.remark == "柜台取卡：高邮"
    session.undo()
    assert (session.case.remark, session.case.collection.outlet) == ("", "")


def test_HAND_1_a_handler_follows_later_edits_of_that_person():
    session = opened()
    session.apply(lambda case: edits.choose_handler(case, HandlerWho.OPERATOR, 1))
    session.apply(lambda case: edits.set_text(case, "operators[1].mobile", "12"))
    assert [f.rule for f in session.findings_at("operators[1].mobile")] == ["FIELD-2"]


def test_cards_and_states_are_those_of_the_case():
    session = opened(replace(cases.complete(3), kind=Kind.NEW_ENTRANT))
    assert (session.cards.operator_free, session.cards.to_buy) == (1, 2)
    assert session.states()[Step.UNIT] is StepState.READY


def test_the_day_is_asked_for_when_it_is_needed():
    days = [dt.date(2026, 11, 19), dt.date(2026, 11, 20)]
    session = Session(cases.complete(), rulebook(), lambda: days[0])
    assert {f.rule for f in session.findings if f.rule == "DATE-1"} == {"DATE-1"}
    days.pop(0)
    rename(session, "甲")
    assert session.today == dt.date(2026, 11, 20)
    assert not any(f.rule == "DATE-1" for f in session.findings)


def test_what_the_session_hands_out_cannot_be_changed():
    session = opened()
    with pytest.raises(TypeError):
        session.facts["a"] = cases.good_facts("a")
