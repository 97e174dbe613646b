"""What the checklist says: each material and element, the findings, the cards, the digest."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cardprep.app.papers.checklist import checklist_sheet
from cardprep.case.model import (
    Acknowledgement,
    Answer,
    Attachment,
    Attested,
    Handler,
    HandlerWho,
    Kind,
    SealAnswer,
    WordingAnswer,
)
from cardprep.case.slots import HANDLER_IDENTITY, LEGAL_IDENTITY, LETTER, QUALIFICATION, operator_identity
from cardprep.paper.sheets import Sign
from making import cases
from making.sources import source

LANGUAGES = ("zh_CN", "en")


def labels(material):
    return [(tick.label, tick.seen) for tick in material.elements]


def by_slot(sheet):
    return {material.paper: material for material in sheet.materials}


@pytest.mark.parametrize("language", LANGUAGES)
def test_MAT_1_every_material_is_listed_once_in_the_order_of_the_screens(language):
    case = cases.complete(3, mail=True)
    made = source(case, language)
    papers = [material.paper for material in checklist_sheet(made).materials]
    slots = [QUALIFICATION, LETTER, LEGAL_IDENTITY, *(operator_identity(i) for i in range(3))]
    assert papers == [made.catalog.place(str(slot), case) for slot in slots]


def test_MAT_1_a_material_without_a_file_is_listed_all_the_same():
    case = replace(cases.complete(1), attachments=())
    sheet = checklist_sheet(source(case))
    assert [material.files for material in sheet.materials] == [(), (), ()]
    assert {tick.seen for material in sheet.materials for tick in material.elements} == {None}


def test_HAND_2_a_handler_of_his_own_has_his_own_material():
    handler = Handler(HandlerWho.OTHER, name="卫海波")
    case = replace(cases.complete(1), handler=handler)
    assert checklist_sheet(source(case)).materials[-1].owner == "卫海波"
    case = replace(case, attachments=(*case.attachments, Attachment(HANDLER_IDENTITY, "h.jpg")))
    assert checklist_sheet(source(replace(case, handler=Handler()))).materials[-1].owner != "卫海波"


def test_files_are_called_as_in_the_bundle():
    sheet = checklist_sheet(source(cases.complete(1)))
    assert sheet.materials[0].files == ("单位-市场主体资格证明材料.jpg",)


@pytest.mark.parametrize(
    ("language", "elements"),
    [("zh_CN", ["章", "文字", "签", "日期"]), ("en", ["Seal", "Wording", "signature", "Date"])],
)
def test_MAT_2_to_MAT_10_the_elements_of_an_identity_material(language, elements):
    (_, material, *_) = checklist_sheet(source(cases.complete(1), language)).materials
    assert all(tick.seen for tick in material.elements)
    assert all(word in tick.label for word, tick in zip(elements, material.elements, strict=True))


def test_MAT_6_the_firms_material_is_signed_by_the_legal_representative():
    sheet = checklist_sheet(source(cases.complete(1), "en"))
    assert [tick.label for tick in sheet.materials[0].elements][2] == "Signature of the legal rep."
    assert [tick.label for tick in sheet.materials[1].elements][2] == "Own signature"


ANSWERS = [
    ({"seal": SealAnswer.NO}, 0, False, ""),
    ({"seal": SealAnswer.SPECIAL}, 0, False, "not the company seal"),
    ({"seal": SealAnswer.COPY}, 0, False, "not fresh ink"),
    ({"seal": None}, 0, None, ""),
    ({"wording": WordingAnswer.NO}, 1, False, ""),
    ({"wording": WordingAnswer.FOREIGN}, 1, True, "foreign-language declaration"),
    ({"wording": None}, 1, None, ""),
    ({"signature": Answer.NO}, 2, False, ""),
    ({"signature": None}, 2, None, ""),
    ({"date": None}, 3, None, ""),
    ({}, 3, True, "2026-11-20"),
]


@pytest.mark.parametrize(("answers", "place", "seen", "detail"), ANSWERS)
def test_an_element_is_as_the_clerk_attests_it(answers, place, seen, detail):
    case = cases.with_attested(cases.complete(1), LEGAL_IDENTITY, **answers)
    tick = checklist_sheet(source(case, "en")).materials[1].elements[place]
    assert (tick.seen, tick.detail) == (seen, detail)


def test_an_element_holds_when_any_file_of_the_slot_attests_it():
    case = cases.with_attested(cases.complete(1), LEGAL_IDENTITY, signature=None, date=None)
    back = Attachment(
        LEGAL_IDENTITY, "b.jpg", attested=Attested(signature=Answer.YES, date=dt.date(2026, 11, 19))
    )
    sheet = checklist_sheet(source(replace(case, attachments=(*case.attachments, back)), "en"))
    assert [tick.seen for tick in sheet.materials[1].elements] == [True] * 4
    assert len(sheet.materials[1].files) == 2


def test_MAT_3_a_special_seal_on_any_file_is_told():
    case = cases.complete(1)
    back = Attachment(LEGAL_IDENTITY, "b.jpg", attested=Attested(seal=SealAnswer.SPECIAL))
    sheet = checklist_sheet(source(replace(case, attachments=(*case.attachments, back)), "en"))
    assert sheet.materials[1].elements[0].seen is False


def test_MAT_11_a_translation_is_a_material_with_a_seal_alone():
    case = cases.complete(1)
    translation = Attachment(LEGAL_IDENTITY.translation, "t.pdf", attested=cases.SEALED)
    sheet = checklist_sheet(source(replace(case, attachments=(*case.attachments, translation)), "en"))
    assert labels(sheet.materials[2]) == [("Translator’s or firm’s seal", True)]


@pytest.mark.parametrize(("address", "count"), [(None, 1), ("江苏省苏州市样例路9号", 3)])
def test_HAND_7_the_letter_needs_more_for_another_address(address, count):
    case = cases.complete(1, mail=True)
    if address:
        case = replace(case, collection=replace(case.collection, address=address))
    letter = checklist_sheet(source(case, "en")).materials[1]
    assert len(letter.elements) == count
    assert letter.elements[0].label == "Seal in fresh ink"


@pytest.mark.parametrize(
    ("language", "ready", "open_"), [("en", "ready to be filed", "1 blocking"), ("zh_CN", "", "1")]
)
def test_the_status_says_whether_it_may_be_filed(language, ready, open_):
    sign, text = checklist_sheet(source(cases.complete(1), language)).status
    assert sign is Sign.DONE
    assert ready in text
    sign, text = checklist_sheet(source(replace(cases.complete(1), declaration=False), language)).status
    assert sign is Sign.BLOCK
    assert open_ in text


def test_open_findings_stand_with_place_message_and_remedy():
    (row,) = checklist_sheet(source(replace(cases.complete(1), remark=""), "en")).open_findings
    assert (row.rule, row.sign, row.severity, row.place) == ("HAND-4", Sign.BLOCK, "Blocks", "Remark")
    assert row.message
    assert row.remedy


def old_date(**entry: str):
    case = cases.with_attested(cases.complete(1), LEGAL_IDENTITY, date=dt.date(2026, 1, 5))
    told = Acknowledgement(**{"rule": "DATE-2", "where": "legal.identity", "reason": "同一份材料", **entry})
    return replace(case, acknowledged=(told,))


def test_VIEW_4_what_was_acknowledged_stands_with_reason_who_and_when():
    sheet = checklist_sheet(source(old_date(by="王芳", at="2026-11-23"), "zh_CN"))
    (row,) = sheet.acknowledged_findings
    assert (row.rule, row.sign, row.reason, row.remedy) == ("DATE-2", Sign.DONE, "同一份材料", "")
    assert "王芳" in row.by
    assert "2026-11-23" in row.by
    assert sheet.open_findings == ()


def test_VIEW_4_the_reason_is_that_of_the_acknowledgement_that_counts():
    case = old_date()
    other = Acknowledgement("DATE-2", "legal.identity", "别的原因", file="another.jpg")
    blank = Acknowledgement("DATE-2", "legal.identity", " ")
    sheet = checklist_sheet(source(replace(case, acknowledged=(*case.acknowledged, other, blank))))
    assert [row.reason for row in sheet.acknowledged_findings] == ["同一份材料"]


def test_infos_are_no_findings_on_the_paper():
    sheet = checklist_sheet(source(cases.complete(1)))
    assert (sheet.open_findings, sheet.acknowledged_findings) == ((), ())


def test_APP_3_and_APP_4_cards_and_how_to_buy_them():
    sheet = checklist_sheet(source(replace(cases.complete(3), kind=Kind.NEW_ENTRANT), "en"))
    assert [row.value for row in sheet.cards][:3] == ["1", "1", "2"]
    assert sheet.cards[3].label == "Note on buying"
    assert cases.complete().unit.name in sheet.cards[3].value


@pytest.mark.parametrize("mail", [False, True])
def test_HAND_5_HAND_6_how_the_cards_are_collected(mail):
    case = cases.complete(1, mail=mail)
    values = [row.value for row in checklist_sheet(source(case, "en")).collection]
    wanted = (
        [case.collection.recipient, case.collection.mobile, case.collection.address] if mail else ["Wujiang"]
    )
    assert all(value in values for value in wanted)
    assert values[-1] == case.remark


def test_the_application_is_told_in_the_papers_language():
    facts = {row.label: row.value for row in checklist_sheet(source(cases.complete(2), "en")).facts}
    case = cases.complete(2)
    assert facts["Applicant firm"] == case.unit.name
    assert facts["Issuing office"] == "Nanjing Jiangbei"
    assert facts["Handler"] == case.operators[0].name
    assert (facts["Operators"], facts["Date of check"]) == ("2", "2026-11-23")
    assert facts["Applicant’s declaration"] == "ticked"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_digest_stands_whole_and_in_the_code(language):
    sheet = checklist_sheet(source(cases.complete(1), language, digest="ab" * 32))
    assert (sheet.digest, sheet.qr) == ("ab" * 32, "cardprep:sha256:" + "ab" * 32)
    assert "abababab" in sheet.heading.digest


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_people_sign(language):
    roles = [line.role for line in checklist_sheet(source(cases.complete(1), language)).signatures]
    assert len(set(roles)) == 2


@pytest.mark.parametrize(("draft", "mark"), [(True, "草稿"), (False, "")])
def test_a_draft_says_so_in_its_heading(draft, mark):
    heading = checklist_sheet(source(cases.complete(1), draft=draft)).heading
    assert mark in heading.draft
    assert bool(heading.draft) is draft


def test_an_empty_case_makes_a_sheet_too():
    from cardprep.case.model import Case

    sheet = checklist_sheet(source(Case(), "en"))
    assert sheet.status[0] is Sign.BLOCK
    assert len(sheet.materials) == 2
