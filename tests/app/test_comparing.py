from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.app.comparing import Difference, differences, take
from cardprep.case.codec import dump_case, load_case
from cardprep.case.edits import add_operator, attach, choose_handler, remove_operator, set_text
from cardprep.case.model import Case, HandlerWho
from cardprep.case.slots import QUALIFICATION, operator_identity
from making import any_case, cases, people


@pytest.fixture
def ours() -> Case:
    return cases.complete()


def wheres(ours: Case, theirs: Case) -> list[str]:
    return [difference.where for difference in differences(ours, theirs)]


def test_the_same_case_has_no_differences(ours):
    assert differences(ours, replace(ours, declaration=not ours.declaration)) == ()


def test_a_field_that_differs_is_told_with_both_texts(ours):
    theirs = set_text(ours, "unit.phone", "025-58810001")
    assert differences(ours, theirs) == (Difference("unit.phone", ours.unit.phone, "025-58810001"),)


def test_only_what_was_chosen_is_taken_and_the_declaration_falls(ours):
    theirs = set_text(set_text(ours, "unit.phone", "025-58810001"), "remark", "另一备注")
    taken = take(ours, theirs, frozenset({"unit.phone"}))
    assert (taken.unit.phone, taken.remark) == ("025-58810001", ours.remark)
    assert not taken.declaration


def test_nothing_chosen_changes_nothing(ours):
    assert take(ours, Case(), frozenset()) is ours


def test_operators_in_another_order_are_the_same(ours):
    both = replace(add_operator(ours, cases.operator(people.person(40))), attachments=())
    theirs = replace(both, operators=tuple(reversed(both.operators)))
    moved = len(both.operators) - 1 - both.handler.operator
    assert wheres(both, choose_handler(theirs, HandlerWho.OPERATOR, moved)) == []
    assert wheres(both, theirs) == ["handler.who"]


def test_an_operator_is_known_by_his_number_whatever_his_name(ours):
    theirs = set_text(ours, "operators[0].name", "另一人")
    assert wheres(ours, theirs) == ["operators[0].name"]


def test_a_further_operator_comes_with_his_papers(ours):
    count = len(ours.operators)
    added = add_operator(ours, cases.operator(people.person(40)))
    theirs = attach(added, operator_identity(count), "new.jpg")
    assert wheres(ours, theirs) == [f"operators[{count}]"]
    taken = take(ours, theirs, frozenset({f"operators[{count}]"}))
    assert taken.operators == theirs.operators
    assert [a.file for a in taken.in_slot(operator_identity(count))] == ["new.jpg"]


def test_of_two_further_operators_the_second_alone_moves_up_with_his_papers(ours):
    count = len(ours.operators)
    theirs = add_operator(
        add_operator(ours, cases.operator(people.person(40))), cases.operator(people.person(41))
    )
    theirs = attach(theirs, operator_identity(count + 1), "second.jpg")
    taken = take(ours, theirs, frozenset({f"operators[{count + 1}]"}))
    assert [o.name for o in taken.operators[count:]] == [people.person(41).name]
    assert [a.file for a in taken.in_slot(operator_identity(count))] == ["second.jpg"]


def test_an_operator_whom_theirs_has_not_goes_only_where_chosen(ours):
    theirs = remove_operator(ours, 0)
    assert "operators[0]" in wheres(ours, theirs)
    assert take(ours, theirs, frozenset({"remark"})).operators == ours.operators
    assert take(ours, theirs, frozenset({"operators[0]"})).operators == ours.operators[1:]


def test_a_handler_who_is_an_operator_is_the_same_person_afterwards(ours):
    further = add_operator(ours, cases.operator(people.person(40)))
    theirs = choose_handler(further, HandlerWho.OPERATOR, len(ours.operators))
    taken = take(ours, theirs, frozenset(wheres(ours, theirs)))
    assert taken.handler.operator == len(ours.operators)
    assert take(ours, theirs, frozenset({"handler.who"})).handler.operator is None


def test_files_are_taken_slot_by_slot_with_what_was_attested(ours):
    theirs = attach(ours, QUALIFICATION, "second.jpg")
    (difference,) = differences(ours, theirs)
    assert difference.where == "unit.qualification"
    assert difference.theirs.splitlines()[-1] == "second.jpg"
    assert take(ours, theirs, frozenset({difference.where})).in_slot(QUALIFICATION) == theirs.in_slot(
        QUALIFICATION
    )


def _sound(case: Case) -> Case:
    """The case with operators who can be told apart."""
    operators = (replace(o, id_number=f"E1234567{n}") for n, o in enumerate(case.operators))
    return replace(case, operators=tuple(operators))


_CASES = any_case.cases().map(_sound)


@given(_CASES, _CASES)
def test_what_is_taken_whole_differs_no_more(ours, theirs):
    taken = take(ours, theirs, frozenset(wheres(ours, theirs)))
    assert differences(taken, theirs) == ()


@given(_CASES, _CASES, st.data())
def test_what_was_not_chosen_is_not_touched(ours, theirs, data):
    found = wheres(ours, theirs)
    chosen = frozenset(data.draw(st.sets(st.sampled_from(found)))) if found else frozenset()
    taken = take(ours, theirs, chosen)
    assert load_case(dump_case(taken)) == taken
    if not any(where.startswith("operators[") for where in chosen):
        untouched = {where for where in found if where not in chosen}
        assert untouched <= set(wheres(taken, theirs))
