"""A firm's name and its address: kept exactly as typed; only what no form can take is refused."""

from __future__ import annotations

import unicodedata

from cardprep.case.identifiers.verdict import Flaw, Verdict, verdict

_MOST_NAME = 100
_MOST_ADDRESS = 200


def check(text: str) -> Verdict:
    """Judge a firm's name: up to 100 code points, no private-use and no invisible characters."""
    return _judged(text, _MOST_NAME)


def check_address(text: str) -> Verdict:
    """Judge an address: up to 200 code points, no private-use and no invisible characters."""
    return _judged(text, _MOST_ADDRESS)


def _judged(text: str, most: int) -> Verdict:
    kinds = {unicodedata.category(char) for char in text}
    if not text.strip():
        return verdict(text, text, Flaw.EMPTY)
    if "Co" in kinds:
        return verdict(text, text, Flaw.PRIVATE_USE)
    if kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return verdict(text, text, Flaw.INVISIBLE)
    return verdict(text, text, Flaw.LENGTH if len(text) > most else "")
