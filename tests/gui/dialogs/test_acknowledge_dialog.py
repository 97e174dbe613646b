from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from cardprep.gui.dialogs.acknowledge import AcknowledgeDialog


@pytest.fixture
def dialog(bench, qtbot):
    made = AcknowledgeDialog(bench.context.theme, "姓名", "message", "")
    qtbot.addWidget(made)
    made.show()
    return made


def test_VIEW_4_a_reason_and_a_name_are_needed(dialog):
    button = dialog.findChild(QPushButton, "acknowledge")
    dialog.findChild(QPlainTextEdit, "reason").setPlainText("  ")
    dialog.findChild(QLineEdit, "preparer").setText("赵会计")
    assert not button.isEnabled()
    dialog.findChild(QPlainTextEdit, "reason").setPlainText("已核对")
    assert button.isEnabled()


def test_what_was_typed_is_given_without_its_edges(dialog):
    dialog.findChild(QPlainTextEdit, "reason").setPlainText(" 已核对 ")
    dialog.findChild(QLineEdit, "preparer").setText(" 赵会计 ")
    assert (dialog.reason, dialog.preparer) == ("已核对", "赵会计")
