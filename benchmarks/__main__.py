"""`python3 dev.py bench`: the start and the rules; `python3 dev.py bench corners`: preparing photographs."""

from __future__ import annotations

import os
import sys

import corners
import rules_time
import start_time


def main(words: list[str]) -> None:
    """Run what is named, else the start and the rules; the start needs a screen or Qt's offscreen one."""
    if words[:1] == ["corners"]:
        corners.main(*([int(word) for word in words[1:]] or [200]))
        return
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")) and sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rules_time.main(200)
    start_time.main(9)


main(sys.argv[1:])
