"""A backup brought back: chosen, opened beside the present library, compared, and only then swapped."""

from __future__ import annotations

import contextlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QListWidget, QListWidgetItem, QWidget

from cardprep.app.library.backing_up import Restore, restoring
from cardprep.app.library.kept_backups import Shelf, backups_at
from cardprep.app.library.open import BACKUPS
from cardprep.errors import CardprepError
from cardprep.gui.theme import set_role
from cardprep.gui.widgets.comparison import ComparisonTable
from cardprep.gui.widgets.file_size import file_size
from cardprep.gui.widgets.moment import moment
from cardprep.gui.widgets.secret_field import SecretField
from cardprep.gui.widgets.working_dialog import WorkingDialog
from cardprep.library.recovery import RecoveryKey
from cardprep.library.ways import ByKeyring, ByPassphrase, ByRecoveryKey

if TYPE_CHECKING:
    from cardprep.gui.operation import Operations
    from cardprep.gui.theme import Theme
    from cardprep.host.secrets import Keyring
    from cardprep.library.ways import Way
    from cardprep.wording.catalog import Catalog

_KEYRING, _PASSPHRASE, _RECOVERY = "keyring", "passphrase", "recovery"
LEAST_LINES = 5


class RestoreDialog(WorkingDialog):
    """Brings a backup into the folder of a library that nobody has open.

    Signals:
        restored: the `Way` that opens what was brought back.
    """

    restored = Signal(object)

    def __init__(
        self,
        theme: Theme,
        catalog: Catalog,
        operations: Operations,
        folder: Path,
        second: Path | None,
        keyring: Keyring | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, catalog, operations, *self._words(), parent)
        self._folder = folder
        self._keyring = keyring
        self._stack: contextlib.ExitStack | None = None
        self._prepared: Restore | None = None
        self._used: Way | None = None
        self._choosing: list[QWidget] = []
        self.setMinimumWidth(theme.em(44))
        self._place, self._list, self._how = QComboBox(), QListWidget(), QComboBox()
        self._secret = SecretField(theme, "restore-secret", self.tr("Passphrase"))
        self._table = ComparisonTable(theme)
        self._fill_places(second)
        self._build()
        self._show_how()
        self._on_place()

    def _words(self) -> tuple[str, str]:
        return self.tr("Bring a backup back"), self.tr(
            "The backup is opened beside the present library and compared with it. Nothing is changed before "
            "you say so."
        )

    def _fill_places(self, second: Path | None) -> None:
        self._place.addItem(self.tr("This computer"), self._folder / BACKUPS)
        if second is not None:
            self._place.addItem(self.tr("Second place: {place}").format(place=second), second)
        self._place.addItem(self.tr("Another folder…"), None)
        self._place.setObjectName("restore-place")
        self._place.activated.connect(lambda _row: self._on_place())

    def _build(self) -> None:
        self._labelled(self.tr("Backups in"), self._place)
        self._list.setObjectName("restore-backups")
        height = self._list.fontMetrics().lineSpacing() + self._theme.em(0.7)
        self._list.setMinimumHeight(height * LEAST_LINES)
        self._labelled(self.tr("Which one"), self._list)
        if self._keyring is not None:
            self._how.addItem(self.tr("This computer's keyring"), _KEYRING)
        self._how.addItem(self.tr("Passphrase"), _PASSPHRASE)
        self._how.addItem(self.tr("Recovery key from the printed sheet"), _RECOVERY)
        self._how.setObjectName("restore-way")
        self._how.activated.connect(lambda _row: self._show_how())
        self._labelled(self.tr("Open it by"), self._how)
        self.body.addWidget(self._secret)
        self.body.addWidget(self._table)
        self._table.hide()
        cancel = self.add_button("cancel", self.tr("Cancel"))
        self._back = self.add_button("another-backup", self.tr("Choose another"))
        self._compare = self.add_button("compare", self.tr("Open and compare"), "primary")
        self._swap = self.add_button("swap", self.tr("Bring this backup back"), "danger")
        for button, run in (
            (cancel, self.reject),
            (self._back, self._choose_another),
            (self._compare, self._on_compare),
            (self._swap, self._on_swap),
        ):
            button.clicked.connect(run)
            self.hold(button)
        self.hold(self._place, self._list, self._how, self._secret)
        self._show_choice(True)

    def _labelled(self, text: str, widget: QWidget) -> None:
        label = QLabel(text)
        label.setBuddy(widget)
        set_role(label, "label")
        widget.setAccessibleName(text)
        self.body.addWidget(label)
        self.body.addWidget(widget)
        self._choosing.extend((label, widget))

    def _show_choice(self, choosing: bool) -> None:
        for widget in (self._place, self._list, self._how, self._secret):
            widget.setEnabled(choosing)
        for shown in self._choosing:
            shown.setVisible(choosing)
        self._secret.setVisible(choosing and self._how.currentData() != _KEYRING)
        self._compare.setVisible(choosing)
        self._compare.setDefault(choosing)
        for button in (self._back, self._swap):
            button.setVisible(not choosing)
        self._table.setVisible(not choosing)
        self.adjustSize()
        self._fit()

    def _show_how(self) -> None:
        how = self._how.currentData()
        self._secret.setVisible(how != _KEYRING)
        self._secret.set_label(self.tr("Recovery key") if how == _RECOVERY else self.tr("Passphrase"))
        self._secret.show_text(how == _RECOVERY)

    def _on_place(self) -> None:
        if self._place.currentData() is None:
            self._ask_place()
            return
        place: Path = self._place.currentData()
        self._list.clear()
        self._compare.setEnabled(False)
        self.work(lambda: backups_at(place), partial(self._on_listed, place))

    def _ask_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where the backups are"), str(Path.home()))
        if chosen:
            self._place.insertItem(0, chosen, Path(chosen))
        self._place.setCurrentIndex(0)
        self._on_place()

    def _on_listed(self, place: Path, shelf: Shelf) -> None:
        if place != self._place.currentData():  # another one was chosen while this was looked into
            return
        for kept in shelf.kept:
            at = moment(kept.at)
            item = QListWidgetItem(f"{at}    {file_size(kept.size)}")
            item.setData(Qt.ItemDataRole.UserRole, kept.name)
            self._list.addItem(item)
        self._compare.setEnabled(bool(shelf.kept))
        if shelf.kept:
            self._list.setCurrentRow(0)
        else:
            none = QListWidgetItem(self.tr("There is no backup in this folder."))
            none.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(none)

    def _way(self) -> Way:
        """What was chosen and typed (RecoveryKeyLength, RecoveryKeyMistyped)."""
        how = self._how.currentData()
        if how == _KEYRING and self._keyring is not None:
            return ByKeyring(self._keyring)
        if how == _RECOVERY:
            return ByRecoveryKey(RecoveryKey.read(self._secret.text))
        return ByPassphrase(self._secret.text)

    def _on_compare(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        try:
            way = self._way()
        except CardprepError as error:
            self.tell_error(error)
            self._secret.take_focus()
            return
        folder, place, name = self._folder, self._place.currentData(), item.data(Qt.ItemDataRole.UserRole)

        def prepare() -> tuple[contextlib.ExitStack, Restore]:
            with contextlib.ExitStack() as opening:
                prepared = opening.enter_context(restoring(folder, way, place, name))
                return opening.pop_all(), prepared

        self._used = way
        self.work(prepare, self._on_prepared, self._secret.take_focus)

    def _on_prepared(self, found: tuple[contextlib.ExitStack, Restore]) -> None:
        self._stack, self._prepared = found
        self._table.show_comparison(self._prepared.comparison)
        self._show_choice(False)
        self._back.setFocus()

    def _on_swap(self) -> None:
        if self._prepared is not None:
            self.work(self._prepared.swap, lambda _nothing: self._on_swapped())

    def _on_swapped(self) -> None:
        self._abandon()
        self.restored.emit(self._used)
        self.accept()

    def _choose_another(self) -> None:
        self._abandon()
        self.withdraw()
        self._show_choice(True)
        self._list.setFocus()

    def _abandon(self) -> None:
        """Take away what lies beside the library, and give its folder free."""
        stack, self._stack, self._prepared = self._stack, None, None
        if stack is not None:
            stack.close()

    def reject(self) -> None:
        """Close; the library is as it was."""
        if not self.is_working:
            self._abandon()
        super().reject()
