"""The five screens as a list: where you are, how far each one is, and a way to jump to any of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QVBoxLayout, QWidget

from cardprep.app.flow import STEPS, Step, StepState
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.step_button import StepButton

_ICONS = {
    StepState.UNTOUCHED: ("circle", "muted"),
    StepState.INCOMPLETE: ("circle-half-fill", "block"),
    StepState.WARNED: ("warning-filled", "warn"),
    StepState.READY: ("checkmark-circle-filled", "ok"),
}


def step_title(step: Step) -> str:
    """The name of a screen, as the online system has it."""
    titles = {
        Step.UNIT: QCoreApplication.translate("StepList", "Unit information"),
        Step.LEGAL: QCoreApplication.translate("StepList", "Legal representative"),
        Step.OPERATORS: QCoreApplication.translate("StepList", "Operators"),
        Step.HANDLER: QCoreApplication.translate("StepList", "Handler and collection"),
        Step.PREVIEW: QCoreApplication.translate("StepList", "Preview and export"),
    }
    return titles[step]


def state_word(step: Step, state: StepState, open_count: int) -> str:
    """How far a screen is, in a word or two."""
    if state is StepState.UNTOUCHED and step is Step.PREVIEW:
        return QCoreApplication.translate("StepList", "Not declared yet")
    if state is StepState.UNTOUCHED:
        return QCoreApplication.translate("StepList", "Not filled in yet")
    if state is StepState.INCOMPLETE and not open_count:
        return QCoreApplication.translate("StepList", "Other steps first")
    if state is StepState.INCOMPLETE:
        return QCoreApplication.translate("StepList", "%n to complete", "", open_count)
    if state is StepState.WARNED:
        return QCoreApplication.translate("StepList", "%n to confirm", "", open_count)
    return QCoreApplication.translate("StepList", "Complete")


class StepList(QWidget):
    """The steps as buttons; exactly one is checked.

    Signals:
        chosen: a `Step` that the clerk wants to see.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons: dict[Step, StepButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.25))
        heading = QLabel(self.tr("Steps"))
        set_role(heading, "hint")
        heading.setContentsMargins(theme.em(0.6), 0, 0, theme.em(0.3))
        column.addWidget(heading)
        for number, step in enumerate(STEPS, start=1):
            column.addWidget(self._make_button(number, step))

    def _make_button(self, number: int, step: Step) -> QPushButton:
        button = StepButton(self._theme, number, step_title(step))
        button.setObjectName(f"step:{step.value}")
        button.setShortcut(QKeySequence(f"Alt+{number}"))
        button.setToolTip(f"{step_title(step)}  (Alt+{number})")
        button.clicked.connect(self._on_clicked)
        self._group.addButton(button)
        self._buttons[step] = button
        return button

    def show_current(self, step: Step) -> None:
        """Mark the screen that is shown."""
        self._buttons[step].setChecked(True)

    def show_states(self, states: Mapping[Step, StepState], counts: Mapping[Step, int]) -> None:
        """Show how far each screen is; `counts` are the open findings of each."""
        for step, button in self._buttons.items():
            state = states[step]
            icon, colour = _ICONS[state]
            button.show_state(icon, colour, state_word(step, state, counts.get(step, 0)))

    def _on_clicked(self) -> None:
        for step, button in self._buttons.items():
            if button is self.sender():
                self.chosen.emit(step)
