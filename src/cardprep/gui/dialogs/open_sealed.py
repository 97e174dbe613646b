"""A sealed hand-over file: asks for its passphrase, and stays until it opens or the clerk gives up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QProgressBar, QWidget

from cardprep.errors import CardprepError
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.dialog_frame import DialogFrame
from cardprep.gui.widgets.failure_place import FailurePlace
from cardprep.wording.catalog import Catalog


class OpenSealedDialog(DialogFrame):
    """Shows what it was told; the opening itself is whoever's that made it.

    Signals:
        given: the passphrase to try.
        given_up: the clerk closed it, perhaps while it was being opened.
    """

    given = Signal(str)
    given_up = Signal()

    def __init__(self, theme: Theme, catalog: Catalog, file: str, parent: QWidget | None = None) -> None:
        lead = self.tr(
            "“{file}” is encrypted. Type the passphrase that its sender told you; nothing is written into "
            "the library before all of it has been verified."
        )
        super().__init__(theme, self.tr("Open a hand-over file"), lead.format(file=file), parent)
        self.setObjectName("open-sealed")
        caption = QLabel(self.tr("Passphrase"))
        set_role(caption, "label")
        self._field = QLineEdit()
        self._field.setObjectName("sealed-passphrase")
        self._field.setAccessibleName(self.tr("Passphrase"))
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        caption.setBuddy(self._field)
        self._shown = QCheckBox(self.tr("Show what is typed"))
        self._shown.setObjectName("show-passphrase")
        self._shown.toggled.connect(self._on_shown)
        self._bar = QProgressBar()
        self._bar.setObjectName("opening")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Opening and verifying…"))
        self._doing = QLabel(self.tr("Opening and verifying…"))
        self._failure = FailurePlace(theme, catalog)
        self._failure.shown.connect(self.make_room)
        for widget in (caption, self._field, self._shown, self._doing, self._bar, self._failure):
            self.body.addWidget(widget)
        self.add_button("cancel", self.tr("Cancel")).clicked.connect(self.reject)
        self._open = self.add_button("open-sealed-file", self.tr("Open"), "primary")
        self._open.clicked.connect(self._on_open)
        self._field.textChanged.connect(lambda text: self._open.setEnabled(bool(text.strip())))
        self._show_busy(False)
        self._open.setEnabled(False)

    def show_failure(self, error: CardprepError) -> None:
        """It did not open: say why; the passphrase stays, to be mended."""
        self._show_busy(False)
        self._failure.show_error(error)
        self._field.setFocus()
        self._field.selectAll()

    def reject(self) -> None:
        """Give up; whatever is under way is to be stopped."""
        self.given_up.emit()
        super().reject()

    def _on_open(self) -> None:
        self._failure.clear()
        self._show_busy(True)
        self.given.emit(self._field.text().strip())

    def _on_shown(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._field.setEchoMode(mode)

    def _show_busy(self, busy: bool) -> None:
        self._bar.setVisible(busy)
        self._doing.setVisible(busy)
        self._field.setEnabled(not busy)
        self._shown.setEnabled(not busy)
        self._open.setEnabled(not busy)
