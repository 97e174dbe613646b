"""The mail-delegation letter in the variant that the delivery address asks for (HAND-7)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.app.papers.letter import letter_sheet
from cardprep.app.rulebooks import rulebook
from cardprep.case.model import Case, Collection, CollectionWay
from making import cases

ELSEWHERE = "江苏省苏州市吴江区样例路9号"
BY_MAIL = cases.complete(1, mail=True)


def to(address: str) -> Case:
    return replace(BY_MAIL, collection=replace(BY_MAIL.collection, address=address))


def test_the_letter_is_chinese():
    assert letter_sheet(BY_MAIL, rulebook()).heading.language == "zh-CN"


def test_it_names_the_firm_its_code_the_kind_and_the_office():
    sheet = letter_sheet(BY_MAIL, rulebook())
    text = "".join(sheet.paragraphs)
    assert BY_MAIL.unit.name in text
    assert BY_MAIL.unit.uscc in text
    assert "南京江北" in sheet.addressee
    assert sheet.unit == BY_MAIL.unit.name
    assert "{" not in text + sheet.addressee


def test_it_names_where_the_cards_go():
    values = [row.value for row in letter_sheet(BY_MAIL, rulebook()).recipient]
    assert values == [BY_MAIL.collection.recipient, BY_MAIL.collection.mobile, BY_MAIL.collection.address]


@pytest.mark.parametrize("address", [BY_MAIL.unit.registered_address, "江宁区秣周东路８号", ""])
def test_HAND_7_at_the_registered_address_the_company_seal_is_enough(address):
    sheet = letter_sheet(to(address), rulebook())
    assert sheet.legal_representative is None
    assert any("注册地址" in paragraph for paragraph in sheet.paragraphs)


def test_HAND_7_at_another_address_there_is_room_for_signature_and_personal_seal():
    sheet = letter_sheet(to(ELSEWHERE), rulebook())
    assert sheet.legal_representative == BY_MAIL.legal_representative.name
    assert any(BY_MAIL.unit.registered_address in paragraph for paragraph in sheet.paragraphs)
    assert sheet.recipient[2].value == ELSEWHERE


def test_what_is_not_filled_in_is_said():
    case = Case(collection=Collection(CollectionWay.MAIL, address=ELSEWHERE))
    sheet = letter_sheet(case, rulebook())
    assert "（未填写）" in sheet.paragraphs[0]
    assert sheet.legal_representative == ""


@pytest.mark.parametrize("draft", [True, False])
def test_it_bears_no_digest_and_no_firm_in_its_heading_but_the_mark_of_a_draft(draft):
    heading = letter_sheet(BY_MAIL, rulebook(), draft).heading
    assert (heading.digest, heading.firm, bool(heading.draft)) == ("", "", draft)


def test_braces_in_what_was_typed_stay_what_they_are():
    case = replace(BY_MAIL, unit=replace(BY_MAIL.unit, name="{uscc}公司"))
    assert "{uscc}公司" in letter_sheet(case, rulebook()).paragraphs[0]
