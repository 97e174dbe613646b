from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case.identifiers import person_name


@pytest.mark.parametrize(
    "name",
    [
        "买买提·艾力",
        "𠮷",
        "䶮",
        "\uf900",
        "李〇",
        "\U00031350明",
        "O'Brien-Smith Jr.",
        "José",
        "Jose\u0301",
        "Ngô Đình",
    ],
)
def test_a_name_is_kept_exactly_as_typed(name):
    verdict = person_name.check(name)
    assert (verdict.value, verdict.fault, verdict.oddity, verdict.folded) == (name, "", "", False)


@pytest.mark.parametrize("dot", "•・‧.．･∙⋅")
def test_another_dot_between_characters_becomes_the_middle_dot_and_is_said(dot):
    verdict = person_name.check(f"买买提{dot}艾力{dot}江")
    assert (verdict.value, verdict.fault, verdict.folded) == ("买买提·艾力·江", "", True)


def test_a_full_stop_in_a_foreign_name_stays():
    assert person_name.check("J. R. Smith").value == "J. R. Smith"


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("王\ue000", "private-use"),
        ("王\U000f0000明", "private-use"),
        ("王\u200b明", "invisible"),
        ("王\n明", "invisible"),
        ("王\u3164", "invisible"),
        ("王明1", "characters"),
        ("王\ud800", "characters"),
        ("⿰王明", "characters"),
        ("-.-", "characters"),
        ("王" * 51, "length"),
        ("\u3000", "empty"),
    ],
)
def test_FIELD_2_what_is_no_name_says_why(name, fault):
    assert person_name.check(name).fault == fault


def test_FIELD_2_fifty_code_points_outside_the_first_plane_pass():
    assert not person_name.check("𠮷" * 50).fault


@pytest.mark.parametrize("name", ["张 三", " 张三", "John  Smith", "买买提 · 艾力"])
def test_FIELD_3_a_surplus_space_is_odd_and_kept(name):
    verdict = person_name.check(name)
    assert (verdict.value, verdict.fault, verdict.oddity) == (name, "", "surplus-space")


def test_FIELD_3_full_width_letters_are_odd_and_kept():
    verdict = person_name.check("Ｊｏｈｎ")
    assert (verdict.value, verdict.oddity) == ("Ｊｏｈｎ", "full-width")


@given(st.text(alphabet="王明Aa .·•・‧\u3000") | st.text())
def test_folding_twice_changes_nothing(text):
    once = person_name.check(text)
    assert person_name.check(once.value).value == once.value
    assert len(once.value) == len(text)
