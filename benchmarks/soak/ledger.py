"""What the library has acknowledged, and whether a library still holds all of it.

An act that was begun and not acknowledged may have happened as a whole or not at all.
"""

from __future__ import annotations

import copy
import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from benchmarks.soak.clerk import EXPORT_PASSPHRASE, Telling, digest_of
from benchmarks.soak.library import FIRST_PASSPHRASE, Library

from cardprep.bundle.sealed import unseal
from cardprep.errors import CardprepError
from cardprep.library.blobs import BlobId
from cardprep.library.records import DirectoryQuery
from cardprep.library.store_errors import NoSuchRecord

_MOST_PAST = 4


class Ledger:
    """Hears what is told, and judges a library by it.

    Attributes:
        passphrase: the one that was acknowledged last.
        recovery: the recovery key that was acknowledged with the library, or "".
        pending: the act that was begun and not acknowledged.
        acknowledged: how many acts were.
        is_made: whether the making of the library was acknowledged.
    """

    def __init__(self) -> None:
        self.passphrase = FIRST_PASSPHRASE
        self.recovery = ""
        self.is_made = False
        self.pending: Telling = {}
        self.acknowledged = 0
        self._digests: dict[str, dict[int, str]] = {}
        self._files: dict[str, dict[str, str]] = {}
        self._purged: set[str] = set()
        self._phones: set[str] = set()
        self._exports: set[str] = set()

    def copy(self) -> Self:
        """One that judges without this one's changing its mind."""
        return copy.deepcopy(self)

    def hear(self, telling: Telling) -> None:
        """Take note of one telling of a clerk."""
        if "made" in telling:
            self.recovery = telling["made"] or self.recovery
            self.is_made, self.pending = True, {}
        elif "begin" in telling:
            self.pending = telling["begin"]
        elif "done" in telling:
            self.pending = {}
            self.acknowledged += 1
            self._settle(telling["done"])

    def _settle(self, done: Telling) -> None:
        app = done.get("app", "")
        if "number" in done:
            self._digests.setdefault(app, {})[done["number"]] = done["digest"]
        match done["act"]:
            case "attach":
                self._files.setdefault(app, {})[done["file"]] = done["content"]
            case "purge":
                self._purged.add(app)
                self._digests.pop(app, None)
                self._files.pop(app, None)
            case "firm":
                self._phones.add(done["phone"])
            case "export":
                self._exports.add(done["export"])
            case "rekey":
                self.passphrase = done["passphrase"]

    @property
    def passphrases(self) -> tuple[str, ...]:
        """The passphrases of which one must open the library now."""
        new = self.pending.get("passphrase")
        return (self.passphrase,) if new is None else (self.passphrase, new)

    def faults(self, library: Library, thorough: bool = True) -> list[str]:
        """What is lost or damaged; nothing is what is hoped for. Takes over what the pending act left."""
        found = [f"integrity: {count}"] if thorough and (count := library.store.faults()) else []
        try:
            for id in tuple(self._digests):
                found += self._of_application(library, id)
            found += [*self._of_purged(library), *self._of_firms(library)]
            found += self._of_exports(library) if thorough else []
        except CardprepError as error:
            found.append(f"unreadable: {type(error).__name__} {error.values}")
        self._adopt(library)
        return found

    def _of_application(self, library: Library, id: str) -> Iterator[str]:
        last = max(self._digests[id])
        try:
            opened = library.store.open(id)
        except NoSuchRecord:
            if self.pending.get("act") != "purge" or self.pending["app"] != id:
                yield f"lost: application {id}"
            return
        in_flight = self.pending.get("app") == id
        expected = self._digests[id].get(opened.number, self.pending.get("digest") if in_flight else "")
        if not last <= opened.number <= last + in_flight:
            yield f"lost: {id} stands at {opened.number}, {last} was acknowledged"
        elif expected is not None and digest_of(opened.case) != expected:
            yield f"changed: {id} at {opened.number}"
        yield from self._of_past(library, id, opened.number)
        yield from self._of_files(library, id)

    def _of_past(self, library: Library, id: str, last: int) -> Iterator[str]:
        there = [number for number in sorted(self._digests[id]) if number <= last]
        for number in there[:: max(1, len(there) // _MOST_PAST)]:
            if digest_of(library.store.case_at(id, number)) != self._digests[id][number]:
                yield f"changed: history of {id} at {number}"

    def _of_files(self, library: Library, id: str) -> Iterator[str]:
        stored, key = library.store.files(id), library.key_of(id)
        for name in self._files.get(id, {}).keys() - stored.keys():
            yield f"lost: file {name} of {id}"
        for name, file in stored.items():
            content = hashlib.sha256(library.blobs.get(BlobId(file.blob), key)).hexdigest()
            if content != self._files.get(id, {}).get(name, content):
                yield f"changed: file {name} of {id}"

    def _of_purged(self, library: Library) -> Iterator[str]:
        for id in self._purged:
            if library.store.wrapped_key(id) is not None:
                yield f"came back: {id}"

    def _of_firms(self, library: Library) -> Iterator[str]:
        if self._phones:
            rows = library.store.fetch_firms(DirectoryQuery(), limit=100_000).rows
            there = {library.store.firm(row.id).unit.phone for row in rows}
            yield from (f"lost: firm {phone}" for phone in self._phones - there)

    def _of_exports(self, library: Library) -> Iterator[str]:
        folder = library.exports
        there = {path.name for path in folder.iterdir() if path.name[0] != "."} if folder.is_dir() else set()
        yield from (f"lost: export {name}" for name in self._exports - there)
        with tempfile.TemporaryDirectory() as scratch:
            for name in sorted(there):
                yield from _of_export(folder / name, Path(scratch) / "content.zip")
                (folder / name).unlink()
        self._exports.clear()

    def _adopt(self, library: Library) -> None:
        """What the pending act left, if it happened, counts from now on like the rest."""
        pending, self.pending = self.pending, {}
        id = pending.get("app")
        if id is None or id in self._purged:
            return
        try:
            opened = library.store.open(id)
        except CardprepError:
            self._digests.pop(id, None)
            self._files.pop(id, None)
        else:
            self._digests.setdefault(id, {})[opened.number] = digest_of(opened.case)


def _of_export(path: Path, scratch: Path) -> Iterator[str]:
    try:
        unseal(path, scratch, EXPORT_PASSPHRASE)
    except CardprepError as error:
        yield f"damaged: export {type(error).__name__}"
