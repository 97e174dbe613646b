"""Lists of firms into the library and out of it: nothing that is known is overwritten by a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from cardprep.app.importing_tables import known_firms
from cardprep.app.library.filing import filled_unit
from cardprep.app.library.open import OpenLibrary
from cardprep.case.model import Unit
from cardprep.library.records import Cursor, DirectoryQuery, Firm, FirmRow, Shelf
from cardprep.library.store import Store

IsCancelled = Callable[[], bool]

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class FirmsAdded:
    """What became of a list: the ids of the firms that are new, and how many others are known.

    Attributes:
        filled: known firms that lacked something which the list told.
        unchanged: known firms that the list told nothing new of.
    """

    new: tuple[str, ...] = ()
    filled: int = 0
    unchanged: int = 0


def firms_there(library: OpenLibrary, cancelled: IsCancelled = lambda: False) -> frozenset[str]:
    """The keys of all firms outside the trash (`ListRequest.known`)."""
    shelves = (Shelf.ACTIVE, Shelf.ARCHIVED)
    rows = (row for shelf in shelves for row in _rows(library.store, DirectoryQuery(shelf=shelf), cancelled))
    return known_firms(row.uscc for row in rows)


def firms_found(
    library: OpenLibrary, query: DirectoryQuery, cancelled: IsCancelled = lambda: False
) -> list[Unit]:
    """Every firm that the query finds, in the order of the list."""
    return [library.store.firm(row.id).unit for row in _rows(library.store, query, cancelled)]


def add_firms(
    library: OpenLibrary, units: Iterable[Unit], cancelled: IsCancelled = lambda: False
) -> FirmsAdded:
    """Add the firms; of one that is known by its credit code, only what is blank is filled in.

    After `cancelled`, what was added until then is told.

    Raises:
        LibraryError: one cannot be written. Those before it are kept; adding the list again is harmless.
    """
    new: list[str] = []
    filled = unchanged = 0
    for unit in units:
        if cancelled():
            break
        known = library.store.find_firm(unit.uscc)
        told = Firm(unit) if known is None else replace(known, unit=filled_unit(known.unit, unit))
        if told == known:
            unchanged += 1
            continue
        stored = library.written(partial(library.store.put_firm, told))
        if known is None:
            new.append(stored.id)
        else:
            filled += 1
    return FirmsAdded(tuple(new), filled, unchanged)


def _rows(store: Store, query: DirectoryQuery, cancelled: IsCancelled) -> Iterator[FirmRow]:
    """The rows of all pages of the list."""
    after: Cursor | None = None
    while not cancelled():
        page = store.fetch_firms(query, after, _AT_ONCE)
        yield from page.rows
        after = page.after
        if after is None:
            return
