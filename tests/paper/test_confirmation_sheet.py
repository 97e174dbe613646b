"""VIEW-1: everything typed and attached, in the order of the online form."""

from __future__ import annotations

import dataclasses

from paper_samples import PEOPLE, confirmation_sheet, page_texts, text_of

from cardprep.paper import confirmation
from cardprep.paper.sheets import FileRow, Group, Row, Screen


def test_VIEW_1_screens_and_operators_come_in_their_order():
    text = text_of(confirmation.draw(confirmation_sheet()))
    marks = ["1.单位信息", "3.操作员", *(f"操作员{number}（已确认）" for number in range(1, 11))]
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)


def test_VIEW_1_every_value_and_every_attachment_is_there():
    text = text_of(confirmation.draw(confirmation_sheet()))
    assert all("".join(name.split()) in text for name in PEOPLE)
    assert all(f"operator-{number:02}-identity.pdf" in text for number in range(1, 11))


def test_one_operator_stays_on_one_page():
    for page in page_texts(confirmation.draw(confirmation_sheet())):
        assert page.count("（已确认）") == page.count("operator-")


def test_empty_fields_and_slots_are_said():
    screen = Screen("2. 法定代表人", (Group("", (Row("姓名", " "),), (FileRow("身份证明材料", "", ""),)),))
    text = text_of(confirmation.draw(dataclasses.replace(confirmation_sheet(), screens=(screen,))))
    assert "姓名（未填写）" in text
    assert "身份证明材料（未附文件）" in text


def test_a_group_longer_than_a_page_flows_on():
    files = tuple(FileRow("材料", f"file-{number:03}.pdf", "PDF") for number in range(80))
    screen = Screen("1. 单位信息", (Group("", (), files),))
    paper = confirmation.draw(dataclasses.replace(confirmation_sheet(), screens=(screen,)))
    assert paper.pages > 1
    assert all(file.name in text_of(paper) for file in files[::20])
