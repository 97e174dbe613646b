"""What of the library is handed over: applications, or all of a firm's, in one sealed file."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from cardprep.app.handing_over import HandOver, hand_over
from cardprep.app.library.errors import NothingToHandOver
from cardprep.app.library.files import content_of
from cardprep.app.library.finding import list_applications
from cardprep.app.library.open import OpenLibrary
from cardprep.bundle.sealed_header import Cost
from cardprep.case.files import case_files
from cardprep.case.model import Case, Unit
from cardprep.library.records import ApplicationQuery, OpenApplication, RecordKind, Shelf

_STRONG = Cost()


@dataclass(frozen=True, slots=True)
class Item:
    """One application to be handed over: its case, and how many bytes its files are."""

    id: str
    case: Case
    size: int

    @property
    def files(self) -> int:
        """How many files come with it."""
        return len(case_files(self.case))


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is to be handed over; `firm` where all of it is of one firm."""

    items: tuple[Item, ...]
    firm: Unit | None = None


def gather(library: OpenLibrary, kind: RecordKind, ids: Collection[str]) -> Parcel:
    """The applications of these ids, or all of these firms that are not in the trash.

    Raises:
        NothingToHandOver: there is none.
        StoreError: the library cannot be read.
    """
    wanted = ids if kind is RecordKind.APPLICATION else _of_firms(library, ids)
    opened = [library.store.open(id) for id in dict.fromkeys(wanted)]
    if not opened:
        raise NothingToHandOver("export")
    firms = {application.firm for application in opened}
    firm = firms.pop() if len(firms) == 1 else ""
    known = library.store.firm(firm).unit if firm else None
    return Parcel(tuple(_item(library, application) for application in opened), known)


def hand_over_parcel(
    library: OpenLibrary,
    parcel: Parcel,
    target: Path,
    passphrase: str,
    report: Callable[[int, int], None] = lambda done, of: None,
    cancelled: Callable[[], bool] = lambda: False,
    cost: Cost = _STRONG,
) -> Path:
    """Write the sealed file and give its path (raises as `hand_over`)."""
    contents = [content_of(library, item.id) for item in parcel.items]
    return hand_over(HandOver(contents, target, passphrase, parcel.firm, cost), report, cancelled)


def _of_firms(library: OpenLibrary, firms: Collection[str]) -> list[str]:
    found: list[str] = []
    for firm in firms:
        for shelf in (Shelf.ACTIVE, Shelf.ARCHIVED):
            query = ApplicationQuery(firm=firm, shelf=shelf)
            found += [row.id for row in list_applications(library, query)]
    return found


def _item(library: OpenLibrary, application: OpenApplication) -> Item:
    named = set(case_files(application.case))
    stored = library.store.files(application.id)
    return Item(application.id, application.case, sum(f.size for n, f in stored.items() if n in named))
