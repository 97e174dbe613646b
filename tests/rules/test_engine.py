"""The engine: what it gives is a pure function of what it is given, in a fixed order, within milliseconds."""

from __future__ import annotations

import copy
import statistics
import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardprep.case.edits import set_text
from cardprep.case.finding import Finding
from cardprep.case.model import Case, OperatorState
from cardprep.rules import engine
from making import any_case, cases
from making.judging import book, findings

THOROUGH = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


def median_seconds(times: int) -> float:
    case = cases.complete(10)
    facts = cases.facts_of(case)
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        engine.run(case, facts, book(), cases.TODAY)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def test_a_complete_case_leaves_nothing_open():
    for case in (cases.complete(1), cases.complete(10), cases.complete(3, mail=True)):
        assert not [found for found in findings(case) if found.is_open]


def test_an_empty_case_is_judged_as_well():
    open_ones = {found.rule for found in findings(Case()) if found.is_open}
    assert open_ones == {
        "MAT-1",
        "APP-2",
        "UNIT-1",
        "LEGAL-1",
        "HAND-2",
        "HAND-4",
        "HAND-5",
        "VIEW-3",
        "FIELD-1",
    }


def test_ten_operators_and_twelve_files_take_less_than_four_times_ten_milliseconds():
    assert len(cases.complete(10).attachments) == 12
    assert median_seconds(50) < 0.040


def test_findings_come_in_the_order_of_the_screens_and_of_the_operators():
    where = [
        found.where.split(".")[0]
        for found in findings(replace(Case(), operators=cases.complete(11).operators))
    ]
    first_at = [where.index(place) for place in dict.fromkeys(where)]
    assert first_at == sorted(first_at)
    operators = [place for place in dict.fromkeys(where) if place.startswith("operators[")]
    assert operators == [f"operators[{i}]" for i in range(11)]


def test_every_finding_has_the_severity_of_its_rule():
    assert all(found.severity is book().rules[found.rule].severity for found in findings(Case()))


def test_the_same_thing_is_said_once():
    case = cases.with_operator(cases.complete(3), 1, state=OperatorState.DRAFT)
    found = findings(case)
    assert len(found) == len(set(found))


@THOROUGH
@given(any_case.cases(), any_case.facts_by_file, st.dates())
def test_same_input_same_output_and_the_input_stays_as_it_was(case, facts, today):
    given_facts = copy.deepcopy(facts)
    first = engine.run(case, facts, book(), today)
    assert engine.run(copy.deepcopy(case), given_facts, book(), today) == first
    assert facts == given_facts


@THOROUGH
@given(any_case.wild_cases(), any_case.facts_by_file, st.dates())
def test_no_case_that_can_be_built_makes_it_raise(case, facts, today):
    for found in engine.run(case, facts, book(), today):
        assert isinstance(found, Finding)
        assert found.rule in engine.RULE_IDS
        assert len(found.about) == 32


@pytest.mark.parametrize("value", ["\ud800", "\x00", "x" * 100_000, "９" * 50, "e\u0301", "\u202e"])
def test_odd_text_in_every_field_is_judged(value):
    case = cases.complete(1, mail=True)
    for path in ("unit.name", "unit.uscc", "legal_representative.id_number", "operators[0].mobile", "remark"):
        assert findings(set_text(case, path, value))
