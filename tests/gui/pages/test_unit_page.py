from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from cardprep.case import edits
from cardprep.case.model import CollectionWay
from cardprep.case.slots import QUALIFICATION
from cardprep.gui.pages.unit import UnitPage
from cardprep.gui.widgets.choice_field import Combo
from cardprep.gui.widgets.message import Message
from cardprep.gui.widgets.slot_card import SlotCard
from making.bench import commit


@pytest.fixture
def page(bench, qtbot):
    return bench.show(qtbot, UnitPage(bench.context))


def said(widget):
    return " ".join(message.text for message in widget.findChildren(Message)).strip()


def test_the_fields_of_the_screen_reach_the_case(bench, page):
    commit(page.findChild(QLineEdit, "unit.name"), "南京示例进出口有限公司")
    commit(page.findChild(QLineEdit, "unit.postal_code"), "211100")
    assert (bench.session.case.unit.name, bench.session.case.unit.postal_code) == (
        "南京示例进出口有限公司",
        "211100",
    )


def test_UNIT_1_the_offices_are_those_of_the_rule_pack(bench, page):
    combo = page.findChild(Combo, "unit.issuing_office")
    assert combo.count() == len(bench.session.rulebook.issuing_offices)


def test_an_empty_page_keeps_quiet_until_the_clerk_wants_to_go_on(page):
    assert said(page) == ""
    page.show_all()
    assert said(page).count("To correct") >= 5


def test_UNIT_3_mail_says_that_the_letter_is_needed(bench, page):
    letter = page.findChild(SlotCard, "unit.other")
    assert said(letter) == ""
    bench.session.apply(lambda case: edits.choose_collection(case, CollectionWay.MAIL))
    assert "mail-delegation letter" in said(letter)


def test_MAT_11_the_translation_is_asked_for_when_the_material_is_foreign(bench, qtbot, page):
    translation = page.findChild(SlotCard, "unit.translation")
    assert not translation.isVisible()
    bench.attach(qtbot, QUALIFICATION, bench.file())
    file = bench.session.case.attachments[0].file
    bench.session.apply(lambda case: edits.mark_foreign(case, QUALIFICATION, file, True))
    assert translation.isVisible()
    assert page.focus_on("unit.translation")


@pytest.mark.parametrize("where", ["unit.name", "unit.issuing_office", "unit.qualification", "unit.other"])
def test_each_place_can_be_led_to(page, where):
    assert page.focus_on(where)
    assert page.isAncestorOf(QApplication.focusWidget())


def test_what_is_elsewhere_cannot_be_led_to(page):
    assert not page.focus_on("remark")
    assert not page.focus_on("unit.translation")


def test_the_tab_key_goes_from_top_to_bottom(qtbot, page):
    page.focus_on("unit.name")
    met = []
    for _ in range(9):
        focus = QApplication.focusWidget()
        met.append(focus.objectName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    fields = ["name", "uscc", "customs_code", "registered_address", "postal_code", "phone", "issuing_office"]
    assert met == [
        *(f"unit.{name}" for name in fields),
        "browse:unit.qualification",
        "paste:unit.qualification",
    ]
