"""The library's passphrase: set for the first time, or another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cardprep.app.library.keys import has_passphrase, set_passphrase
from cardprep.gui.widgets.notice import Tone
from cardprep.gui.widgets.secret_field import SecretField
from cardprep.gui.widgets.working_dialog import WorkingDialog
from cardprep.library.passphrase import LEAST_CHARACTERS

if TYPE_CHECKING:
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.theme import Theme
    from cardprep.wording.catalog import Catalog


class PassphraseDialog(WorkingDialog):
    """Asks for the present passphrase, if there is one, and twice for the new one."""

    def __init__(
        self, theme: Theme, catalog: Catalog, desk: LibraryDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, catalog, desk.operations, *self._words(has_passphrase(desk.library)), parent)
        self._library = desk.library
        self._present = SecretField(theme, "present-passphrase", self.tr("Present passphrase"))
        self._new = SecretField(theme, "new-passphrase", self.tr("New passphrase"))
        self._again = SecretField(theme, "new-passphrase-again", self.tr("The same once more"))
        for field in (self._present, self._new, self._again):
            self.body.addWidget(field)
            self.hold(field)
        self._present.setVisible(has_passphrase(self._library))
        self.add_label(
            self.tr(
                "At least %n character(s); a few unrelated words are easy to remember and safe.",
                "",
                LEAST_CHARACTERS,
            ),
            "hint",
        )
        cancel = self.add_button("cancel", self.tr("Cancel"))
        save = self.add_button("set-passphrase", self.tr("Set the passphrase"), "primary")
        self.hold(cancel, save)
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._set)
        (self._present if has_passphrase(self._library) else self._new).take_focus()

    def _words(self, is_change: bool) -> tuple[str, str]:
        if not is_change:
            return self.tr("Set a passphrase"), self.tr(
                "Whoever knows it can open the library, on any computer. It is kept nowhere: write it down "
                "and put it where you keep valuables."
            )
        return self.tr("Change the passphrase"), self.tr(
            "The former passphrase no longer opens the library; backups made before still open by it. The "
            "recovery sheet stays valid."
        )

    def _set(self) -> None:
        present, new = self._present.text, self._new.text
        if new != self._again.text:
            self.tell(Tone.BLOCK, self.tr("The two passphrases are not the same."))
            self._again.take_focus()
            return
        library = self._library
        self.work(lambda: set_passphrase(library, present, new), lambda _nothing: self.accept(), self._back)

    def _back(self) -> None:
        """What was typed stays, to be mended."""
        (self._present if not self._present.isHidden() else self._new).take_focus()
