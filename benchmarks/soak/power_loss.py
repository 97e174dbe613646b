"""The power goes at any moment: what was not synced may be gone, torn, or there.

The real library works on a disk that records each write and sync (disk.c). From the record a disk is made
as it may be found after each of many moments (replay.py), and the library on it is opened and judged. With
`synchronous=NORMAL` the same must lose something, or else this is blind.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from pathlib import Path

from benchmarks.soak.children import started
from benchmarks.soak.counts import Counts
from benchmarks.soak.ledger import Ledger
from benchmarks.soak.library import FIRST_PASSPHRASE, Library, chance
from benchmarks.soak.replay import Disk, Record, records

from cardprep.errors import CardprepError
from cardprep.library.ways import ByPassphrase

WHOLE = 600
_CUTS = 60  # of one recorded session
_ACTS = 60


def run(count: int) -> Counts:
    """Cut so many times; a tenth as often for the control.

    Raises:
        NoDisk: the recording disk cannot be had on this machine.
    """
    found, acknowledged = _sessions(count, "")
    control, _ = _sessions(max(count // 5, 20), "normal")
    lost = [fault for fault in control if fault.startswith("lost")]
    if not lost:
        found.append("blind: the control with synchronous=NORMAL lost nothing")
    told = (
        ("acknowledged acts that were checked", str(acknowledged)),
        ("control with synchronous=NORMAL", f"{len(lost)} lost, {len(control) - len(lost)} other faults"),
    )
    return Counts("power loss", count, found, told)


def _sessions(count: int, synchronous: str) -> tuple[list[str], int]:
    found, acknowledged = [], 0
    for number, cuts in enumerate(_parts(count)):
        with tempfile.TemporaryDirectory(prefix="soak-power-") as scratch:
            more, heard = _session(Path(scratch).resolve(), f"power-{number}", cuts, synchronous)
        found += more
        acknowledged += heard
    return found, acknowledged


def _parts(count: int) -> list[int]:
    return [min(_CUTS, count - start) for start in range(0, count, _CUTS)]


def _session(scratch: Path, seed: str, cuts: int, synchronous: str) -> tuple[list[str], int]:
    base, log = scratch / "disk", scratch / "log"
    base.mkdir()
    words = {"seed": seed, "passphrase": FIRST_PASSPHRASE, "acts": _ACTS, "synchronous": synchronous}
    child = started("record", base, words, log)
    child.communicate()
    if child.returncode:
        return [f"{seed}: the recording session ended with {child.returncode}"], 0
    told = list(records(log))
    moments = sorted(chance(seed).sample(range(len(told)), min(cuts, len(told))))
    return _judged(scratch, told, moments, seed)


def _judged(scratch: Path, told: list[Record], moments: list[int], seed: str) -> tuple[list[str], int]:
    """The faults at each of the moments, and how many acts had been acknowledged at them all."""
    disk, ledger, found, acknowledged, past = Disk(scratch / "disk"), Ledger(), [], 0, 0
    for moment in moments:
        for record in told[past:moment]:
            if record.what == "K":
                ledger.hear(json.loads(record.first))
            else:
                disk.take(record)
        past = moment
        place = scratch / "found"
        disk.after_power_loss(chance(f"{seed}-{moment}"), place)
        found += [f"{fault} ({seed} at {moment})" for fault in _faults(place, ledger.copy())]
        acknowledged += ledger.acknowledged
        shutil.rmtree(place)
    return found, acknowledged


def _faults(base: Path, ledger: Ledger) -> list[str]:
    """What is wrong with the library that was found; one whose making was cut off must be made again."""
    error: CardprepError | None = None
    for passphrase in ledger.passphrases:
        try:
            library = _opened(base, passphrase, ledger)
        except CardprepError as caught:
            error = caught
            continue
        with contextlib.closing(library):
            return ledger.faults(library)
    return [f"lost: does not open: {type(error).__name__}"]


def _opened(base: Path, passphrase: str, ledger: Ledger) -> Library:
    if ledger.is_made:
        return Library.opened(base, ByPassphrase(passphrase))
    return Library.opened_or_made(base, passphrase)[0]
