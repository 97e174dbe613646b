"""The program's entry: a window, a command, or the worker; imports only what the chosen one needs."""

from __future__ import annotations

import sys


def main() -> int:
    """Run what the command line asks for."""
    words = sys.argv[1:]
    if words == ["worker"]:
        from cardprep.evidence.worker.main import main as serve

        return serve()
    if words == ["--selftest"]:
        from cardprep.gui.selftest import main as selftest

        return selftest()
    if not words:
        from cardprep.gui.start import main as window

        return window(sys.argv)
    from cardprep.cli.main import main as command

    return command(words)


if __name__ == "__main__":
    sys.exit(main())
