from __future__ import annotations

import pytest

from cardprep.case.identifiers import passport

CHINESE = ["E12345678", "EA1234567", "G12345678", "141234567", "151234567", "S12345678", "SE1234567"]
CHINESE += ["D12345678", "DE1234567", "P12345678", "PE1234567", "ｅ12345678", "e 1234 5678"]


@pytest.mark.parametrize("number", CHINESE)
def test_MAT_11_a_chinese_form_is_chinese(number):
    assert passport.is_chinese(number)
    assert not passport.check(number).fault


@pytest.mark.parametrize(
    "number", ["K1234567", "E1234567", "AB1234567", "161234567", "SA1234567", "E123456789", ""]
)
def test_MAT_11_any_other_form_is_not_chinese(number):
    assert not passport.is_chinese(number)


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("12345", ""),
        ("A" * 17, ""),
        ("1234", "length"),
        ("A" * 18, "length"),
        ("AB-12345", "characters"),
        ("护照12345", "characters"),
        ("1.23E+08", "excel"),
        ("12E10345", ""),
        ("\u200b", "empty"),
    ],
)
def test_FIELD_2_foreign_numbers_are_five_to_seventeen_letters_and_digits(number, fault):
    assert passport.check(number).fault == fault


@pytest.mark.parametrize(("number", "oddity"), [("G12345678", "older-form"), ("E12345678", "")])
def test_FIELD_3_the_older_chinese_forms_are_odd(number, oddity):
    assert passport.check(number).oddity == oddity
