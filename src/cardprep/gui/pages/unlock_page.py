"""The way into the library, where a person is needed: a passphrase, the recovery key, or a new library."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cardprep.app.library.entering import Door
from cardprep.errors import CardprepError
from cardprep.gui.messages import Messages
from cardprep.gui.screen import Screen
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.notice import Action, Tone
from cardprep.library.header import Holder
from cardprep.library.passphrase import LEAST_CHARACTERS
from cardprep.library.recovery import RecoveryKey
from cardprep.library.ways import ByPassphrase, ByRecoveryKey

WIDTH_EM = 34.0


class UnlockPage(Screen):
    """Asks for what opens the library, or for the passphrase of a new one.

    Signals:
        way_given: a `Way` that was typed.
        passphrase_given: the passphrase of a new library.
        keyring_asked: open it by the system's keyring.
        restore_asked: bring a backup back.
        retry_asked: look at the library once more.
        elsewhere_asked: keep the library in another folder.
    """

    way_given = Signal(object)
    passphrase_given = Signal(str)
    keyring_asked = Signal()
    restore_asked = Signal()
    retry_asked = Signal()
    elsewhere_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        door: Door | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(messages, parent)
        self._theme = theme
        self._by_recovery_key = False
        self._fields: list[QLineEdit] = []
        page = QWidget()
        page.setFixedWidth(theme.em(WIDTH_EM))
        self._column = QVBoxLayout(page)
        self._column.setSpacing(theme.em(0.9))
        row = QHBoxLayout()  # not an alignment: that would ignore that wrapped text grows in height
        row.addStretch(1)
        row.addWidget(page)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(row)
        whole.addStretch(3)
        self._show(door)

    def take_focus(self) -> None:
        if self._fields:
            self._fields[0].setFocus()

    def show_failure(self, error: CardprepError) -> None:
        """Say why it did not open; what was typed stays, to be mended."""
        self._busy(False)
        self.messages.show_error(error, "unlock")
        if self._fields:
            self._fields[0].selectAll()
            self._fields[0].setFocus()

    def show_trouble(self, error: CardprepError) -> None:
        """The library or its place will not do: what can be done about it."""
        actions = (Action("retry", self.tr("Try again"), self.retry_asked.emit),)
        self.messages.show_error(error, "unlock", actions)

    def _show(self, door: Door | None) -> None:
        picture = QLabel()
        picture.setPixmap(self._theme.pixmap("lock-closed", "accent", 2.4))
        self._column.addWidget(picture)
        if door is None:
            self._show_closed()
        elif door.is_new:
            self._show_new()
        else:
            self._show_locked(door)
        self._column.addWidget(self.messages)
        self._column.addLayout(self._others(door))

    def _show_closed(self) -> None:
        self._say(
            self.tr("The library cannot be opened"),
            self.tr("Your applications are untouched. What can be done stands below."),
        )

    def _show_new(self) -> None:
        self._say(
            self.tr("A passphrase for your library"),
            self.tr(
                "Applications and identity papers are kept encrypted on this computer. This computer has no "
                "keyring that could keep the key, so choose a passphrase of at least %n character(s). "
                "Nobody can open the library without it or the printed recovery key.",
                "",
                LEAST_CHARACTERS,
            ),
        )
        self._add_field("passphrase", self.tr("Passphrase"))
        self._add_field("passphrase-again", self.tr("The same once more"))
        self._add_go(self.tr("Make the library"), self._make)

    def _show_locked(self, door: Door) -> None:
        self._say(self.tr("Open the library"), self.tr("It is locked, and nobody else can read it."))
        self._name = self._add_field("passphrase", self.tr("Passphrase"))
        self._add_go(self.tr("Open"), self._open)
        self._key_link = self._link("use-recovery-key", self.tr("Use the printed recovery key"))
        self._key_link.clicked.connect(self._ask_recovery_key)
        self._column.addWidget(self._key_link, 0, Qt.AlignmentFlag.AlignLeft)
        if door.keyring is not None and Holder.KEYRING in door.holders:
            keyring = self._link("use-keyring", self.tr("Open with this computer's keyring"))
            keyring.clicked.connect(self.keyring_asked)
            self._column.addWidget(keyring, 0, Qt.AlignmentFlag.AlignLeft)
        if not door.has_passphrase and not (door.keyring and Holder.KEYRING in door.holders):
            self._ask_recovery_key()

    def _say(self, title: str, lead: str) -> None:
        for text, role in ((title, "title"), (lead, "subtitle")):
            label = QLabel(text)
            label.setWordWrap(True)
            set_role(label, role)
            self._column.addWidget(label)

    def _add_field(self, name: str, text: str) -> QLabel:
        label, field = QLabel(text), QLineEdit()
        field.setObjectName(name)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setAccessibleName(text)
        field.returnPressed.connect(self._on_return)
        label.setBuddy(field)
        set_role(label, "label")
        self._fields.append(field)
        self._column.addWidget(label)
        self._column.addWidget(field)
        return label

    def _add_go(self, text: str, go: object) -> None:
        self._go = QPushButton(text)
        self._go.setObjectName("open-library")
        set_role(self._go, "primary")
        self._go.clicked.connect(go)
        self._column.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)

    def _link(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        set_role(button, "link")
        return button

    def _others(self, door: Door | None) -> QHBoxLayout:
        row = QHBoxLayout()
        offers = [("restore", self.tr("Bring a backup back…"), self.restore_asked)]
        if door is None or door.is_new:
            offers.append(("elsewhere", self.tr("Keep the library in another folder…"), self.elsewhere_asked))
        for name, text, signal in offers:
            link = self._link(name, text)
            link.clicked.connect(signal)
            row.addWidget(link)
        row.addStretch(1)
        return row

    def _on_return(self) -> None:
        field = self.sender()
        position = self._fields.index(field) if isinstance(field, QLineEdit) else 0
        if position + 1 < len(self._fields):
            self._fields[position + 1].setFocus()
        else:
            self._go.click()

    def _make(self) -> None:
        first, second = (field.text() for field in self._fields)
        if first != second:
            self.messages.show_message("unlock", Tone.BLOCK, self.tr("The two passphrases are not the same."))
            self._fields[1].setFocus()
            return
        self._busy(True)
        self.passphrase_given.emit(first)

    def _open(self) -> None:
        text = self._fields[0].text()
        try:
            way = ByRecoveryKey(RecoveryKey.read(text)) if self._by_recovery_key else ByPassphrase(text)
        except CardprepError as error:
            self.show_failure(error)
            return
        self._busy(True)
        self.way_given.emit(way)

    def _ask_recovery_key(self) -> None:
        self._by_recovery_key = not self._by_recovery_key
        field, shown = self._fields[0], self._by_recovery_key
        field.clear()
        field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        text = self.tr("Recovery key") if shown else self.tr("Passphrase")
        self._name.setText(text)
        field.setAccessibleName(text)
        other = self.tr("Use the passphrase") if shown else self.tr("Use the printed recovery key")
        self._key_link.setText(other)
        field.setFocus()

    def _busy(self, busy: bool) -> None:
        self.messages.withdraw("unlock")
        self._go.setEnabled(not busy)
        if busy:
            self.messages.show_message("unlock", Tone.INFO, self.tr("The library is being opened …"))
