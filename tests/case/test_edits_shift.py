from __future__ import annotations

import pytest

from cardprep.case import edits
from cardprep.case.model import Case
from cardprep.case.slots import LEGAL_IDENTITY, QUALIFICATION


@pytest.fixture
def case():
    made = Case()
    for slot, file in (
        (QUALIFICATION, "a"),
        (LEGAL_IDENTITY, "x"),
        (QUALIFICATION, "b"),
        (QUALIFICATION, "c"),
    ):
        made = edits.attach(made, slot, file)
    return edits.declare(made, True)


def names(case):
    return [attachment.file for attachment in case.in_slot(QUALIFICATION)]


@pytest.mark.parametrize(
    ("file", "by", "after"),
    [("a", 1, "bac"), ("c", -1, "acb"), ("a", 9, "bca"), ("a", -1, "abc"), ("gone", 1, "abc")],
)
def test_a_file_moves_among_the_files_of_its_slot(case, file, by, after):
    moved = edits.shift_file(case, QUALIFICATION, file, by)
    assert "".join(names(moved)) == after
    assert moved.in_slot(LEGAL_IDENTITY) == case.in_slot(LEGAL_IDENTITY)


def test_moving_unticks_the_declaration_and_standing_still_does_not(case):
    assert not edits.shift_file(case, QUALIFICATION, "a", 1).declaration
    assert edits.shift_file(case, QUALIFICATION, "a", -1).declaration
