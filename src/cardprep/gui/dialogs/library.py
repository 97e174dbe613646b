"""The library: where it lies, who can open it, its backups."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from cardprep.gui.theme import set_role
from cardprep.gui.widgets.backups_panel import BackupsPanel
from cardprep.gui.widgets.keys_panel import KeysPanel
from cardprep.gui.widgets.scrolled import scrolled
from cardprep.gui.widgets.working_dialog import WorkingDialog

if TYPE_CHECKING:
    from cardprep.app.library.backing_up import BackedUp
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.memory import Memory
    from cardprep.gui.theme import Theme
    from cardprep.host.secrets import Keyring
    from cardprep.wording.catalog import Catalog

WIDTH_EM, HEIGHT_EM = 52.0, 46.0


class LibraryDialog(WorkingDialog):
    """Everything about the library as a whole.

    Signals:
        passphrase_asked, sheet_asked, restore_asked, lock_after_chosen: as the panels'.
    """

    passphrase_asked = Signal()
    sheet_asked = Signal()
    restore_asked = Signal()
    lock_after_chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        catalog: Catalog,
        desk: LibraryDesk,
        memory: Memory,
        keyring: Keyring | None,
        back_up: Callable[[], BackedUp],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, catalog, desk.operations, self.tr("Library"), parent=parent)
        place = QLabel(self.tr("Folder: {folder}").format(folder=desk.library.folder))
        place.setObjectName("library-folder")
        place.setTextFormat(Qt.TextFormat.PlainText)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        place.setWordWrap(True)
        set_role(place, "muted")
        self.body.addWidget(place)
        self.keys = KeysPanel(theme, self, desk.library, memory, keyring)
        self.backups = BackupsPanel(theme, self, desk.library, memory, back_up)
        self.body.addWidget(scrolled(theme, self.keys, self.backups), 1)
        self.keys.passphrase_asked.connect(self.passphrase_asked)
        self.keys.sheet_asked.connect(self.sheet_asked)
        self.keys.lock_after_chosen.connect(self.lock_after_chosen)
        self.backups.restore_asked.connect(self.restore_asked)
        close = self.add_button("close", self.tr("Close"), "primary")
        close.clicked.connect(self.reject)
        self.resize(theme.em(WIDTH_EM), theme.em(HEIGHT_EM))
