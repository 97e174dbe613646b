"""`kill -9` at every named step: the old state is there or the new one, and the same deed succeeds again.

The acts of the clerk are judged by what was acknowledged (`ledger`), the deeds by how the library stood
before and stands after an undisturbed run (`standing`). One process forks a child for each step, so that the
start of the interpreter is paid once.
"""

from __future__ import annotations

import contextlib
import shutil
import signal
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.soak.child import to_next_version
from benchmarks.soak.children import started
from benchmarks.soak.clerk import Clerk
from benchmarks.soak.counts import Counts
from benchmarks.soak.deeds import DEEDS, NEXT_VERSION, Place, make_template
from benchmarks.soak.kills import judged, of_next_version, tellings, whole_or_makeable
from benchmarks.soak.ledger import Ledger
from benchmarks.soak.library import CHEAP, FIRST_PASSPHRASE, Library
from benchmarks.soak.standing import Standing, purged_in_backups, standing_of

from cardprep.errors import CardprepError
from cardprep.library import blobs, header_file
from cardprep.library.migrations import MIGRATIONS
from cardprep.library.steps import no_step
from cardprep.library.vault import Vault
from cardprep.library.ways import ByPassphrase

_WHENS = ("before-commit", "done")

ACTS = (
    *(("make", step) for step in ("header.begin", "header.written")),
    *(("make", f"migrate-{m.version}-{when}") for m in MIGRATIONS for when in _WHENS),
    *(("rekey", step) for step in header_file.STEPS),
    *(("attach", step) for step in blobs.STEPS if step != "blob.deleted"),
    *((act, f"save-{when}") for act in ("save", "attach") for when in _WHENS),
    *(
        ("purge", step)
        for step in ("purge-before-commit", "purge-committed", "blob.deleted", "purge-blobs-gone")
    ),
    *(("migrate", f"migrate-{NEXT_VERSION.version}-{when}") for when in _WHENS),
)
"""Each act of the clerk with each step that it passes."""
STEPS = frozenset(step for _, step in ACTS).union(*(deed.steps for deed in DEEDS.values()))
"""Every step at which something is cut off here."""
WHOLE = len(ACTS) + sum(len(deed.steps) for deed in DEEDS.values())


@dataclass
class _Cut:
    """One act or deed in a place of its own, cut off at a step, and what its child told and came to."""

    kind: str
    name: str
    step: str
    base: Path
    ledger: Ledger = field(default_factory=Ledger)
    code: int = 0

    @property
    def job(self) -> list[object]:
        """What the child is asked."""
        words = {"seed": f"{self.name}-{self.step}", "passphrase": FIRST_PASSPHRASE}
        return [self.kind, str(self.base), words | {"act": self.name, "step": self.step}]


def run(_of: int = 0) -> Counts:
    """Cut off at every step; there is no tenth of it."""
    with tempfile.TemporaryDirectory(prefix="soak-steps-") as scratch:
        cuts = [*_acts(Path(scratch)), *_deeds(Path(scratch))]
        _run(cuts, Path(scratch))
        found = [f"{fault} ({cut.name} at {cut.step})" for cut in cuts for fault in _blind(cut)]
        found += _acts_judged([cut for cut in cuts if cut.kind == "step"])
        found += _deeds_judged([cut for cut in cuts if cut.kind == "deed"], Path(scratch))
    told = (("acts and deeds", str(len(DEEDS) + len({act for act, _ in ACTS}))), ("steps", str(len(STEPS))))
    return Counts("named steps", len(cuts), found, told)


def _acts(scratch: Path) -> Iterator[_Cut]:
    template, ledger = scratch / "acts", Ledger()
    template.mkdir()
    _prepare(template, ledger)
    for act, step in ACTS:
        base = scratch / f"act {act} {step}"
        if act == "make":
            base.mkdir()
        else:
            shutil.copytree(template, base)
        yield _Cut("step", act, step, base, Ledger() if act == "make" else ledger.copy())


def _prepare(base: Path, ledger: Ledger) -> None:
    library, _ = Library.opened_or_made(base, FIRST_PASSPHRASE)
    with contextlib.closing(library):
        clerk = Clerk(library, "prepared", ledger.hear, FIRST_PASSPHRASE, CHEAP)
        for kind in ("create", "create", "attach", "save"):
            clerk.do(clerk.next(kind))
        for _ in range(2):  # so that whichever is purged has a file
            clerk.do(clerk.next("attach"))


def _deeds(scratch: Path) -> Iterator[_Cut]:
    template = scratch / "deeds"
    template.mkdir()
    make_template(template)
    for name, deed in DEEDS.items():
        prepared = scratch / f"before {name}"
        shutil.copytree(template, prepared)
        deed.prepare(Place(prepared))
        for step in deed.steps:
            base = scratch / f"deed {name} {step}"
            shutil.copytree(prepared, base)
            yield _Cut("deed", name, step, base)


def _run(cuts: list[_Cut], scratch: Path) -> None:
    child = started("forks", scratch, {"jobs": [cut.job for cut in cuts]})
    waiting = iter(cuts)
    cut = next(waiting)
    for telling in tellings(child):
        if "ended" in telling:
            cut.code = int(str(telling["ended"]))
            cut = next(waiting, cut)
        else:
            cut.ledger.hear(telling)
    child.communicate()
    if child.returncode:
        raise RuntimeError(f"the forking child ended with {child.returncode}")


def _blind(cut: _Cut) -> Iterator[str]:
    if cut.code != -signal.SIGKILL:
        yield f"blind: it does not pass the step ({cut.code})"


def _acts_judged(cuts: list[_Cut]) -> Iterator[str]:
    for cut in cuts:
        is_whole = cut.name in ("make", "migrate")
        found = whole_or_makeable(cut.base) if is_whole else judged(cut.base, cut.ledger)
        yield from (f"{fault} ({cut.name} at {cut.step})" for fault in found)
        yield from (f"{fault} ({cut.name} after {cut.step})" for fault in _again(cut))


def _again(cut: _Cut) -> list[str]:
    if cut.name == "migrate":
        key = Vault.open(cut.base / "library", ByPassphrase(FIRST_PASSPHRASE)).database_key
        to_next_version(cut.base, key)
        return of_next_version(cut.base)
    with contextlib.closing(Library.opened(cut.base, ByPassphrase(cut.ledger.passphrase))) as library:
        clerk = Clerk(library, "again", cut.ledger.hear, cut.ledger.passphrase, CHEAP)
        clerk.do(clerk.next("create" if cut.name == "make" else cut.name))
        return cut.ledger.faults(library)


def _deeds_judged(cuts: list[_Cut], scratch: Path) -> Iterator[str]:
    states: dict[str, tuple[Standing, Standing]] = {}
    for cut in cuts:
        if cut.name not in states:
            states[cut.name] = _undisturbed(scratch / f"before {cut.name}", cut.name)
        yield from (f"{fault} ({cut.name} at {cut.step})" for fault in _judged(cut, *states[cut.name]))


def _undisturbed(prepared: Path, name: str) -> tuple[Standing, Standing]:
    """How the library stands before the deed and after one that nothing cuts off."""
    place, found = Place(prepared), list[str]()
    before = standing_of(place, found)
    DEEDS[name].run(place, no_step)
    after = standing_of(place, found)
    if found or before == after:
        raise RuntimeError(f"{name} is no measure: {found or 'it changes nothing'}")
    return before, after


def _judged(cut: _Cut, before: Standing, after: Standing) -> list[str]:
    """What is wrong with what the cut left, and with what the same deed makes of it afterwards."""
    place, found = Place(cut.base), list[str]()
    try:
        left = standing_of(place, found)
        if left.content() not in (before.content(), after.content()):
            found.append("neither the old state nor the new")
        if not before.firms & after.firms <= left.firms <= before.firms | after.firms:
            found.append("the firms are neither the old nor the new")
        if any(there < old for there, old in zip(left.backups, before.backups, strict=False)):
            found.append("a backup is gone")
        DEEDS[cut.name].run(place, no_step)
        if standing_of(place, found).content() != after.content():
            found.append("done again, it is not done")
        if cut.name == "purge":
            found += [f"purged, and still in {name}" for name in purged_in_backups(place)]
    except CardprepError as error:
        found.append(f"lost: {type(error).__name__} {error.values}")
    return found
