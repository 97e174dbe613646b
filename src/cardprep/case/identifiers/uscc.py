"""统一社会信用代码: the unified social credit code (GB 32100) and its organisation code (GB 11714)."""

from __future__ import annotations

import re

from cardprep.case.identifiers.checksum import USCC_ALPHABET, organisation_check, uscc_check
from cardprep.case.identifiers.normalise import fold_number, form_fault
from cardprep.case.identifiers.verdict import Flaw, Verdict, verdict

_LENGTH = 18
_ALPHABET = re.compile(f"[{USCC_ALPHABET}]*")
_LETTERS_AND_DIGITS = re.compile(r"[0-9A-Z]+")
_FORM = re.compile(rf"[{USCC_ALPHABET}]{{2}}[0-9]{{6}}[{USCC_ALPHABET}]{{8}}[0-9X][{USCC_ALPHABET}]")
_REGISTRATION_NUMBER = re.compile(r"[0-9]{15}")


def check(text: str) -> Verdict:
    """Judge a credit code: characters, length, check character, then the organisation code's own."""
    value = fold_number(text)
    return verdict(text, value, _fault(value))


def _fault(value: str) -> str:
    if _REGISTRATION_NUMBER.fullmatch(value):
        return Flaw.REGISTRATION_NUMBER
    if _LETTERS_AND_DIGITS.fullmatch(value) and not set(value) <= set(USCC_ALPHABET):
        return Flaw.LOOKALIKE
    if fault := form_fault(value, _ALPHABET, (_LENGTH,)):
        return fault
    if uscc_check(value[:17]) != value[17]:
        return Flaw.CHECK_DIGIT
    if _FORM.fullmatch(value) is None:
        return Flaw.CHARACTERS
    return "" if organisation_check(value[8:16]) == value[16] else Flaw.INNER_CODE
