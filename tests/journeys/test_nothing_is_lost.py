"""What was typed and attached is still there, whatever happens to the program."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt

from cardprep.app.folder import CaseFolder, read_case
from cardprep.case.model import Case, Kind
from making import scans

ROOT = Path(__file__).resolve().parents[2]

# Types a name into the window of the real program, waits until it says that it has saved, and hangs.
_TYPIST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from cardprep.gui.program import Program
from making.bench import commit

application = QApplication([])
program = Program(application, Path(sys.argv[2]))
program.window.show()
program.open_path(Path(sys.argv[1]))

def type_name():
    field = program.window.findChild(QLineEdit, "unit.name")
    if field is None:
        return
    looking.stop()
    commit(field, "南京示例公司")
    field.editingFinished.emit()

looking = QTimer()
looking.timeout.connect(type_name)
looking.start(50)
application.exec()
"""


def saved_name(folder: Path) -> str:
    document = json.loads((folder / "case.json").read_text("utf-8"))
    return document["unit"].get("name", "")


def test_a_killed_program_has_lost_nothing_that_was_typed_a_moment_ago(tmp_path):
    CaseFolder.create(tmp_path / "case", Case(kind=Kind.NEW_ENTRANT)).close()
    paths = os.pathsep.join(str(ROOT / part) for part in ("src", "tests"))
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=paths)
    command = [sys.executable, "-c", _TYPIST, str(tmp_path / "case"), str(tmp_path / "settings.json")]
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
        until = time.monotonic() + 30
        while not saved_name(tmp_path / "case") and time.monotonic() < until:
            time.sleep(0.05)
        program.send_signal(signal.SIGKILL)
    assert read_case(tmp_path / "case").unit.name == "南京示例公司"
    CaseFolder.open(tmp_path / "case").close()


def test_every_edit_can_be_undone_and_made_again_by_keys(clerk, tmp_path):
    clerk.begin("additional-operators", tmp_path / "case")
    clerk.write("unit.name", "甲公司")
    clerk.write("unit.uscc", "91110000600037341L")
    clerk.click("undo")
    assert clerk.case.unit.uscc == ""
    clerk.click("undo")
    assert clerk.case.unit.name == ""
    clerk.click("redo")
    clerk.click("redo")
    assert (clerk.case.unit.name, clerk.case.unit.uscc) == ("甲公司", "91110000600037341L")


def test_a_removed_file_comes_back_with_undo_and_the_original_is_untouched(clerk, tmp_path):
    original = tmp_path / "photo.jpg"
    original.write_bytes(scans.page())
    before = original.read_bytes()
    clerk.begin("additional-operators", tmp_path / "case")
    clerk.drop("unit.qualification", [original])
    clerk.wait_for_facts()
    clerk.click("remove:unit.qualification:0")
    assert not clerk.case.attachments
    clerk.click("undo")
    assert len(clerk.case.attachments) == 1
    assert original.read_bytes() == before


def test_f8_leads_to_the_field_of_each_finding(clerk, tmp_path):
    clerk.begin("new-entrant", tmp_path / "case")
    clerk.press(Qt.Key.Key_F8)
    clerk.press(Qt.Key.Key_F8)
    focused = clerk.program.window.focusWidget()
    assert focused is not None
    assert focused.objectName()
