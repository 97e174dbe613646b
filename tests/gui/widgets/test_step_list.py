from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from cardprep.app.flow import STEPS, Step, StepState
from cardprep.gui.widgets.step_list import StepList


@pytest.fixture
def steps(bench, qtbot):
    made = StepList(bench.context.theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_click_asks_for_the_step(steps, qtbot):
    with qtbot.waitSignal(steps.chosen) as told:
        qtbot.mouseClick(steps.findChild(QPushButton, "step:handler"), Qt.MouseButton.LeftButton)
    assert told.args == [Step.HANDLER]


def test_the_state_is_said_in_words(steps):
    states = dict.fromkeys(STEPS, StepState.READY) | {
        Step.UNIT: StepState.INCOMPLETE,
        Step.LEGAL: StepState.WARNED,
    }
    steps.show_states(states, {Step.UNIT: 3, Step.LEGAL: 1})
    names = [steps.findChild(QPushButton, f"step:{step.value}").accessibleName() for step in STEPS]
    assert names[0].endswith("3 to complete")
    assert names[1].endswith("1 to confirm")
    assert names[2].endswith("Complete")


def test_the_last_step_is_declared_not_filled_in(steps):
    steps.show_states(dict.fromkeys(STEPS, StepState.UNTOUCHED), {})
    names = [steps.findChild(QPushButton, f"step:{step.value}").accessibleName() for step in STEPS]
    assert names[0].endswith("Not filled in yet")
    assert names[-1].endswith("Not declared yet")


def test_exactly_one_step_is_marked(steps):
    steps.show_current(Step.OPERATORS)
    assert [b.objectName() for b in steps.findChildren(QPushButton) if b.isChecked()] == ["step:operators"]
