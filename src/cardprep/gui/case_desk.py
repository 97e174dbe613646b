"""What the menu of an open application offers beyond its pages: its history, and a plain copy of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cardprep.app.library.place import ApplicationPlace
from cardprep.gui.dialogs.history import HistoryDialog
from cardprep.gui.dialogs.save_as_folder import SaveAsFolderDialog
from cardprep.gui.widgets.notice import Tone
from cardprep.host.paths import documents_folder

if TYPE_CHECKING:
    from cardprep.gui.case_view import CaseView
    from cardprep.gui.opened import OpenCase
    from cardprep.gui.window import MainWindow

_UNSAFE = '<>:"/\\|?*'


class CaseDesk(QObject):
    """Opens the dialogs of an open application."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def serve(self, view: CaseView, opened: OpenCase) -> None:
        """Connect the menu of the application's screen."""
        view.history_asked.connect(lambda: self._show_history(view, opened))
        view.copy_asked.connect(lambda: self._save_as_folder(view))

    def _show_history(self, view: CaseView, opened: OpenCase) -> None:
        if isinstance(opened.place, ApplicationPlace):
            dialog = HistoryDialog(view.context, opened.place, opened.autosave, self._window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _save_as_folder(self, view: CaseView) -> None:
        name = "".join(c for c in view.context.session.case.unit.name.strip() if c not in _UNSAFE)
        proposal = documents_folder() / (name or self.tr("application"))
        dialog = SaveAsFolderDialog(view.context, proposal, self._window)

        def tell() -> None:
            text = self.tr("The application was copied to {folder}; nothing in it is encrypted.")
            view.messages.show_message("copied", Tone.OK, text.format(folder=dialog.saved))

        dialog.accepted.connect(tell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
