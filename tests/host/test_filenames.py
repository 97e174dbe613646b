"""File names that are legal on Windows, Linux and macOS, and unique among others."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.evidence.archive_names import is_safe_name
from cardprep.host.filenames import legal_name, unique_name
from making.any_case import CHARACTERS

DEVICES = [
    "con",
    "PRN",
    "aux.txt",
    "Nul.tar.gz",
    "COM1",
    "com¹.pdf",
    "LPT9.x",
    "CONIN$",
    "conout$.jpg",
    "nul .txt",
]
NAMES = st.one_of(
    st.text(CHARACTERS, max_size=40),
    st.text('a.纸 /\\:*?"<>|\x00\x7f\u200b\ue000', min_size=1, max_size=60),
    st.sampled_from(DEVICES),
    st.builds(
        lambda device, filler: device + filler,
        st.sampled_from(["con", "nul."]),
        st.text(" .a纸", max_size=200),
    ),
)


@pytest.mark.parametrize(
    "name",
    [
        "营业执照（正本）.jpg",
        "a b.pdf",
        "é.png",
        "𠮷田.jpeg",
        "a'b&c,d;e=f@g#h%.pdf",
        "console.txt",
        "com.txt",
    ],
)
def test_a_legal_name_stays_as_it_is(name):
    assert legal_name(name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('a<b>c:d"e/f\\g|h?i*j.jpg', "a_b_c_d_e_f_g_h_i_j.jpg"),
        ("a\x00b\x1fc\x7f.jpg", "a_b_c_.jpg"),
        (" a. ", "a"),
        ("...", "file"),
        ("", "file"),
        ("\u202egpj.exe", "gpj.exe"),
        ("\ue000\ud800\u200b", "file"),
        ("../../etc/passwd", "_.._etc_passwd"),
    ],
)
def test_what_no_system_or_not_every_one_takes_is_replaced(text, name):
    assert legal_name(text) == name


@pytest.mark.parametrize("name", DEVICES)
def test_the_names_of_windows_devices_are_marked(name):
    assert legal_name(name) == f"_{name}"


@pytest.mark.parametrize("text", ["字" * 200 + ".jpg", "a" * 200, "con." + "a" * 200, "x." + "y" * 50])
def test_a_long_name_is_cut_to_120_bytes_and_keeps_its_ending(text):
    name = legal_name(text)
    assert len(name.encode()) <= 120
    assert name.endswith(".jpg") == text.endswith(".jpg")


def test_the_fallback_is_the_callers():
    assert legal_name(" ", fallback="附件") == "附件"


@given(NAMES)
def test_any_text_gives_a_name_that_every_system_writes_as_it_stands(text):
    name = legal_name(text)
    assert is_safe_name(name)
    assert "/" not in name
    assert len(name.encode()) <= 120


@given(NAMES)
def test_a_legal_name_made_legal_again_is_the_same(text):
    assert legal_name(legal_name(text)) == legal_name(text)


@pytest.mark.parametrize(
    ("taken", "name"),
    [
        ([], "a.jpg"),
        (["b.jpg"], "a.jpg"),
        (["a.jpg"], "a (2).jpg"),
        (["A.JPG", "a (2).jpg"], "a (3).jpg"),
    ],
)
def test_a_name_that_is_taken_gets_a_number_before_its_ending(taken, name):
    assert unique_name("a.jpg", taken) == name


def test_upper_and_lower_case_are_one_name():
    assert unique_name("A.JPG", ["a.jpg"]) == "A (2).JPG"
    assert unique_name("straße", ["STRASSE"]) == "straße (2)"


def test_both_ways_to_compose_a_letter_are_one_name():
    composed = unicodedata.normalize("NFC", "é.jpg")
    assert unique_name(composed, [unicodedata.normalize("NFD", composed)]) == "é (2).jpg"


@given(st.sampled_from(["a.jpg", "a", "纸.tar.gz", ".a"]), st.integers(0, 6))
def test_as_many_names_as_are_asked_for_are_different(name, count):
    taken = []
    for _ in range(count):
        taken.append(unique_name(name, taken))
    assert len({other.casefold() for other in taken}) == count
    assert all(is_safe_name(other) for other in taken)
