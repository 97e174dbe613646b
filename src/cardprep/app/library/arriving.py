"""What comes into the library, verified and set beside what is there, before anything is written.

What arrives lies in a private folder as long as the block of `arriving` lasts; afterwards nothing of it is
left but what was taken in.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path

from cardprep.app.comparing import Difference, differences, take
from cardprep.app.errors import FileUnreadable
from cardprep.app.handing_over import handed_over
from cardprep.app.library.importing import Imported, alike_names, find_same, take_in
from cardprep.app.library.matching import candidates
from cardprep.app.library.open import OpenLibrary
from cardprep.app.opening import OpenedCase, opened
from cardprep.app.place import CasePlace
from cardprep.bundle.sealed import is_sealed
from cardprep.case.edits import Edit
from cardprep.case.files import case_files, renamed
from cardprep.case.model import Case, Unit
from cardprep.evidence.client import Worker
from cardprep.host.system_errors import reason_code

IsCancelled = Callable[[], bool]


class News(Enum):
    """What a case that comes is to the library."""

    NEW = "new"
    SAME = "same"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One case that comes.

    Attributes:
        source: the case and its files as they came.
        news: whether it is new, there already, or there in another form.
        application: the id of the one that is there, or "".
        ours: that one's case.
        theirs: what came, its files called so that they can be compared with ours.
        names: their files' names in `theirs`, by the name that they came with.
    """

    source: OpenedCase
    news: News
    application: str = ""
    ours: Case = Case()  # noqa: RUF009 - a frozen value
    theirs: Case = Case()  # noqa: RUF009 - a frozen value
    names: Mapping[str, str] | None = None

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Where they differ, in the order of the screens."""
        return differences(self.ours, self.theirs) if self.news is News.DIFFERS else ()


@dataclass(frozen=True, slots=True)
class Arrived:
    """All that came in one file: the firm that it was handed over for, or None, and the cases."""

    firm: Unit | None
    cases: tuple[Arrival, ...]


def needs_passphrase(path: Path) -> bool:
    """Whether the file is a sealed hand-over, whatever it is called.

    Raises:
        FileUnreadable: it cannot be read.
    """
    try:
        return path.is_file() and is_sealed(path)
    except OSError as error:
        raise FileUnreadable(path.name, found=path.name, reason=reason_code(error)) from None


@contextlib.contextmanager
def arriving(
    library: OpenLibrary,
    path: Path,
    worker: Worker,
    passphrase: str | None = None,
    cancelled: IsCancelled = lambda: False,
) -> Iterator[Arrived]:
    """What is at `path`: a case folder, `case.json`, bundle or (with its passphrase) sealed hand-over.

    All of it was verified and compared when the block begins, and nothing was written into the library.

    Raises:
        CardprepError: it is faulty or cannot be opened; as `opened` and `handed_over`.
    """
    with contextlib.ExitStack() as stack:
        # A dialog may hold it open for long: what lies in plain lies where a crash leaves nothing.
        scratch = stack.enter_context(library.working_folder())
        if passphrase is None:
            cases: tuple[OpenedCase, ...] = (stack.enter_context(opened(path, worker, scratch)),)
            firm = None
        else:
            came = stack.enter_context(handed_over(path, passphrase, worker, scratch, cancelled))
            firm, cases = came.firm, came.cases
        yield Arrived(firm, tuple(compared(library, case) for case in cases))


def compared(library: OpenLibrary, source: OpenedCase) -> Arrival:
    """The case beside the application of the library that is the same one, if there is one."""
    same = find_same(library, source)
    if same is not None:
        return Arrival(source, News.SAME, same)
    for found in candidates(library, source.case):
        names = alike_names(library, found.id, found.case, source)
        if names is not None:
            theirs = renamed(source.case, names)
            told = Arrival(source, News.DIFFERS, found.id, found.case, theirs, names)
            # What differs nowhere but in what is not compared has nothing to choose from.
            return told if told.differences else replace(told, news=News.SAME)
    return Arrival(source, News.NEW)


def take_as_new(library: OpenLibrary, arrival: Arrival, worker: Worker, who: str, today: dt.date) -> Imported:
    """Make an application of its own of it (raises as `import_case`)."""
    return take_in(library, arrival.source, worker, who, today)


def merging(arrival: Arrival, chosen: frozenset[str], place: CasePlace) -> Edit:
    """The edit that puts the chosen of theirs into ours: one step of undo.

    The files that come with it are kept in `place` already; they belong to the application from the
    save of the edit on.

    Raises:
        CardprepError: a file cannot be kept; nothing of the case has changed.
    """
    mine = set(case_files(arrival.ours))
    after = take(arrival.ours, arrival.theirs, chosen)
    wanted = set(case_files(after)) - mine
    came = {new: old for old, new in (arrival.names or {}).items()}
    kept = {name: place.take_in(arrival.source.folder / came[name]) for name in sorted(wanted)}
    return partial(_taken, theirs=renamed(arrival.theirs, kept), chosen=chosen)


def _taken(ours: Case, theirs: Case, chosen: frozenset[str]) -> Case:
    return take(ours, theirs, chosen)
