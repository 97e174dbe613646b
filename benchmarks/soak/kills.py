"""`kill -9` of the program's real core while it works, at any moment (at each named step: `named_steps`)."""

from __future__ import annotations

import contextlib
import itertools
import json
import math
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.soak.children import started
from benchmarks.soak.counts import Counts
from benchmarks.soak.deeds import NEXT_VERSION
from benchmarks.soak.ledger import Ledger
from benchmarks.soak.library import CHEAP, FIRST_PASSPHRASE, Library, chance

from cardprep.errors import CardprepError
from cardprep.library.connection import open_connection
from cardprep.library.errors import WayError
from cardprep.library.passphrase import Cost, tuned
from cardprep.library.schema import version_of
from cardprep.library.sqlite_store import DATABASE
from cardprep.library.store_errors import StoreTooNew
from cardprep.library.vault import Vault
from cardprep.library.ways import ByPassphrase

WHOLE = 200
MOST_SECONDS = 3.0
_MOST_WORK = 1.2  # seconds between the start and the kill
_MOST_TELLINGS, _SHORT_WORK = 16, 0.03  # where the clock does not count: tellings, and seconds after them
_ROUNDS = 20  # kills of one library
_MAKING = 5  # one kill in so many is of a process that makes and migrates libraries
_NEXT = NEXT_VERSION.version


def run(count: int) -> Counts:
    """Kill so many times at any moment.

    The whole count derives keys at the cost that the program chooses on this machine, and measures how long
    a restart takes; a tenth derives cheaply and measures nothing, for it runs on any machine under any load.
    """
    is_whole = count >= WHOLE
    cost = tuned() if is_whole else CHEAP
    found: list[str] = []
    acknowledged, restarts, busy = 0, [], []
    making = max(1, count // _MAKING)
    for number, kills in enumerate(_parts(count - making)):
        with tempfile.TemporaryDirectory(prefix="soak-kill-") as scratch:
            target = _Target(Path(scratch), f"kill-{number}", cost)
            found += [fault for _ in range(kills) for fault in target.killed()]
            acknowledged += target.ledger.acknowledged
            restarts += target.restarts
            busy += target.busy
    found += [fault for number in range(making) for fault in _killed_making(f"making-{number}")]
    if acknowledged < len(restarts):
        found.append(
            f"blind: {acknowledged} acts in {len(restarts)} sittings, so they were killed before the work"
        )
    found += [f"slow: a restart took {took:.1f} s" for took in restarts if is_whole and took > MOST_SECONDS]
    told = (
        ("acknowledged acts", str(acknowledged)),
        ("of these kills while making and migrating", str(making)),
        ("start to list and application shown, median and slowest", _spread(restarts)),
        ("seconds of a processor in that, median and most", _spread(busy)),
    )
    return Counts("kill -9", count, found, told)


def _parts(count: int) -> list[int]:
    return [min(_ROUNDS, count - start) for start in range(0, count, _ROUNDS)]


def _spread(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    return f"{ordered[len(ordered) // 2]:.2f} s, {ordered[-1]:.2f} s" if ordered else "none"


class _Target:
    """A library whose program is killed again and again.

    Attributes:
        ledger: what was acknowledged.
        restarts: seconds from each start of a process until the person could go on.
        busy: seconds of a processor that each of these took, which no other work on the machine makes more.
    """

    def __init__(self, base: Path, seed: str, cost: Cost) -> None:
        self.ledger = Ledger()
        self.restarts: list[float] = []
        self.busy: list[float] = []
        self._base = base
        self._seed = seed
        self._cost = cost
        self._chance = chance(seed)

    def killed(self) -> list[str]:
        """Start it, kill it, and judge what it left."""
        number = len(self.restarts)
        words = {"seed": f"{self._seed}-{number}", "passphrase": self.ledger.passphrase} | _cost(self._cost)
        began = time.perf_counter()
        child = started("work", self._base, words)
        for telling in tellings(child):
            self.ledger.hear(telling)
            if "ready" in telling:
                break
        self.restarts.append(time.perf_counter() - began)
        self.busy.append(_cpu_seconds(child))
        self._let_work(child)
        child.send_signal(signal.SIGKILL)
        for telling in tellings(child):
            self.ledger.hear(telling)
        _ended(child)
        return [f"{fault} ({words['seed']})" for fault in judged(self._base, self.ledger)]

    def _let_work(self, child: subprocess.Popen[str]) -> None:
        """Until any moment of the work: by the clock or, where the machine may be slow, by what was done."""
        if self._cost != CHEAP:
            time.sleep(self._chance.uniform(0.0, _MOST_WORK))
            return
        for telling in itertools.islice(tellings(child), self._chance.randrange(_MOST_TELLINGS)):
            self.ledger.hear(telling)
        time.sleep(self._chance.uniform(0.0, _SHORT_WORK))


def _cpu_seconds(child: subprocess.Popen[str]) -> float:
    """What the process has used of the processors so far (proc(5), fields 14 and 15)."""
    try:
        fields = Path(f"/proc/{child.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return math.nan
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _cost(cost: Cost) -> dict[str, object]:
    return {"cost": [cost.memory, cost.iterations, cost.lanes]}


def tellings(child: subprocess.Popen[str]) -> Iterator[dict[str, object]]:
    """What the child tells; a line that the kill cut off was not told."""
    for line in child.stdout or ():
        if line.endswith("\n"):
            yield json.loads(line)


def _ended(child: subprocess.Popen[str]) -> None:
    child.wait()
    if child.stdout is not None:
        child.stdout.close()


def judged(base: Path, ledger: Ledger) -> list[str]:
    """What is wrong with the library; the passphrase that opens it becomes the ledger's."""
    for passphrase in ledger.passphrases:
        try:
            with contextlib.closing(Library.opened(base, ByPassphrase(passphrase))) as library:
                ledger.passphrase = passphrase
                return ledger.faults(library)
        except WayError:
            continue
        except CardprepError as error:
            return [f"lost: does not open: {type(error).__name__}"]
    return ["lost: no passphrase opens it"]


def _killed_making(seed: str) -> Iterator[str]:
    """Kill a process that makes libraries; each of them must be whole or makeable, and of one version."""
    with tempfile.TemporaryDirectory(prefix="soak-make-") as scratch:
        child = started("make", Path(scratch), {"seed": seed, "passphrase": FIRST_PASSPHRASE})
        next(tellings(child), None)
        time.sleep(chance(seed).uniform(0.0, 0.3))
        child.send_signal(signal.SIGKILL)
        _ended(child)
        for place in sorted(Path(scratch).iterdir(), key=lambda path: int(path.name)):
            yield from (f"{fault} ({seed}, library {place.name})" for fault in whole_or_makeable(place))


def whole_or_makeable(base: Path) -> list[str]:
    """What is wrong with a library whose making or migrating was cut off."""
    try:
        with contextlib.closing(Library.opened_or_made(base, FIRST_PASSPHRASE)[0]) as library:
            return [f"integrity: {count}"] if (count := library.store.faults()) else []
    except StoreTooNew:
        return of_next_version(base)
    except CardprepError as error:
        return [f"stuck: {type(error).__name__} {error.values}"]


def of_next_version(base: Path) -> list[str]:
    """A library that was migrated: whole, in the later form."""
    key = Vault.open(base / "library", ByPassphrase(FIRST_PASSPHRASE)).database_key
    with contextlib.closing(open_connection(base / "library" / DATABASE, key)) as connection:
        with connection.reading() as statements:
            moved = statements.value("SELECT count(*) FROM later")
            there = statements.value("SELECT count(*) FROM application")
        good = version_of(connection) == _NEXT and moved == there and not connection.faults()
    return [] if good else ["changed: the migrated library is not whole"]
