"""Pictures of every screen with a sample open: `python -m making.pictures FOLDER [zh_CN|en] [light|dark]`.

For the README, and to be looked at, on a screen of at least 1280 × 800; with QT_SCALE_FACTOR=2 as well.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from cardprep.app.library.applications import Application
from cardprep.app.library.filing import file_away
from cardprep.app.library.standing import standing_of
from cardprep.case.model import StatusEntry, StatusState
from cardprep.gui.case_view import CaseView
from cardprep.gui.program import Program
from cardprep.host.secrets import SystemKeyring
from making import cases, judging, people
from making.keyrings import Kept

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
SIZE = QSize(1280, 800)
SETTLE_MS = 700


def settle(milliseconds: int = SETTLE_MS) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def fill(program: Program) -> None:
    """Some firms with an application each; one was returned, some are complete."""
    library = program.workroom().desk.library
    for number in range(1, 9):
        returned = (StatusEntry(StatusState.RETURNED, cases.TODAY - dt.timedelta(days=1), reason="缺日期"),)
        case = replace(
            cases.complete(1 + number % 4),
            unit=cases.unit(people.firm(number)),
            attachments=(),
            status=returned if number == 3 else (),
        )
        made = Application.create(library, case, lambda: "钱静")
        made.save(case, standing=standing_of(case, judging.findings(case) if number % 3 else ()))
        file_away(library, made.id, cases.TODAY)
    program.workroom().desk.changed.emit()


def main(target: Path, language: str, theme: str) -> None:
    """Take them all."""
    target.mkdir(parents=True, exist_ok=True)
    application = QApplication(["cardprep"])
    with tempfile.TemporaryDirectory() as temporary:
        settings = Path(temporary) / "settings.json"
        told = {"language": language, "theme": theme, "library": str(Path(temporary) / "library")}
        settings.write_text(json.dumps(told), "utf-8")
        keyring = SystemKeyring(Kept(), seconds=5)
        program = Program(application, settings, detect_keyring=lambda: keyring)
        program.window.resize(SIZE)
        program.window.show()
        while program.workroom().desk is None:
            settle()
        settle()
        ending = (
            "" if (language, theme) == ("zh_CN", "light") else f"-{language}-{theme}".removesuffix("-light")
        )
        take(program, target / f"start{ending}.png")
        fill(program)
        settle()
        take(program, target / f"home{ending}.png")
        for sample in ("complete-addition", "faulty"):
            program.open_path(SAMPLES / sample)
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
