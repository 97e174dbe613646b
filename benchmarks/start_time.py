"""Time from starting the process to the painted window, beside a bare PySide6 window.

`python benchmarks/start_time.py [RUNS]`: in turn, after one warm-up each; prints a table. `frame` is the
first paint of the window, `filled` the paint with the start page in it.
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
from PySide6.QtWidgets import QApplication, QWidget

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and (AWAITED is None or watched.findChild(QWidget, AWAITED)):
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
    # Only on windows: on the application it would wrap every event of every widget, and measure that.
    for window in QApplication.topLevelWidgets():
        window.installEventFilter(watch)
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


def once(program: str, awaited: str | None, env: dict[str, str]) -> float:
    """Seconds until the window is painted, with the widget of that name in it."""
    began = time.perf_counter()
    source = f"AWAITED = {awaited!r}\n{_WATCH}{program}"
    child = subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE, text=True, env=env)
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
        env = dict(
            os.environ,
            HOME=home,
            XDG_CONFIG_HOME=f"{home}/config",
            XDG_STATE_HOME=f"{home}/state",
            XDG_DATA_HOME=f"{home}/data",
        )
        source = str(Path(__file__).resolve().parent.parent / "src")
        env["PYTHONPATH"] = os.pathsep.join(filter(None, (source, env.get("PYTHONPATH"))))
        measured = {"bare": (_BARE, None), "frame": (_CARDPREP, None), "filled": (_CARDPREP, "new-entrant")}
        times: dict[str, list[float]] = {name: [] for name in measured}
        for run in range(runs + 1):
            for name, (program, awaited) in measured.items():
                seconds = once(program, awaited, env)
                if run:
                    times[name].append(seconds)
    for name, seen in times.items():
        ratios = [ours / bare for ours, bare in zip(seen, times["bare"], strict=True)]
        print(f"{name:8}{_row(seen)} s   to bare: {_row(ratios)}")


def _row(seen: list[float]) -> str:
    return f"min {min(seen):.3f}  median {statistics.median(seen):.3f}  max {max(seen):.3f}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
