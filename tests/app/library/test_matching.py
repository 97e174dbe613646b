"""Two forms of one application are known for that; nothing else is."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cardprep.app.library.matching import candidates, may_be_the_same, names_alike
from cardprep.case.model import Kind, StatusEntry, StatusState
from cardprep.library.records import Stamp
from making import cases, libraries, people

DAY = dt.date(2026, 11, 20)


def ended(case, state):
    return replace(case, status=(StatusEntry(state, DAY),))


def with_people(case, *numbers):
    return replace(case, operators=tuple(cases.operator(people.person(i)) for i in numbers))


def test_a_later_form_of_it_is_the_same():
    ours = cases.complete(2)
    assert may_be_the_same(ours, replace(with_people(ours, 2, 7), remark="改过"))


def test_the_credit_code_is_compared_as_it_is_meant():
    ours = cases.complete(2)
    spaced = replace(ours.unit, uscc=f" {ours.unit.uscc[:9]} {ours.unit.uscc[9:].lower()}")
    assert may_be_the_same(ours, replace(ours, unit=spaced))


@pytest.mark.parametrize(
    "other",
    [
        lambda case: replace(case, unit=cases.unit(people.firm(3))),
        lambda case: replace(case, unit=replace(case.unit, uscc="")),
        lambda case: replace(case, kind=Kind.NEW_ENTRANT),
        lambda case: with_people(case, 8, 9),
        lambda case: replace(case, operators=(), legal_representative=cases.legal(people.person(9))),
    ],
)
def test_another_firm_kind_or_other_people_are_another_application(other):
    ours = cases.complete(2)
    assert not may_be_the_same(ours, other(ours))


def test_without_operators_the_legal_representative_tells():
    ours = cases.complete(2)
    assert may_be_the_same(replace(ours, operators=()), ours)
    assert may_be_the_same(ours, replace(ours, operators=()))


@pytest.mark.parametrize(
    ("state", "same"),
    [(StatusState.DONE, False), (StatusState.WITHDRAWN, False), (StatusState.RETURNED, True)],
)
def test_what_has_ended_is_not_gone_on_with(state, same):
    ours = cases.complete(1)
    assert may_be_the_same(ended(ours, state), ours) is same


def test_the_nearest_comes_first(tmp_path):
    library, _ = libraries.made(tmp_path / "library")
    theirs = replace(cases.complete(3), attachments=())
    with library:
        for operators in (theirs.operators, theirs.operators[:1], (cases.operator(people.person(9)),)):
            case = replace(theirs, operators=operators)
            library.store.create(case, b"key", Stamp(libraries.WHO, libraries.later(hours=len(operators))))
        found = candidates(library, theirs)
        assert [len(one.case.operators) for one in found] == [3, 1]


def test_same_content_gets_our_name_and_another_content_never_does():
    ours = {"attachments/a.jpg": "A", "attachments/b.jpg": "B"}
    theirs = {"attachments/01-a.jpg": "A", "attachments/b.jpg": "C", "attachments/c.jpg": "D"}
    names = names_alike(ours, theirs, ["attachments/c.jpg"])
    assert names == {
        "attachments/01-a.jpg": "attachments/a.jpg",
        "attachments/b.jpg": "attachments/b (2).jpg",
        "attachments/c.jpg": "attachments/c (2).jpg",
    }
