"""The warnings, one by one: each may be confirmed with a reason, and the confirmation taken back (VIEW-4)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cardprep.case.finding import Finding, Severity
from cardprep.case.model import Acknowledgement, Case
from cardprep.gui.context import Context
from cardprep.gui.layouts import take_all_out
from cardprep.gui.theme import set_role
from cardprep.gui.widgets.section import Section


class WarningList(Section):
    """The warnings of the case.

    Signals:
        acknowledge_asked: a `Finding` to take upon oneself.
        withdraw_asked: a `Finding` whose acknowledgement is to be taken back.
        chosen: a `Finding` to be led to.
    """

    acknowledge_asked = Signal(object)
    withdraw_asked = Signal(object)
    chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        theme = context.theme
        super().__init__(theme, parent=parent)
        self.body.addWidget(_label(self.tr("Warnings"), "section"))
        self.body.addWidget(
            _label(
                self.tr(
                    "Correct what is wrong. What is right all the same, confirm one by one with a reason."
                ),
                "hint",
            )
        )
        self._context = context
        self._shown: tuple[Finding, ...] = ()
        self._entries: tuple[Acknowledgement, ...] = ()
        self._buttons_of: dict[int, QPushButton] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.em(0.8))
        self.body.addLayout(self._rows)
        self.hide()

    def refresh(self) -> None:
        """Show the warnings of now; the card is away where there are none."""
        session = self._context.session
        warnings = tuple(f for f in session.findings if f.severity is Severity.WARN)
        if (warnings, session.case.acknowledged) == (self._shown, self._entries):
            return
        self._shown, self._entries = warnings, session.case.acknowledged
        take_all_out(self._rows)
        self._buttons_of = {}
        for number, finding in enumerate(warnings):
            self._rows.addWidget(self._row(number, finding, session.case))
        self.setVisible(bool(warnings))

    def focus_on(self, where: str, finding: Finding | None = None) -> bool:
        """Put the focus on the button of the warning at that place."""
        found = [number for number, shown in enumerate(self._shown) if shown.where == where]
        exact = [number for number in found if finding is not None and _same(self._shown[number], finding)]
        return self._focus_button(next(iter(exact or found), None))

    def focus_next_open(self, finding: Finding) -> bool:
        """Put the focus on the next warning to confirm after this one, from the last on to the first."""
        numbers = range(len(self._shown))
        here = next((number for number in numbers if _same(self._shown[number], finding)), 0)
        following = (*numbers[here:], *numbers[:here])
        return self._focus_button(next((n for n in following if self._shown[n].is_open), None))

    def _focus_button(self, number: int | None) -> bool:
        button = self._buttons_of.get(number) if number is not None else None
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return button is not None

    def _row(self, number: int, finding: Finding, case: Case) -> QFrame:
        theme, told = self._context.theme, self._context.catalog.finding(finding, case)
        row = QFrame()
        set_role(row, "notice-ok" if finding.acknowledged else "notice-warn")
        column = QVBoxLayout(row)
        column.setContentsMargins(theme.em(0.9), theme.em(0.7), theme.em(0.9), theme.em(0.7))
        column.setSpacing(theme.em(0.3))
        column.addWidget(_label(told.place, "label"))
        column.addWidget(_label(told.message))
        column.addWidget(_label(told.remedy, "muted"))
        if finding.acknowledged:
            column.addWidget(_label(self._said(finding, case), "ok"))
        column.addLayout(self._buttons(number, finding))
        return row

    def _buttons(self, number: int, finding: Finding) -> QHBoxLayout:
        go = QPushButton(self.tr("Go to the field"))
        go.setObjectName(f"go:{number}")
        set_role(go, "link")
        go.clicked.connect(lambda: self.chosen.emit(finding))
        if finding.acknowledged:
            act, signal = QPushButton(self.tr("Take the confirmation back")), self.withdraw_asked
        else:
            act, signal = QPushButton(self.tr("Confirm as correct…")), self.acknowledge_asked
        act.setObjectName(f"acknowledge:{number}")
        act.clicked.connect(lambda: signal.emit(finding))
        self._buttons_of[number] = act
        row = QHBoxLayout()
        row.addWidget(act)
        row.addWidget(go)
        row.addStretch(1)
        return row

    def _said(self, finding: Finding, case: Case) -> str:
        for entry in case.acknowledged:
            if (entry.rule, entry.where, entry.file) == (finding.rule, finding.where, finding.file):
                return self.tr("Confirmed: {reason} ({by}, {at})").format(
                    reason=entry.reason, by=entry.by or "–", at=entry.at[:16].replace("T", " ")
                )
        return self.tr("Confirmed")


def _same(one: Finding, other: Finding) -> bool:
    """Whether both are the same warning, confirmed or not."""
    return replace(one, acknowledged=False) == replace(other, acknowledged=False)


def _label(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    if role:
        set_role(label, role)
    return label
