"""A few choices as large rows, and what the rules say of the choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from cardprep.app.session import Change
from cardprep.case.finding import Finding
from cardprep.gui.context import Context
from cardprep.gui.widgets.choice_row import ChoiceRow
from cardprep.gui.widgets.discard import discard
from cardprep.gui.widgets.message import Message, finding_lines


@dataclass(frozen=True, slots=True)
class Item:
    """One choice: what is meant, how it is called, what it means."""

    id: str
    title: str
    detail: str = ""


class ChoiceGroup(QWidget):
    """Radio buttons for the place `where`; the button of a choice is named `where:id`.

    Signals:
        chosen: the id that the clerk chose.
    """

    chosen = Signal(str)

    def __init__(
        self,
        context: Context,
        where: str,
        items: Sequence[Item],
        columns: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"choices:{where}")
        self._context = context
        self._where = where
        self._columns = columns
        self._revealed = False
        self._choice = ""
        self._items: tuple[Item, ...] = ()
        self._rows: dict[str, ChoiceRow] = {}
        self._group = QButtonGroup(self)
        self._message = Message(context.theme)
        self._grid = QGridLayout()
        self._grid.setSpacing(context.theme.em(0.6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.em(0.5))
        column.addLayout(self._grid)
        column.addWidget(self._message)
        self.show_items(items)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these choices; rows whose ids stay keep the keyboard."""
        if tuple(items) == self._items:
            return
        if [item.id for item in items] == list(self._rows):
            for item in items:
                self._rows[item.id].show_text(item.title, item.detail)
        else:
            self._make_rows(items)
        self._items = tuple(items)
        self.show_choice(self._choice)

    def put_below(self, id_: str, widget: QWidget) -> None:
        """Show a widget right below one choice, as what belongs to it (a group whose items stay)."""
        place = list(self._rows).index(id_)
        self._grid.addWidget(widget, 2 * (place // self._columns) + 1, 0, 1, self._columns)

    def show_choice(self, choice: str) -> None:
        """Mark the choice, or none of them."""
        self._choice = choice
        self._group.setExclusive(False)
        for id_, row in self._rows.items():
            row.button.setChecked(id_ == choice)
        self._group.setExclusive(True)
        self._say()

    def refresh(self, change: Change) -> None:
        """Show the messages as they are now."""
        self._say()

    def reveal(self) -> None:
        """Say also that nothing is chosen yet."""
        self._revealed = True
        self._say()

    def focus_on(self, where: str, finding: Finding | None = None) -> bool:
        """Bring the keyboard to the choices when they are those of the place `where`."""
        if where != self._where or not self._rows:
            return False
        self.reveal()
        row = self._rows.get(self._choice) or next(iter(self._rows.values()))
        row.button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _make_rows(self, items: Sequence[Item]) -> None:
        for row in self._rows.values():
            self._group.removeButton(row.button)
            discard(row)
        self._rows = {}
        for place, item in enumerate(items):
            row = ChoiceRow(self._context.theme, f"{self._where}:{item.id}", item.title, item.detail)
            row.chosen.connect(partial(self._on_chosen, item.id))
            self._group.addButton(row.button)
            self._grid.addWidget(row, 2 * (place // self._columns), place % self._columns)
            self._rows[item.id] = row

    def _on_chosen(self, id_: str) -> None:
        self._choice = id_
        self.chosen.emit(id_)

    def _say(self) -> None:
        findings = self._context.session.findings_at(self._where)
        shown = findings if self._revealed or self._choice else ()
        self._message.say(finding_lines(self._context, shown))
