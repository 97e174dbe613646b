"""Every file of a case, originals included; and what preparing a paper does to the case."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from cardprep.case import edits
from cardprep.case.codec import dump_case, load_case
from cardprep.case.errors import FileTwice
from cardprep.case.files import case_files, placed_files, renamed
from cardprep.case.model import Acknowledgement, SealAnswer
from cardprep.case.preparation import PreparedPage, Recipe, recipe_of, split
from cardprep.case.slots import QUALIFICATION
from making import any_case, cases

FILE = "unit.qualification.jpg"
NOTE = Acknowledgement("FILE-3", "unit.qualification", "可辨认", FILE)
CASE = edits.acknowledge(cases.complete(2), NOTE)
RECIPE = Recipe((PreparedPage(FILE, turn=90), PreparedPage("back.jpg", brighten=True)))


def prepared(recipe=RECIPE):
    return edits.prepare_attachment(CASE, QUALIFICATION, FILE, "made.pdf", recipe)


def test_the_originals_are_files_of_the_case():
    assert {"made.pdf", FILE, "back.jpg"} <= set(case_files(prepared()))
    places = dict((file, place) for place, file in placed_files(prepared()))
    assert places["back.jpg"] == "attachments[0].prepared.pages[1].file"


@given(any_case.cases())
def test_new_names_reach_every_file_and_nothing_else(case):
    names = {name: f"new/{name}" for name in case_files(case)}
    moved = renamed(case, names)
    assert case_files(moved) == tuple(names.values())
    assert replace(moved, attachments=(), acknowledged=()) == replace(case, attachments=(), acknowledged=())


def test_a_prepared_paper_keeps_what_was_attested_and_acknowledged_of_it():
    made = prepared().in_slot(QUALIFICATION)[0]
    assert (made.file, made.turn, made.prepared) == ("made.pdf", 0, RECIPE)
    assert made.attested == CASE.in_slot(QUALIFICATION)[0].attested
    assert prepared().acknowledged == (replace(NOTE, file="made.pdf"),)
    assert not prepared().declaration


def test_the_originals_come_back_as_they_were():
    back = edits.restore_originals(prepared(), QUALIFICATION, "made.pdf")
    first, second = back.in_slot(QUALIFICATION)
    assert (first.file, first.turn, first.prepared) == (FILE, 90, None)
    assert second.file == "back.jpg"
    assert back.acknowledged == CASE.acknowledged
    assert edits.restore_originals(CASE, QUALIFICATION, FILE) == CASE


def test_one_original_comes_back_in_its_place():
    before = edits.turn_file(CASE, QUALIFICATION, FILE)
    made = edits.prepare_attachment(before, QUALIFICATION, FILE, "made.jpg", recipe_of(FILE, 1, 90))
    assert edits.restore_originals(made, QUALIFICATION, "made.jpg") == before


def test_each_part_of_a_split_file_has_the_attestation_of_the_whole():
    parts = [(f"{n}.pdf", part) for n, part in enumerate(split(recipe_of(FILE, 3), [1]))]
    found = edits.split_attachment(CASE, QUALIFICATION, FILE, parts).in_slot(QUALIFICATION)
    assert [(a.file, len(a.prepared.pages)) for a in found] == [("0.pdf", 1), ("1.pdf", 2)]
    assert {a.attested.seal for a in found} == {SealAnswer.YES}


def test_merged_files_keep_only_what_was_attested_alike():
    two = edits.attach(CASE, QUALIFICATION, "second.jpg")
    merged = edits.merge_attachments(two, QUALIFICATION, (FILE, "second.jpg"), "all.pdf", RECIPE)
    (found,) = merged.in_slot(QUALIFICATION)
    assert (found.file, found.attested.seal) == ("all.pdf", None)
    both = edits.attest(two, QUALIFICATION, "second.jpg", CASE.in_slot(QUALIFICATION)[0].attested)
    merged = edits.merge_attachments(both, QUALIFICATION, (FILE, "second.jpg"), "all.pdf", RECIPE)
    assert merged.in_slot(QUALIFICATION)[0].attested.seal is SealAnswer.YES


def test_a_name_that_is_taken_changes_nothing():
    two = edits.attach(CASE, QUALIFICATION, "made.pdf")
    assert edits.prepare_attachment(two, QUALIFICATION, FILE, "made.pdf", RECIPE) == two


def test_another_file_in_its_place_is_no_prepared_one():
    other = edits.replace_file(prepared(), QUALIFICATION, "made.pdf", "other.jpg")
    assert other.in_slot(QUALIFICATION)[0].prepared is None


def test_a_file_is_not_its_own_original():
    told = dump_case(prepared())
    told["attachments"][0]["file"] = FILE
    with pytest.raises(FileTwice):
        load_case(told)
