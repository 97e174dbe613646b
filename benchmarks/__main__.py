"""`python3 dev.py bench`: the start and the rules; `… bench fit [RUNS]`: fit beside other programs."""

from __future__ import annotations

import os
import sys


def main(words: list[str]) -> None:
    """Run what the first word says; the start needs a screen, or Qt's offscreen platform."""
    if words[:1] == ["fit"]:
        import fit_time

        fit_time.main(int(words[1]) if words[1:] else 5)
        return
    import rules_time
    import start_time

    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")) and sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rules_time.main(200)
    start_time.main(9)


main(sys.argv[1:])
