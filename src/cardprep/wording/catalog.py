"""The sentences, by code: findings (from the rule pack), errors, places, papers. No Qt, no rules.

Both languages hold the same keys with the same placeholders; a test sees to that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cardprep.case.finding import Finding
from cardprep.case.model import Case
from cardprep.case.paths import operator_index
from cardprep.errors import CardprepError, Value
from cardprep.host.resources import read_text

LANGUAGES = ("zh_CN", "en")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_MOST_SHOWN = 300
_SIZES = frozenset({"size", "limit"})
_WRONG_TYPE = "case-wrong-type"


@dataclass(frozen=True, slots=True)
class FindingText:
    """A finding in words: what is wrong, what to do, the guide's own sentence, and where it is."""

    message: str
    remedy: str
    quote: str
    place: str


@dataclass(frozen=True, slots=True)
class ErrorText:
    """An error in words: what happened to what, and what to do now."""

    what: str
    remedy: str


def shown(value: Value) -> str:
    """A value as it may stand in a sentence: no control or direction characters, not endless."""
    text = _CONTROL.sub(" ", str(value))
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"


def fill(template: str, values: Mapping[str, Value]) -> str:
    """Put the values into the template, once; a placeholder without a value stays empty."""
    return _PLACEHOLDER.sub(lambda match: shown(_grouped(match[1], values.get(match[1], ""))), template)


def _grouped(name: str, value: Value) -> Value:
    """A count of bytes with its thousands apart: nobody reads 3606080 at a glance."""
    return f"{value:,}" if name in _SIZES and isinstance(value, int) else value


class Catalog:
    """All sentences of one language.

    Attributes:
        language: `zh_CN` or `en`.
    """

    def __init__(self, language: str, rulebook: str = "jiangsu") -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self._wording = _read(f"wording/{self.language}.json")
        self._papers = _read(f"wording/papers.{self.language}.json")
        self._rules = _read(f"rulebooks/{rulebook}/texts.{self.language}.json")
        pack = _read(f"rulebooks/{rulebook}/rulebook.json")
        self._quotes = {rule["id"]: rule["quote"] for rule in pack["rules"]}

    def text(self, key: str, **values: Value) -> str:
        """The text `group.key` of the wording, filled in.

        Raises:
            KeyError: there is no such text.
        """
        group, _, name = key.partition(".")
        return fill(self._wording[group][name], values)

    def paper(self, key: str, **values: Value) -> str:
        """A label of the papers (KeyError as in `text`)."""
        return fill(self._papers[key], values)

    def paper_labels(self) -> Mapping[str, str]:
        """Every label of the papers, unfilled."""
        return dict(self._papers)

    def place(self, where: str, case: Case | None = None) -> str:
        """What a clerk calls the place: “操作员 2（李四） · 手机号码”."""
        index = operator_index(where)
        if index is None:
            return str(self._wording["places"].get(where, where))
        rest = where.partition("]")[2].lstrip(".")
        person = self._operator(index, case)
        if not rest:
            return person
        label = self._wording["places"].get(f"operators[].{rest}", rest)
        return self.text("place_forms.of_operator", person=person, field=label)

    def _operator(self, index: int, case: Case | None) -> str:
        known = case is not None and index < len(case.operators)
        name = case.operators[index].name.strip() if case is not None and known else ""
        form = "place_forms.named_operator" if name else "place_forms.operator"
        return self.text(form, number=index + 1, name=name)

    def finding(self, finding: Finding, case: Case | None = None) -> FindingText:
        """The finding in words."""
        place = self.place(finding.where, case)
        template = self._rules.get(f"{finding.rule}.{finding.variant}") or self._rules[finding.rule]
        values: dict[str, Value] = dict(finding.values)
        values |= {
            "place": place,
            "file": finding.file.rsplit("/", 1)[-1],
            "flaw": self.flaw(finding.variant, finding.where),
            "oddity": self._wording["oddities"].get(finding.variant, finding.variant),
        }
        if "format" in values:
            values["format"] = self.format_name(str(values["format"]))
        message, remedy = (fill(text, values) for text in template)
        return FindingText(message, remedy, self._quotes.get(finding.rule, ""), place)

    def guidance(self, rule: str, variant: str) -> tuple[str, ...]:
        """What a rule that makes no finding has to say: its sentences, in order (APP-8)."""
        return tuple(text for text in self._rules.get(f"{rule}.{variant}", ()) if text)

    def flaw(self, code: str, where: str = "") -> str:
        """What is wrong with a value, without a full stop."""
        flaws: Mapping[str, str] = self._wording["flaws"]
        return flaws.get(code, code)

    def oddity(self, code: str) -> str:
        """What is unusual about a value, without a full stop."""
        return str(self._wording["oddities"].get(code, code))

    def format_name(self, code: str) -> str:
        """The name of a file format."""
        return str(self._wording["formats"].get(code, code.upper()))

    def reason(self, code: str) -> str:
        """Why something was refused, without a full stop; of an unknown code no more than that it was."""
        reasons: Mapping[str, str] = self._wording["reasons"]
        return reasons.get(code, reasons["other"])

    def error(self, error: CardprepError) -> ErrorText:
        """The error in words; an unknown code gets the general sentence, never a traceback."""
        errors: Mapping[str, list[str]] = self._wording["errors"]
        near = f"{error.code}.near" if error.values.get("nearest") else error.code
        template = errors.get(near) or errors["unexpected"]
        values: dict[str, Value] = {"where": error.where, "code": error.code, **error.values}
        if error.code == _WRONG_TYPE:
            types: Mapping[str, str] = self._wording["types"]
            values |= {name: types.get(str(values.get(name)), "") for name in ("found", "expected")}
        if "reason" in values:
            values["reason"] = self.reason(str(values["reason"]))
        what, remedy = (fill(text, values) for text in template)
        return ErrorText(what, remedy)


def _read(name: str) -> dict[str, Any]:
    document = json.loads(read_text(name))
    if not isinstance(document, dict):
        raise TypeError(name)
    return document
