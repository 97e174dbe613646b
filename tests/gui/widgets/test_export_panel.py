from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from cardprep.app.exporting import Exported
from cardprep.gui.widgets.column import PageColumn
from cardprep.gui.widgets.export_panel import ExportPanel


@pytest.fixture
def exported(tmp_path):
    papers = (tmp_path / name for name in ("bundle.zip", "checklist.pdf", "confirmation.pdf", "letter.pdf"))
    return Exported(*papers, draft=False, findings=(), missing_characters=frozenset())


@pytest.fixture
def opened():
    return []


@pytest.fixture
def panel(bench, qtbot, opened):
    def open_file(path):
        opened.append(path)
        return len(opened) > 1

    made = ExportPanel(bench.context.theme, open_file)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("button", "told"),
    [("open-folder", "file manager"), ("print-checklist", "print it"), ("print-letter", "print")],
)
def test_what_the_system_cannot_open_is_told_with_its_path(panel, exported, opened, button, told):
    panel.show_result(exported, False)
    panel.findChild(QPushButton, button).click()
    said = panel.findChild(QLabel, "unopened")
    assert said.isVisible()
    assert told in said.text()
    assert str(opened[0]) in said.text()


def test_what_opens_the_second_time_is_no_longer_complained_about(panel, exported):
    panel.show_result(exported, False)
    for _ in range(2):
        panel.findChild(QPushButton, "open-folder").click()
    assert not panel.findChild(QLabel, "unopened").isVisible()


def test_the_result_has_the_focus_and_is_scrolled_into_view(bench, qtbot, exported):
    column, page = PageColumn(bench.context.theme), QWidget()
    panel = ExportPanel(bench.context.theme, lambda path: True)
    above = QWidget()
    above.setFixedHeight(2000)
    rows = QVBoxLayout(page)
    rows.addWidget(above)
    rows.addWidget(panel)
    column.hold(page)
    qtbot.addWidget(column)
    column.resize(900, 500)
    column.show()
    qtbot.waitExposed(column)
    column.activateWindow()
    panel.show_result(exported, False)
    column.reveal(panel)
    button = panel.findChild(QPushButton, "start-another")
    qtbot.waitUntil(lambda: not button.visibleRegion().isEmpty())
    qtbot.waitUntil(lambda: panel.findChild(QPushButton, "open-folder").hasFocus())
