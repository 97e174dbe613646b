"""海关注册编码: the ten-character code of a firm's customs registration; it has no check digit."""

from __future__ import annotations

import re

from cardprep.case.identifiers.normalise import fold_number, form_fault
from cardprep.case.identifiers.verdict import Oddity, Verdict, verdict

_LENGTH = 10
_ALPHABET = re.compile(r"[0-9]{0,4}|[0-9]{4}[0-9A-Z]*")
_PROVINCE = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]")


def check(text: str) -> Verdict:
    """Judge a customs code; one that begins with no province's number (GB/T 2260) is an oddity."""
    value = fold_number(text)
    oddity = "" if _PROVINCE.match(value) else Oddity.UNKNOWN_REGION
    return verdict(text, value, form_fault(value, _ALPHABET, (_LENGTH,)), oddity)
