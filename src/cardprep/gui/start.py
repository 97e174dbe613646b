"""Opens the window. Whatever is not needed to paint it first is imported later."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cardprep import __version__
from cardprep.gui.program import Program
from cardprep.host.logs import start_log
from cardprep.host.paths import log_file, settings_file


def main(argv: Sequence[str]) -> int:
    """Run the window until it is closed.

    Args:
        argv: the program's arguments without its name; the first may be a case or bundle to open.
    """
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(["cardprep", *argv])
    application.setApplicationName("cardprep")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("cardprep")
    start_log(log_file())
    program = Program(application, settings_file())
    sys.excepthook = program.show_problem
    program.window.show()
    if argv:
        program.open_path(Path(argv[0]).absolute())
    try:
        return application.exec()
    finally:
        program.close()
        sys.excepthook = sys.__excepthook__
