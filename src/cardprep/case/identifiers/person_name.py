"""A person's name: kept exactly as typed.

It is never normalised: Unicode's composition changes the very characters (U+F900 …) that a rare name
is written with. Only the dot inside a name of an ethnic minority becomes U+00B7, as on identity cards.
"""

from __future__ import annotations

import re
import unicodedata

from cardprep.case.identifiers.verdict import Flaw, Oddity, Verdict, verdict

_MIDDLE_DOT = "\u00b7"
# Planes 2 and 3 whole: the newest extensions are not yet known to Python's character tables.
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_DOTS = ".\u0387\u2022\u2027\u2219\u22c5\u30fb\uff0e\uff65"
_DOT_IN_NAME = re.compile(rf"(?<=[{_HAN}])(\s*)[{re.escape(_DOTS)}](?=\s*[{_HAN}])")
_HAN_CHARACTER = re.compile(f"[{_HAN}]")
_PUNCTUATION = frozenset(" \u3000\u00a0" + _MIDDLE_DOT + "-\u2010\u2011'\u2018\u2019\u02bc.")
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")
_SURPLUS_SPACE = re.compile(rf"^\s|\s$|\s\s|(?<=[{_HAN}{_MIDDLE_DOT}])\s|\s(?=[{_HAN}{_MIDDLE_DOT}])")
_FULL_WIDTH = re.compile("[\u3000\uff01-\uff5e]")
_MOST_CHARACTERS = 50


def check(text: str) -> Verdict:
    """Judge a name of up to 50 code points: letters, marks, spaces, dot, hyphen, apostrophe, full stop."""
    value = _DOT_IN_NAME.sub(rf"\1{_MIDDLE_DOT}", text)
    oddity = ""
    if _SURPLUS_SPACE.search(value):
        oddity = Oddity.SURPLUS_SPACE
    elif _FULL_WIDTH.search(value):
        oddity = Oddity.FULL_WIDTH
    return verdict(text, value, _fault(value), oddity)


def _fault(name: str) -> str:
    if not name or name.isspace():
        return Flaw.EMPTY
    faults = {_fault_of(char) for char in name} - {""}
    for fault in (Flaw.PRIVATE_USE, Flaw.INVISIBLE, Flaw.CHARACTERS):
        if fault in faults:
            return fault
    if not any(_is_letter(char) for char in name):
        return Flaw.CHARACTERS
    return Flaw.LENGTH if len(name) > _MOST_CHARACTERS else ""


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] == "L" or _HAN_CHARACTER.match(char) is not None


def _fault_of(char: str) -> str:
    """The fault of one character of a name, or ""."""
    kind = unicodedata.category(char)
    if kind == "Co":
        return Flaw.PRIVATE_USE
    if kind in {"Cc", "Cf", "Zl", "Zp"} or char in _BLANK_LETTERS:
        return Flaw.INVISIBLE
    if _is_letter(char) or kind[0] == "M" or char in _PUNCTUATION:
        return ""
    return Flaw.CHARACTERS
