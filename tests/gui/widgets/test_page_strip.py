"""The strip of pages: dropping, keys, and what is told of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QFont, QImage

from cardprep.app.preparing import Spot
from cardprep.gui.theme import Theme
from cardprep.gui.widgets.page_strip import PageStrip, StripFile


@pytest.fixture
def strip(qtbot):
    made = PageStrip(Theme(False, QFont()))
    qtbot.addWidget(made)
    made.show_files((StripFile("a.pdf", 3), StripFile("b.jpg", 1)), Spot())
    made.resize(200, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def moves(strip):
    told = []
    strip.move_asked.connect(lambda spot, to: told.append((spot, to)))
    return told


def drop(strip, row, below):
    rect = strip.visualItemRect(strip.item(row))
    point = QPointF(rect.center().x(), rect.bottom() - 2 if below else rect.top() + 2)
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    event = QDropEvent(point, Qt.DropAction.MoveAction, QMimeData(), left, none)
    strip.dropEvent(event)
    return event


def test_a_page_is_dropped_below_another(strip, moves):
    drop(strip, 2, below=True)
    assert moves == [(Spot(0, 0), 1)]


def test_a_page_is_dropped_above_another(strip, moves):
    strip.choose(Spot(0, 2))
    drop(strip, 1, below=False)
    assert moves == [(Spot(0, 2), 0)]


def test_a_page_dropped_where_it_was_stays(strip, moves):
    drop(strip, 1, below=True)
    assert moves == []


def test_the_list_itself_is_not_changed_by_dropping(strip):
    assert drop(strip, 3, below=True).dropAction() is Qt.DropAction.IgnoreAction
    assert strip.count() == 6


def test_a_page_among_another_files_pages_is_only_told(qtbot, strip, moves):
    with qtbot.waitSignal(strip.foreign_drop):
        drop(strip, 5, below=True)
    assert moves == []


def test_dropping_below_everything_is_dropping_at_the_end(strip, moves):
    strip.show_files((StripFile("a.pdf", 3),), Spot())
    point = QPointF(20, 850)
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    strip.dropEvent(QDropEvent(point, Qt.DropAction.MoveAction, QMimeData(), left, none))
    assert moves == [(Spot(0, 0), 2)]


def test_alt_and_the_arrows_move_the_page(qtbot, strip, moves):
    strip.choose(Spot(0, 1))
    qtbot.keyClick(strip, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(strip, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert moves == [(Spot(0, 1), 0), (Spot(0, 1), 2)]


def test_the_arrows_choose_pages_and_pass_over_names(qtbot, strip):
    strip.choose(Spot(0, 2))
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.keyClick(strip, Qt.Key.Key_Down)
    assert chosen.args == [Spot(1, 0)]


def test_choosing_from_outside_tells_nobody(qtbot, strip):
    with qtbot.assertNotEmitted(strip.chosen):
        strip.choose(Spot(1, 0))
    assert strip.spot == Spot(1, 0)


def test_a_page_is_read_aloud_with_its_file(strip):
    text = strip.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Page 2 of 3, a.pdf"


def test_the_chosen_page_keeps_its_colours(strip):
    red = QImage(60, 80, QImage.Format.Format_RGB888)
    red.fill(Qt.GlobalColor.red)
    strip.show_picture(Spot(), red)
    icon = strip.item(1).icon()
    shown = icon.pixmap(strip.iconSize(), icon.Mode.Selected).toImage()
    assert shown.pixelColor(shown.rect().center()).name() == "#ff0000"
