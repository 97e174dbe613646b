"""A rule pack: what one place asks, as data (`loading` refuses a faulty one)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cardprep.case.finding import Severity


class Confidence(StrEnum):
    """Whether the official guide says it, or it is inferred (“以网上系统为准”)."""

    STATED = "stated"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the pack. `severity` is None for a rule that is behaviour and makes no finding."""

    id: str
    severity: Severity | None
    quote: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list to choose from: `name` is the official short name, in Chinese."""

    id: str
    name: str
    english: str

    def named(self, language: str) -> str:
        """The name in `zh_CN` or `en`; the official one where the pack has no English."""
        return self.english if language == "en" and self.english else self.name


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers of the guide and those inferred."""

    most_operators: int
    file_bytes: int
    annotation_days: int
    returned_safe_days: int
    returned_outer_days: int
    least_dpi: int
    youngest_age: int
    oldest_age: int


@dataclass(frozen=True, slots=True)
class CustomsTables:
    """The parts of a customs code that have tables: province digits and the zone character (position 5)."""

    provinces: frozenset[str]
    zones: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A loaded and checked rule pack.

    Attributes:
        wordings: the annotation sentences by kind of paper: `unit`, `person`.
        remark_templates: by way of collection, with placeholders for its parts.
        letter: the texts of the mail-delegation letter, by key.
    """

    id: str
    edition: str
    title: str
    english: str
    valid_from: dt.date
    rules: Mapping[str, Rule]
    limits: Limits
    id_types: tuple[Choice, ...]
    issuing_offices: tuple[Choice, ...]
    outlets: tuple[Choice, ...]
    wordings: Mapping[str, str]
    remark_templates: Mapping[str, str]
    letter: Mapping[str, str]
    customs: CustomsTables
    inferred: frozenset[str] = frozenset()

    def outlet(self, id_: str) -> Choice | None:
        """The outlet of that id, or None."""
        return next((choice for choice in self.outlets if choice.id == id_.strip()), None)

    def office(self, id_: str) -> Choice | None:
        """The issuing office of that id, or None."""
        return next((choice for choice in self.issuing_offices if choice.id == id_.strip()), None)

    def id_type(self, id_: str) -> Choice | None:
        """The kind of identity document of that id, or None."""
        return next((choice for choice in self.id_types if choice.id == id_), None)
