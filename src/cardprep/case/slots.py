"""Where a file belongs: `unit.qualification`, `operators[2].identity`, `legal.translation`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Owner(StrEnum):
    """Whose paper it is; the order is that of the online screens."""

    UNIT = "unit"
    LEGAL = "legal"
    OPERATOR = "operators"
    HANDLER = "handler"


class Part(StrEnum):
    """Which paper of the owner it is."""

    QUALIFICATION = "qualification"
    OTHER = "other"
    IDENTITY = "identity"
    TRANSLATION = "translation"


_FORM = re.compile(r"(unit|legal|handler|operators)(?:\[(0|[1-9]\d{0,3})\])?\.([a-z]+)", re.ASCII)
_PARTS = {
    Owner.UNIT: (Part.QUALIFICATION, Part.OTHER, Part.TRANSLATION),
    Owner.LEGAL: (Part.IDENTITY, Part.TRANSLATION),
    Owner.OPERATOR: (Part.IDENTITY, Part.TRANSLATION),
    Owner.HANDLER: (Part.IDENTITY, Part.TRANSLATION),
}


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of the case. `index` is set for operators and only for them."""

    owner: Owner
    part: Part
    index: int | None = None

    def __str__(self) -> str:
        owner = self.owner.value if self.index is None else f"{self.owner.value}[{self.index}]"
        return f"{owner}.{self.part.value}"

    @property
    def translation(self) -> Slot:
        """The slot for the translation of this slot's papers (MAT-11)."""
        return Slot(self.owner, Part.TRANSLATION, self.index)

    @property
    def is_person(self) -> bool:
        """Whether it holds a person's identity material."""
        return self.part is Part.IDENTITY


QUALIFICATION = Slot(Owner.UNIT, Part.QUALIFICATION)
LETTER = Slot(Owner.UNIT, Part.OTHER)
LEGAL_IDENTITY = Slot(Owner.LEGAL, Part.IDENTITY)
HANDLER_IDENTITY = Slot(Owner.HANDLER, Part.IDENTITY)


def operator_identity(index: int) -> Slot:
    """The identity slot of the operator at `index`."""
    return Slot(Owner.OPERATOR, Part.IDENTITY, index)


def parse_slot(text: str) -> Slot | None:
    """The slot that `text` names, or None where there is no such slot."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    owner, index, part = Owner(match[1]), match[2], match[3]
    if part not in _PARTS[owner] or (owner is Owner.OPERATOR) != (index is not None):
        return None
    return Slot(owner, Part(part), None if index is None else int(index))
