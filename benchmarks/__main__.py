"""`python3 dev.py bench`: every measurement of docs/BENCHMARKS.md."""

from __future__ import annotations

import os
import sys

import rules_time
import start_time


def main() -> None:
    """Run them all; the start needs a screen, or Qt's offscreen platform."""
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")) and sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rules_time.main(200)
    start_time.main(9)


main()
