"""Other applications, as far as the program knows where they lie (OPER-6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from cardprep.app.folder import case_at
from cardprep.case.identifiers.documents import person_key
from cardprep.case.identifiers.normalise import fold_number
from cardprep.case.model import Case, StatusState
from cardprep.errors import CardprepError
from cardprep.rules.deadline import last_status
from cardprep.rules.engine import OtherApplication

_ENDED = (StatusState.RETURNED, StatusState.WITHDRAWN)


def other_applications(own_folder: Path, folders: Iterable[Path]) -> tuple[OtherApplication, ...]:
    """The applications in `folders` that are neither returned nor withdrawn, but for the own one.

    A folder that is gone or holds no sound case is passed over: it is no fault of this case.
    """
    return tuple(
        OtherApplication(folder.name, fold_number(other.unit.uscc), frozenset(_people(other)))
        for folder, other in _readable(own_folder, folders)
        if other.unit.uscc.strip() and not _has_ended(other)
    )


def _readable(own_folder: Path, folders: Iterable[Path]) -> Iterator[tuple[Path, Case]]:
    for folder in folders:
        if folder == own_folder:
            continue
        try:
            yield folder, case_at(folder)
        except CardprepError:
            continue


def _has_ended(case: Case) -> bool:
    status = last_status(case)
    return status is not None and status.state in _ENDED


def _people(case: Case) -> Iterator[str]:
    for operator in case.operators:
        key = person_key(operator.id_number)
        if key:
            yield key
