"""Identity documents by their kind: one check for all, and what tells two people apart."""

from __future__ import annotations

import datetime as dt
import unicodedata

from cardprep.case.identifiers import passport, residence_permits, resident_id, travel_permits
from cardprep.case.identifiers.normalise import fold_number, typing_fault
from cardprep.case.identifiers.verdict import Flaw, Verdict, verdict
from cardprep.case.model import IdType

_MOST_CHARACTERS = 30
_PUNCTUATION = frozenset("-()/.")


def check_document(id_type: str, number: str, today: dt.date) -> Verdict:
    """Judge a document's number; of a kind that only a rule pack knows, no more than that it can be one."""
    match id_type:
        case IdType.RESIDENT_ID:
            return resident_id.check(number, today)
        case IdType.PASSPORT:
            return passport.check(number)
        case IdType.HK_MACAO_PERMIT:
            return travel_permits.check_hk_macao(number)
        case IdType.TAIWAN_PERMIT:
            return travel_permits.check_taiwan(number)
        case IdType.HK_MACAO_TAIWAN_RESIDENCE:
            return residence_permits.check_hk_macao_taiwan(number, today)
        case IdType.FOREIGN_PERMANENT_RESIDENCE:
            return residence_permits.check_foreign_permanent(number, today)
        case _:
            return _check_unknown(number)


def person_key(number: str) -> str:
    """What tells two people apart (OPER-6): the canonical number, of a Hong Kong/Macao permit the first nine.

    "" where the number is blank: two blanks are not one person.
    """
    return travel_permits.hk_macao_person(fold_number(number))


def is_foreign_passport(id_type: str, number: str) -> bool:
    """Whether it is a passport whose number has none of the Chinese forms (MAT-11); a blank one is not."""
    return id_type == IdType.PASSPORT and bool(fold_number(number)) and not passport.is_chinese(number)


def _check_unknown(number: str) -> Verdict:
    value = fold_number(number)
    fault = typing_fault(value)
    if not fault and not all(_is_plain(char) for char in value):
        fault = Flaw.CHARACTERS
    if not fault and len(value) > _MOST_CHARACTERS:
        fault = Flaw.LENGTH
    return verdict(number, value, fault)


def _is_plain(char: str) -> bool:
    return char in _PUNCTUATION or unicodedata.category(char) in {"Lu", "Ll", "Lo", "Nd"}
