from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from cardprep.case import edits
from cardprep.gui.widgets.choice_field import ChoiceField, Combo, Option, options
from cardprep.gui.widgets.field import FieldText

ENTRIES = (Option("nanjing-jiangbei", "南京江北"), Option("wujiang", "吴江"))


@pytest.fixture
def combo(bench, qtbot):
    field = ChoiceField(
        bench.context, "unit.issuing_office", FieldText("Issuing office", required=True), ENTRIES
    )
    bench.show(qtbot, field)
    return field.findChild(Combo, "unit.issuing_office")


def test_nothing_is_chosen_at_first(combo):
    assert combo.currentIndex() == -1


def test_a_choice_by_keyboard_reaches_the_case(bench, qtbot, combo):
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert bench.session.case.unit.issuing_office == "nanjing-jiangbei"


def test_undo_shows_that_nothing_is_chosen(bench, qtbot, combo):
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    bench.session.undo()
    assert combo.currentIndex() == -1


def test_an_unknown_id_is_shown_as_it_is(bench, combo):
    bench.session.apply(lambda case: edits.set_text(case, "unit.issuing_office", "suzhou"))
    assert combo.currentText() == "suzhou"


def test_the_wheel_changes_nothing(bench, combo):
    centre = QPointF(combo.rect().center())
    turn = QPoint(0, -120)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(centre, centre, QPoint(), turn, none, Qt.KeyboardModifier.NoModifier, phase, False)
    QApplication.sendEvent(combo, event)
    assert bench.session.case.unit.issuing_office == ""


def test_official_names_stand_behind_the_english_ones(bench):
    offices = bench.session.rulebook.issuing_offices
    assert options(offices, "en")[1].label == "Wujiang (吴江)"
    assert options(offices, "zh_CN")[1].label == "吴江"
