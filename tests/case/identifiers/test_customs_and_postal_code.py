from __future__ import annotations

import pytest

from cardprep.case.identifiers import customs_code, postal_code
from making import people


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("3201960A1B", ""),
        ("３２０１９６０ａ１ｂ", ""),
        (people.customs_code(5), ""),
        ("320196", "length"),
        ("32", "length"),
        ("3A01960A1B", "characters"),
        ("3201960A1-", "characters"),
        ("3.20196E+09", "excel"),
        ("", "empty"),
    ],
)
def test_FIELD_2_a_customs_code_is_ten_characters_of_which_four_digits(code, fault):
    assert customs_code.check(code).fault == fault


def test_FIELD_3_a_customs_code_of_no_province_is_odd():
    assert customs_code.check("9901960A1B").oddity == "unknown-region"
    assert customs_code.check("3201960A1B").oddity == ""


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("210000", ""),
        ("２１００ ００", ""),
        ("21000", "length"),
        ("21000A", "characters"),
        ("210000.0", "excel"),
    ],
)
def test_FIELD_2_a_postal_code_is_six_digits(code, fault):
    assert postal_code.check(code).fault == fault
