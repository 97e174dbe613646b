"""申请单位声明 (VIEW-3): a box to tick, unticked again by every later edit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.section import Section


class Declaration(Section):
    """The declaration.

    Signals:
        ticked: the clerk ticked or unticked it.
    """

    ticked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        title = QLabel(self.tr("Declaration of the applicant"))
        set_role(title, "section")
        text = QLabel(
            self.tr(
                "What is entered and attached is true and complete, and agrees in everything with the unit's "
                "qualification material and the identity papers. (The online system's own wording decides.)"
            )
        )
        text.setWordWrap(True)
        set_role(text, "muted")
        self._box = QCheckBox(self.tr("We have checked everything and declare this"))
        self._box.setObjectName("declaration")
        self._box.setAccessibleDescription(text.text())
        self._box.clicked.connect(self.ticked)
        hint = QLabel(self.tr("Any later change takes the tick away, so that nothing is declared unseen."))
        hint.setWordWrap(True)
        set_role(hint, "hint")
        self._again = QLabel(self.tr("Something was changed: please check once more, then tick again."))
        self._again.setObjectName("declare-again")
        self._again.setWordWrap(True)
        set_role(self._again, "warn")
        self._again.hide()
        for widget in (title, text, self._box, self._again, hint):
            self.body.addWidget(widget)

    def show_ticked(self, ticked: bool, edited: bool = True) -> None:
        """Show how it stands; say so when an edit took the tick away."""
        if ticked:
            self._again.hide()
        elif self._box.isChecked() and edited:
            self._again.show()
        self._box.setChecked(ticked)

    def take_focus(self) -> None:
        """Put the focus on the box."""
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
