"""One bit of the library changes: it is noticed, and everything that does not hang on it can be read.

"Noticed" means that opening it, its check of the whole, or reading what is damaged says so in our words; no
read ever gives something else than what was written.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import random
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.soak.clerk import Clerk, Telling, digest_of
from benchmarks.soak.counts import Counts
from benchmarks.soak.library import CHEAP, FIRST_PASSPHRASE, Library, chance

from cardprep.errors import CardprepError
from cardprep.library.blobs import BlobId
from cardprep.library.header_file import HEADER_FILE
from cardprep.library.records import ApplicationQuery, Saving, Stamp
from cardprep.library.sqlite_store import DATABASE
from cardprep.library.ways import ByPassphrase
from making import cases

WHOLE = 300
_STAMP = Stamp("钱晓燕", dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC))
_ACTS = ("create",) * 5 + ("attach", "save", "attach", "firm") * 6


@dataclass(slots=True)
class _Read:
    """What can be read of a library, and what says that it cannot: each application and each file."""

    whole: dict[str, object]
    refused: list[str]


def run(count: int) -> Counts:
    """Flip so many bits, one at a time: half of them in the database, then sealed files, then the header."""
    chosen, found = chance("flips"), []
    told = dict.fromkeys(("in the database", "in sealed files", "in the header"), 0)
    readable: list[float] = []
    with tempfile.TemporaryDirectory(prefix="soak-flip-") as scratch:
        base = Path(scratch)
        expected = _made(base)
        for number in range(count):
            kind = list(told)[(0, 0, 0, 1, 1, 1, 1, 0, 0, 2)[number % 10]]
            path = _chosen_file(base / "library", kind, chosen)
            with _flipped(path, chosen):
                faults, share = _judged(base, kind, expected)
            found += [f"{fault} ({kind}, {number})" for fault in faults]
            told[kind] += 1
            if kind == "in the database":
                readable.append(share)
        found += [f"restored: {fault}" for fault in _judged(base, "", expected)[0]]
    usable = sum(share > 0 for share in readable)
    figures = [(name, str(n)) for name, n in told.items()]
    figures += [
        ("database flips after which the library still opens", f"{usable} of {len(readable)}"),
        ("records and files then readable, mean", f"{100 * sum(readable) / max(usable, 1):.0f} %"),
    ]
    figures.append(("flips in the write-ahead log of a killed library", _of_log(max(count // 10, 5), found)))
    return Counts("flipped bits", count, found, figures)


def _of_log(count: int, found: list[str]) -> str:
    """What a flip in the log does: SQLite takes it for the end of the log, as it must after a power loss."""
    chosen, whole, shorter, refused = chance("log flips"), 0, 0, 0
    with tempfile.TemporaryDirectory(prefix="soak-flip-log-") as scratch:
        killed, last = _killed(Path(scratch))
        for number in range(count):
            base = Path(scratch) / str(number)
            shutil.copytree(killed, base)
            with _flipped(base / "library" / f"{DATABASE}-wal", chosen):
                try:
                    with contextlib.closing(_opened(base)) as library:
                        opened = library.store.open("kept")
                        found += [f"changed: log flip {number}"] if library.store.faults() else []
                except CardprepError:
                    refused += 1
                    continue
            whole, shorter = whole + (opened.number == last), shorter + (opened.number < last)
    return f"{count}: {whole} nothing lost, {shorter} opened as at an earlier edit, {refused} refused"


def _killed(scratch: Path) -> tuple[Path, int]:
    """A library as a kill leaves it, its log full, and the number of the last edit."""
    live = scratch / "live"
    live.mkdir()
    with contextlib.closing(Library.opened_or_made(live, FIRST_PASSPHRASE)[0]) as library:
        key, case = library.vault.new_application_key("kept"), cases.complete()
        library.store.create(case, key.wrapped, _STAMP, id="kept")
    with contextlib.closing(_opened(live)) as library:
        opened = library.store.open("kept")
        for number in range(20):
            saving = Saving(replace(case, remark=str(number)), opened.number, _STAMP)
            opened = library.store.save("kept", saving)
        shutil.copytree(live, scratch / "killed")
    return scratch / "killed", opened.number


def _made(base: Path) -> dict[str, object]:
    library, _ = Library.opened_or_made(base, FIRST_PASSPHRASE)
    with contextlib.closing(library):
        clerk = Clerk(library, "flips", _unheard, FIRST_PASSPHRASE, CHEAP)
        for kind in _ACTS:
            clerk.do(clerk.next(kind))
        return _read(library, _ids(library)).whole


def _unheard(_telling: Telling) -> None:
    """Nothing is lost here but by flipping."""


def _ids(library: Library) -> list[str]:
    return [row.id for row in library.store.fetch_applications(ApplicationQuery()).rows]


def _read(library: Library, ids: list[str]) -> _Read:
    read = _Read({}, [])
    for id in ids:
        try:
            read.whole[id] = digest_of(library.store.open(id).case)
            files, key = library.store.files(id), library.key_of(id)
        except CardprepError as error:
            read.refused.append(f"{id} {type(error).__name__}")
            continue
        for name, file in files.items():
            try:
                read.whole[f"{id}/{name}"] = library.blobs.get(BlobId(file.blob), key)
            except CardprepError as error:
                read.refused.append(f"{id}/{name} {type(error).__name__}")
    return read


def _chosen_file(folder: Path, kind: str, chosen: random.Random) -> Path:
    if kind == "in the database":
        return folder / DATABASE
    if kind == "in the header":
        return folder / HEADER_FILE
    return chosen.choice(sorted(folder.rglob("*.blob")))


@contextlib.contextmanager
def _flipped(path: Path, chosen: random.Random) -> Iterator[None]:
    whole = path.read_bytes()
    place = chosen.randrange(len(whole) * 8)
    spoiled = bytearray(whole)
    spoiled[place // 8] ^= 1 << place % 8
    path.write_bytes(spoiled)
    try:
        yield
    finally:
        path.write_bytes(whole)


def _judged(base: Path, kind: str, expected: dict[str, object]) -> tuple[list[str], float]:
    """What was not noticed, given wrongly or lost without need; and the share that can be read."""
    ids = [name for name in expected if "/" not in name]
    try:
        with contextlib.closing(_opened(base)) as library:
            read, is_noticed = _read(library, ids), library.store.faults() > 0
    except CardprepError:
        return ([] if kind in ("in the database", "in the header") else ["does not open"]), 0.0
    found = [f"changed: {name}" for name, value in read.whole.items() if value != expected[name]]
    lost = len(expected) - len(read.whole)
    if kind == "in sealed files":
        found += [] if lost == len(read.refused) == 1 else [f"{lost} files are lost, {read.refused} refused"]
    elif kind != "in the database":
        found += [] if not lost and not kind else [f"not noticed, {lost} lost"]
    elif not is_noticed:
        found.append("not noticed")
    return found, len(read.whole) / len(expected)


def _opened(base: Path) -> Library:
    return Library.opened(base, ByPassphrase(FIRST_PASSPHRASE))
