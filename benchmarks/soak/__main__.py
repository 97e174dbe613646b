"""`python3 dev.py soak [--tenth] [--only NAME]`: every chapter of docs/RELIABILITY.md."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import sys
import time
from collections.abc import Callable

from benchmarks.soak import failing_io, flipped_bits, kills, markers, named_steps, power_loss, ways_in
from benchmarks.soak.children import NoDisk
from benchmarks.soak.counts import Counts

CHAPTERS: dict[str, tuple[Callable[[int], Counts], int]] = {
    "kills": (kills.run, kills.WHOLE),
    "named_steps": (named_steps.run, 0),
    "power_loss": (power_loss.run, power_loss.WHOLE),
    "failing_io": (failing_io.run, failing_io.WHOLE),
    "flipped_bits": (flipped_bits.run, flipped_bits.WHOLE),
    "markers": (markers.run, 0),
    "ways_in": (ways_in.run, 0),
}
"""Each chapter with its whole count; 0 where there are so few cases that they are always all tried."""


def main(words: list[str]) -> int:
    """Run the chapters and say what was found; 1 where anything was lost, raw, unnoticed or not run."""
    parser = argparse.ArgumentParser(prog="dev.py soak", description=__doc__)
    parser.add_argument("--tenth", action="store_true", help="a tenth of each count, as the tests do")
    parser.add_argument("--only", choices=CHAPTERS, help="one chapter")
    wanted = parser.parse_args(words)
    day = dt.datetime.now().astimezone().date()
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    print(f"{day}, {machine}", flush=True)
    failed = [
        name for name in CHAPTERS if wanted.only in (None, name) and not _passed(name, tenth=wanted.tenth)
    ]
    print(f"failed: {', '.join(failed)}" if failed else "all passed")
    return 1 if failed else 0


def _passed(name: str, *, tenth: bool) -> bool:
    run, whole = CHAPTERS[name]
    began = time.perf_counter()
    try:
        counts = run(whole // 10 if tenth else whole)
    except NoDisk as reason:
        print(f"{name}: not run: {reason}", flush=True)
        return False
    print(f"{counts}\n  took: {time.perf_counter() - began:.0f} s", flush=True)
    return not counts.faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
