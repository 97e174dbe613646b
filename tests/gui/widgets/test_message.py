from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel

from cardprep.case.finding import Finding, Severity
from cardprep.gui.theme import Theme
from cardprep.gui.widgets.message import Line, Message, finding_line, finding_lines


@pytest.fixture
def message(qtbot):
    made = Message(Theme(False, QFont()))
    qtbot.addWidget(made)
    return made


def test_nothing_to_say_takes_no_room(message):
    message.say([Line("error", "x")])
    message.say([])
    assert message.isHidden()


def test_the_seriousness_is_a_word_and_not_only_a_colour(message):
    message.say([Line("warn", "rare prefix"), Line("error", "too short")])
    assert message.text == "Please check: rare prefix\nTo correct: too short"
    assert message.worst == "error"


def test_what_was_typed_is_never_taken_for_markup(message):
    message.say([Line("error", "<b>x</b>")])
    assert any("&lt;b&gt;" in label.text() for label in message.findChildren(QLabel))


def test_an_acknowledged_warning_is_at_rest(bench):
    open_one = Finding("FIELD-3", Severity.WARN, "unit.customs_code", variant="province")
    settled = Finding("FIELD-3", Severity.WARN, "unit.customs_code", variant="province", acknowledged=True)
    assert finding_line(bench.context, open_one).role == "warn"
    assert finding_line(bench.context, settled).role == "settled"


def test_the_same_sentence_is_said_once(bench):
    finding = Finding("FIELD-1", Severity.BLOCK, "unit.name")
    assert len(finding_lines(bench.context, [finding, finding])) == 1
