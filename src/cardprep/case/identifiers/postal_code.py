"""邮政编码: six digits."""

from __future__ import annotations

import re

from cardprep.case.identifiers.normalise import fold_number, form_fault
from cardprep.case.identifiers.verdict import Verdict, verdict

_LENGTH = 6
_ALPHABET = re.compile(r"[0-9]*")


def check(text: str) -> Verdict:
    """Judge a postal code."""
    value = fold_number(text)
    return verdict(text, value, form_fault(value, _ALPHABET, (_LENGTH,)))
