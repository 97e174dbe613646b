"""Every change to a case: what it does, what it leaves alone, and that undo is the former case."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardprep.app.session import Session
from cardprep.case import edits
from cardprep.case.codec import case_text, parse_case
from cardprep.case.model import (
    Acknowledgement,
    Attested,
    CollectionWay,
    Handler,
    HandlerWho,
    Kind,
    Operator,
    OperatorState,
    StatusEntry,
    StatusState,
)
from cardprep.case.slots import HANDLER_IDENTITY, LETTER, QUALIFICATION, operator_identity
from making import cases
from making.judging import book

CASE = cases.complete(3)
FILE = "unit.qualification.jpg"
STATUS = StatusEntry(StatusState.SUBMITTED, cases.TODAY)
NOTE = Acknowledgement("FIELD-3", "unit.phone", "已核对")
DATA_EDITS = {
    "set_kind": lambda case: edits.set_kind(case, Kind.NEW_ENTRANT),
    "set_text": lambda case: edits.set_text(case, "unit.name", "新名称"),
    "add_operator": edits.add_operator,
    "set_operator_state": lambda case: edits.set_operator_state(case, 0, OperatorState.DRAFT),
    "remove_operator": lambda case: edits.remove_operator(case, 1),
    "choose_handler": lambda case: edits.choose_handler(case, HandlerWho.LEGAL_REPRESENTATIVE),
    "choose_collection": lambda case: edits.choose_collection(case, CollectionWay.MAIL),
    "attach": lambda case: edits.attach(case, LETTER, "letter.pdf"),
    "detach": lambda case: edits.detach(case, QUALIFICATION, FILE),
    "replace_file": lambda case: edits.replace_file(case, QUALIFICATION, FILE, "new.jpg"),
    "move_file": lambda case: edits.move_file(case, QUALIFICATION, FILE, LETTER),
    "attest": lambda case: edits.attest(case, QUALIFICATION, FILE, Attested()),
    "mark_foreign": lambda case: edits.mark_foreign(case, QUALIFICATION, FILE, foreign=True),
    "turn_file": lambda case: edits.turn_file(case, QUALIFICATION, FILE),
}
OTHER_EDITS = {
    "acknowledge": lambda case: edits.acknowledge(case, NOTE),
    "record_status": lambda case: edits.record_status(case, STATUS),
    "shift_file_of_one": lambda case: edits.shift_file(case, QUALIFICATION, FILE, 1),
    "the_same_text": lambda case: edits.set_text(case, "unit.name", case.unit.name),
}


def session(case):
    return Session(case, book(), lambda: cases.TODAY)


def files(case, slot):
    return [attachment.file for attachment in case.in_slot(slot)]


@pytest.mark.parametrize("name", DATA_EDITS)
def test_VIEW_3_every_edit_of_the_data_unticks_the_declaration(name):
    after = DATA_EDITS[name](CASE)
    assert after != CASE
    assert not after.declaration


@pytest.mark.parametrize("name", OTHER_EDITS)
def test_VIEW_3_what_changes_no_data_leaves_the_declaration_ticked(name):
    assert OTHER_EDITS[name](CASE).declaration


def test_VIEW_3_the_declaration_itself():
    assert edits.declare(edits.declare(CASE, False), True) == CASE


@pytest.mark.parametrize("name", [*DATA_EDITS, *OTHER_EDITS])
def test_an_edit_gives_a_new_case_and_undo_is_the_former_one(name):
    before = parse_case(case_text(CASE))
    opened = session(CASE)
    opened.apply((DATA_EDITS | OTHER_EDITS)[name])
    opened.undo()
    assert opened.case == CASE == before


def test_OPER_1_an_operator_is_added_at_the_end():
    typed = Operator(name="欧阳新")
    assert edits.add_operator(CASE, typed).operators == (*CASE.operators, typed)


def test_OPER_4_removing_an_operator_takes_his_files_and_moves_the_others_up():
    after = edits.remove_operator(CASE, 1)
    assert after.operators == (CASE.operators[0], CASE.operators[2])
    assert files(after, operator_identity(1)) == ["operators[2].identity.jpg"]
    assert not after.in_slot(operator_identity(2))
    assert files(after, operator_identity(0)) == files(CASE, operator_identity(0))


def test_OPER_4_removing_an_operator_moves_translations_too():
    case = cases.with_file(CASE, operator_identity(2).translation, "zh.pdf")
    assert files(edits.remove_operator(case, 0), operator_identity(1).translation) == ["zh.pdf"]


@pytest.mark.parametrize(
    ("index", "left"),
    [
        (0, ["operators[0].mobile", "operators[1].identity", "operators", "unit.phone"]),
        (1, ["operators[1].identity", "operators", "unit.phone"]),
        (2, ["operators[1].mobile", "operators", "unit.phone"]),
    ],
)
def test_OPER_4_removing_an_operator_moves_what_was_acknowledged(index, left):
    where = ("operators[1].mobile", "operators[2].identity", "operators", "unit.phone")
    case = replace(CASE, acknowledged=tuple(Acknowledgement("FIELD-3", place, "r") for place in where))
    assert [entry.where for entry in edits.remove_operator(case, index).acknowledged] == left


@pytest.mark.parametrize(
    ("removed", "who", "operator"),
    [(0, HandlerWho.OPERATOR, 0), (1, None, None), (2, HandlerWho.OPERATOR, 1)],
)
def test_OPER_4_HAND_2_removing_an_operator_moves_the_handler_or_leaves_nobody(removed, who, operator):
    after = edits.remove_operator(edits.choose_handler(CASE, HandlerWho.OPERATOR, 1), removed)
    assert (after.handler.who, after.handler.operator) == (who, operator)


def test_OPER_4_removing_an_operator_leaves_another_handler_alone():
    case = edits.choose_handler(CASE, HandlerWho.LEGAL_REPRESENTATIVE)
    assert edits.remove_operator(case, 0).handler == case.handler


def test_HAND_1_what_was_typed_of_another_handler_is_kept_for_a_change_back():
    typed = Handler(HandlerWho.OTHER, name="欧阳新", mobile="13800138000")
    case = edits.choose_handler(replace(CASE, handler=typed), HandlerWho.LEGAL_REPRESENTATIVE)
    assert edits.choose_handler(case, HandlerWho.OTHER).handler == typed


def test_a_file_is_attached_once_to_a_slot_at_its_end():
    case = edits.attach(edits.attach(CASE, QUALIFICATION, "2.jpg"), QUALIFICATION, "2.jpg")
    assert files(case, QUALIFICATION) == [FILE, "2.jpg"]
    assert files(edits.attach(case, LETTER, "2.jpg"), LETTER) == ["2.jpg"]


def test_a_detached_file_leaves_the_same_file_in_another_slot():
    case = edits.detach(edits.attach(CASE, LETTER, FILE), QUALIFICATION, FILE)
    assert (files(case, QUALIFICATION), files(case, LETTER)) == ([], [FILE])


def test_of_a_replaced_or_moved_file_nothing_is_attested():
    replaced = edits.replace_file(CASE, QUALIFICATION, FILE, "new.jpg")
    moved = edits.move_file(CASE, QUALIFICATION, FILE, HANDLER_IDENTITY)
    assert replaced.in_slot(QUALIFICATION)[0].attested == Attested()
    assert moved.in_slot(HANDLER_IDENTITY)[0].attested == Attested()
    assert not moved.in_slot(QUALIFICATION)


def test_no_file_stands_twice_in_a_slot_whatever_is_replaced_or_moved():
    case = edits.attach(edits.attach(CASE, QUALIFICATION, "2.jpg"), LETTER, FILE)
    assert edits.replace_file(case, QUALIFICATION, FILE, "2.jpg") == case
    assert edits.move_file(case, QUALIFICATION, FILE, LETTER) == case


def test_attesting_foreign_and_turn_touch_one_file_alone():
    case = edits.attach(CASE, QUALIFICATION, "2.jpg")
    case = edits.attest(case, QUALIFICATION, "2.jpg", cases.SEALED)
    case = edits.turn_file(
        edits.mark_foreign(case, QUALIFICATION, "2.jpg", True), QUALIFICATION, "2.jpg", -90
    )
    first, second = case.in_slot(QUALIFICATION)
    assert first == CASE.in_slot(QUALIFICATION)[0]
    assert (second.attested, second.foreign_language, second.turn) == (cases.SEALED, True, 270)


def test_four_turns_are_none():
    case = CASE
    for _ in range(4):
        case = edits.turn_file(case, QUALIFICATION, FILE)
    assert case.attachments == CASE.attachments


@pytest.mark.parametrize(
    ("file", "by", "order"),
    [("a", 1, "bac"), ("c", -1, "acb"), ("a", 9, "bca"), ("c", -9, "cab"), ("a", -1, "abc"), ("x", 1, "abc")],
)
def test_a_file_is_shifted_among_those_of_its_slot(file, by, order):
    case = cases.without_files(CASE, QUALIFICATION)
    for name in "abc":
        case = edits.attach(case, QUALIFICATION, name)
    shifted = edits.shift_file(case, QUALIFICATION, file, by)
    assert "".join(files(shifted, QUALIFICATION)) == order
    assert set(shifted.attachments) == set(case.attachments)


def test_VIEW_4_an_acknowledgement_takes_the_place_of_an_older_one_and_can_be_taken_back():
    newer = replace(NOTE, reason="再次核对")
    case = edits.acknowledge(edits.acknowledge(CASE, NOTE), newer)
    assert case.acknowledged == (newer,)
    assert edits.withdraw_acknowledgement(case, NOTE.rule, NOTE.where) == CASE


def test_APP_5_a_wrongly_recorded_step_is_taken_out():
    later = replace(STATUS, state=StatusState.DONE)
    case = edits.record_status(edits.record_status(CASE, STATUS), later)
    assert edits.remove_status(case, 0).status == (later,)


def test_an_unknown_field_is_an_error_of_the_program():
    with pytest.raises(KeyError):
        edits.set_text(CASE, "operators[3].mobile", "1")


def test_HAND_4_the_remark_follows_the_collection_and_one_undo_takes_both_back():
    opened = session(CASE)
    opened.apply(lambda case: edits.set_text(case, "collection.outlet", "gaoyou"))
    assert opened.case.remark == "柜台取卡：高邮"
    opened.undo()
    assert opened.case == CASE


def test_letters_typed_at_one_place_are_one_step_of_undo():
    opened = session(CASE)
    for text in ("新", "新名", "新名称"):
        opened.apply(
            lambda case, text=text: edits.set_text(case, "unit.name", text), "unit.name", typing=True
        )
    opened.undo()
    assert opened.case == CASE
    assert not opened.can_undo


@given(st.lists(st.sampled_from([*DATA_EDITS.values(), *OTHER_EDITS.values()]), max_size=25))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_n_edits_and_n_undos_are_the_start_and_n_redos_the_end(chosen):
    opened, visited = session(cases.complete(9)), [cases.complete(9)]
    for edit in chosen:
        opened.apply(edit)
        if opened.case != visited[-1]:
            visited.append(opened.case)
    for former in reversed(visited[:-1]):
        opened.undo()
        assert opened.case == former
    assert not opened.can_undo
    for later in visited[1:]:
        opened.redo()
        assert opened.case == later


@given(st.lists(st.sampled_from([*DATA_EDITS.values(), *OTHER_EDITS.values()]), max_size=12))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_edited_can_be_saved_and_opened_again(chosen):
    case = cases.complete(9, mail=True)
    for edit in chosen:
        case = edit(case)
    assert parse_case(case_text(case)) == case
