"""APP-1, APP-3, APP-4: cards free and to buy, by the kind of application."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.case.model import Kind
from cardprep.rules.cards import Cards, count_cards
from making import cases


@pytest.mark.parametrize(
    ("operators", "cards"), [(1, Cards(1, 1, 0)), (2, Cards(1, 1, 1)), (10, Cards(1, 1, 9))]
)
def test_APP_1_APP_3_a_new_entrant_gets_one_card_of_each_kind_free(operators, cards):
    assert count_cards(cases.complete(operators, kind=Kind.NEW_ENTRANT)) == cards


def test_APP_3_a_new_entrant_without_an_operator_has_no_free_operator_card():
    case = replace(cases.complete(1, kind=Kind.NEW_ENTRANT), operators=())
    assert count_cards(case) == Cards(1, 0, 0)


@pytest.mark.parametrize("operators", [1, 10])
def test_APP_1_APP_4_an_addition_gets_operator_cards_only_and_buys_them_all(operators):
    assert count_cards(cases.complete(operators)) == Cards(0, 0, operators)
