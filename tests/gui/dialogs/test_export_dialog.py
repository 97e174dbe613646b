from __future__ import annotations

import time

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from cardprep.app.errors import SaveFailed
from cardprep.gui.dialogs import export
from cardprep.gui.dialogs.export import ExportDialog
from cardprep.gui.widgets.notice import Notice


@pytest.fixture
def dialog(bench, qtbot, tmp_path, worker):
    made = ExportDialog(bench.context, worker, True, tmp_path / "out")
    qtbot.addWidget(made)
    made.show()
    return made


def start(dialog):
    dialog.findChild(QPushButton, "start-export").click()


def test_a_draft_is_written_and_the_dialog_closes(dialog, qtbot, tmp_path):
    start(dialog)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    assert dialog.exported.bundle.parent == tmp_path / "out"
    assert dialog.exported.checklist.is_file()


def test_an_error_is_told_and_one_can_try_again(dialog, qtbot, monkeypatch):
    def fail(*_):
        raise SaveFailed("case", reason="disk-full")

    monkeypatch.setattr(export, "export_case", fail)
    start(dialog)
    qtbot.waitUntil(lambda: dialog.findChild(Notice) is not None)
    assert dialog.isVisible()
    assert dialog.findChild(QPushButton, "start-export").isEnabled()


def test_cancelling_stops_the_export_and_keeps_no_result(dialog, qtbot, monkeypatch, bench):
    def wait(_request, _worker, _report, cancelled):
        while not cancelled():
            time.sleep(0.001)

    monkeypatch.setattr(export, "export_case", wait)
    start(dialog)
    dialog.findChild(QPushButton, "cancel").click()
    qtbot.waitUntil(lambda: not bench.context.operations.is_busy)
    assert dialog.exported is None
    assert not dialog.isVisible()


def test_without_a_folder_nothing_can_be_started(dialog):
    dialog.findChild(QLineEdit, "export-folder").setText("")
    assert not dialog.findChild(QPushButton, "start-export").isEnabled()
