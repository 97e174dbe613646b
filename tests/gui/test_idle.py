from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from cardprep.gui.idle import IdleWatch


@pytest.fixture
def watch(qtbot):
    made = IdleWatch(QApplication.instance())
    yield made
    made.stop()


def hurry(watch, ms):
    watch.start(1)
    watch._timer.setInterval(ms)
    watch._timer.start()


def test_nobody_there_is_told(watch, qtbot):
    with qtbot.waitSignal(watch.idle):
        hurry(watch, 5)


def test_a_key_puts_it_off(watch, qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    hurry(watch, 300)
    told = []
    watch.idle.connect(lambda: told.append(True))
    for _ in range(12):
        qtbot.wait(60)
        qtbot.keyClick(field, Qt.Key.Key_A)
    assert told == []
    qtbot.waitUntil(lambda: bool(told))


def test_never_means_never(watch):
    watch.start(0)
    assert not watch._timer.isActive()
