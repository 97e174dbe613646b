from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cardprep.gui.widgets.line_edit import LineEdit, TextEdit


@pytest.fixture
def holder(qtbot):
    holder = QWidget()
    QVBoxLayout(holder)
    qtbot.addWidget(holder)
    return holder


@pytest.fixture(params=[LineEdit, TextEdit])
def editor(request, holder, qtbot):
    made = request.param()
    holder.layout().addWidget(made)
    holder.layout().addWidget(LineEdit())
    holder.show()
    qtbot.waitExposed(holder)
    made.setFocus()
    return made


def test_the_menu_offers_no_undo_of_its_own(editor):
    names = {action.objectName() for action in editor.context_menu().actions()}
    assert "edit-paste" in names
    assert not names & {"edit-undo", "edit-redo"}


def test_leaving_is_told(editor, qtbot):
    with qtbot.waitSignal(editor.left):
        qtbot.keyClick(editor, Qt.Key.Key_Tab)


def test_showing_the_same_text_keeps_the_cursor(holder, qtbot):
    line = LineEdit()
    holder.layout().addWidget(line)
    line.setText("abc")
    line.setCursorPosition(1)
    line.show_text("abc")
    assert line.cursorPosition() == 1


def test_ctrl_e_is_left_to_the_window_on_every_system(editor):
    ctrl = Qt.KeyboardModifier.ControlModifier
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, Qt.Key.Key_E, ctrl)
        editor.event(event)
        assert not event.isAccepted()
