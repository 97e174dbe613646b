"""Time of all rules over a case of ten operators and twelve attachments, files already looked into.

`python benchmarks/rules_time.py [RUNS]`
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]


def main(runs: int) -> None:
    """Print the median and the slowest run, in milliseconds."""
    from cardprep.app.rulebooks import rulebook
    from cardprep.rules import engine
    from making import cases

    book, case = rulebook(), cases.complete(operators=10)
    facts = cases.facts_of(case)
    if len(case.attachments) != 12:
        raise SystemExit(f"{len(case.attachments)} attachments")
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        engine.run(case, facts, book, cases.TODAY)
        times.append((time.perf_counter() - began) * 1000)
    print(f"rules: median {statistics.median(times):.2f} ms, slowest of {runs}: {max(times):.2f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
