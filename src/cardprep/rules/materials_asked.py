"""Which materials an application needs, and who must have written on each (MAT-1, HAND-1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cardprep.case import people
from cardprep.case.identifiers.documents import is_foreign_passport
from cardprep.case.model import Attachment, Case, HandlerWho
from cardprep.case.people import PersonAt
from cardprep.case.slots import QUALIFICATION, Owner, Part, Slot


@dataclass(frozen=True, slots=True)
class Material:
    """One material that is asked for: its slot, its files, and the person whose hand must be on it."""

    slot: Slot
    files: tuple[Attachment, ...]
    signer: PersonAt

    @property
    def paper(self) -> str:
        """Which sentence is asked for: `unit` (MAT-5) or `person` (MAT-8)."""
        return "unit" if self.slot == QUALIFICATION else "person"

    @property
    def is_foreign_passport(self) -> bool:
        """Whether it is a person's foreign passport, which is in a foreign language whatever is ticked."""
        return self.slot.is_person and is_foreign_passport(self.signer.id_type, self.signer.id_number)

    @property
    def is_foreign(self) -> bool:
        """Whether a translation is asked for (MAT-11)."""
        marked = any(attachment.foreign_language for attachment in self.files)
        return marked or bool(self.files and self.is_foreign_passport)


def materials(case: Case) -> Iterator[Material]:
    """Every material that is asked for, in the order of the screens."""
    yield Material(QUALIFICATION, case.in_slot(QUALIFICATION), people.legal(case))
    for person in people.everyone(case):
        yield Material(person.slot, case.in_slot(person.slot), person)


def attached_materials(case: Case) -> Iterator[Material]:
    """The materials that have a file; of the others only MAT-1 speaks."""
    return (material for material in materials(case) if material.files)


def is_needed(case: Case, attachment: Attachment) -> bool:
    """Whether the file belongs in the package: the papers of a handler who needs none do not."""
    return attachment.slot.owner is not Owner.HANDLER or case.handler.who in (None, HandlerWho.OTHER)


def needed_attachments(case: Case) -> Iterator[Attachment]:
    """The attachments that go into the bundle, in their order."""
    return (attachment for attachment in case.attachments if is_needed(case, attachment))


def is_annotated(attachment: Attachment) -> bool:
    """Whether a handwritten date is asked for on this paper (not the letter, not a translation)."""
    return attachment.slot.part in (Part.QUALIFICATION, Part.IDENTITY)
