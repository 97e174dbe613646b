from __future__ import annotations

import datetime as dt

import pytest

from cardprep.case.identifiers import residence_permits
from making import people

TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize("region", ["810000", "820000", "830000"])
def test_FIELD_2_residents_of_hong_kong_macao_and_taiwan_pass(region):
    number = people.personal_number(region, dt.date(1990, 1, 1), 1)
    verdict = residence_permits.check_hk_macao_taiwan(number, TODAY)
    assert (verdict.fault, verdict.birth, verdict.sex) == ("", dt.date(1990, 1, 1), "M")


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("810000199001010019", ""),
        ("810000199001010018", "check-digit"),
        ("11010519491231002X", "prefix"),
        ("81000019900101001", "length"),
        ("8.10000199001010E+17", "excel"),
    ],
)
def test_FIELD_2_hk_macao_taiwan_residence(number, fault):
    assert residence_permits.check_hk_macao_taiwan(number, TODAY).fault == fault


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("911124198108030024", ""),
        ("911124198108030025", "check-digit"),
        ("11010519491231002X", "prefix"),
        ("KAZ110090123105", ""),
        ("ｋａｚ 110090123105", ""),
        ("KAZ110090123106", "check-digit"),
        ("KAZ11009012310", "length"),
        ("KA1100901231059", "characters"),
    ],
)
def test_FIELD_2_foreign_permanent_residence(number, fault):
    assert residence_permits.check_foreign_permanent(number, TODAY).fault == fault


def test_FIELD_3_the_older_fifteen_characters_are_odd_and_tell_the_birth():
    verdict = residence_permits.check_foreign_permanent("KAZ110090123105", TODAY)
    assert (verdict.oddity, verdict.birth) == ("older-form", dt.date(1990, 12, 31))


def test_any_one_digit_of_the_older_number_changed_is_refused():
    number = "KAZ110090123105"
    for place in range(3, 15):
        for other in set("0123456789") - {number[place]}:
            changed = number[:place] + other + number[place + 1 :]
            assert residence_permits.check_foreign_permanent(changed, TODAY).fault == "check-digit"
