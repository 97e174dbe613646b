from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton

from cardprep.case import edits
from cardprep.case.model import CollectionWay, Handler, HandlerWho, Operator
from cardprep.gui.pages.handler import HandlerPage
from cardprep.gui.widgets.message import Message
from cardprep.gui.widgets.slot_card import SlotCard
from making.bench import commit


@pytest.fixture
def page(bench, qtbot):
    def edit(case):
        case = edits.set_text(case, "legal_representative.name", "张伟")
        case = edits.set_text(case, "unit.registered_address", "江苏省南京市江宁区秣周东路1号")
        return edits.add_operator(case, Operator(name="王静", mobile="13800138000"))

    bench.session.apply(edit)
    return bench.show(qtbot, HandlerPage(bench.context))


def choose(page, name):
    page.findChild(QRadioButton, name).click()


def line(page, path):
    return page.findChild(QLineEdit, path)


def shown(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def said(page):
    return " ".join(message.text for message in page.findChildren(Message))


def test_HAND_1_the_people_of_the_application_are_named(page):
    named = [radio.text() for radio in page.findChildren(QRadioButton)]
    assert "Legal representative: 张伟" in named
    assert "Operator 1: 王静" in named


def test_HAND_1_an_operator_brings_his_data_and_needs_no_papers(bench, page):
    choose(page, "handler:operator:0")
    assert bench.session.case.handler == Handler(HandlerWho.OPERATOR, 0)
    assert "13800138000" in shown(page)
    assert not page.findChild(SlotCard, "handler.identity").isVisible()


def test_HAND_1_later_edits_of_the_person_follow(bench, page):
    choose(page, "handler:legal-representative")
    bench.session.apply(lambda case: edits.set_text(case, "legal_representative.name", "李伟"))
    assert "李伟" in shown(page)
    assert page.findChild(QRadioButton, "handler:legal-representative").text().endswith("李伟")


def test_HAND_2_someone_else_is_entered_with_papers(bench, page):
    choose(page, "handler:other")
    commit(line(page, "handler.name"), "赵敏")
    assert bench.session.case.handler.name == "赵敏"
    assert page.findChild(SlotCard, "handler.identity").isVisible()


def test_HAND_2_nobody_chosen_is_told_when_asked(page):
    assert said(page).strip() == ""
    page.show_all()
    assert "handler" in said(page).lower()


def test_HAND_3_an_own_mobile_may_be_given(bench, qtbot, page):
    choose(page, "handler:operator:0")
    assert line(page, "handler.mobile").placeholderText() == "13800138000"
    qtbot.keyClicks(line(page, "handler.mobile"), "13900139000")
    assert bench.session.case.handler.mobile == "13900139000"


def test_HAND_5_the_counter_asks_for_one_of_the_outlets(bench, page):
    choose(page, "collection.way:counter")
    choose(page, "collection.outlet:wujiang")
    assert bench.session.case.collection.outlet == "wujiang"


def test_HAND_4_the_remark_is_written_from_the_choice(bench, page):
    choose(page, "collection.way:counter")
    choose(page, "collection.outlet:wujiang")
    assert page.findChild(QPlainTextEdit, "remark").toPlainText() == "柜台取卡：吴江"


def test_HAND_4_an_own_remark_stays_until_it_is_written_again(bench, page):
    choose(page, "collection.way:counter")
    choose(page, "collection.outlet:wujiang")
    page.findChild(QPlainTextEdit, "remark").insertPlainText("请电话通知，")
    choose(page, "collection.outlet:gaoyou")
    assert bench.session.case.remark == "请电话通知，柜台取卡：吴江"
    page.findChild(QPushButton, "write-remark").click()
    assert bench.session.case.remark == "柜台取卡：高邮"


def test_HAND_6_mail_asks_for_recipient_mobile_and_address(bench, qtbot, page):
    choose(page, "collection.way:mail")
    commit(line(page, "collection.recipient"), "赵敏")
    qtbot.keyClicks(line(page, "collection.mobile"), "13900139000")
    page.findChild(QPushButton, "use-registered-address").click()
    collection = bench.session.case.collection
    assert (collection.recipient, collection.mobile) == ("赵敏", "13900139000")
    assert collection.address == bench.session.case.unit.registered_address


def test_HAND_7_another_address_is_told(bench, page):
    bench.session.apply(lambda case: edits.choose_collection(case, CollectionWay.MAIL))
    commit(line(page, "collection.address"), "江苏省苏州市吴江区中山南路2号")
    assert "personal seal" in said(page)


def test_UNIT_3_the_way_to_the_letter_is_offered(qtbot, page):
    choose(page, "collection.way:mail")
    with qtbot.waitSignal(page.go_to) as asked:
        page.findChild(QPushButton, "go-to-letter").click()
    assert asked.args == ["unit.other"]


@pytest.mark.parametrize("where", ["handler", "collection.way", "remark"])
def test_each_place_can_be_led_to(page, where):
    assert page.focus_on(where)


def test_undo_shows_the_former_choice(bench, page):
    choose(page, "handler:other")
    bench.session.undo()
    assert not page.findChild(QRadioButton, "handler:other").isChecked()


def test_HAND_5_the_outlets_stand_under_the_counter(page):
    choose(page, "collection.way:counter")
    QApplication.processEvents()

    def height(name):
        return page.findChild(QRadioButton, name).mapTo(page, QPoint()).y()

    names = ["collection.way:counter", "collection.outlet:wujiang", "collection.way:mail"]
    assert sorted(names, key=height) == names
    assert any(text.startswith("Issuing outlet") and "*" in text for text in shown(page))


def test_HAND_3_an_inherited_mobile_need_not_be_typed(page):
    def label():
        return next(text for text in shown(page) if text.startswith("Mobile number of the handler"))

    choose(page, "handler:operator:0")
    assert "*" not in label()
    choose(page, "handler:other")
    assert "*" in label()
