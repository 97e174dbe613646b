"""Which operator of one case is which of another: the order in which they stand says nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cardprep.case.identifiers.documents import person_key
from cardprep.case.model import Operator

Operators = tuple[Operator, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The operators of two cases, matched.

    Attributes:
        pairs: the index in ours by the index in theirs.
        only_theirs: those (of theirs) whom ours has not, in their order.
        only_ours: those (of ours) whom theirs has not.
    """

    pairs: Mapping[int, int]
    only_theirs: tuple[int, ...]
    only_ours: tuple[int, ...]


def align(ours: Operators, theirs: Operators) -> Alignment:
    """Match the operators: the very same first, then by their document's number, then by their name."""
    pairs: dict[int, int] = {}
    for key in (repr, _number, _name):
        _match(ours, theirs, key, pairs)
    matched = set(pairs.values())
    return Alignment(
        pairs,
        tuple(n for n in range(len(theirs)) if n not in pairs),
        tuple(n for n in range(len(ours)) if n not in matched),
    )


def _number(operator: Operator) -> str:
    return person_key(operator.id_number)


def _name(operator: Operator) -> str:
    return operator.name.strip()


def _match(ours: Operators, theirs: Operators, key: Callable[[Operator], str], pairs: dict[int, int]) -> None:
    """Add a pair for each of theirs that is not matched yet and has the key of one of ours."""
    matched = set(pairs.values())
    free: dict[str, list[int]] = {}
    for index, operator in enumerate(ours):
        if index not in matched and key(operator):
            free.setdefault(key(operator), []).append(index)
    for index, operator in enumerate(theirs):
        if index not in pairs and free.get(key(operator)):
            pairs[index] = free[key(operator)].pop(0)
