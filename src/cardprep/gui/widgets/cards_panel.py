"""How many cards are free and how many are to be bought, and what is done online (APP-3, APP-4, VIEW-5)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cardprep.case.finding import Severity
from cardprep.gui.context import Context
from cardprep.gui.layouts import take_all_out
from cardprep.gui.theme import set_role
from cardprep.gui.widgets.message import finding_line
from cardprep.gui.widgets.section import Section


class CardsPanel(Section):
    """The counts, every finding that only informs, and which login the online system takes (APP-8)."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent=parent)
        self._context = context
        title = QLabel(self.tr("Cards, and what is done online"))
        set_role(title, "section")
        self._counts = QLabel()
        self._counts.setObjectName("cards")
        self._counts.setWordWrap(True)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(context.theme.em(0.6))
        self._shown: tuple[str, ...] = ()
        self.body.addWidget(title)
        self.body.addWidget(self._counts)
        self.body.addLayout(self._notes)

    def refresh(self) -> None:
        """Show the counts and notes of now."""
        session = self._context.session
        cards = session.cards
        self._counts.setText(
            self.tr("Free: {legal} legal-person card(s), {operator} operator card(s). To buy: {buy}.").format(
                legal=cards.legal_free, operator=cards.operator_free, buy=cards.to_buy
            )
        )
        catalog = self._context.catalog
        told = (
            *(
                finding_line(self._context, finding).text
                for finding in session.findings
                if finding.severity is Severity.INFO
            ),
            *catalog.guidance("APP-8", str(session.case.kind)),
        )
        if told == self._shown:
            return
        self._shown = told
        take_all_out(self._notes)
        for text in told:
            self._notes.addWidget(self._note(text))

    def _note(self, text: str) -> QWidget:
        theme = self._context.theme
        note, icon, words = QWidget(), QLabel(), QLabel(text)
        icon.setPixmap(theme.pixmap("info", "info", 1.2))
        words.setWordWrap(True)
        set_role(words, "muted")
        row = QHBoxLayout(note)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.em(0.6))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return note
