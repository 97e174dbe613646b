"""Cards free and to buy (APP-3, APP-4)."""

from __future__ import annotations

from dataclasses import dataclass

from cardprep.case.model import Case, Kind


@dataclass(frozen=True, slots=True)
class Cards:
    """How many cards the application gives free, and how many operator cards must be bought."""

    legal_free: int
    operator_free: int
    to_buy: int


def count_cards(case: Case) -> Cards:
    """A new entrant gets one legal-person and one operator card free; every other card is bought."""
    operators = len(case.operators)
    if case.kind is not Kind.NEW_ENTRANT:
        return Cards(0, 0, operators)
    free = min(1, operators)
    return Cards(1, free, operators - free)
