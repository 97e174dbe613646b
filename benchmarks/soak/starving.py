"""In the child of `failing_io`: one act after another, of each of which some call fails."""

from __future__ import annotations

import contextlib
import ctypes
import errno
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.soak.clerk import Act, Clerk, Tell
from benchmarks.soak.ledger import Ledger
from benchmarks.soak.library import CHEAP, FIRST_PASSPHRASE, Library, chance

from cardprep.errors import CardprepError
from cardprep.library.vault import Vault
from cardprep.library.ways import ByPassphrase

_OPEN, _OPEN_TO_WRITE, _READ, _WRITE, _SYNC, _TRUNCATE, _NAME, _CLOSE = (1 << bit for bit in range(8))
_CHANGES = _OPEN_TO_WRITE | _WRITE | _SYNC | _TRUNCATE | _NAME
_PARTIAL, _SLOW = -1, -2
ACTS = ("save", "save", "attach", "undo", "firm", "export", "rekey", "create", "purge", "open", "make")


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong (the code of disk.c), with which calls, and whether it may go on failing."""

    code: int
    calls: int
    may_stay: bool = False


FAULTS = {
    "ENOSPC": Fault(errno.ENOSPC, _CHANGES, may_stay=True),
    "EIO": Fault(errno.EIO, _CHANGES | _READ | _OPEN | _CLOSE, may_stay=True),
    "EACCES": Fault(errno.EACCES, _OPEN | _OPEN_TO_WRITE | _NAME, may_stay=True),
    "EROFS": Fault(errno.EROFS, _OPEN_TO_WRITE | _WRITE | _TRUNCATE | _NAME, may_stay=True),
    "partial": Fault(_PARTIAL, _WRITE),
    "slow": Fault(_SLOW, _CHANGES | _READ),
}


class Starving:
    """A clerk at a library in `base` whose disk fails now and then."""

    def __init__(self, base: Path, seed: str, tell: Tell) -> None:
        self._base = base
        self._seed = seed
        self._tell = tell
        self._disk = ctypes.CDLL(None)
        self._ledger = Ledger()
        self._clerk = self._new_clerk(Library.opened_or_made(base, FIRST_PASSPHRASE)[0])
        for kind in ("create", "create", "attach"):
            self._clerk.do(self._clerk.next(kind))

    def _new_clerk(self, library: Library) -> Clerk:
        seed = f"{self._seed}-{self._ledger.acknowledged}"
        return Clerk(library, seed, self._ledger.hear, self._ledger.passphrase, CHEAP)

    def run(self, first: int, trials: int) -> None:
        """Tell of so many trials in which the fault came."""
        for number in range(first, first + trials):
            name, most = list(FAULTS)[number % len(FAULTS)], 24
            chosen = chance(f"{self._seed}-{number}")
            told = None
            while told is None:
                stays = FAULTS[name].may_stay and chosen.random() < 0.4
                told = self._trial(chosen.choice(ACTS), FAULTS[name], chosen.randint(1, most), stays)
                most = max(1, most // 2)
            self._tell({"fault": name} | told)
        found = self._reopened()
        self._tell({"fault": "end", "act": "open", "outcome": "made", "faults": found})

    def _trial(self, kind: str, fault: Fault, left: int, stays: bool) -> dict[str, object] | None:
        """One act with the fault; None where the act has no such call."""
        judge: Callable[[], list[str]] = self._as_before
        if kind in ("open", "make"):
            act, judge = self._opening() if kind == "open" else self._making(left), list
        else:
            act = self._clerk.next(kind)
        self._disk.soak_arm(fault.calls, ctypes.c_long(left), fault.code, int(stays))
        try:
            outcome, done = _outcome(act)
        finally:
            hits = self._disk.soak_disarm()
        found = [f"raw: {outcome}"] if outcome.startswith("raw") else []
        self._ledger.hear({"begin": act.before})
        if done is not None:
            self._ledger.hear({"done": act.before | done})
        elif act.before["act"] != "purge":  # its rows may be gone before the files are
            self._ledger.pending = {}
        found += judge()
        if done is None:
            found += self._retried(act)
        return {"act": kind, "outcome": outcome, "faults": found} if hits or found else None

    def _as_before(self) -> list[str]:
        """What is not as it was; what the disk holds opens with the passphrase that was acknowledged."""
        found = self._ledger.faults(self._clerk.library, thorough=False)
        try:
            Vault.open(self._base / "library", ByPassphrase(self._ledger.passphrase)).lock()
        except CardprepError as error:
            found.append(f"lost: the passphrase does not open it: {type(error).__name__}")
        return found

    def _retried(self, act: Act) -> list[str]:
        outcome, done = _outcome(act)
        if done is None:
            return [f"retry: {outcome}"]
        self._ledger.hear({"begin": act.before})
        self._ledger.hear({"done": act.before | done})
        return self._as_before()

    def _opening(self) -> Act:
        """Open the library anew."""
        self._clerk.library.close()

        def run() -> dict[str, object]:
            library = Library.opened(self._base, ByPassphrase(self._ledger.passphrase))
            self._clerk = self._new_clerk(library)
            return {}

        return Act({"act": "open"}, run)

    def _making(self, number: int) -> Act:
        """Make another library."""
        place = self._base / f"another-{self._ledger.acknowledged}-{number}"
        (place / "exports").mkdir(parents=True, exist_ok=True)

        def run() -> dict[str, object]:
            Library.opened_or_made(place, FIRST_PASSPHRASE)[0].close()
            return {}

        return Act({"act": "make-another"}, run)

    def _reopened(self) -> list[str]:
        self._clerk.library.close()
        with contextlib.closing(Library.opened(self._base, ByPassphrase(self._ledger.passphrase))) as library:
            return self._ledger.faults(library)


def _outcome(act: Act) -> tuple[str, dict[str, object] | None]:
    try:
        return "made", act.run()
    except CardprepError as error:
        return f"{type(error).__name__} {error.values.get('reason', '')}".strip(), None
    except Exception as error:  # this is what is looked for
        return f"raw {type(error).__name__}: {error}", None
