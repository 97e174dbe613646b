"""The frame that all 18-character personal numbers share: six digits, birth, serial, check (GB 11643)."""

from __future__ import annotations

import datetime as dt
import re

from cardprep.case.identifiers.birth import birth_fault, read_date
from cardprep.case.identifiers.checksum import mod_11_2
from cardprep.case.identifiers.normalise import form_fault
from cardprep.case.identifiers.verdict import Flaw, Verdict, verdict

_LENGTH = 18
_ALPHABET = re.compile(r"[0-9]*X?")


def check_frame(typed: str, value: str, today: dt.date) -> Verdict:
    """Judge `value`, the folded form of `typed`: its characters, length, birth date and check digit."""
    if fault := form_fault(value, _ALPHABET, (_LENGTH,)):
        return verdict(typed, value, fault)
    birth = read_date(value[6:14])
    fault = birth_fault(birth, today)
    if not fault and mod_11_2(value[:17]) != value[17]:
        fault = Flaw.CHECK_DIGIT
    if fault:
        return verdict(typed, value, fault)
    return Verdict(value, birth=birth, folded=value != typed)


def sex_of(value: str) -> str:
    """The sex that a well-formed number's serial tells: odd is "M", even is "F"."""
    return "M" if int(value[16]) % 2 else "F"
