from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case.identifiers import resident_id
from making import people

TODAY = dt.date(2026, 11, 23)
BIRTHS = st.dates(dt.date(1907, 1, 1), TODAY)


def full_width(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) for char in text)


@pytest.mark.parametrize("number", ["11010519491231002X", "330114200001010013"])
def test_FIELD_2_the_standards_examples_pass(number):
    assert not resident_id.check(number, TODAY).fault


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("110105194912310021", "check-digit"),
        ("110105491231002", "fifteen-digits"),
        ("11010519491231002", "length"),
        ("1101051949123100XX", "characters"),
        ("11010519491231002A", "characters"),
        ("110105194902310024", "birth-date"),
        ("110105000001010020", "birth-date"),
        ("4.1010519491231E+17", "excel"),
        ("410105194912310000.0", "excel"),
        ("410105194912310000", "check-digit"),
        ("١١٠١٠٥١٩٤٩١٢٣١٠٠٢٨", "characters"),
        (" \u3000", "empty"),
    ],
)
def test_FIELD_2_a_wrong_number_says_what_is_wrong(number, fault):
    assert resident_id.check(number, TODAY).fault == fault


def test_FIELD_2_a_birth_in_2099_is_in_the_future():
    number = people.resident_id(dt.date(2099, 1, 1), 1)
    assert resident_id.check(number, TODAY).fault == "birth-in-future"


def test_FIELD_2_a_birth_today_passes_and_one_tomorrow_does_not():
    born = people.resident_id(TODAY, 1)
    assert not resident_id.check(born, TODAY).fault
    assert resident_id.check(born, TODAY - dt.timedelta(days=1)).fault == "birth-in-future"


def test_FIELD_2_an_age_of_120_passes_and_121_does_not():
    number = people.resident_id(dt.date(1906, 11, 23), 1)
    assert not resident_id.check(number, TODAY - dt.timedelta(days=1)).fault
    assert not resident_id.check(number, TODAY).fault
    assert resident_id.check(number, dt.date(2027, 11, 23)).fault == "too-old"


@given(BIRTHS, st.integers(0, 999), st.from_regex(r"[1-7][0-9]{5}", fullmatch=True))
def test_any_number_with_a_valid_check_digit_passes_and_tells_birth_and_sex(birth, serial, region):
    verdict = resident_id.check(people.resident_id(birth, serial, region), TODAY)
    assert (verdict.fault, verdict.oddity, verdict.birth) == ("", "", birth)
    assert verdict.sex == ("M" if serial % 2 else "F")


@pytest.mark.parametrize("number", ["11010519491231002X", *(people.person(i).id_number for i in range(8))])
def test_any_one_character_changed_is_refused(number):
    for place, right in enumerate(number):
        for other in set("0123456789X") - {right}:
            assert resident_id.check(number[:place] + other + number[place + 1 :], TODAY).fault


@given(BIRTHS, st.integers(0, 999))
def test_OPER_6_folded_spellings_give_the_same_value(birth, serial):
    number = people.resident_id(birth, serial)
    for typed in (
        number.lower(),
        full_width(number),
        f"\u3000{number[:6]} {number[6:14]}\u200b{number[14:]}\n",
    ):
        verdict = resident_id.check(typed, TODAY)
        assert (verdict.value, verdict.fault) == (number, "")
        assert verdict.folded is (typed != number)


@pytest.mark.parametrize("number", ["810000199001010019", "911124198108030024"])
def test_FIELD_3_the_number_of_another_document_is_odd(number):
    verdict = resident_id.check(number, TODAY)
    assert (verdict.fault, verdict.oddity) == ("", "other-document")
