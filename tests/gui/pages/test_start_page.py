from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListView, QPushButton, QWidget

from cardprep.gui.commands import Commands
from cardprep.gui.messages import Messages
from cardprep.gui.models.recent import RecentCase
from cardprep.gui.pages.start_page import StartPage
from cardprep.host.settings import Settings


@pytest.fixture
def page(bench, qtbot):
    stage = QWidget()
    theme = bench.context.theme
    made = StartPage(
        theme, Messages(theme, bench.context.catalog.error), Commands(theme, Settings(), stage), stage
    )
    qtbot.addWidget(stage)
    stage.show()
    return made


@pytest.mark.parametrize("kind", ["new-entrant", "additional-operators"])
def test_APP_1_either_kind_begins_with_one_click(page, qtbot, kind):
    with qtbot.waitSignal(page.kind_chosen) as told:
        qtbot.mouseClick(page.findChild(QPushButton, kind), Qt.MouseButton.LeftButton)
    assert told.args == [kind]


def test_the_first_choice_can_be_taken_by_the_keyboard(page, qtbot):
    page.take_focus()
    with qtbot.waitSignal(page.kind_chosen):
        qtbot.keyClick(page.findChild(QPushButton, "new-entrant"), Qt.Key.Key_Space)


def test_each_sample_can_be_opened(page):
    chosen = []
    page.sample_chosen.connect(chosen.append)
    for action in page.findChildren(QAction):
        if action.objectName().startswith("sample:"):
            action.trigger()
    assert chosen == ["complete-new-entrant", "complete-addition", "faulty"]


def test_a_recent_application_is_opened_by_enter(page, qtbot):
    case = RecentCase(Path("/a"), "南京示例公司", "new-entrant", dt.date(2026, 11, 23), "", False)
    page.show_recent((case,))
    view = page.findChild(QListView, "recent")
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.waitSignal(page.path_chosen) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [Path("/a")]


def test_without_recent_ones_there_is_no_list(page):
    page.show_recent(())
    assert page.findChild(QListView, "recent") is None
