"""Reads a rule pack from parsed JSON and refuses a faulty one with the place of the fault."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, TypeVar

from cardprep.case.finding import Severity
from cardprep.rules.engine import BEHAVIOUR, RULE_IDS
from cardprep.rules.errors import RulebookFault
from cardprep.rules.rulebook import Choice, Confidence, CustomsTables, Limits, Rule, Rulebook

FORMAT = "cardprep-rulebook/1"
T = TypeVar("T")

_KEYS = frozenset(
    [
        "format",
        "id",
        "title",
        "english",
        "edition",
        "valid_from",
        "source",
        "limits",
        "inferred",
        "id_types",
        "issuing_offices",
        "outlets",
        "wordings",
        "remark_templates",
        "letter",
        "customs",
        "rules",
    ]
)
_PLACEHOLDERS = {
    "remark_templates.counter": {"outlet"},
    "remark_templates.mail": {"recipient", "mobile", "address"},
    "letter.body": {"firm", "uscc", "kind"},
    "letter.addressee": {"office"},
    "letter.other": {"registered_address"},
}
_LETTER = (
    *("title", "addressee", "body", "registered", "other", "liability", "recipient", "mobile", "address"),
    *("empty", "unit_seal", "unit_seal_note", "legal_signature", "legal_signature_note", "legal_seal"),
    *("legal_seal_note", "date", "date_blank", "official_form"),
)


def load_rulebook(document: object) -> Rulebook:
    """The rule pack in a parsed JSON document.

    Raises:
        RulebookFault: a key is missing, unknown or of the wrong type; a rule id has no function, or a
            function no rule; a rule that makes findings has no severity; a template lacks a placeholder.
    """
    pack = _mapping(document, "rulebook")
    for key in sorted(_KEYS ^ set(pack)):
        raise RulebookFault(key, problem="unknown-key" if key in pack else "missing-key", found=key)
    if pack["format"] != FORMAT:
        raise RulebookFault("format", problem="format", found=str(pack["format"]))
    _text(pack["source"], "source")
    return Rulebook(
        id=_text(pack["id"], "id"),
        edition=_text(pack["edition"], "edition"),
        title=_text(pack["title"], "title"),
        english=_text(pack["english"], "english"),
        valid_from=_date(pack["valid_from"]),
        rules=_rules(pack["rules"]),
        limits=_limits(pack["limits"]),
        id_types=_each(pack["id_types"], "id_types", _choice),
        issuing_offices=_each(pack["issuing_offices"], "issuing_offices", _choice),
        outlets=_each(pack["outlets"], "outlets", _choice),
        wordings=_texts(pack["wordings"], "wordings", ("unit", "person")),
        remark_templates=_texts(pack["remark_templates"], "remark_templates", ("counter", "mail")),
        letter=_texts(pack["letter"], "letter", _LETTER),
        customs=_customs(pack["customs"]),
        inferred=frozenset(_each(pack["inferred"], "inferred", _text)),
    )


def _mapping(value: object, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise RulebookFault(where, problem="type", found=type(value).__name__)
    return value


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise RulebookFault(where, problem="text", found=str(value))
    return value


def _date(value: object) -> dt.date:
    try:
        return dt.date.fromisoformat(_text(value, "valid_from"))
    except ValueError:
        raise RulebookFault("valid_from", problem="date", found=str(value)) from None


def _each(value: object, where: str, read: Callable[[object, str], T]) -> tuple[T, ...]:
    if not isinstance(value, list):
        raise RulebookFault(where, problem="type", found=type(value).__name__)
    return tuple(read(entry, f"{where}[{position}]") for position, entry in enumerate(value))


def _exactly(value: object, where: str, keys: tuple[str, ...]) -> dict[str, Any]:
    entry = _mapping(value, where)
    for key in sorted(set(keys) ^ set(entry)):
        problem = "unknown-key" if key in entry else "missing-key"
        raise RulebookFault(f"{where}.{key}", problem=problem, found=key)
    return entry


def _choice(value: object, where: str) -> Choice:
    entry = _exactly(value, where, ("id", "name", "english"))
    return Choice(*(_text(entry[key], f"{where}.{key}") for key in ("id", "name", "english")))


def _limits(value: object) -> Limits:
    names = tuple(f.name for f in fields(Limits))
    entry = _exactly(value, "limits", names)
    for name in names:
        if type(entry[name]) is not int or entry[name] <= 0:
            raise RulebookFault(f"limits.{name}", problem="positive-number", found=str(entry[name]))
    return Limits(**entry)


def _texts(value: object, where: str, keys: tuple[str, ...]) -> Mapping[str, str]:
    entry = _exactly(value, where, keys)
    for key, text in entry.items():
        place = f"{where}.{key}"
        found = set(re.findall(r"\{(\w*)\}", _text(text, place)))
        if found != _PLACEHOLDERS.get(place, set()):
            raise RulebookFault(place, problem="placeholders", found=", ".join(sorted(found)))
    return MappingProxyType(entry)


def _customs(value: object) -> CustomsTables:
    entry = _exactly(value, "customs", ("provinces", "zones"))
    return CustomsTables(
        frozenset(_each(entry["provinces"], "customs.provinces", _text)),
        frozenset(_each(entry["zones"], "customs.zones", _text)),
    )


def _rule(value: object, where: str) -> Rule:
    entry = _exactly(value, where, ("id", "severity", "quote", "confidence"))
    try:
        severity = None if entry["severity"] is None else Severity(entry["severity"])
        confidence = Confidence(entry["confidence"])
    except ValueError as error:
        raise RulebookFault(where, problem="choice", found=str(error)) from None
    id_, quote = _text(entry["id"], f"{where}.id"), entry["quote"]
    if not isinstance(quote, str):
        raise RulebookFault(f"{where}.quote", problem="text", found=str(quote))
    if (severity is None) != (id_ in BEHAVIOUR):
        raise RulebookFault(f"{where}.severity", problem="severity", found=str(entry["severity"]))
    return Rule(id_, severity, quote, confidence)


def _rules(value: object) -> Mapping[str, Rule]:
    listed = _each(value, "rules", _rule)
    rules = {rule.id: rule for rule in listed}
    if len(rules) != len(listed):
        raise RulebookFault("rules", problem="twice", found=str(len(listed) - len(rules)))
    for id_ in sorted(RULE_IDS ^ set(rules)):
        raise RulebookFault(f"rules.{id_}", problem="no-function" if id_ in rules else "no-rule", found=id_)
    return MappingProxyType(rules)
