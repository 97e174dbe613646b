from __future__ import annotations

import subprocess
import sys

# An icon that is older than the cycle which holds it, as those of a theme whose window has gone.
_CYCLES = """
import gc
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from cardprep.gui.icons import SvgIconEngine

application = QApplication(["test"])
gc.disable()
for _ in range(20):
    icon = QIcon(SvgIconEngine("add", "#000000", "#111111"))
    holder = {"icon": icon}
    holder["itself"] = holder
    del icon, holder
    gc.collect()
print("alive")
"""


def test_icons_that_are_garbage_of_a_cycle_do_not_end_the_program():
    ran = subprocess.run([sys.executable, "-c", _CYCLES], capture_output=True, text=True, check=False)
    assert ran.stdout.strip() == "alive"
    assert ran.returncode == 0
