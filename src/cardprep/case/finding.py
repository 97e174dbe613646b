"""What a rule has to say: values, no prose (`cardprep.wording` makes the sentence)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cardprep.errors import Value


class Severity(StrEnum):
    """**B** blocks a validated export, **W** may be acknowledged, **I** informs."""

    BLOCK = "block"
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule at one place.

    Attributes:
        rule: the id of RULES.md.
        severity: from the rule pack.
        where: the path of a field, a slot, a list, or `case`.
        file: the case's name of the one file it is about, or "".
        variant: which of the rule's sentences is meant ("" for the only one).
        values: what the sentence names, as sorted pairs.
        acknowledged: whether a person has taken it upon herself (warnings only).
    """

    rule: str
    severity: Severity
    where: str
    file: str = ""
    variant: str = ""
    values: tuple[tuple[str, Value], ...] = ()
    acknowledged: bool = False

    @property
    def about(self) -> str:
        """A digest of what the finding is about; an acknowledgement is tied to it (VIEW-4).

        The file's name is no part of it (the bundle renames files): an acknowledgement names its file.
        """
        told = [self.rule, self.where, self.variant, [list(pair) for pair in self.values]]
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @property
    def is_open(self) -> bool:
        """Whether it stands in the way of a validated export."""
        if self.severity is Severity.WARN:
            return not self.acknowledged
        return self.severity is Severity.BLOCK


def may_be_exported(findings: Iterable[Finding]) -> bool:
    """Whether nothing blocks and no warning is left open."""
    return not any(finding.is_open for finding in findings)
