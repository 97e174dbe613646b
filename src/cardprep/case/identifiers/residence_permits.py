"""港澳台居民居住证 and 外国人永久居留身份证: the two residence permits with a personal number."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from cardprep.case.identifiers.birth import read_short_date
from cardprep.case.identifiers.checksum import mrz_check
from cardprep.case.identifiers.normalise import fold_number
from cardprep.case.identifiers.personal_number import check_frame, sex_of
from cardprep.case.identifiers.verdict import Flaw, Oddity, Verdict, verdict

_HK_MACAO_TAIWAN = ("810000", "820000", "830000")
_FOREIGN = "9"
_OLDER_FOREIGN = re.compile(r"[A-Z]{3}[0-9]{12}")
_OLDER_START = re.compile(r"[A-Z]{3}[0-9]+")


def check_hk_macao_taiwan(text: str, today: dt.date) -> Verdict:
    """Judge the number of a residence permit for Hong Kong, Macao and Taiwan residents."""
    value = fold_number(text)
    judged = check_frame(text, value, today)
    if judged.fault:
        return judged
    if not value.startswith(_HK_MACAO_TAIWAN):
        return verdict(text, value, Flaw.PREFIX)
    return replace(judged, sex=sex_of(value))


def check_foreign_permanent(text: str, today: dt.date) -> Verdict:
    """Judge a foreigner's permanent residence number: 18 digits from 9 (2023), or the older 15.

    The rules published for the card do not say that its serial tells the sex.
    """
    value = fold_number(text)
    if _OLDER_START.fullmatch(value):
        return _check_older(text, value, today)
    judged = check_frame(text, value, today)
    if not judged.fault and not value.startswith(_FOREIGN):
        return verdict(text, value, Flaw.PREFIX)
    return judged


def _check_older(typed: str, value: str, today: dt.date) -> Verdict:
    """Three letters of the country, four digits of the place, birth YYMMDD, serial, check digit."""
    if _OLDER_FOREIGN.fullmatch(value) is None:
        return verdict(typed, value, Flaw.LENGTH)
    if mrz_check(value[:14]) != value[14]:
        return verdict(typed, value, Flaw.CHECK_DIGIT)
    birth = read_short_date(value[7:13], today)
    return replace(verdict(typed, value, oddity=Oddity.OLDER_FORM), birth=birth)
