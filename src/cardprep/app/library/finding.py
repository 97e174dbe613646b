"""`list` and the words by which an application is named in a command."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from cardprep.app.library.errors import ApplicationAmbiguous, ApplicationNotFound
from cardprep.app.library.open import OpenLibrary
from cardprep.library.records import ApplicationQuery, ApplicationRow, Shelf

_LEAST_ID = 4
_MOST_TOLD = 100


def list_applications(library: OpenLibrary, query: ApplicationQuery) -> Iterator[ApplicationRow]:
    """Every application that the query finds, page by page."""
    after = None
    while True:
        page = library.store.fetch_applications(query, after)
        yield from page.rows
        after = page.after
        if after is None:
            return


def find_application(library: OpenLibrary, words: str) -> str:
    """The id of the one application that is meant: by its id, the beginning of it, or a search.

    Raises:
        ApplicationNotFound: there is none.
        ApplicationAmbiguous: there are several.
    """
    return _only(words, _by_id(library, words) or _by_search(library, words))


def find_by_id(library: OpenLibrary, words: str) -> str:
    """As `find_application`, by the id or the beginning of it alone: for what cannot be taken back."""
    return _only(words, _by_id(library, words))


def _only(words: str, found: list[str]) -> str:
    if not found:
        raise ApplicationNotFound("application", found=words)
    if len(found) > 1:
        raise ApplicationAmbiguous("application", found=words, count=len(found))
    return found[0]


def _by_id(library: OpenLibrary, words: str) -> list[str]:
    if len(words) < _LEAST_ID:
        return []
    ids = [row.id for shelf in Shelf for row in list_applications(library, ApplicationQuery(shelf=shelf))]
    return [id for id in ids if id == words] or [id for id in ids if id.startswith(words)]


def _by_search(library: OpenLibrary, words: str) -> list[str]:
    """Those found by a search, first among the active ones, then in the archive; never in the trash."""
    for shelf in (Shelf.ACTIVE, Shelf.ARCHIVED) if words.strip() else ():
        rows = list_applications(library, ApplicationQuery(search=words, shelf=shelf))
        found = [row.id for row in islice(rows, _MOST_TOLD)]
        if found:
            return found
    return []
