"""The letter in both variants; nothing on it stands for a seal or a hand (UNIT-3, HAND-7)."""

from __future__ import annotations

import io

import pypdf
import pytest
from paper_samples import letter_sheet, text_of

from cardprep.paper import delegation_letter


def test_UNIT_3_letter_has_room_for_the_company_seal_and_the_date():
    text = text_of(delegation_letter.draw(letter_sheet()))
    assert "委托单位（加盖公章）南京示例进出口有限公司" in text
    assert "日期：年月日" in text
    assert "法人章" not in text


def test_HAND_7_other_address_adds_room_for_signature_and_personal_seal():
    text = text_of(delegation_letter.draw(letter_sheet(legal="李样本")))
    assert "法定代表人（负责人）签名李样本" in text
    assert "法人章请在此处加盖" in text


@pytest.mark.parametrize("legal", [None, "李样本"])
def test_letter_fits_on_one_page_and_puts_an_official_form_first(legal):
    paper = delegation_letter.draw(letter_sheet(legal=legal))
    assert paper.pages == 1
    assert "以官方格式为准" in text_of(paper)


def test_recipient_is_named_with_rare_characters():
    text = text_of(delegation_letter.draw(letter_sheet()))
    assert "企业收件人𠮷田样" in text
    assert "13800138000" in text


def test_letter_holds_no_picture_that_could_be_a_seal_or_a_hand():
    reader = pypdf.PdfReader(io.BytesIO(delegation_letter.draw(letter_sheet(legal="李样本")).pdf))
    assert not [image for page in reader.pages for image in page.images]


def test_English_letter_reads_in_English():
    assert "Wheretheissuingofficehasanofficialform" in text_of(delegation_letter.draw(letter_sheet("en")))
