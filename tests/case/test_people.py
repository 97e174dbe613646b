"""The people of a case, wherever they stand, and who the handler really is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.case import people
from cardprep.case.model import Case, HandlerWho
from making import cases
from making.people import person

CASE = cases.complete(2)
OTHER = person(9)


def paths(case):
    return [(who.path, str(who.slot)) for who in people.everyone(case)]


def test_everyone_comes_once_in_the_order_of_the_screens():
    assert paths(cases.with_handler(CASE, HandlerWho.OTHER, OTHER)) == [
        ("legal_representative", "legal.identity"),
        ("operators[0]", "operators[0].identity"),
        ("operators[1]", "operators[1].identity"),
        ("handler", "handler.identity"),
    ]


@pytest.mark.parametrize("who", [None, HandlerWho.LEGAL_REPRESENTATIVE, HandlerWho.OPERATOR])
def test_HAND_1_a_handler_of_the_application_is_not_counted_again(who):
    assert len(paths(cases.with_handler(CASE, who, operator=0))) == 3


@pytest.mark.parametrize(
    ("who", "operator", "known"),
    [
        (None, 0, False),
        (HandlerWho.LEGAL_REPRESENTATIVE, 7, True),
        (HandlerWho.OTHER, None, True),
        (HandlerWho.OPERATOR, 1, True),
        (HandlerWho.OPERATOR, 2, False),
        (HandlerWho.OPERATOR, -1, False),
        (HandlerWho.OPERATOR, None, False),
    ],
)
def test_HAND_2_the_handler_is_known_when_he_is_there(who, operator, known):
    assert people.handler_is_known(cases.with_handler(CASE, who, operator=operator)) is known


@pytest.mark.parametrize(
    ("who", "name", "mobile"),
    [
        (HandlerWho.LEGAL_REPRESENTATIVE, CASE.legal_representative.name, CASE.legal_representative.phone),
        (HandlerWho.OPERATOR, CASE.operators[1].name, CASE.operators[1].mobile),
        (None, "", ""),
    ],
)
def test_HAND_1_name_and_number_are_those_of_the_chosen_person(who, name, mobile):
    case = cases.with_handler(CASE, who, operator=1)
    assert (people.handler_name(case), people.handler_mobile(case)) == (name, mobile)


def test_HAND_2_somebody_else_brings_his_own_and_inherits_nothing():
    case = cases.with_handler(CASE, HandlerWho.OTHER, OTHER)
    assert (people.handler_name(case), people.handler_mobile(case)) == (OTHER.name, OTHER.mobile)
    assert people.inherited_mobile(case) == ""


@pytest.mark.parametrize(("own", "wins"), [("13900139000", True), ("  ", False)])
def test_HAND_3_the_handlers_own_number_wins_unless_it_is_blank(own, wins):
    case = cases.with_handler(CASE, HandlerWho.OPERATOR, operator=0, mobile=own)
    assert people.handler_mobile(case) == (own if wins else CASE.operators[0].mobile)


def test_HAND_2_an_operator_who_is_gone_has_neither_name_nor_number():
    case = replace(cases.with_handler(CASE, HandlerWho.OPERATOR, operator=5), operators=())
    assert (people.handler_name(case), people.handler_mobile(case)) == ("", "")
    assert people.handler_name(Case()) == ""
