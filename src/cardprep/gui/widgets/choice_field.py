"""A field with a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from cardprep.case.edits import set_text
from cardprep.gui.context import Context
from cardprep.gui.widgets.field import Field, FieldText
from cardprep.rules.rulebook import Choice


@dataclass(frozen=True, slots=True)
class Option:
    """One entry: what is saved, and what is shown."""

    id: str
    label: str


def options(choices: Sequence[Choice], language: str) -> tuple[Option, ...]:
    """The entries for a list of the rule pack: official names first, in English with the Chinese behind."""
    if language == "en":
        return tuple(Option(c.id, f"{c.english} ({c.name})" if c.english else c.name) for c in choices)
    return tuple(Option(choice.id, choice.name) for choice in choices)


class Combo(QComboBox):
    """A combo box that a turn of the wheel does not change by accident.

    Signals:
        left: the focus went elsewhere (not into the list of the box).
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(QListView())
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class ChoiceField(Field):
    """Chooses one of the rule pack's entries; an id that the pack does not know is shown as it is."""

    def __init__(
        self,
        context: Context,
        path: str,
        text: FieldText,
        entries: Sequence[Option],
        parent: QWidget | None = None,
    ) -> None:
        self._combo = Combo()
        self._combo.setPlaceholderText(text.placeholder)
        for entry in entries:
            self._combo.addItem(entry.label, entry.id)
        super().__init__(context, path, text, self._combo, parent)
        self.show_value(self.value)
        self.show_messages()
        self._combo.activated.connect(self._on_chosen)
        self._combo.left.connect(self.on_left)

    def show_value(self, value: str) -> None:
        index = self._combo.findData(value)
        if index < 0 and value:
            self._combo.addItem(value, value)
            index = self._combo.count() - 1
        self._combo.setCurrentIndex(index)

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        edit = partial(set_text, path=self.path, text=str(self._combo.itemData(index)))
        self.context.session.apply(edit, where=self.path, initiator=self)
        self.reveal()
