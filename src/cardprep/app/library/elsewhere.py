"""The firm's other applications that a person of this one stands in (OPER-6)."""

from __future__ import annotations

from collections.abc import Iterator

from cardprep.app.clock import SHANGHAI
from cardprep.app.library.open import OpenLibrary
from cardprep.case.identifiers.documents import person_key
from cardprep.case.identifiers.normalise import fold_number
from cardprep.case.model import Case, StatusState
from cardprep.library.records import OpenApplication
from cardprep.library.store_errors import NoSuchRecord
from cardprep.rules.deadline import last_status
from cardprep.rules.engine import OtherApplication

_ENDED = (StatusState.RETURNED, StatusState.WITHDRAWN)
_OPERATORS = "operators"


def operator_keys(case: Case) -> frozenset[str]:
    """What tells the operators of a case apart from anybody else."""
    return frozenset(person_key(operator.id_number) for operator in case.operators) - {""}


def other_applications(library: OpenLibrary, own: str, case: Case) -> tuple[OtherApplication, ...]:
    """The applications but `own`, neither returned nor withdrawn, that have one of the case's operators."""
    return tuple(
        OtherApplication(_told(other), fold_number(other.case.unit.uscc), operator_keys(other.case))
        for other in _others(library, own, case)
        if other.case.unit.uscc.strip() and not _has_ended(other.case)
    )


def _others(library: OpenLibrary, own: str, case: Case) -> Iterator[OpenApplication]:
    found = {
        appearance.application
        for key in operator_keys(case)
        for appearance in library.store.appearances(key)
        if appearance.role == _OPERATORS
    }
    for id in sorted(found - {own}):
        try:
            yield library.store.open(id)
        except NoSuchRecord:  # purged at this very moment
            continue


def _told(other: OpenApplication) -> str:
    """How an application is named to a person: its firm, and the day it was worked on last."""
    return f"{other.case.unit.name.strip()} {other.saved_at.astimezone(SHANGHAI):%Y-%m-%d}"


def _has_ended(case: Case) -> bool:
    status = last_status(case)
    return status is not None and status.state in _ENDED
