"""Time from starting the process to the first painted window, beside a bare PySide6 window.

`python benchmarks/start_time.py [RUNS]`: the two in turn, after one warm-up each; prints a table.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# Wraps the event loop: says "painted" at the first paint of a top-level window, and ends.
_WATCH = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType() and watched.isWindow():
            late = ("reportlab", "pypdf", "PIL", "cardprep.evidence.worker", "rapidocr")
            told = [name for name in late if name in sys.modules]
            sys.stdout.write("painted " + ",".join(told) + "\\n")
            sys.stdout.flush()
            import os
            os._exit(0)
        return False

plain = QApplication.exec
def watched(*args):
    application = QApplication.instance()
    watch = Watch(application)
    application.installEventFilter(watch)
    return plain()
QApplication.exec = watched
"""
_BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("cardprep"))
window.resize(1200, 800)
window.show()
application.exec()
"""
_CARDPREP = """
sys.argv = ["cardprep"]
from cardprep.__main__ import main
main()
"""


def once(program: str, env: dict[str, str]) -> float:
    """Seconds until the window is painted."""
    began = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", _WATCH + program], stdout=subprocess.PIPE, text=True, env=env
    )
    line = child.stdout.readline().strip() if child.stdout else ""
    seconds = time.perf_counter() - began
    child.wait(30)
    if not line.startswith("painted"):
        raise SystemExit("no window was painted")
    if line != "painted":
        raise SystemExit(f"loaded before the first paint: {line.removeprefix('painted ')}")
    return seconds


def main(runs: int) -> None:
    """Print the medians and their ratio."""
    with tempfile.TemporaryDirectory() as home:
        env = dict(os.environ, HOME=home, XDG_CONFIG_HOME=f"{home}/config", XDG_STATE_HOME=f"{home}/state")
        source = str(Path(__file__).resolve().parent.parent / "src")
        env["PYTHONPATH"] = os.pathsep.join(filter(None, (source, env.get("PYTHONPATH"))))
        times: dict[str, list[float]] = {"bare": [], "cardprep": []}
        for run in range(runs + 1):
            for name, program in (("bare", _BARE), ("cardprep", _CARDPREP)):
                seconds = once(program, env)
                if run:
                    times[name].append(seconds)
    ratios = [ours / bare for ours, bare in zip(times["cardprep"], times["bare"], strict=True)]
    for name, seen in times.items():
        print(
            f"{name:10} min {min(seen):.3f} s  median {statistics.median(seen):.3f} s  max {max(seen):.3f} s"
        )
    print(
        f"{'ratio':10} min {min(ratios):.2f}    median {statistics.median(ratios):.2f}    max {max(ratios):.2f}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
