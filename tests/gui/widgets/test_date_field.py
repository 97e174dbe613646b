from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit

from cardprep.gui.theme import Theme
from cardprep.gui.widgets.date_field import DateField
from cardprep.gui.widgets.message import Message
from making.bench import commit


@pytest.fixture
def field(qtbot):
    field = DateField(Theme(False, QFont()), "date", "Date")
    qtbot.addWidget(field)
    return field


@pytest.fixture
def line(field):
    return field.findChild(QLineEdit, "date")


def test_a_typed_date_is_told(qtbot, field, line):
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClicks(line, "20261120")
    assert told.args == [dt.date(2026, 11, 20)]


def test_leaving_writes_the_date_plainly(qtbot, field, line):
    commit(line, "2026年1月2日")
    line.left.emit()
    assert line.text() == "2026-01-02"


def test_what_is_no_date_stays_and_is_told(qtbot, field, line):
    qtbot.keyClicks(line, "2026-13-01")
    line.left.emit()
    assert line.text() == "2026-13-01"
    assert "2026-13-01" in field.findChild(Message).text


def test_spoiling_a_date_takes_it_back(qtbot, field, line):
    field.show_date(dt.date(2026, 11, 20))
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClicks(line, "x")
    assert told.args == [None]


def test_undo_shows_the_former_date(field, line):
    field.show_date(dt.date(2026, 11, 20))
    field.show_date(None)
    assert line.text() == ""
