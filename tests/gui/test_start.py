from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import cardprep

LATER = ("PIL", "pypdf", "pikepdf", "pypdfium2", "reportlab", "psutil", "cardprep.evidence", "cardprep.app")
PAINT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from cardprep.gui.program import Program
application = QApplication(["cardprep", "-style", "fusion"])
program = Program(application, Path(sys.argv[1]))
program.window.show()
application.processEvents()
print(*sys.modules)
program.close()
"""


def test_until_the_first_paint_nothing_is_imported_that_it_does_not_need(tmp_path):
    env = dict(os.environ, PYTHONPATH=str(Path(cardprep.__file__).parents[1]), QT_QPA_PLATFORM="offscreen")
    command = [sys.executable, "-c", PAINT, str(tmp_path / "settings.json")]
    modules = subprocess.run(command, env=env, capture_output=True, check=True, text=True).stdout.split()
    assert "cardprep.gui.pages.start_page" in modules
    assert [name for name in modules if name.startswith(LATER)] == []
