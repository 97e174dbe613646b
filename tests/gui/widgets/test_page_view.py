from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QToolButton

from cardprep.case import edits
from cardprep.case.slots import QUALIFICATION
from cardprep.gui.widgets.message import Message
from cardprep.gui.widgets.page_canvas import PageCanvas
from cardprep.gui.widgets.page_view import PageView
from cardprep.gui.widgets.slot_card import SlotCard, SlotText


@pytest.fixture
def view(bench, qtbot):
    card = bench.show(qtbot, SlotCard(bench.context, QUALIFICATION, SlotText("Licence")))
    bench.attach(qtbot, QUALIFICATION, bench.file("a.jpg", b"1|2|3"))
    card.findChild(QAbstractButton, "thumbnail:unit.qualification:0").click()
    return card.findChild(PageView)


def tool(view, name):
    return view.findChild(QToolButton, name)


def test_pages_are_turned_over_with_the_keyboard(bench, qtbot, view):
    assert not tool(view, "page-before").isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert not tool(view, "page-after").isEnabled()
    qtbot.waitUntil(lambda: any(page == 2 for _, page, *_ in bench.worker.previews))


def test_zooming_and_fitting(qtbot, view):
    canvas = view.findChild(PageCanvas)
    fitted = canvas.zoom
    qtbot.keyClick(view, Qt.Key.Key_1)
    assert canvas.zoom == 1.0
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert canvas.zoom > 1.0
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert canvas.zoom == fitted


def test_turning_is_an_edit(bench, qtbot, view):
    qtbot.keyClick(view, Qt.Key.Key_R)
    assert bench.session.case.attachments[0].turn == 90


def test_the_questions_are_answered_beside_the_large_picture(bench, view):
    view.findChild(QRadioButton, "attest:unit.qualification:0:signature:yes").click()
    assert bench.session.case.attachments[0].attested.signature == "yes"


def test_the_view_closes_when_its_file_is_taken_out(bench, qtbot, view):
    file = bench.session.case.attachments[0].file
    bench.session.apply(lambda case: edits.detach(case, QUALIFICATION, file))
    assert not view.isVisible()


def test_a_closed_view_listens_no_more(bench, qtbot, view):
    card = view.parent()
    view.close()
    qtbot.waitUntil(lambda: card.findChild(PageView) is None)
    bench.session.apply(lambda case: edits.set_text(case, "unit.name", "x"))


def test_MAT_3_another_seal_is_told_beside_the_large_picture(view):
    view.findChild(QRadioButton, "attest:unit.qualification:0:seal:special").click()
    assert any(message.lines for message in view.findChildren(Message))
