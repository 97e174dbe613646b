"""Copies and guide of a whole application: who writes what, sorted by person, and what is left out."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given

from cardprep.app.papers.copies import CopySource, copies
from cardprep.app.papers.guides import guide_pages
from cardprep.app.papers.sheet_code import SheetCode, application_digest, read_sheet_code, sheet_code
from cardprep.app.papers.signers import signers
from cardprep.app.sheets import COPIES, GUIDE, write_sheets
from cardprep.bundle.errors import ExportTarget
from cardprep.case import edits
from cardprep.case.model import Case, HandlerWho
from cardprep.case.preparation import Layout, PreparedPage, Recipe
from cardprep.case.slots import LEGAL_IDENTITY, QUALIFICATION, operator_identity
from cardprep.wording.catalog import Catalog
from making import any_case, cases, people, scans
from making.judging import book

CASE = cases.complete(2)
TODAY = dt.date(2026, 11, 24)
SENTENCES = tuple(book().wordings.values())


@pytest.fixture
def source(tmp_path, worker):
    for attachment in CASE.attachments:
        (tmp_path / attachment.file).write_bytes(scans.page(1011, 638))
    return CopySource(tmp_path, CASE, worker, Catalog("zh_CN"))


def text(pdf) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def test_MAT_5_MAT_8_both_are_written_and_only_the_guide_has_the_sentences(source, tmp_path):
    written = write_sheets(source, book(), tmp_path / "out", TODAY)
    assert len(pypdfium2.PdfDocument(written.copies)) == 4
    assert all(sentence not in text(written.copies) for sentence in SENTENCES)
    assert all(sentence in text(written.guide) for sentence in SENTENCES)
    assert (written.left_out, written.not_true_size) == ((), ())


@pytest.mark.parametrize("what", [COPIES, GUIDE])
def test_one_of_them_alone(source, tmp_path, what):
    written = write_sheets(source, book(), tmp_path / "out", TODAY, (what,))
    assert [kind for kind in (COPIES, GUIDE) if getattr(written, kind)] == [what]


def test_nothing_is_overwritten(source, tmp_path):
    paths = {write_sheets(source, book(), tmp_path / "out", TODAY, (GUIDE,)).guide for _ in range(2)}
    assert len(paths) == 2


def test_a_target_that_cannot_be_written(source, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ExportTarget):
        write_sheets(source, book(), tmp_path / "file", TODAY, (GUIDE,))


def test_a_person_in_two_places_has_one_page_with_both():
    legal = CASE.legal_representative
    told = {"name": legal.name, "id_type": legal.id_type, "id_number": f" {legal.id_number} "}
    case = cases.with_operator(CASE, 1, **told)
    found = signers(case)
    assert [len(signer.materials) for signer in found] == [3, 1]
    page = guide_pages(case, book(), Catalog("zh_CN"))[0]
    assert [paper.sentence for paper in page.papers] == list(SENTENCES)
    assert page.roles == "法定代表人（负责人）、操作员"


def test_an_unnamed_person_is_nobody_elses_double():
    case = replace(Case(), operators=(CASE.operators[0], *([type(CASE.operators[0])()] * 2)))
    assert len(signers(case)) == 4


def test_the_handler_from_outside_signs_too():
    case = cases.with_handler(CASE, HandlerWho.OTHER, people.person(9))
    assert [page.roles for page in guide_pages(case, book(), Catalog("en"))][-1] == "Handler"


def test_a_card_prepared_from_two_photos_is_copied_from_them(source):
    (source.folder / "front.jpg").write_bytes(scans.page(1200, 900))
    recipe = Recipe(
        (PreparedPage("front.jpg", crop=(0, 0, 1, 0.9)), PreparedPage("front.jpg")), Layout.ID_CARD
    )
    file = CASE.in_slot(LEGAL_IDENTITY)[0].file
    case = edits.prepare_attachment(CASE, LEGAL_IDENTITY, file, "card.pdf", recipe)
    made = copies(replace(source, case=case))
    (sheet,) = [s for s in made.sheets if "legal.identity" in s.qr]
    assert [picture.is_card for picture in sheet.pictures] == [True, True]


def test_a_photo_of_a_card_that_is_not_cut_is_told_of(source):
    file = CASE.in_slot(operator_identity(0))[0].file
    (source.folder / file).write_bytes(scans.page(900, 900))
    assert copies(source).not_true_size == ("operators[0].identity",)


def test_an_unreadable_file_is_left_out_and_told_of(source):
    file = CASE.in_slot(QUALIFICATION)[0].file
    (source.folder / file).write_bytes(scans.page()[:3000])
    made = copies(source)
    assert len(made.sheets) == 3
    assert [(entry.slot, entry.file) for entry in made.left_out] == [("unit.qualification", file)]


def test_without_material_there_is_a_guide_and_no_copies(source, tmp_path):
    empty = replace(source, case=replace(CASE, attachments=()))
    written = write_sheets(empty, book(), tmp_path / "out", TODAY)
    assert written.copies is None
    assert written.guide is not None


@given(any_case.cases())
def test_the_code_names_slot_and_application_and_no_person(case):
    code = sheet_code(case, LEGAL_IDENTITY)
    assert read_sheet_code(code) == SheetCode(LEGAL_IDENTITY, application_digest(case))
    assert len(code) < 80
    other = replace(case, legal_representative=CASE.legal_representative, operators=CASE.operators)
    assert sheet_code(other, LEGAL_IDENTITY) == code


@pytest.mark.parametrize(
    "text", ["", "cardprep:sheet:x:0", "cardprep:sha256:abc", f"{sheet_code(CASE, QUALIFICATION)}0"]
)
def test_other_codes_are_none_of_ours(text):
    assert read_sheet_code(text) is None


def test_the_command_writes_them(source, tmp_path, worker, run):
    cases.write(tmp_path / "case", CASE, lambda file: scans.page(1011, 638))
    ran = run("sheets", tmp_path / "case", "-o", tmp_path / "out", "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["left_out"], told["not_true_size"]) == (0, [], [])
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        told[key].rsplit("/", 1)[-1] for key in ("copies", "guide")
    )
