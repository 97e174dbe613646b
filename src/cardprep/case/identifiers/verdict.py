"""What an identifier's check answers: the folded value, and what is wrong or unusual about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Flaw(StrEnum):
    """Why a value has the wrong form (FIELD-2)."""

    EMPTY = "empty"
    LENGTH = "length"
    CHARACTERS = "characters"
    EXCEL = "excel"
    CHECK_DIGIT = "check-digit"
    INNER_CODE = "inner-code"
    PREFIX = "prefix"
    LOOKALIKE = "lookalike"
    FIFTEEN_DIGITS = "fifteen-digits"
    REGISTRATION_NUMBER = "registration-number"
    BIRTH_DATE = "birth-date"
    BIRTH_IN_FUTURE = "birth-in-future"
    TOO_OLD = "too-old"
    NOT_MOBILE = "not-mobile"
    AREA_CODE = "area-code"
    EXTENSION = "extension"
    COUNTRY_CODE = "country-code"
    PRIVATE_USE = "private-use"
    INVISIBLE = "invisible"


class Oddity(StrEnum):
    """What is valid but unusual (FIELD-3)."""

    UNKNOWN_PREFIX = "unknown-prefix"
    OLDER_FORM = "older-form"
    OTHER_DOCUMENT = "other-document"
    UNKNOWN_REGION = "unknown-region"
    SURPLUS_SPACE = "surplus-space"
    FULL_WIDTH = "full-width"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer about one value.

    Attributes:
        value: the folded, canonical form; a name is kept as typed but for its dot.
        fault: a `Flaw`, or "" where the form is right.
        oddity: an `Oddity`, or "".
        birth: where the number tells it and its form is right.
        sex: "M" or "F" where the number tells it.
        folded: whether `value` differs from what was typed.
    """

    value: str
    fault: str = ""
    oddity: str = ""
    birth: dt.date | None = None
    sex: str = ""
    folded: bool = False


def verdict(typed: str, value: str, fault: str = "", oddity: str = "") -> Verdict:
    """The verdict on `typed`, whose canonical form is `value`; a fault silences the oddity."""
    return Verdict(value, fault, "" if fault else oddity, folded=value != typed)
