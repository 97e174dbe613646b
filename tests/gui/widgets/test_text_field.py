from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from cardprep.case import edits
from cardprep.gui.widgets.field import FieldText
from cardprep.gui.widgets.text_field import TextField
from making import people
from making.bench import commit


@pytest.fixture
def field(bench, qtbot):
    return bench.show(
        qtbot, TextField(bench.context, "unit.uscc", FieldText("Credit code", "18 signs", required=True))
    )


def hints(field):
    return [label.text() for label in field.findChildren(QLabel) if label.property("role") == "hint"]


@pytest.fixture
def line(field):
    return field.findChild(QLineEdit, "unit.uscc")


def test_every_letter_reaches_the_case(bench, qtbot, line):
    qtbot.keyClicks(line, "9132")
    assert bench.session.case.unit.uscc == "9132"


def test_typing_in_one_go_is_one_step_of_undo(bench, qtbot, line):
    qtbot.keyClicks(line, "9132")
    bench.session.undo()
    assert (bench.session.case.unit.uscc, line.text()) == ("", "")


def test_leaving_the_field_ends_the_step_of_undo(bench, qtbot, line):
    qtbot.keyClicks(line, "91")
    line.left.emit()
    qtbot.keyClicks(line, "32")
    bench.session.undo()
    assert line.text() == "91"


def test_an_untouched_empty_field_keeps_quiet(field):
    assert field.message.lines == ()


def test_a_required_field_that_was_left_empty_says_so(field, line):
    line.left.emit()
    assert [message.role for message in field.message.lines] == ["error"]


def test_a_wrong_value_is_told_when_the_typing_pauses(field, qtbot, line):
    qtbot.keyClicks(line, "9132")
    assert field.message.lines == ()
    qtbot.waitUntil(lambda: bool(field.message.lines))
    assert line.property("state") == "error"


def test_a_message_goes_as_soon_as_the_value_is_right(field, qtbot, line):
    qtbot.keyClicks(line, "9111000060003734")
    field.reveal()
    qtbot.keyClicks(line, "1L")
    assert field.message.lines == ()


def test_being_led_to_a_field_reveals_and_focuses_it(field, line):
    assert field.focus_on("unit.uscc")
    assert field.message.lines
    assert line.hasFocus()
    assert not field.focus_on("unit.name")


def test_an_edit_from_elsewhere_is_shown(bench, line):
    bench.session.apply(lambda case: edits.set_text(case, "unit.uscc", "91"), where="unit.uscc")
    assert line.text() == "91"


def test_the_cursor_stays_where_the_clerk_types(bench, qtbot, line):
    qtbot.keyClicks(line, "932")
    line.setCursorPosition(1)
    qtbot.keyClicks(line, "1")
    assert (line.text(), line.cursorPosition()) == ("9132", 2)


def test_undo_keys_are_left_to_the_window(bench, qtbot, line):
    qtbot.keyClicks(line, "91")
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "91"


def test_the_field_is_named_for_reading_aloud(field, line):
    assert line.accessibleName() == "Credit code"
    assert line.accessibleDescription() == "18 signs"
    field.reveal()
    assert "To correct" in line.accessibleDescription()
    assert any(label.buddy() is line for label in field.findChildren(QLabel))


def test_a_number_typed_full_width_is_rewritten_when_the_field_is_left(bench, field, line):
    commit(line, "３２０１９")
    line.left.emit()
    assert line.text() == "３２０１９"
    standard = people.uscc(1)
    line.clear()
    commit(line, standard.replace("3", "３"))
    line.left.emit()
    assert (line.text(), bench.session.case.unit.uscc) == (standard, standard)
    assert f"Rewritten in the standard form: {standard}" in hints(field)


def test_undo_brings_back_what_was_typed_and_it_stays(bench, field, line):
    typed = people.uscc(1).lower()
    commit(line, typed)
    line.left.emit()
    bench.session.undo()
    line.left.emit()
    assert line.text() == typed
    assert hints(field) == ["18 signs"]
