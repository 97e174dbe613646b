from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from cardprep.gui.commands import Commands
from cardprep.gui.messages import Messages
from cardprep.gui.pages.start_page import StartPage
from cardprep.gui.widgets.library_view import LibraryView
from cardprep.host.settings import Settings
from making.bench import TODAY


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


@pytest.fixture
def opened(page):
    page._enable(True)
    return page


@pytest.mark.parametrize("kind", ["new-entrant", "additional-operators"])
def test_APP_1_either_kind_begins_with_one_click(opened, qtbot, kind):
    page = opened
    with qtbot.waitSignal(page.kind_chosen) as told:
        qtbot.mouseClick(page.findChild(QPushButton, kind), Qt.MouseButton.LeftButton)
    assert told.args == [kind]


def test_the_first_choice_can_be_taken_by_the_keyboard(opened, qtbot):
    page = opened
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


def test_nothing_can_be_begun_before_the_library_is_open(page):
    assert not page.findChild(QPushButton, "new-entrant").isEnabled()


@pytest.fixture
def with_library(page, bench, qtbot):
    view = LibraryView(bench.context.theme, bench.context.desk, {}, lambda: TODAY)
    with qtbot.waitSignal(view.counted):
        page.show_library(view)
    return page


def test_where_there_are_applications_the_search_has_the_focus(with_library, qtbot):
    with_library.take_focus()
    assert with_library.findChild(QLineEdit, "library-search").hasFocus()
