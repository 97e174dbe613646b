from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from cardprep.gui.screen import Screen
from cardprep.gui.theme import Theme
from cardprep.gui.window import MainWindow, moved_into, room_within

ROOM = QRect(0, 24, 800, 526)
SMALL = QRect(0, 24, 500, 326)


@pytest.mark.parametrize(
    "frame",
    [QRect(0, 0, 1006, 643), QRect(-300, -200, 400, 300), QRect(700, 500, 400, 300), QRect(5, 30, 9, 9)],
)
def test_every_edge_of_a_window_lies_on_the_screen(frame):
    bounded = moved_into(frame, ROOM)
    assert ROOM.contains(bounded)
    assert bounded.size() == frame.size().boundedTo(ROOM.size())


def test_a_title_needs_room_too():
    assert room_within(QRect(0, 0, 800, 550), 24) == ROOM


@pytest.fixture
def window(qtbot, monkeypatch):
    made = MainWindow()
    qtbot.addWidget(made)
    monkeypatch.setattr(made, "_room", lambda: ROOM)
    return made


def test_the_least_size_is_never_larger_than_the_screen(window, monkeypatch):
    monkeypatch.setattr(window, "_room", lambda: SMALL)
    window.show_screen(QWidget(), Screen(None), Theme(False, QFont()))
    assert window.minimumSize() == SMALL.size()
    assert SMALL.contains(window.geometry())


def test_a_size_remembered_from_a_larger_screen_is_made_smaller(window, qtbot):
    larger = MainWindow()
    qtbot.addWidget(larger)
    larger.setGeometry(0, 0, 2012, 1286)
    window.restore(larger.remembered(), "#ffffff")
    assert ROOM.contains(window.geometry())
