"""Who can open the library: passphrase, the system's keyring, the recovery sheet; and when it locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from cardprep.app.library.keys import has_passphrase
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.section import Section
from cardprep.library.header import Holder

if TYPE_CHECKING:
    from cardprep.app.library.open import OpenLibrary
    from cardprep.gui.memory import Memory
    from cardprep.gui.widgets.working_dialog import WorkingDialog
    from cardprep.host.secrets import Keyring

LOCK_AFTER = (5, 15, 30, 60, 0)


class KeysPanel(Section):
    """Shows the ways in and changes them.

    Signals:
        passphrase_asked: set or change it.
        sheet_asked: save a new recovery sheet.
        lock_after_chosen: after other minutes than before.
    """

    passphrase_asked = Signal()
    sheet_asked = Signal()
    lock_after_chosen = Signal()

    def __init__(
        self, theme: Theme, host: WorkingDialog, library: OpenLibrary, memory: Memory, keyring: Keyring | None
    ) -> None:
        super().__init__(theme, "")
        self._theme = theme
        self._host = host
        self._library = library
        self._memory = memory
        self._keyring = keyring
        heading = QLabel(self.tr("Who can open it"))
        set_role(heading, "section")
        self.body.addWidget(heading)
        self._passphrase = QPushButton()
        self._sheet = QPushButton(theme.icon("print"), self.tr("Save a new recovery sheet…"))
        self._passphrase_told, self._sheet_told = QLabel(), QLabel()
        self._add_passphrase()
        self._add_keyring()
        self._add_sheet()
        self._add_lock()
        host.hold(self._passphrase, self._sheet, self._in_keyring)
        self.refresh()

    def refresh(self) -> None:
        """Show the ways in as they are now."""
        is_set = has_passphrase(self._library)
        self._passphrase.setText(self.tr("Change…") if is_set else self.tr("Set a passphrase…"))
        self._passphrase_told.setText(
            self.tr("Passphrase: set.") if is_set else self.tr("Passphrase: none yet.")
        )
        self._in_keyring.setChecked(Holder.KEYRING in self._library.vault.holders)
        has_sheet = self._memory.read().recovery_sheet == self._library.vault.library
        self._sheet_told.setText(
            self.tr("Recovery sheet: saved from this computer. Keep the printed sheet with your valuables.")
            if has_sheet
            else self.tr(
                "Recovery sheet: not saved yet. It is the only way in when the passphrase or this computer "
                "is lost."
            )
        )

    def _add_passphrase(self) -> None:
        self._passphrase.setObjectName("passphrase")
        self._passphrase.clicked.connect(self.passphrase_asked)
        self._add_row(self._passphrase_told, self._passphrase)

    def _add_row(self, told: QLabel, button: QPushButton) -> None:
        told.setWordWrap(True)
        button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(told, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _add_keyring(self) -> None:
        self._in_keyring = QCheckBox(self.tr("Open without asking, by this computer's keyring"))
        self._in_keyring.setObjectName("in-keyring")
        self._in_keyring.clicked.connect(self._on_keyring)
        self._in_keyring.setEnabled(
            self._keyring is not None or Holder.KEYRING in self._library.vault.holders
        )
        hint = QLabel(
            self.tr(
                "Convenient, and never the only way in: whoever is logged in to your account can open it. "
                "It can be switched off once there is a passphrase."
            )
            if self._in_keyring.isEnabled()
            else self.tr("This computer has no keyring that could keep the key.")
        )
        hint.setWordWrap(True)
        set_role(hint, "hint")
        pair = QVBoxLayout()
        pair.setSpacing(self._theme.em(0.2))
        pair.addWidget(self._in_keyring)
        pair.addWidget(hint)
        self.body.addLayout(pair)

    def _add_sheet(self) -> None:
        self._sheet.setObjectName("recovery-sheet")
        self._sheet.clicked.connect(self.sheet_asked)
        self._add_row(self._sheet_told, self._sheet)

    def _add_lock(self) -> None:
        label, box = QLabel(self.tr("Lock when nobody touches keyboard or mouse for")), QComboBox()
        box.setObjectName("lock-after")
        box.setAccessibleName(label.text())
        label.setBuddy(box)
        for minutes in LOCK_AFTER:
            text = self.tr("%n minute(s)", "", minutes) if minutes else self.tr("never")
            box.addItem(text, str(minutes))
        now = self._memory.read().lock_after_minutes
        if box.findData(str(now)) < 0:
            box.addItem(self.tr("%n minute(s)", "", now), str(now))
        box.setCurrentIndex(box.findData(str(now)))
        box.activated.connect(lambda _row: self._on_lock(str(box.currentData())))
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addWidget(box)
        self.body.addLayout(row)

    def _on_lock(self, minutes: str) -> None:
        self._memory.remember(lock_after=minutes)
        self.lock_after_chosen.emit()

    def _on_keyring(self, wanted: bool) -> None:
        vault, keyring = self._library.vault, self._keyring

        def work() -> None:
            if not wanted:
                vault.forget_keyring(keyring)
            elif keyring is not None:
                vault.remember_in_keyring(keyring)

        self._host.work(work, lambda _nothing: self.refresh(), self.refresh)
