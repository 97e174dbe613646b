"""A firm's name and its address: kept exactly as typed; only what no form can take is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case.identifiers import firm_name
from making import people

CHECKS = [(firm_name.check, 100), (firm_name.check_address, 200)]


@pytest.mark.parametrize(
    "text",
    [
        people.firm(0).name,
        people.firm(1).registered_address,
        "示例（中国）有限公司　南京分公司",
        "A&B Trading Co., Ltd.",
        "𠮷田商事株式会社",
        "8号-1",
    ],
)
@pytest.mark.parametrize(("check", "most"), CHECKS)
def test_FIELD_2_what_a_form_takes_passes_and_is_kept_as_typed(check, most, text):
    verdict = check(text)
    assert (verdict.value, verdict.fault, verdict.folded) == (text, "", False)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "empty"),
        ("\u3000 ", "empty"),
        ("示例\ue000公司", "private-use"),
        ("示例\u200b公司", "invisible"),
        ("示例\n公司", "invisible"),
        ("示例\u202e公司", "invisible"),
        ("示例\ud800公司", "invisible"),
    ],
)
@pytest.mark.parametrize(("check", "most"), CHECKS)
def test_FIELD_2_what_no_form_takes_is_refused(check, most, text, fault):
    assert check(text).fault == fault


@pytest.mark.parametrize(("check", "most"), CHECKS)
def test_FIELD_2_a_name_and_an_address_have_a_longest_length(check, most):
    assert not check("字" * most).fault
    assert check("字" * (most + 1)).fault == "length"


@given(st.text())
def test_FIELD_2_no_text_raises_and_none_is_changed(text):
    assert firm_name.check(text).value == firm_name.check_address(text).value == text
