"""Opens the window. Whatever is not needed to paint it first is imported later."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cardprep import __version__
from cardprep.gui.program import Program
from cardprep.host.paths import log_file, settings_file


def main(argv: Sequence[str]) -> int:
    """Run the window until it is closed.

    Args:
        argv: the program's arguments without its name; the first may be a case or bundle to open.
    """
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(["cardprep", "-style", "fusion", *argv])
    application.setApplicationName("cardprep")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("cardprep")
    program = Program(application, settings_file())
    sys.excepthook = program.show_problem
    program.window.show()
    QTimer.singleShot(0, _begin_log)
    if argv:
        program.open_path(Path(argv[0]).absolute())
    try:
        return application.exec()
    finally:
        program.close()
        sys.excepthook = sys.__excepthook__


def _begin_log() -> None:
    """The log's modules are brought in once the window is there."""
    from cardprep.host.logs import start_log

    start_log(log_file())
