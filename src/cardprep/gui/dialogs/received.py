"""What came in a hand-over file: each application new, there already, or different, and which to take in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from cardprep.app.library.arriving import Arrival, News
from cardprep.case.model import Kind
from cardprep.errors import CardprepError
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.dialog_frame import DialogFrame
from cardprep.gui.widgets.failure_place import FailurePlace
from cardprep.gui.widgets.notice import Tone
from cardprep.wording.catalog import Catalog


class Outcome(Enum):
    """What became of one that was chosen."""

    TAKEN_IN = auto()
    MERGED = auto()
    LEFT = auto()


@dataclass(frozen=True, slots=True)
class _Row:
    box: QCheckBox
    state: QLabel


class ReceivedDialog(DialogFrame):
    """Lists the applications; what differs is compared one by one afterwards.

    Signals:
        chosen: the numbers of those to take in.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        catalog: Catalog,
        firm: str,
        arrivals: Sequence[Arrival],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, self.tr("Applications handed over"), "", parent)
        self.setObjectName("received")
        self.setMinimumWidth(theme.em(46))
        if firm:
            self.add_label(self.tr("Firm: {firm}").format(firm=firm), "label")
        lead = self.tr(
            "All of it was verified. What differs from the library is compared before it is taken."
        )
        self.add_label(lead, "muted")
        self._rows: list[_Row] = []
        self._add_rows(theme, arrivals)
        self._failure = FailurePlace(theme, catalog)
        self._failure.shown.connect(self.make_room)
        self.body.addWidget(self._failure)
        self._cancel = self.add_button("cancel", self.tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        self._take = self.add_button("take-in", self.tr("Take in"), "primary")
        self._take.clicked.connect(self._on_take)
        self._offer()
        first = next((row.box for row in self._rows if row.box.isEnabled()), self._cancel)
        first.setFocus()

    def reject(self) -> None:
        """Close, unless it is in the midst of taking in."""
        if self._cancel.isEnabled():
            super().reject()

    def show_outcome(self, number: int, outcome: Outcome) -> None:
        """Say what became of one of them."""
        texts = {
            Outcome.TAKEN_IN: (self.tr("Taken in"), "ok"),
            Outcome.MERGED: (self.tr("Merged"), "ok"),
            Outcome.LEFT: (self.tr("Left as it is in the library"), "muted"),
        }
        text, role = texts[outcome]
        self._rows[number].state.setText(text)
        set_role(self._rows[number].state, role)

    def show_end(self, taken: int) -> None:
        """All of them have had their turn."""
        self._failure.show_words(
            Tone.OK, self.tr("%n application(s) of this file are in the library now.", "", taken)
        )
        self._take.hide()
        self._cancel.setText(self.tr("Close"))
        self._cancel.setEnabled(True)
        self._cancel.setFocus()

    def show_failure(self, error: CardprepError) -> None:
        """It could not go on; what was taken in before is there."""
        self._failure.show_error(error)
        self._take.hide()
        self._cancel.setText(self.tr("Close"))
        self._cancel.setEnabled(True)

    def _add_rows(self, theme: Theme, arrivals: Sequence[Arrival]) -> None:
        inner = QWidget()
        set_role(inner, "column")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.em(0.4), 0)
        column.setSpacing(theme.em(0.5))
        for number, arrival in enumerate(arrivals):
            column.addWidget(self._row(theme, number, arrival))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setMinimumHeight(min(theme.em(22), inner.sizeHint().height() + theme.em(0.5)))
        self.body.addWidget(area, 1)

    def _row(self, theme: Theme, number: int, arrival: Arrival) -> QFrame:
        frame = QFrame()
        set_role(frame, "option")
        name = arrival.source.case.unit.name.strip() or self.tr("Firm without a name yet")
        box = QCheckBox(name.replace("&", "&&"))
        box.setObjectName(f"arrival:{number}")
        box.setChecked(arrival.news is not News.SAME)
        box.setEnabled(arrival.news is not News.SAME)
        box.toggled.connect(self._offer)
        text, role = self._news(arrival)
        state = QLabel(text)
        state.setObjectName(f"news:{number}")
        set_role(state, role)
        detail = QLabel(self._detail(arrival))
        detail.setIndent(theme.em(1.7))
        set_role(detail, "hint")
        box.setAccessibleDescription(f"{detail.text()}, {text}")
        words = QVBoxLayout()
        words.setSpacing(theme.em(0.15))
        words.addWidget(box)
        words.addWidget(detail)
        row = QHBoxLayout(frame)
        row.setContentsMargins(theme.em(0.8), theme.em(0.5), theme.em(0.8), theme.em(0.5))
        row.setSpacing(theme.em(0.8))
        row.addLayout(words, 1)
        row.addWidget(state)
        self._rows.append(_Row(box, state))
        return frame

    def _detail(self, arrival: Arrival) -> str:
        case = arrival.source.case
        kinds = {
            Kind.NEW_ENTRANT: self.tr("New entrant"),
            Kind.ADDITIONAL_OPERATORS: self.tr("Additional operators"),
        }
        told = self.tr("{kind}, %n operator(s)", "", len(case.operators))
        return told.format(kind=kinds[case.kind] if case.kind else self.tr("Kind not chosen"))

    def _news(self, arrival: Arrival) -> tuple[str, str]:
        if arrival.news is News.NEW:
            return self.tr("New"), "ok"
        if arrival.news is News.SAME:
            return self.tr("In the library already"), "muted"
        return self.tr("Differs in %n place(s)", "", len(arrival.differences)), "warn"

    def _offer(self) -> None:
        self._take.setEnabled(any(row.box.isChecked() and row.box.isEnabled() for row in self._rows))

    def _on_take(self) -> None:
        numbers = [n for n, row in enumerate(self._rows) if row.box.isEnabled() and row.box.isChecked()]
        for row in self._rows:
            row.box.setEnabled(False)
        self._take.setEnabled(False)
        self._cancel.setEnabled(False)
        self.chosen.emit(numbers)
