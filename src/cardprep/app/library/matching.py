"""Which application of the library is the same one as a case that comes in, in an earlier or later form.

The program never decides that alone: what is found here is shown beside the case that comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from cardprep.app.library.finding import list_applications
from cardprep.app.library.open import OpenLibrary
from cardprep.case.identifiers.documents import person_key
from cardprep.case.identifiers.normalise import fold_number
from cardprep.case.model import Case
from cardprep.host.filenames import unique_name
from cardprep.library.records import ApplicationQuery, ApplicationRow, OpenApplication, Shelf
from cardprep.library.summary import ENDED


def may_be_the_same(ours: Case, theirs: Case) -> bool:
    """Whether they can be one application: its firm and kind, not ended, and somebody in common.

    In common is an operator or, where one of them has no operators yet, the legal representative.
    """
    uscc = fold_number(ours.unit.uscc)
    if not uscc or uscc != fold_number(theirs.unit.uscc) or ours.kind is not theirs.kind or _is_ended(ours):
        return False
    if common_operators(ours, theirs):
        return True
    legal = person_key(ours.legal_representative.id_number)
    is_legal = bool(legal) and legal == person_key(theirs.legal_representative.id_number)
    return is_legal and not (_people(ours) and _people(theirs))


def common_operators(ours: Case, theirs: Case) -> int:
    """How many operators stand in both, told apart as OPER-6 tells people apart."""
    return len(_people(ours) & _people(theirs))


def _people(case: Case) -> set[str]:
    return {key for operator in case.operators if (key := person_key(operator.id_number))}


def _is_ended(case: Case) -> bool:
    return bool(case.status) and case.status[-1].state in ENDED


def candidates(library: OpenLibrary, theirs: Case) -> list[OpenApplication]:
    """The applications that can be the same, the nearest first: most people in common, then the latest.

    Raises:
        StoreError: the library cannot be read.
    """
    uscc = fold_number(theirs.unit.uscc)
    rows = rows_of(library, uscc) if uscc else ()
    opened = (library.store.open(row.id) for row in rows)
    fitting = [application for application in opened if may_be_the_same(application.case, theirs)]
    return sorted(fitting, key=lambda found: -common_operators(found.case, theirs))


def rows_of(library: OpenLibrary, search: str) -> Iterator[ApplicationRow]:
    """The applications that the search finds outside the trash, the latest change first."""
    for shelf in (Shelf.ACTIVE, Shelf.ARCHIVED):
        yield from list_applications(library, ApplicationQuery(search=search, shelf=shelf))


def names_alike(ours: Mapping[str, str], theirs: Mapping[str, str], taken: Iterable[str]) -> dict[str, str]:
    """New names for their files: the same content is called as ours is, another content never is.

    Args:
        ours: the digest of each of our files, by its name.
        theirs: the digest of each of theirs.
        taken: names that no other content may have.
    """
    known = {digest: name for name, digest in reversed(list(ours.items()))}
    used = [PurePosixPath(name).name for name in (*ours, *taken)]
    names: dict[str, str] = {}
    for name, digest in theirs.items():
        if ours.get(name) == digest:
            names[name] = name
        elif digest in known:
            names[name] = known[digest]
        else:
            path = PurePosixPath(name)
            free = unique_name(path.name, used)
            used.append(free)
            names[name] = str(path.with_name(free))
    return names
