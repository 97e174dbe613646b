"""The corner finder on generated photographs, and what brightening does to red ink and to text.

`python3 dev.py bench corners [PHOTOS] [FIRST_SEED]`
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

FIRST_SEED = 10_000  # apart from the seeds that the finder was tuned on


def corners(photos: int, first: int) -> None:
    """Print the share within 1 % of the longer side, that of wrong proposals, and the time."""
    from making import corner_errors

    results = [corner_errors.result(first + number) for number in range(photos)]
    found = [r for r in results if r.error is not None]
    within = [r for r in found if r.error <= 0.01]
    print(f"corners: {photos} photographs, seeds from {first}")
    print(f"  all four within 1 %: {len(within)} ({100 * len(within) / photos:.1f} %)")
    print(f"  within 2 %: {sum(r.error <= 0.02 for r in found)}, no proposal: {photos - len(found)}")
    print(f"  median error {100 * statistics.median(r.error for r in found):.2f} % of the longer side")
    sure = [r for r in found if r.confidence >= 0.5]
    right = sum(r.error <= 0.01 for r in sure)
    print(f"  confidence >= 0.5: {len(sure)}, of these within 1 %: {right}")
    times = sorted(r.seconds for r in results)
    print(f"  time: median {times[len(times) // 2]:.2f} s, slowest {times[-1]:.2f} s")
    missed = Counter(r.desk for r in results if r.error is None or r.error > 0.01)
    print(f"  missed by desk: {dict(missed)}")


def brighten(photos: int, first: int) -> None:
    """Print what becomes of red ink, of text and of the paper in shadow."""
    from making import corner_errors

    began = time.perf_counter()
    found = [corner_errors.brightening(first + number) for number in range(photos)]
    found = [f for f in found if f is not None]
    hue = sorted(f.hue for f in found)
    kept = sorted(f.contrast_after / f.contrast_true for f in found)
    before = sorted(f.contrast_before / f.contrast_true for f in found)
    uneven = [(f.uneven_before, f.uneven_after) for f in found]
    middle = len(found) // 2
    print(f"brighten: {len(found)} sealed pages, {time.perf_counter() - began:.0f} s")
    print(f"  red ink: hue moves by median {hue[middle]:.1f}, at most {hue[-1]:.1f} degrees")
    print(f"  red share kept: worst {min(f.red_kept for f in found):.3f}")
    print(f"  text contrast to the true page: median {kept[middle]:.2f}, worst {kept[0]:.2f}", end="")
    print(f" (before: {before[middle]:.2f}, {before[0]:.2f})")
    print(f"  paper, spread of lightness (5-95 %): {statistics.median(u[0] for u in uneven):.0f}", end="")
    print(f" -> {statistics.median(u[1] for u in uneven):.0f} of 255")


def main(photos: int, first: int = FIRST_SEED) -> None:
    """Run both."""
    corners(photos, first)
    brighten(max(20, photos // 8), first)


if __name__ == "__main__":
    words = [int(word) for word in sys.argv[1:]]
    main(*(words or [200]))
