from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.evidence.archive_names import ArchiveFlaw, flaw, is_safe_name
from cardprep.evidence.limits import MIB, Limits
from cardprep.evidence.replies import Packed

LIMITS = Limits()


def file(name: str, size: int = 10, packed: int = 10, **marks: bool) -> Packed:
    marks = {"is_folder": False, "is_link": False, "is_encrypted": False} | marks
    return Packed(name, size, packed, **marks)


@pytest.mark.parametrize(
    "name", ["a.pdf", "材料/营业执照.jpg", "a/b/c.json", "买买提·艾力.pdf", "con-tract.pdf"]
)
def test_ordinary_names_are_safe(name):
    assert is_safe_name(name)


@pytest.mark.parametrize(
    "name",
    ["../a", "a/../../b", "/etc/passwd", "C:/a", "C:a", "a\\b", "..\\a", "a//b", "./a", "a/", "", "con",
     "a.", "a ", " a", "a\x00b", "a\nb", "a\u202egpj.exe", "a|b", "a:b", "x/" * 9 + "y", "长" * 140,
     "NUL.txt", "com1.pdf", "\ud800"],
)  # fmt: skip
def test_names_that_lead_outside_or_mean_something_else_are_not(name):
    assert not is_safe_name(name)


@given(st.text(max_size=30))
def test_a_safe_name_stays_below_its_folder(name):
    if is_safe_name(name):
        assert not name.startswith("/")
        assert ".." not in name.split("/")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([file("a"), file("A")], ArchiveFlaw.DUPLICATE_NAME),
        ([file("a"), file("a/b")], ArchiveFlaw.DUPLICATE_NAME),
        ([file("é"), file("e\u0301")], ArchiveFlaw.DUPLICATE_NAME),
        ([file("a", is_link=True)], ArchiveFlaw.LINK),
        ([file("a", is_encrypted=True)], ArchiveFlaw.ENCRYPTED),
        ([file("a", 300 * MIB, 300 * MIB)], ArchiveFlaw.TOO_LARGE),
        ([file(str(number), 200 * MIB, 200 * MIB) for number in range(6)], ArchiveFlaw.TOO_LARGE),
        ([file("a", 50 * MIB, 10)], ArchiveFlaw.RATIO),
        ([file("a/", 0, 0, is_folder=True), file("a/b"), file("c")], None),
        ([file("zeros", MIB, 10)], None),
    ],
)
def test_an_archive_is_judged_before_anything_is_written(entries, expected):
    assert flaw(entries, LIMITS) is expected
