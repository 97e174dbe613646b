"""What the shipped rule pack says of a case, in the short form that a test asks for."""

from __future__ import annotations

import datetime as dt
import functools
import json
from collections.abc import Mapping

from cardprep.case.facts import FileFacts
from cardprep.case.finding import Finding
from cardprep.case.model import Case
from cardprep.host.resources import read_text
from cardprep.rules import engine
from cardprep.rules.loading import load_rulebook
from cardprep.rules.rulebook import Rulebook
from making.cases import TODAY, facts_of

Facts = Mapping[str, FileFacts]


def pack() -> dict[str, object]:
    """The shipped rule pack as parsed JSON, to be spoilt by a test."""
    document: dict[str, object] = json.loads(read_text("rulebooks/jiangsu/rulebook.json"))
    return document


@functools.cache
def book() -> Rulebook:
    """The shipped rule pack."""
    return load_rulebook(pack())


def findings(
    case: Case,
    facts: Facts | None = None,
    today: dt.date = TODAY,
    elsewhere: tuple[engine.OtherApplication, ...] = (),
) -> tuple[Finding, ...]:
    """Everything that is said; without `facts` every file is a good one."""
    return engine.run(case, facts_of(case) if facts is None else facts, book(), today, elsewhere)


def of_rule(rule: str, case: Case, facts: Facts | None = None, today: dt.date = TODAY) -> list[Finding]:
    """What one rule says."""
    return [found for found in findings(case, facts, today) if found.rule == rule]


def told(rule: str, case: Case, facts: Facts | None = None, today: dt.date = TODAY) -> list[tuple[str, str]]:
    """Where one rule speaks, and which of its sentences."""
    return [(found.where, found.variant) for found in of_rule(rule, case, facts, today)]


def places(rule: str, case: Case, facts: Facts | None = None, today: dt.date = TODAY) -> list[str]:
    """Where one rule speaks."""
    return [where for where, _ in told(rule, case, facts, today)]


def open_rules(case: Case, facts: Facts | None = None, today: dt.date = TODAY) -> set[str]:
    """The rules that stand in the way of a validated export."""
    return {found.rule for found in findings(case, facts, today) if found.is_open}


def texts(found: Finding) -> dict[str, str | int]:
    """The values of a finding by name."""
    return dict(found.values)
