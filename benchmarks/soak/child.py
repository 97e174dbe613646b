"""The process that is killed, cut off or starved: `python -m benchmarks.soak.child KIND BASE …`."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.soak.clerk import Clerk, Tell, Telling
from benchmarks.soak.deeds import DEEDS, NEXT_VERSION, Place
from benchmarks.soak.library import CHEAP, Library
from benchmarks.soak.marked import session
from benchmarks.soak.starving import Starving

from cardprep.library.connection import open_connection
from cardprep.library.migrations import MIGRATIONS
from cardprep.library.passphrase import Cost
from cardprep.library.schema import migrate
from cardprep.library.sqlite_store import DATABASE
from cardprep.library.steps import Step, no_step


def _say(telling: Telling) -> None:
    os.write(1, json.dumps(telling).encode() + b"\n")


def _mark(telling: Telling) -> None:
    ctypes.CDLL(None).soak_mark(json.dumps(telling).encode())


def _kill_at(step: str) -> Step:
    def at(name: str) -> None:
        if name == step:
            os.kill(os.getpid(), signal.SIGKILL)

    return at if step else no_step


def _made(base: Path, words: dict[str, object], tell: Tell, at: Step = no_step) -> Clerk:
    """Open or make the library, and set the clerk at work."""
    cost = Cost(*words.get("cost", (CHEAP.memory, CHEAP.iterations, CHEAP.lanes)))  # type: ignore[misc]
    passphrase = str(words["passphrase"])
    tell({"begin": {"act": "make"}})
    library, recovery = Library.opened_or_made(base, passphrase, cost, at)
    tell({"made": recovery})
    return Clerk(library, str(words["seed"]), tell, passphrase, cost)


def _work(base: Path, words: dict[str, object]) -> None:
    """Work without end, telling on the standard output."""
    clerk = _made(base, words, _say)
    clerk.next()  # what the person sees first: the list and an application
    _say({"ready": 1})
    clerk.work()


def _make(base: Path, words: dict[str, object]) -> None:
    """Make libraries and bring them to the next version, without end."""
    for number in range(10_000):
        place = base / str(number)
        place.mkdir(exist_ok=True)
        clerk = _made(place, words, lambda telling: None)
        for _ in range(2):
            clerk.do(clerk.next("create"))
        key = clerk.library.vault.database_key
        clerk.library.close()
        to_next_version(place, key)
        _say({"migrated": number})


def to_next_version(base: Path, key: bytes, at: Step = no_step) -> None:
    """Take the step that a next version of the program would take."""
    connection = open_connection(base / "library" / DATABASE, key)
    try:
        migrate(connection, lambda version: None, (*MIGRATIONS, NEXT_VERSION), at)
    finally:
        connection.close()


def _record(base: Path, words: dict[str, object]) -> None:
    """Do so many acts, telling between the records of the disk."""
    clerk = _made(base, words, _mark)
    if words.get("synchronous"):
        clerk.library.store._connection._raw.execute("PRAGMA synchronous = NORMAL")  # noqa: SLF001 - the control
    clerk.work(int(str(words["acts"])))


def _step(base: Path, words: dict[str, object]) -> None:
    """One act, cut off at a step."""
    at = _kill_at(str(words["step"]))
    clerk = _made(base, words, _say, at)
    if words["act"] == "migrate":
        key = clerk.library.vault.database_key
        clerk.library.close()
        to_next_version(base, key, at)
    elif words["act"] != "make":
        clerk.do(clerk.next(str(words["act"])))


def _deed(base: Path, words: dict[str, object]) -> None:
    """One deed of the program, cut off at a step."""
    DEEDS[str(words["act"])].run(Place(base), _kill_at(str(words["step"])))


def _forks(_base: Path, words: dict[str, object]) -> None:
    """Each job in a fork of its own, so that a kill ends that alone; told is what it came to."""
    for kind, base, its_words in words["jobs"]:  # type: ignore[attr-defined]
        child = os.fork()
        if child == 0:
            code = 1
            try:
                _KINDS[kind](Path(base), its_words)
                code = 0
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        _say({"ended": os.waitstatus_to_exitcode(status)})


def _starve(base: Path, words: dict[str, object]) -> None:
    """One act after another on a disk that fails."""
    Starving(base, str(words["seed"]), _say).run(int(str(words["first"])), int(str(words["trials"])))


def _markers(base: Path, _words: dict[str, object]) -> None:
    """A session full of markers."""
    session(base, _say)


_KINDS: dict[str, Callable[[Path, dict[str, object]], None]] = {
    "work": _work,
    "make": _make,
    "record": _record,
    "step": _step,
    "deed": _deed,
    "forks": _forks,
    "starve": _starve,
    "markers": _markers,
}

if __name__ == "__main__":
    _KINDS[sys.argv[1]](Path(sys.argv[2]), json.loads(sys.stdin.readline()))
