from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from cardprep.gui.dialogs.problem import ProblemDialog, redacted_trace


def defect(secret):
    raise ValueError(secret)


def trace_of(secret):
    try:
        defect(secret)
    except ValueError:
        kind, _, trace = sys.exc_info()
        return redacted_trace(kind, trace, "0.1.0")


def test_the_trace_holds_places_and_no_values():
    told = trace_of("张三 110105")
    assert "ValueError" in told
    assert "defect" in told
    assert "张三" not in told
    assert "/home" not in told
    assert "/work" not in told


def test_the_trace_can_be_copied(bench, qtbot):
    dialog = ProblemDialog(bench.context.theme, "the trace")
    qtbot.addWidget(dialog)
    dialog.findChild(QPushButton, "copy").click()
    assert QGuiApplication.clipboard().text() == "the trace"
