"""Copies to write on: true size, an empty part, and never the sentence; a code that names no person."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from paper_samples import heading, text_of, texts

from cardprep.paper import copy_sheet
from cardprep.paper.handwriting import CopySheet, SheetPicture, copy_labels
from making import scans

MM = 72 / 25.4
LABELS = {language: copy_labels(texts(language)) for language in ("zh_CN", "en")}


def picture(width=1011, height=638, is_card=True):
    return SheetPicture(width, height, is_card, scans.page(width, height))


def drawn(*sheets, language="zh_CN"):
    return copy_sheet.draw(heading("copies", language, firm=""), LABELS[language], sheets)


def card(caption="法定代表人身份证明材料"):
    return CopySheet(caption, (picture(), picture()), "cardprep:sheet:legal.identity:0123456789abcdef")


def placed(paper, number=0):
    """The pictures on a page: left, bottom, right, top in millimetres."""
    page = pypdfium2.PdfDocument(paper.pdf)[number]
    images = page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3)
    return [tuple(side / MM for side in item.get_bounds()) for item in images]


def test_a_card_is_printed_at_true_size():
    for left, bottom, right, top in placed(drawn(card())):
        assert (right - left, top - bottom) == pytest.approx((85.6, 54), abs=0.05)


@pytest.mark.parametrize("size", [(1754, 1240), (1240, 1754), (2000, 300)])
def test_a_page_leaves_room_to_write(size):
    paper = drawn(CopySheet("x", (picture(*size, is_card=False),), "code"))
    ((left, bottom, right, top),) = placed(paper)
    assert (right - left) / (top - bottom) == pytest.approx(size[0] / size[1], rel=0.01)
    assert bottom > 95
    assert 15 < left < right < 195


def test_the_blank_part_is_empty_but_for_its_edges():
    page = pypdfium2.PdfDocument(drawn(card()).pdf)[0]
    shown = page.render(scale=2).to_pil().convert("L")
    width, height = shown.size
    middle = shown.crop((int(width * 0.27), int(height * 0.6), int(width * 0.8), int(height * 0.9)))
    assert middle.getextrema()[0] > 250


def test_each_sheet_is_a_page_and_pictures_keep_their_coded_data():
    paper = drawn(card(), card("操作员 1（张三）的身份证明材料"))
    assert paper.pages == 2
    with pikepdf.open(io.BytesIO(paper.pdf)) as document:
        streams = [item for item in document.objects if isinstance(item, pikepdf.Stream)]
        assert [s.read_raw_bytes() for s in streams if "/Height" in s] == [picture().jpeg]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_MAT_5_MAT_8_the_sentence_is_not_on_the_sheet(language):
    text = text_of(drawn(card(), language=language))
    assert "同意" not in text
    assert "制发卡业务" not in text


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_edges_say_what_goes_where(language):
    text = text_of(drawn(card(), language=language))
    for label in (
        LABELS[language].write,
        LABELS[language].sign,
        LABELS[language].date,
        LABELS[language].seal,
    ):
        assert "".join(label.split()) in text
