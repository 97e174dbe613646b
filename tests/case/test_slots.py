"""Where a file belongs: the names of the slots."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case.slots import LEGAL_IDENTITY, LETTER, QUALIFICATION, operator_identity, parse_slot
from making.any_case import slots_for

NAMES = [
    *("unit.qualification", "unit.other", "unit.translation", "legal.identity", "legal.translation"),
    *("operators[0].identity", "operators[12].translation", "handler.identity", "handler.translation"),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_slot_of_the_format_is_known_by_its_name(name):
    assert str(parse_slot(name)) == name


@pytest.mark.parametrize(
    "name",
    [
        *("", "unit", "unit.identity", "legal.qualification", "operators.identity", "legal[0].identity"),
        *("operators[-1].identity", "operators[01].identity", "operators[0].other", "operators[１].identity"),
        *("unit.other ", "unit.other\n", "UNIT.other", "operators[10000].identity"),
    ],
)
def test_any_other_name_is_no_slot(name):
    assert parse_slot(name) is None


@pytest.mark.parametrize(
    ("slot", "translation"),
    [
        (QUALIFICATION, "unit.translation"),
        (LETTER, "unit.translation"),
        (LEGAL_IDENTITY, "legal.translation"),
        (operator_identity(3), "operators[3].translation"),
    ],
)
def test_MAT_11_each_paper_has_its_translation_slot(slot, translation):
    assert str(slot.translation) == translation
    assert parse_slot(translation) == slot.translation.translation


def test_identity_material_is_a_persons():
    assert operator_identity(0).is_person
    assert not QUALIFICATION.is_person
    assert not LEGAL_IDENTITY.translation.is_person


@given(slots_for(3))
def test_a_slots_name_gives_the_slot_again(slot):
    assert parse_slot(str(slot)) == slot


@given(st.text())
def test_any_text_is_a_slot_with_that_name_or_none(text):
    assert str(parse_slot(text) or text) == text
