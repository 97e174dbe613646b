from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case.identifiers import customs_code, documents, postal_code, telephone, uscc
from cardprep.case.model import IdType
from making import people

TODAY = dt.date(2026, 11, 23)
KINDS = st.sampled_from([*IdType, "seafarer-book", ""])


@pytest.mark.parametrize(
    ("id_type", "number"),
    [
        ("resident-id", people.person(0).id_number),
        ("passport", people.chinese_passport(1)),
        ("passport", people.foreign_passport(1)),
        ("hk-macao-permit", people.hk_macao_permit(3)),
        ("taiwan-permit", people.taiwan_permit(4)),
        ("hk-macao-taiwan-residence", "810000199001010019"),
        ("foreign-permanent-residence", "911124198108030024"),
        ("seafarer-book", "南字第 A1234567 号"),
    ],
)
def test_FIELD_2_every_kind_of_document_has_its_check(id_type, number):
    assert not documents.check_document(id_type, number, TODAY).fault
    assert documents.check_document(id_type, "?", TODAY).fault


@pytest.mark.parametrize(
    ("number", "fault"), [("A" * 31, "length"), ("A\x00", "characters"), ("1.2E+10", "excel"), ("", "empty")]
)
def test_FIELD_2_a_kind_that_only_a_pack_knows_is_checked_loosely(number, fault):
    assert documents.check_document("seafarer-book", number, TODAY).fault == fault


def test_OPER_6_a_hk_macao_permit_is_told_by_its_first_nine_characters():
    assert documents.person_key("h01234567 00") == documents.person_key("Ｈ01234567") == "H01234567"
    assert documents.person_key(people.hk_macao_permit(2, 7)) == people.hk_macao_permit(2)


def test_OPER_6_other_numbers_are_told_whole():
    assert documents.person_key(" 11010519491231002ｘ") == "11010519491231002X"
    assert documents.person_key("  ") == ""


@pytest.mark.parametrize(
    ("id_type", "number", "foreign"),
    [
        ("passport", "K1234567", True),
        ("passport", "E12345678", False),
        ("passport", " \u3000", False),
        ("resident-id", "K1234567", False),
    ],
)
def test_MAT_11_a_foreign_passport(id_type, number, foreign):
    assert documents.is_foreign_passport(id_type, number) is foreign


@given(KINDS, st.text())
def test_no_text_raises_and_folding_twice_changes_nothing(id_type, text):
    once = documents.check_document(id_type, text, TODAY)
    twice = documents.check_document(id_type, once.value, TODAY)
    assert (twice.value, twice.fault, twice.folded) == (once.value, once.fault, False)
    assert documents.person_key(documents.person_key(text)) == documents.person_key(text)


@given(st.text())
def test_no_text_makes_a_code_or_telephone_check_raise(text):
    for check in (uscc.check, customs_code.check, postal_code.check, telephone.check, telephone.check_mobile):
        once = check(text)
        assert check(once.value).value == once.value
        assert once.folded is (once.value != text)
