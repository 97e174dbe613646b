"""APP-2 to APP-4, APP-6, APP-7: the application as a whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cardprep.case.model import Collection, CollectionWay, Kind, StatusEntry, StatusState
from making import cases
from making.judging import findings, of_rule, open_rules, places, texts, told

RETURNED = dt.date(2026, 11, 2)


def with_status(case, *steps):
    return replace(case, status=tuple(StatusEntry(StatusState(state), date) for state, date in steps))


def returned(case=None, date=RETURNED):
    return with_status(case or cases.complete(), ("submitted", date), ("returned", date))


def done(**collection):
    case = with_status(cases.complete(), ("submitted", RETURNED), ("done", RETURNED))
    return replace(case, collection=replace(case.collection, **collection))


@pytest.mark.parametrize("count", [1, 10])
def test_APP_2_one_to_ten_operators_pass(count):
    assert open_rules(cases.complete(count)) == set()


@pytest.mark.parametrize(("count", "variant"), [(0, "none"), (11, "too-many")])
def test_APP_2_none_or_more_than_ten_block_at_operators(count, variant):
    case = cases.complete(count) if count else replace(cases.complete(1), operators=(), attachments=())
    assert told("APP-2", case) == [("operators", variant)]


def test_APP_2_says_how_many_and_how_many_may():
    assert texts(of_rule("APP-2", cases.complete(11))[0]) == {"count": 11, "limit": 10}


def test_APP_3_a_new_entrant_is_told_of_the_free_set_and_what_is_to_buy():
    case = cases.complete(3, kind=Kind.NEW_ENTRANT)
    told_of = texts(of_rule("APP-3", case)[0])
    assert told_of == {"legal_free": 1, "operator_free": 1, "to_buy": 2}


def test_APP_3_is_silent_about_an_addition_and_never_blocks():
    assert places("APP-3", cases.complete()) == []
    assert open_rules(cases.complete(1, kind=Kind.NEW_ENTRANT)) == set()


def test_APP_4_cards_to_buy_are_told_with_the_firms_exact_name():
    case = cases.complete(2)
    assert texts(of_rule("APP-4", case)[0]) == {"count": 2, "firm": case.unit.name}
    assert not open_rules(case)


def test_APP_4_is_silent_when_every_card_is_free():
    assert places("APP-4", cases.complete(1, kind=Kind.NEW_ENTRANT)) == []


def test_APP_4_without_a_firms_name_leaves_no_gap_in_its_sentence():
    case = cases.complete(2)
    assert told("APP-4", replace(case, unit=replace(case.unit, name="　"))) == [("case", "unnamed")]


@pytest.mark.parametrize(
    ("days", "variant"),
    [(0, "running"), (6, "running"), (7, "last-day"), (8, "past"), (400, "past")],
)
def test_APP_6_a_returned_application_warns_with_both_last_days(days, variant):
    found = [f for f in findings(returned(), today=RETURNED + dt.timedelta(days)) if f.rule == "APP-6"]
    assert [(f.where, f.variant, f.severity) for f in found] == [("case", variant, "warn")]
    assert texts(found[0]) == {"safe": "2026-11-08", "outer": "2026-11-09"}


def test_APP_6_is_silent_once_the_application_is_submitted_again_or_was_never_returned():
    again = with_status(cases.complete(), ("returned", RETURNED), ("submitted", RETURNED))
    assert places("APP-6", again) == places("APP-6", cases.complete()) == []


def test_APP_7_done_at_a_counter_names_the_outlet():
    found = of_rule("APP-7", done())[0]
    assert (found.variant, texts(found)) == ("counter", {"outlet": "吴江"})


def test_APP_7_done_by_mail_names_recipient_and_address():
    found = of_rule("APP-7", done(way=CollectionWay.MAIL, recipient=" 孙伟 ", address="示例路1号"))[0]
    assert (found.variant, texts(found)) == ("mail", {"recipient": "孙伟", "address": "示例路1号"})


@pytest.mark.parametrize(
    "choice",
    [
        {"way": None},
        {"outlet": "elsewhere"},
        {"way": CollectionWay.MAIL, "recipient": "", "address": "示例路1号"},
    ],
)
def test_APP_7_the_remark_says_it_where_the_choice_does_not(choice):
    assert told("APP-7", done(**choice)) == [("case", "remark")]
    assert told("APP-7", replace(done(**choice), remark=" ")) == [("case", "open")]


def test_APP_7_is_silent_before_the_application_is_done():
    open_one = with_status(cases.complete(), ("submitted", RETURNED), ("in-production", RETURNED))
    assert places("APP-7", open_one) == []
    assert places("APP-7", replace(cases.complete(), collection=Collection())) == []
