"""Runs every rule of the pack over a case: pure, in a fixed order, within milliseconds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from cardprep.case.facts import FileFacts
from cardprep.case.finding import Finding, Severity
from cardprep.case.model import Case
from cardprep.rules.acknowledging import fallen_away, with_acknowledgements
from cardprep.rules.checks import application, fields, files, handler, materials, screens, view
from cardprep.rules.context import Context, OtherApplication, Saying, finding
from cardprep.rules.rulebook import Rulebook

__all__ = ["BEHAVIOUR", "CHECKS", "RULE_IDS", "OtherApplication", "run"]

Check = Callable[[Context], Saying]

CHECKS: Mapping[str, Check] = MappingProxyType(
    materials.CHECKS
    | application.CHECKS
    | screens.CHECKS
    | handler.CHECKS
    | view.CHECKS
    | fields.CHECKS
    | files.CHECKS
)
ACKNOWLEDGING = "VIEW-4"
BEHAVIOUR = frozenset(
    [
        "APP-1",
        "APP-5",
        "APP-8",
        "UNIT-2",
        "LEGAL-2",
        "OPER-1",
        "OPER-2",
        "OPER-3",
        "OPER-4",
        "HAND-1",
        "VIEW-1",
    ]
)
RULE_IDS = frozenset(CHECKS) | BEHAVIOUR | {ACKNOWLEDGING}

_SCREENS = ("kind", "unit", "legal_representative", "legal", "operators", "handler", "collection", "remark")


def run(
    case: Case,
    facts: Mapping[str, FileFacts],
    rulebook: Rulebook,
    today: dt.date,
    elsewhere: tuple[OtherApplication, ...] = (),
) -> tuple[Finding, ...]:
    """What every rule says of the case, in the order of the screens.

    `facts` are by the case's names of the files; of a file without facts the file rules say nothing yet.
    """
    context = Context(case, facts, rulebook, today, elsewhere)
    found = list(with_acknowledgements(_findings(context), case.acknowledged))
    severity = rulebook.rules[ACKNOWLEDGING].severity or Severity.WARN
    found += [finding(ACKNOWLEDGING, severity, saying) for saying in fallen_away(found, case.acknowledged)]
    return tuple(sorted(dict.fromkeys(found), key=_place_in_order))


def _findings(context: Context) -> Iterator[Finding]:
    for rule, check in CHECKS.items():
        severity = context.rulebook.rules[rule].severity
        if severity is not None:
            yield from (finding(rule, severity, saying) for saying in check(context))


def _place_in_order(found: Finding) -> tuple[int, int]:
    """By screen, then by operator; within one place the order of the rules stays (the sort is stable)."""
    head, _, rest = found.where.partition("[")
    group = head.split(".", 1)[0]
    screen = _SCREENS.index(group) if group in _SCREENS else len(_SCREENS)
    index = rest.split("]", 1)[0]
    return screen, int(index) if index.isdigit() else -1
