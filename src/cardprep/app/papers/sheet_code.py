"""The code in a copy sheet's margin, by which a scan that comes back is laid into its slot.

It tells the slot and which application, and nothing of a person: the digest is made of the firm's public
numbers and the kind of application, so that it also outlives every edit of a person's fields.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from cardprep.case.model import Case
from cardprep.case.slots import Slot, parse_slot

_START = "cardprep:sheet:"
_DIGITS = 16
_FORM = re.compile(rf"{_START}([a-z0-9.\[\]]{{1,60}}):([0-9a-f]{{{_DIGITS}}})", re.ASCII)


@dataclass(frozen=True, slots=True)
class SheetCode:
    """What a code says."""

    slot: Slot
    application: str


def application_digest(case: Case) -> str:
    """The short digest of the application: the same as long as firm and kind are."""
    told = "\n".join(
        (case.unit.uscc.strip().upper(), case.unit.customs_code.strip().upper(), case.kind or "")
    )
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def sheet_code(case: Case, slot: Slot) -> str:
    """The text of the code for a copy that belongs into `slot`."""
    return f"{_START}{slot}:{application_digest(case)}"


def read_sheet_code(text: str) -> SheetCode | None:
    """What a code that was read says, None where it is none of these."""
    match = _FORM.fullmatch(text)
    slot = None if match is None else parse_slot(match[1])
    return None if match is None or slot is None else SheetCode(slot, match[2])
