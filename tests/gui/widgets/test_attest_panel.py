from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton

from cardprep.case.model import Answer, Case, Collection, CollectionWay, SealAnswer, Unit, WordingAnswer
from cardprep.case.slots import LEGAL_IDENTITY, LETTER, QUALIFICATION
from cardprep.gui.widgets.asked import Element, asked_elements, element_of
from cardprep.gui.widgets.message import Message
from cardprep.gui.widgets.slot_card import SlotCard, SlotText
from making.bench import open_bench


@pytest.fixture
def shown(bench, qtbot):
    """Shows a slot with one file, and hands out its parts by name."""

    def show(slot):
        card = bench.show(qtbot, SlotCard(bench.context, slot, SlotText("Slot")))
        bench.attach(qtbot, slot, bench.file())
        return card

    return show


def attested(bench):
    return bench.session.case.attachments[0].attested


def answer(card, name):
    card.findChild(QRadioButton, name).click()


def texts(card):
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_each_answer_reaches_the_case(bench, shown):
    card = shown(LEGAL_IDENTITY)
    answer(card, "attest:legal.identity:0:seal:yes")
    answer(card, "attest:legal.identity:0:wording:foreign")
    answer(card, "attest:legal.identity:0:signature:no")
    told = attested(bench)
    assert (told.seal, told.wording, told.signature) == (SealAnswer.YES, WordingAnswer.FOREIGN, Answer.NO)


def test_the_date_is_typed_as_it_stands_on_the_paper(bench, qtbot, shown):
    card = shown(QUALIFICATION)
    qtbot.keyClicks(card.findChild(QLineEdit, "attest:unit.qualification:0:date"), "2026-11-20")
    assert attested(bench).date == dt.date(2026, 11, 20)


def test_the_exact_sentence_is_shown(shown):
    assert "“同意办理电子口岸制发卡业务”" in texts(shown(QUALIFICATION))


def test_the_sentence_of_a_person_is_another(shown):
    assert "“同意使用本人信息办理电子口岸制发卡业务”" in texts(shown(LEGAL_IDENTITY))


def test_nothing_is_answered_for_the_clerk(shown):
    assert not any(radio.isChecked() for radio in shown(QUALIFICATION).findChildren(QRadioButton))


def test_undo_takes_an_answer_back(bench, shown):
    card = shown(QUALIFICATION)
    answer(card, "attest:unit.qualification:0:seal:copy")
    bench.session.undo()
    assert not card.findChild(QRadioButton, "attest:unit.qualification:0:seal:copy").isChecked()


def test_MAT_4_a_copied_seal_is_told_at_once_under_its_question(shown):
    card = shown(QUALIFICATION)
    assert [m for m in card.findChildren(Message) if m.lines] == []
    answer(card, "attest:unit.qualification:0:seal:copy")
    assert len([m for m in card.findChildren(Message) if m.lines]) == 1


def test_of_the_letter_only_the_seal_is_asked(bench):
    assert asked_elements(bench.session, LETTER) == (Element.SEAL,)


def test_of_a_translation_only_the_seal_is_asked(bench):
    assert asked_elements(bench.session, LEGAL_IDENTITY.translation) == (Element.SEAL,)


def test_HAND_7_another_address_asks_for_signature_and_personal_seal(qtbot, tmp_path):
    unit = Unit(registered_address="江苏省南京市江宁区秣周东路1号")
    collection = Collection(CollectionWay.MAIL, address="江苏省苏州市吴江区中山南路2号")
    with open_bench(tmp_path, Case(unit=unit, collection=collection)) as bench:
        asked = asked_elements(bench.session, LETTER)
    assert asked == (Element.SEAL, Element.SIGNATURE, Element.LEGAL_SEAL)


def test_until_when_the_document_is_valid_may_be_told(bench, qtbot, shown):
    card = shown(LEGAL_IDENTITY)
    line = card.findChild(QLineEdit, "attest:legal.identity:0:expires")
    qtbot.keyClicks(line, "2030-05-01")
    assert attested(bench).expires == dt.date(2030, 5, 1)
    assert attested(bench).date is None


def test_FIELD_3_a_document_out_of_date_is_told_at_its_date(bench, qtbot, shown):
    card = shown(LEGAL_IDENTITY)
    qtbot.keyClicks(card.findChild(QLineEdit, "attest:legal.identity:0:expires"), "2020-05-01")
    assert element_of("FIELD-3", "expired") is Element.EXPIRES
    assert "2020-05-01" in " ".join(message.text for message in card.findChildren(Message))


def test_UNIT_3_of_the_letter_the_question_says_so(shown):
    assert "Is the firm's official seal (公章) stamped on the letter?" in texts(shown(LETTER))
