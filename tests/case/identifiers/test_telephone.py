from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case.identifiers import telephone

NUMBERS = st.text(alphabet="0123456789+-() x转８６\u3000\u200b", max_size=20)


SPELLINGS = """13800138000|138 0013 8000|138-0013-8000|+86 13800138000|+86-138-0013-8000|8613800138000|
008613800138000|（+86）13800138000|１３８００１３８０００|\u200b13800138000\u3000"""


@pytest.mark.parametrize("typed", SPELLINGS.split("|"))
def test_FIELD_2_a_mobile_in_any_spelling_is_folded(typed):
    assert telephone.check_mobile(typed).value == "13800138000"
    assert telephone.check(typed).value == "13800138000"
    assert telephone.is_mobile(typed)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("1380013800", "length"),
        ("138001380001", "length"),
        ("+861380013800", "length"),
        ("23800138000", "not-mobile"),
        ("025-58812345", "not-mobile"),
        ("1380013800a", "characters"),
        ("1.3800138E+10", "excel"),
        ("13800138000.0", "excel"),
        ("+852 51234567", "country-code"),
        (" ", "empty"),
    ],
)
def test_FIELD_2_what_is_no_mobile_says_why(typed, fault):
    assert telephone.check_mobile(typed).fault == fault


@pytest.mark.parametrize(
    ("typed", "oddity"), [("13800138000", ""), ("19912345678", ""), ("12012345678", "unknown-prefix")]
)
def test_FIELD_3_only_an_unknown_prefix_is_odd(typed, oddity):
    verdict = telephone.check_mobile(typed)
    assert (verdict.fault, verdict.oddity) == ("", oddity)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("025-58812345-801", "025-58812345-801"),
        ("025-50000000", "025-50000000"),
        ("02558812345", "025-58812345"),
        ("（025）5881 2345 转 801", "025-58812345-801"),
        ("025 58812345 ext. 801", "025-58812345-801"),
        ("0513-5881234", "0513-5881234"),
        ("010-58812345", "010-58812345"),
        ("+86-25-58812345", "025-58812345"),
        ("+86 10 58812345", "010-58812345"),
        ("0086 025 58812345", "025-58812345"),
    ],
)
def test_LEGAL_1_a_landline_in_any_spelling_is_folded(typed, value):
    verdict = telephone.check(typed)
    assert (verdict.value, verdict.fault) == (value, "")
    assert not telephone.is_mobile(typed)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("58812345", "area-code"),
        ("0138-00138000", "area-code"),
        ("025-588123", "length"),
        ("025-588123456", "length"),
        ("025-58812345转", "extension"),
        ("025-58812345-801转2", "extension"),
        ("025-58812345-1234567", "extension"),
        ("025-5881234a", "characters"),
        ("00852-51234567", "country-code"),
        ("1380013800", "length"),
        ("", "empty"),
    ],
)
def test_LEGAL_1_what_is_no_telephone_number_says_why(typed, fault):
    assert telephone.check(typed).fault == fault


@given(NUMBERS)
def test_folding_twice_changes_nothing(text):
    for check in (telephone.check, telephone.check_mobile):
        once = check(text)
        twice = check(once.value)
        assert (twice.value, twice.folded) == (once.value, False)
        assert once.fault or not twice.fault
