"""Opens the window: its empty frame is painted at once, and filled as soon as it stands on the screen.

Whatever neither needs is imported later still.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from cardprep import __version__
from cardprep.gui.tokens import DARK, LIGHT
from cardprep.gui.window import MainWindow
from cardprep.host import settings
from cardprep.host.paths import log_file, settings_file

if TYPE_CHECKING:
    from cardprep.gui.program import Program

SETTLED_AFTER_MS = 100
# A window that starts minimised is never painted; it is filled all the same.
UNPAINTED_AFTER_MS = 1_000


def main(argv: Sequence[str]) -> int:
    """Run the window until it is closed.

    Args:
        argv: the program's arguments without its name; the first may be a case or bundle to open.
    """
    application = QApplication(["cardprep", "-style", "fusion", *argv])
    application.setApplicationName("cardprep")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("cardprep")
    start = Start(application, Path(argv[0]).absolute() if argv else None)
    start.show_frame()
    try:
        return application.exec()
    finally:
        start.close()


class Start(QObject):
    """The way from nothing to the program in its window."""

    def __init__(self, application: QApplication, path: Path | None) -> None:
        super().__init__()
        self._application = application
        self._path = path
        self._program: Program | None = None
        self._window = MainWindow()
        self._fill = QTimer(self, singleShot=True, interval=UNPAINTED_AFTER_MS)
        self._fill.timeout.connect(self._on_fill)
        self._window.painted.connect(lambda: self._fill.start(0))

    def show_frame(self) -> None:
        """Show the empty window where it was the last time, in the colour it will have."""
        known = settings.load(settings_file())
        self._window.setWindowTitle(self._application.applicationName())
        self._window.restore(known.window, (DARK if self._is_dark(known.theme) else LIGHT).surface)
        self._window.show()
        self._fill.start()

    def close(self) -> None:
        """End what was started."""
        self._fill.stop()
        if self._program is not None:
            self._program.close()
        sys.excepthook = sys.__excepthook__

    def _is_dark(self, theme: str) -> bool:
        if theme != settings.Settings().theme:
            return theme == "dark"
        ground = self._application.palette().window().color()
        return ground.lightness() < self._application.palette().windowText().color().lightness()

    def _on_fill(self) -> None:
        from cardprep.gui.program import Program

        if self._program is not None:
            return
        self._program = Program(self._application, settings_file(), self._window)
        sys.excepthook = self._program.show_problem
        QTimer.singleShot(SETTLED_AFTER_MS, _settle)
        if self._path is not None:
            self._program.open_path(self._path)


def _settle() -> None:
    """What can wait until the window is filled: the collector, and the log with its modules."""
    from cardprep.host.logs import start_log

    gc.freeze()
    gc.enable()
    start_log(log_file())
