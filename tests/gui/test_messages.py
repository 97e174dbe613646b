from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from cardprep.app.errors import SaveFailed
from cardprep.gui.messages import MOST_AT_ONCE, Messages
from cardprep.gui.widgets.notice import Action, Notice, Tone


@pytest.fixture
def messages(bench, qtbot):
    made = Messages(bench.context.theme, bench.context.catalog.error)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(messages):
    return [notice for notice in messages.findChildren(Notice) if notice.isVisible()]


def test_an_error_says_what_happened_and_what_to_do(messages):
    messages.show_error(SaveFailed("case", reason="disk-full"))
    texts = [label.text() for label in shown(messages)[0].findChildren(QLabel) if label.text()]
    assert len(texts) == 2


def test_a_newer_message_takes_the_place_of_one_about_the_same(messages):
    messages.show_error(SaveFailed("case", reason="disk-full"), "saving")
    messages.show_error(SaveFailed("case", reason="gone"), "saving")
    assert len(shown(messages)) == 1


def test_there_is_never_a_storm(messages, qtbot):
    for number in range(10):
        messages.show_message(str(number), Tone.INFO, "text")
    qtbot.waitUntil(lambda: len(shown(messages)) == MOST_AT_ONCE)


def test_a_message_can_be_closed(messages, qtbot):
    messages.show_message("one", Tone.WARN, "text")
    qtbot.mouseClick(messages.findChild(QToolButton, "dismiss"), Qt.MouseButton.LeftButton)
    assert shown(messages) == []
    assert not messages.isVisible()


def test_a_message_can_offer_what_to_do(messages, qtbot):
    done = []
    messages.show_message(
        "one", Tone.WARN, "text", actions=(Action("again", "Again", lambda: done.append(1)),)
    )
    qtbot.mouseClick(messages.findChild(QPushButton, "again"), Qt.MouseButton.LeftButton)
    assert done == [1]
