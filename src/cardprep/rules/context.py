"""What a rule may look at. Everything is an argument; a rule asks no clock, folder or network."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cardprep.case.facts import FileFacts
from cardprep.case.finding import Finding, Severity
from cardprep.case.model import Case
from cardprep.errors import Value
from cardprep.rules.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class OtherApplication:
    """Another application that is not returned or withdrawn, as far as OPER-6 needs it.

    Attributes:
        title: what the user knows it by.
        firm: the credit code of its firm, folded.
        people: whom it is for, as `person_key` tells them apart.
    """

    title: str
    firm: str
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Context:
    """The case, what is known of its files (by file name; absent: not looked into), and by what to judge."""

    case: Case
    facts: Mapping[str, FileFacts]
    rulebook: Rulebook
    today: dt.date
    elsewhere: tuple[OtherApplication, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What one rule says at one place; the engine makes a `Finding` of it.

    `severity` is given only where a rule speaks otherwise than its pack entry (OPER-6's second half).
    """

    where: str
    variant: str = ""
    file: str = ""
    severity: Severity | None = None
    values: tuple[tuple[str, Value], ...] = ()


def said(where: str, variant: str = "", file: str = "", **values: Value) -> Said:
    """A `Said` with its values sorted, so that equal things are equal.

    A value must not change by itself from day to day: an acknowledgement is tied to it (VIEW-4).
    """
    return Said(where, variant, file, None, tuple(sorted(values.items())))


def finding(rule: str, severity: Severity, saying: Said) -> Finding:
    """The finding for what a rule says."""
    return Finding(
        rule, saying.severity or severity, saying.where, saying.file, saying.variant, saying.values
    )


Saying = Iterable[Said]


def blank(text: str) -> bool:
    """Whether nothing stands there: empty after trimming."""
    return not text.strip()
