"""`python3 dev.py bench [NAME…]`: the measurements of docs/BENCHMARKS.md; without a name, all of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import corners
import fit_time
import lists_time
import rules_time
import start_time

CHAPTERS: dict[str, Callable[[], object]] = {
    "rules": lambda: rules_time.main(200),
    "start": lambda: start_time.main(9),
    "lists": lists_time.main,
    "fit": lambda: fit_time.main(3),
    "corners": lambda: corners.main(200),
}


def main(names: list[str]) -> int:
    """Run those that are named; windows need a screen, or Qt's offscreen platform."""
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")) and sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    unknown = [name for name in names if name not in CHAPTERS]
    if unknown:
        print(f"bench: {', '.join(CHAPTERS)}", file=sys.stderr)
        return 2
    for name in names or CHAPTERS:
        CHAPTERS[name]()
    return 0


sys.exit(main(sys.argv[1:]))
