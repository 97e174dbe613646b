"""The confirmation screen: VIEW-2 to VIEW-5."""

from __future__ import annotations

from collections.abc import Iterator

from cardprep.case import people
from cardprep.case.facts import FileFacts
from cardprep.case.identifiers.normalise import fold_number
from cardprep.case.model import Attachment, Case
from cardprep.case.paths import text_at
from cardprep.case.slots import QUALIFICATION, Part
from cardprep.rules.addresses import folded_address, same_address
from cardprep.rules.context import Context, Said, Saying, blank, said
from cardprep.rules.materials_asked import needed_attachments

_UNIT_PRINTED = {
    "uscc": "unit.uscc",
    "company": "unit.name",
    "legal_representative": "legal_representative.name",
    "address": "unit.registered_address",
}
_NUMBERS = ("uscc", "id_number")


def _printed_fields(case: Case, attachment: Attachment) -> dict[str, str]:
    """Which typed field each printed field of this paper is to agree with."""
    if attachment.slot == QUALIFICATION:
        return _UNIT_PRINTED
    if attachment.slot.part is not Part.IDENTITY:
        return {}
    for person in people.everyone(case):
        if person.slot == attachment.slot:
            return {name: f"{person.path}.{name}" for name in ("name", "id_number")}
    return {}


def _same(name: str, typed: str, printed: str) -> bool:
    if name == "address":
        return same_address(typed, printed)
    if name in _NUMBERS:
        return fold_number(typed) == fold_number(printed)
    return typed == printed or folded_address(typed) == folded_address(printed)


def _differences(case: Case, attachment: Attachment, facts: FileFacts) -> Iterator[Said]:
    for name, where in _printed_fields(case, attachment).items():
        printed, typed = facts.observations.fields.get(name, ""), text_at(case, where)
        if not blank(printed) and not blank(typed) and not _same(name, typed, printed):
            yield said(where, file=attachment.file, typed=typed.strip(), printed=printed.strip())


def view_2(context: Context) -> Saying:
    """What was read off a scan differs from what was typed."""
    for attachment in needed_attachments(context.case):
        facts = context.facts.get(attachment.file)
        if facts is not None:
            yield from _differences(context.case, attachment, facts)


def view_3(context: Context) -> Saying:
    """The declaration is not ticked."""
    return [] if context.case.declaration else [said("declaration")]


def view_5(context: Context) -> Saying:
    """The code and the submission are the online system's."""
    return [said("case")]


CHECKS = {"VIEW-2": view_2, "VIEW-3": view_3, "VIEW-5": view_5}
