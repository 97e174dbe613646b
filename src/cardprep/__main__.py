"""The program's entry: a window, a command, or the worker; imports only what the chosen one needs."""

from __future__ import annotations

import gc
import os
import sys

_CASE_COMMANDS = ("check", "export", "verify", "inspect", "letter", "fit", "schema")
_COMMANDS = (*_CASE_COMMANDS, "list", "show", "import", "library")


def _is_window(words: list[str]) -> bool:
    """Nothing, or one case or bundle to open (as the desktop passes it)."""
    if not words:
        return True
    return len(words) == 1 and words[0] not in _COMMANDS and os.path.exists(words[0])  # noqa: PTH110


def main() -> int:
    """Run what the command line asks for."""
    words = sys.argv[1:]
    if words == ["worker"]:
        from cardprep.evidence.worker.main import main as serve

        return serve()
    if words == ["--selftest"]:
        from cardprep.gui.selftest import main as selftest

        return selftest()
    if _is_window(words):
        gc.disable()  # what is only just loaded holds no garbage; `start` switches it on again
        from cardprep.gui.start import main as window

        return window(words)
    from cardprep.cli.main import main as command

    return command(words)


if __name__ == "__main__":
    sys.exit(main())
