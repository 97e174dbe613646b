"""Folding of what was typed before it is checked: full width, spaces, dashes, lower case.

Only spellings of the same ASCII character are folded; Unicode's own compatibility forms would also turn
`①` or `¹` into digits, which nobody means.
"""

from __future__ import annotations

import re
import string
import unicodedata

from cardprep.case.identifiers.verdict import Flaw

_FULL_WIDTH_OFFSET = 0xFEE0
_HALF_WIDTH = (
    {code: code - _FULL_WIDTH_OFFSET for code in range(0xFF01, 0xFF5F)}
    | {0x3000: ord(" ")}
    | dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE63), ord("-"))
)
_UPPER = str.maketrans(string.ascii_lowercase, string.ascii_uppercase)
_EXCEL = re.compile(r"[0-9](?:\.[0-9]+)?E\+[0-9]{1,3}|[0-9]\.[0-9]+E[0-9]{1,3}|[0-9]{5,}\.0+")


def half_width(text: str) -> str:
    """Full-width ASCII, the ideographic space and the dashes as their plain characters."""
    return text.translate(_HALF_WIDTH)


def without_invisible(text: str) -> str:
    """`text` without zero-width and other format characters (category Cf)."""
    return "".join(char for char in text if unicodedata.category(char) != "Cf")


def without_spaces(text: str) -> str:
    """`text` without white space of any kind and without format characters."""
    return "".join(without_invisible(text).split())


def fold_number(text: str) -> str:
    """The canonical spelling of a number of digits and Latin letters; folding twice changes nothing."""
    return without_spaces(half_width(text)).translate(_UPPER)


def is_ruined_by_excel(value: str) -> bool:
    """Whether folded `value` is a number as Excel shows or exports it (`4.1010519491231E+17`, `210000.0`).

    Excel keeps fifteen digits: the rest is lost and cannot be restored.
    """
    return _EXCEL.fullmatch(value) is not None


def typing_fault(value: str) -> str:
    """The fault of a folded number that no particular form need be looked at for, or ""."""
    if not value:
        return Flaw.EMPTY
    return Flaw.EXCEL if is_ruined_by_excel(value) else ""


def form_fault(value: str, alphabet: re.Pattern[str], lengths: range | tuple[int, ...]) -> str:
    """The fault of a folded number whose every prefix `alphabet` matches, of one of `lengths`, or ""."""
    if fault := typing_fault(value):
        return fault
    if alphabet.fullmatch(value) is None:
        return Flaw.CHARACTERS
    return "" if len(value) in lengths else Flaw.LENGTH
