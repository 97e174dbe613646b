"""港澳居民来往内地通行证 and 台湾居民来往大陆通行证: the two travel permits."""

from __future__ import annotations

import re

from cardprep.case.identifiers.normalise import fold_number, form_fault
from cardprep.case.identifiers.verdict import Flaw, Oddity, Verdict, verdict

_HK_MACAO_ALPHABET = re.compile(r"[A-Z][0-9]*|[0-9]+")
_HK_MACAO_WITH_ISSUE = re.compile(r"[HM][0-9]{10}")
_HK_MACAO_PERSON = 9
_TAIWAN = re.compile(r"[0-9]{8}")
_TAIWAN_OLDER = re.compile(r"[0-9]{7}|[0-9]{10}(?:[A-Z]|\([A-Z0-9]{1,2}\))?")
_TAIWAN_ALPHABET = re.compile(r"[0-9]*")


def check_hk_macao(text: str) -> Verdict:
    """Judge `H` or `M` with eight digits, or with ten (the last two count the issues, until 2013)."""
    value = fold_number(text)
    fault = form_fault(value, _HK_MACAO_ALPHABET, (9, 11))
    if value and value[0] not in "HM" and fault in ("", Flaw.LENGTH):
        fault = Flaw.PREFIX
    return verdict(text, value, fault)


def hk_macao_person(value: str) -> str:
    """What tells the holder of a permit: its first nine characters; any other number as it is."""
    return value[:_HK_MACAO_PERSON] if _HK_MACAO_WITH_ISSUE.fullmatch(value) else value


def check_taiwan(text: str) -> Verdict:
    """Judge eight digits; older permits have seven, or ten and a letter, bracketed or not."""
    value = fold_number(text)
    if _TAIWAN.fullmatch(value):
        return verdict(text, value)
    if _TAIWAN_OLDER.fullmatch(value):
        return verdict(text, value, oddity=Oddity.OLDER_FORM)
    return verdict(text, value, form_fault(value, _TAIWAN_ALPHABET, ()))
