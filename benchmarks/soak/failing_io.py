"""The n-th call to the disk fails, once or from then on: what was asked is done, or refused in our words.

After each: nothing that was acknowledged is lost, the library is as it was before the call, and the same
call succeeds when the disk does. What was typed stays in the caller's hand (`Saving` holds the case).
"""

from __future__ import annotations

import collections
import json
import tempfile
from pathlib import Path

from benchmarks.soak.children import started
from benchmarks.soak.clerk import Telling
from benchmarks.soak.counts import Counts

WHOLE = 400
_TRIALS = 50  # of one child


def run(count: int) -> Counts:
    """Let so many calls fail.

    Raises:
        NoDisk: the failing disk cannot be had on this machine.
    """
    found: list[str] = []
    outcomes: collections.Counter[str] = collections.Counter()
    for first in range(0, count, _TRIALS):
        trials = min(_TRIALS, count - first)
        with tempfile.TemporaryDirectory(prefix="soak-io-") as scratch:
            told = _told(Path(scratch).resolve(), first, trials, found)
        for trial in told:
            where = f"{trial['fault']} in {trial['act']}: {trial['outcome']}"
            found += [f"{fault} ({where}, from {first})" for fault in trial["faults"]]
            outcomes[trial["fault"] + (" done" if trial["outcome"] == "made" else " refused")] += 1
        if len(told) != trials + 1:
            found.append(f"the child from {first} told of {len(told)} trials")
    del outcomes["end done"]
    return Counts("failing I/O", count, found, [(name, str(n)) for name, n in sorted(outcomes.items())])


def _told(base: Path, first: int, trials: int, found: list[str]) -> list[Telling]:
    words = {"seed": f"io-{first}", "first": first, "trials": trials}
    child = started("starve", base, words, on_disk=True)
    told, _ = child.communicate()
    if child.returncode:
        found.append(f"the child from {first} ended with {child.returncode}")
    return [json.loads(line) for line in told.splitlines()]
