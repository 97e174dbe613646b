from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from cardprep.app.flow import STEPS
from cardprep.case.slots import QUALIFICATION
from cardprep.gui.autosave import Autosave
from cardprep.gui.case_view import CaseView
from cardprep.gui.commands import Commands
from cardprep.gui.pages.unit import UnitPage
from cardprep.host.settings import Settings

DATE, SLOT = "attest:unit.qualification:0:date", "unit.qualification"
AFTER_THE_DATE = [f"browse:{SLOT}", f"paste:{SLOT}", "browse:unit.other", "paste:unit.other", "next"]


@pytest.fixture
def view(bench, qtbot):
    """The frame around the first step, into which a file came after it was shown."""
    stage = QWidget()
    autosave = Autosave(bench.session, bench.context.place, bench.context.operations, dt.datetime.now)
    commands = Commands(bench.context.theme, Settings(language="en"), stage)
    made = CaseView(bench.context, autosave, commands, dict.fromkeys(STEPS, UnitPage))
    QVBoxLayout(stage).addWidget(made)
    qtbot.addWidget(stage)
    stage.show()
    qtbot.waitExposed(stage)
    stage.activateWindow()
    bench.attach(qtbot, QUALIFICATION, bench.file())
    yield made
    made.leave()
    autosave.close()


def pressed(qtbot, key, times):
    """The names of what has the focus after each of so many presses."""
    names = []
    for _ in range(times):
        qtbot.keyClick(QApplication.focusWidget(), key)
        names.append(QApplication.focusWidget().objectName())
    return names


def test_tab_goes_on_from_a_question_as_the_page_is_seen(qtbot, view):
    view.findChild(QWidget, DATE).setFocus()
    assert pressed(qtbot, Qt.Key.Key_Tab, 5) == AFTER_THE_DATE


def test_shift_tab_goes_the_same_way_back(qtbot, view):
    view.findChild(QWidget, "next").setFocus()
    assert pressed(qtbot, Qt.Key.Key_Backtab, 5) == [*reversed(AFTER_THE_DATE[:-1]), DATE]


def test_tab_comes_round_to_where_it_began(qtbot, view):
    view.findChild(QWidget, "unit.name").setFocus()
    names = pressed(qtbot, Qt.Key.Key_Tab, 60)
    assert "home" in names
    assert len(set(names[: names.index("unit.name") + 1])) == names.index("unit.name") + 1
