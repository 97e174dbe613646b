"""护照: the forms of Chinese passports, and the loose form of all others."""

from __future__ import annotations

import re

from cardprep.case.identifiers.normalise import fold_number, form_fault
from cardprep.case.identifiers.verdict import Oddity, Verdict, verdict

_CHINESE = re.compile(r"E[0-9]{8}|E[A-Z][0-9]{7}|[DPS][0-9]{8}|[DPS]E[0-9]{7}")
_CHINESE_OLDER = re.compile(r"G[0-9]{8}|1[45][0-9]{7}")
_ALPHABET = re.compile(r"[0-9A-Z]*")
_LENGTHS = range(5, 18)


def is_chinese(number: str) -> bool:
    """Whether `number`, folded, has one of the forms of a Chinese passport."""
    value = fold_number(number)
    return any(form.fullmatch(value) for form in (_CHINESE, _CHINESE_OLDER))


def check(text: str) -> Verdict:
    """Judge a passport number; the Chinese forms of before 2012 are an oddity."""
    value = fold_number(text)
    oddity = Oddity.OLDER_FORM if _CHINESE_OLDER.fullmatch(value) else ""
    return verdict(text, value, form_fault(value, _ALPHABET, _LENGTHS), oddity)
