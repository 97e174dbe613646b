"""Pictures of every screen with a sample open: `python -m making.pictures FOLDER [zh_CN|en] [light|dark]`.

For the README, and to be looked at, on a screen of at least 1280 × 800; with QT_SCALE_FACTOR=2 as well.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from cardprep.gui.case_view import CaseView
from cardprep.gui.program import Program

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
SIZE = QSize(1280, 800)
SETTLE_MS = 700


def settle(milliseconds: int = SETTLE_MS) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(target: Path, language: str, theme: str) -> None:
    """Take them all."""
    target.mkdir(parents=True, exist_ok=True)
    application = QApplication(["cardprep"])
    with tempfile.TemporaryDirectory() as temporary:
        settings = Path(temporary) / "settings.json"
        settings.write_text(json.dumps({"language": language, "theme": theme}), "utf-8")
        program = Program(application, settings)
        program.window.resize(SIZE)
        program.window.show()
        settle()
        ending = (
            "" if (language, theme) == ("zh_CN", "light") else f"-{language}-{theme}".removesuffix("-light")
        )
        take(program, target / f"start{ending}.png")
        for sample in ("complete-addition", "faulty"):
            folder = Path(temporary) / sample
            shutil.copytree(SAMPLES / sample, folder)
            program.open_path(folder)
            settle(2500)
            name = "" if sample == "complete-addition" else "faulty-"
            steps(program, target, name, ending)
        program.close()


def steps(program: Program, target: Path, name: str, ending: str) -> None:
    """One picture for each step, and the operator's form."""
    view = program.window.screen_shown
    assert isinstance(view, CaseView)
    for step in ("unit", "legal", "operators", "handler", "preview"):
        view.show_step(step)
        settle()
        take(program, target / f"{name}{step}{ending}.png")
    view.show_step("operators")
    button = view.findChild(QPushButton, "edit-operator:0")
    if button is not None:
        button.click()
        settle()
        take(program, target / f"{name}operator{ending}.png")


def take(program: Program, path: Path) -> None:
    window: QWidget = program.window
    window.grab().save(str(path))


if __name__ == "__main__":
    words = sys.argv[2:]
    main(
        Path(sys.argv[1]),
        words[0] if words else "zh_CN",
        words[1] if len(words) > 1 else "light",
    )
