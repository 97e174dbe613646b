"""What was typed and attached is still there, whatever happens to the program."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt

from cardprep.library.records import ApplicationQuery
from making import libraries, scans

ROOT = Path(__file__).resolve().parents[2]

# Types a name into the window of the real program, waits until it says that it has saved, and hangs.
_TYPIST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from cardprep.gui.program import Program
from making.bench import commit
from making.libraries import BY_PASSPHRASE

application = QApplication([])
program = Program(application, Path(sys.argv[1]), detect_keyring=lambda: None)
program.window.show()
program.workroom().keeper.enter(BY_PASSPHRASE, print)
program.workroom().library_opened.connect(lambda: program.workroom().begin("new-entrant"))

def type_name():
    field = program.window.findChild(QLineEdit, "unit.name")
    if field is None:
        return
    looking.stop()
    commit(field, "南京示例公司")
    field.editingFinished.emit()
    program.workroom()._current.opened.autosave.changed.connect(say)

def say():
    if program.workroom()._current.opened.autosave.is_clean:
        print("saved", flush=True)

looking = QTimer()
looking.timeout.connect(type_name)
looking.start(50)
application.exec()
"""


def names(folder: Path) -> list[str]:
    with libraries.opened(folder) as library:
        rows = library.store.fetch_applications(ApplicationQuery()).rows
        return [library.store.open(row.id).case.unit.name for row in rows]


def test_a_killed_program_has_lost_nothing_that_it_said_was_saved(tmp_path):
    library, _ = libraries.made(tmp_path / "library")
    library.close()
    settings = tmp_path / "settings.json"
    settings.write_text(json.dumps({"library": str(tmp_path / "library")}), "utf-8")
    paths = os.pathsep.join(str(ROOT / part) for part in ("src", "tests"))
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=paths)
    command = [sys.executable, "-c", _TYPIST, str(settings)]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as program:
        assert program.stdout.readline().strip() == b"saved"
        program.send_signal(signal.SIGKILL)
    assert names(tmp_path / "library") == ["南京示例公司"]


def test_every_edit_can_be_undone_and_made_again_by_keys(clerk):
    clerk.begin("additional-operators")
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
    clerk.begin("additional-operators")
    clerk.drop("unit.qualification", [original])
    clerk.wait_for_facts()
    clerk.click("remove:unit.qualification:0")
    assert not clerk.case.attachments
    clerk.click("undo")
    assert len(clerk.case.attachments) == 1
    assert original.read_bytes() == before


def test_f8_leads_to_the_field_of_each_finding(clerk):
    clerk.begin("new-entrant")
    clerk.press(Qt.Key.Key_F8)
    clerk.press(Qt.Key.Key_F8)
    focused = clerk.program.window.focusWidget()
    assert focused is not None
    assert focused.objectName()
