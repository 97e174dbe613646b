from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case.identifiers import uscc
from making import people


@pytest.mark.parametrize("code", ["91110000600037341L", "91440300708461136T"])
def test_FIELD_2_real_codes_pass(code):
    assert not uscc.check(code).fault


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("911100001000013428", "check-digit"),
        ("91110000600037341", "length"),
        ("911100006O0037341L", "lookalike"),
        ("91110000-600037341L", "characters"),
        ("110000012345678", "registration-number"),
        ("9.111E+17", "excel"),
        ("", "empty"),
    ],
)
def test_FIELD_2_a_wrong_code_says_what_is_wrong(code, fault):
    assert uscc.check(code).fault == fault


def test_FIELD_2_the_inner_organisation_code_is_checked_too():
    right = people.uscc(7)
    for other in set("0123456789X") - {right[16]}:
        body = right[:16] + other
        assert uscc.check(body + people.uscc_check(body)).fault == "inner-code"


def test_FIELD_2_letters_in_the_region_are_refused():
    body = people.uscc(7)[:2] + "3A0115" + people.uscc(7)[8:17]
    assert uscc.check(body + people.uscc_check(body)).fault == "characters"


@given(st.integers(0, 31**6 - 1))
def test_any_code_with_valid_check_characters_passes_in_any_spelling(seed):
    code = people.uscc(seed)
    wide = "".join(chr(ord(char) + 0xFEE0) for char in code)
    for typed in (code, code.lower(), wide, f" {code[:8]} {code[8:]}"):
        verdict = uscc.check(typed)
        assert (verdict.value, verdict.fault) == (code, "")


@pytest.mark.parametrize("code", ["91110000600037341L", people.uscc(1), people.uscc(123_456)])
def test_any_one_character_changed_is_refused(code):
    for place, right in enumerate(code):
        for other in set(people.USCC_ALPHABET) - {right}:
            assert uscc.check(code[:place] + other + code[place + 1 :]).fault
