"""One application as a tree of frozen values: what `docs/CASE_FORMAT.md` calls a case.

Everything may be missing: text is "" then, a choice is None. What is missing becomes findings, never an
error. A change is made by `cardprep.case.edits`, which returns a new `Case`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from cardprep.case.preparation import Recipe
from cardprep.case.slots import Slot

FORMAT = "cardprep-case/1"


class Kind(StrEnum):
    """The two kinds of application (APP-1)."""

    NEW_ENTRANT = "new-entrant"
    ADDITIONAL_OPERATORS = "additional-operators"


class IdType(StrEnum):
    """The kinds of identity document that every rule pack knows."""

    RESIDENT_ID = "resident-id"
    PASSPORT = "passport"
    HK_MACAO_PERMIT = "hk-macao-permit"
    TAIWAN_PERMIT = "taiwan-permit"
    HK_MACAO_TAIWAN_RESIDENCE = "hk-macao-taiwan-residence"
    FOREIGN_PERMANENT_RESIDENCE = "foreign-permanent-residence"


class OperatorState(StrEnum):
    """暂存 or 已确认 (OPER-2, OPER-3)."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"


class HandlerWho(StrEnum):
    """Who the handler is (HAND-1, HAND-2)."""

    LEGAL_REPRESENTATIVE = "legal-representative"
    OPERATOR = "operator"
    OTHER = "other"


class CollectionWay(StrEnum):
    """How the cards are collected (HAND-5, HAND-6)."""

    COUNTER = "counter"
    MAIL = "mail"


class SealAnswer(StrEnum):
    """What the clerk says of the seal: fresh company seal, none, another seal, not fresh ink."""

    YES = "yes"
    NO = "no"
    SPECIAL = "special"
    COPY = "copy"


class WordingAnswer(StrEnum):
    """What the clerk says of the handwritten sentence."""

    YES = "yes"
    NO = "no"
    FOREIGN = "foreign"


class Answer(StrEnum):
    """Seen, or looked for and not seen."""

    YES = "yes"
    NO = "no"


class StatusState(StrEnum):
    """The life of a submitted application (APP-5)."""

    SUBMITTED = "submitted"
    MEDIA_NEEDED = "media-needed"
    IN_PRODUCTION = "in-production"
    DONE = "done"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Unit:
    """The applicant firm (申请单位)."""

    name: str = ""
    uscc: str = ""
    customs_code: str = ""
    registered_address: str = ""
    postal_code: str = ""
    phone: str = ""
    issuing_office: str = ""


@dataclass(frozen=True, slots=True)
class LegalRepresentative:
    """The legal representative or person in charge (法定代表人/负责人)."""

    name: str = ""
    id_type: str = ""
    id_number: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Operator:
    """One operator (操作员), who gets one operator card (OPER-6)."""

    state: OperatorState = OperatorState.DRAFT
    name: str = ""
    id_type: str = ""
    id_number: str = ""
    mobile: str = ""


@dataclass(frozen=True, slots=True)
class Handler:
    """The handler (经办人). `name`, `id_type` and `id_number` count only for `HandlerWho.OTHER`."""

    who: HandlerWho | None = None
    operator: int | None = None
    name: str = ""
    id_type: str = ""
    id_number: str = ""
    mobile: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """How and where the cards are collected."""

    way: CollectionWay | None = None
    outlet: str = ""
    recipient: str = ""
    mobile: str = ""
    address: str = ""

    @property
    def is_addressed(self) -> bool:
        """Whether it goes by mail and nothing of where to is missing: a letter can be written (UNIT-3)."""
        parts = (self.recipient, self.mobile, self.address)
        return self.way is CollectionWay.MAIL and all(part.strip() for part in parts)


@dataclass(frozen=True, slots=True)
class Attested:
    """What the clerk says that she sees on one paper. None: not looked at yet."""

    seal: SealAnswer | None = None
    wording: WordingAnswer | None = None
    signature: Answer | None = None
    legal_seal: Answer | None = None
    date: dt.date | None = None
    expires: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file in a slot. `file` is relative to the case, with forward slashes.

    `turn` is by how many degrees clockwise the clerk turned it (0, 90, 180, 270), beyond what the
    file itself says of its orientation. `prepared` is the recipe where `file` was made from originals;
    a recipe turns its pages itself.
    """

    slot: Slot
    file: str
    foreign_language: bool = False
    attested: Attested = field(default_factory=Attested)
    turn: int = 0
    prepared: Recipe | None = None


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """One warning that a person has acknowledged, with the reason (VIEW-4)."""

    rule: str
    where: str
    reason: str
    file: str = ""
    by: str = ""
    at: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """One step of the application's life after submission (APP-5)."""

    state: StatusState
    date: dt.date
    number: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One application with everything that was typed, attached and said about it."""

    kind: Kind | None = None
    rulebook: str = "jiangsu"
    unit: Unit = field(default_factory=Unit)
    legal_representative: LegalRepresentative = field(default_factory=LegalRepresentative)
    operators: tuple[Operator, ...] = ()
    handler: Handler = field(default_factory=Handler)
    collection: Collection = field(default_factory=Collection)
    remark: str = ""
    declaration: bool = False
    attachments: tuple[Attachment, ...] = ()
    acknowledged: tuple[Acknowledgement, ...] = ()
    status: tuple[StatusEntry, ...] = ()

    def in_slot(self, slot: Slot) -> tuple[Attachment, ...]:
        """The files of a slot, in their order."""
        return tuple(a for a in self.attachments if a.slot == slot)
