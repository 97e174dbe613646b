"""The checklist says everything that is to be ticked and signed."""

from __future__ import annotations

import dataclasses

import pytest
from paper_samples import DIGEST, PEOPLE, checklist_sheet, page_texts, text_of

from cardprep.paper import checklist
from cardprep.paper.sheets import ElementTick, MaterialRow


def test_every_name_is_there_with_its_rare_characters():
    text = text_of(checklist.draw(checklist_sheet()))
    assert all("".join(name.split()) in text for name in PEOPLE)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_ten_operators_flow_over_pages_under_the_same_header(language):
    sheet = checklist_sheet(language)
    header = "".join(sheet.labels.elements.split())
    pages = page_texts(checklist.draw(sheet))
    assert [header in page for page in pages[:2]] == [True, True]
    assert all(sum(file in page for page in pages) == 1 for row in sheet.materials for file in row.files)


def test_each_element_says_seen_not_seen_or_not_looked():
    ticks = (ElementTick("甲", True), ElementTick("乙", False), ElementTick("丙", None))
    sheet = dataclasses.replace(checklist_sheet(), materials=(MaterialRow("", "材料", (), ticks),))
    text = text_of(checklist.draw(sheet))
    assert "甲✓已见" in text
    assert "乙×未见" in text
    assert "丙–未核对" in text
    assert "（未附文件）" in text


def test_more_than_four_elements_take_a_second_line():
    ticks = tuple(ElementTick(f"要素{n}", True) for n in range(6))
    sheet = dataclasses.replace(checklist_sheet(), materials=(MaterialRow("", "材料", ("a.pdf",), ticks),))
    text = text_of(checklist.draw(sheet))
    assert all(f"要素{n}" in text for n in range(6))


def test_findings_come_with_rule_remedy_reason_and_who():
    text = text_of(checklist.draw(checklist_sheet(draft=True)))
    for part in (
        "■阻断MAT-10",
        "▲提醒FIELD-3",
        "处理：请由本人",
        "✓已确认VIEW-2",
        "确认理由：证件照片",
        "孙样张",
    ):
        assert part in text


def test_without_findings_it_says_so():
    sheet = dataclasses.replace(checklist_sheet(), acknowledged_findings=())
    assert text_of(checklist.draw(sheet)).count("○无。") == 2


def test_digest_is_there_as_text():
    assert DIGEST in text_of(checklist.draw(checklist_sheet()))


def test_preparer_and_reviewer_sign_on_one_page_with_the_digest():
    (page,) = (page for page in page_texts(checklist.draw(checklist_sheet())) if "制单人录入" in page)
    assert "复核人已对照" in page
    assert DIGEST in page
    assert page.count("签字：") == 2


def test_what_was_not_filled_in_is_said():
    assert "申请单位声明（未填写）" in text_of(checklist.draw(checklist_sheet()))


def test_an_empty_checklist_can_be_printed():
    sheet = checklist_sheet()
    bare = dataclasses.replace(sheet, facts=(), materials=(), cards=(), collection=(), signatures=())
    assert checklist.draw(bare).pages >= 1


def test_unprintable_characters_are_reported():
    assert checklist.draw(checklist_sheet(people=("王😀",))).missing == {"😀"}
