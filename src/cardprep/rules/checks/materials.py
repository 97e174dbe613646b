"""The materials and what must be on them: MAT-1 to MAT-11, DATE-1, DATE-2, EVID-1.

An element holds when any file of the slot attests it; a special or copied seal on any of them blocks
(RULES.md, “Which rule speaks, and where”).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from cardprep.case.facts import Mark, Observation, Observations
from cardprep.case.identifiers.documents import check_document
from cardprep.case.model import Answer, Attachment, Attested, SealAnswer, WordingAnswer
from cardprep.case.slots import LETTER, Part, Slot
from cardprep.rules.context import Context, Said, Saying, blank, said
from cardprep.rules.materials_asked import (
    Material,
    attached_materials,
    is_annotated,
    materials,
    needed_attachments,
)

_Holds = Callable[[Attachment], bool]

# Kinds that `inspect` tells (CASE_FORMAT.md): a seal other than the fresh company seal, a printed sentence.
_OTHER_SEALS = ("special", "other-company", "grey", "registrar")
_TYPED = "typed"


def mat_1(context: Context) -> Saying:
    """An empty slot of a material that is asked for."""
    return [said(str(m.slot), name=m.signer.name) for m in materials(context.case) if not m.files]


def _has_seal(*answers: SealAnswer) -> _Holds:
    return lambda attachment: attachment.attested.seal in answers


def mat_2(context: Context) -> Saying:
    """No fresh company seal seen, and no other seal of which MAT-3 or MAT-4 speaks."""
    spoken = _has_seal(SealAnswer.YES, SealAnswer.SPECIAL, SealAnswer.COPY)
    return [
        said(str(m.slot), _looked(m, lambda a: a.attested.seal is not None))
        for m in attached_materials(context.case)
        if not any(map(spoken, m.files))
    ]


def _looked(material: Material, looked: _Holds) -> str:
    """Whether the clerk looked for it and did not see it, or has not looked yet."""
    return "not-there" if any(map(looked, material.files)) else "not-looked"


def _sealed_otherwise(context: Context, answer: SealAnswer) -> Iterator[Said]:
    for material in attached_materials(context.case):
        for attachment in material.files:
            if attachment.attested.seal is answer:
                yield said(str(material.slot), file=attachment.file)


def mat_3(context: Context) -> Saying:
    """A contract, finance, invoice, customs or other special seal."""
    return _sealed_otherwise(context, SealAnswer.SPECIAL)


def mat_4(context: Context) -> Saying:
    """A photocopied seal."""
    return _sealed_otherwise(context, SealAnswer.COPY)


def _without(
    context: Context, paper: str, holds: Callable[[Material], bool], looked: _Holds
) -> Iterator[Said]:
    for material in attached_materials(context.case):
        if material.paper == paper and not holds(material):
            wording = context.rulebook.wordings[paper]
            yield said(
                str(material.slot), _looked(material, looked), name=material.signer.name, wording=wording
            )


def _any(holds: _Holds) -> Callable[[Material], bool]:
    return lambda material: any(map(holds, material.files))


def _chinese_wording(attachment: Attachment) -> bool:
    return attachment.attested.wording is WordingAnswer.YES


def _looked_for_wording(attachment: Attachment) -> bool:
    return attachment.attested.wording is not None


def mat_5(context: Context) -> Saying:
    """The firm's material without the handwritten sentence."""
    return _without(context, "unit", _any(_chinese_wording), _looked_for_wording)


def mat_8(context: Context) -> Saying:
    """A person's material without the handwritten sentence, or a foreign one without its translation."""

    def holds(material: Material) -> bool:
        translated = bool(context.case.in_slot(material.slot.translation))
        foreign = any(a.attested.wording is WordingAnswer.FOREIGN for a in material.files)
        return any(map(_chinese_wording, material.files)) or (foreign and translated)

    return _without(context, "person", holds, _looked_for_wording)


def _signed(attachment: Attachment) -> bool:
    return attachment.attested.signature is Answer.YES


def _looked_for_signature(attachment: Attachment) -> bool:
    return attachment.attested.signature is not None


def mat_6(context: Context) -> Saying:
    """The firm's material without the legal representative's signature."""
    return _without(context, "unit", _any(_signed), _looked_for_signature)


def mat_9(context: Context) -> Saying:
    """A person's material without his own signature."""
    return _without(context, "person", _any(_signed), _looked_for_signature)


def _dated(attachment: Attachment) -> bool:
    return attachment.attested.date is not None


def mat_7(context: Context) -> Saying:
    """The firm's material without the date of application."""
    return _without(context, "unit", _any(_dated), _dated)


def mat_10(context: Context) -> Saying:
    """A person's material without the date of signing."""
    return _without(context, "person", _any(_dated), _dated)


def _foreign_slots(context: Context) -> Iterator[Slot]:
    """The translation slots that are asked for, each once."""
    slots = [m.slot.translation for m in attached_materials(context.case) if _is_foreign(m)]
    letters = context.case.in_slot(LETTER)
    if any(a.foreign_language for a in letters):
        slots.append(LETTER.translation)
    yield from dict.fromkeys(slots)


def _is_foreign(material: Material) -> bool:
    return material.is_foreign or any(a.attested.wording is WordingAnswer.FOREIGN for a in material.files)


def mat_11(context: Context) -> Saying:
    """A foreign material without a translation, or with one that is not sealed."""
    for slot in _foreign_slots(context):
        files = context.case.in_slot(slot)
        if not files:
            yield said(str(slot), "missing")
        elif not any(map(_has_seal(SealAnswer.YES), files)):
            yield said(str(slot), "unsealed")


def _birth(context: Context, material: Material) -> dt.date | None:
    signer = material.signer
    return check_document(signer.id_type, signer.id_number, context.today).birth


def _annotation_dates(context: Context) -> Iterator[tuple[Material, Attachment, dt.date]]:
    for material in attached_materials(context.case):
        for attachment in material.files:
            if attachment.attested.date is not None and is_annotated(attachment):
                yield material, attachment, attachment.attested.date


def date_1(context: Context) -> Saying:
    """A date of annotation in the future, or before the person's birth."""
    for material, attachment, date in _annotation_dates(context):
        birth = _birth(context, material)
        told = {"date": date.isoformat()}
        if date > context.today:
            yield said(str(material.slot), "future", attachment.file, **told)
        elif birth is not None and date < birth:
            yield said(str(material.slot), "before-birth", attachment.file, birth=birth.isoformat(), **told)


def date_2(context: Context) -> Saying:
    """A date of annotation older than the pack allows."""
    limit = context.rulebook.limits.annotation_days
    for material, attachment, date in _annotation_dates(context):
        if (context.today - date).days > limit:
            yield said(str(material.slot), file=attachment.file, date=date.isoformat(), limit=limit)


def _contradicted(attested: Attested, seen: Observations) -> Iterator[tuple[str, Observation]]:
    """What the clerk says yes to and the machine no: how they differ, and what it saw."""
    if attested.seal is SealAnswer.YES:
        yield from _denied(seen.seal, "seal", "seal-other", seen.seal.kind in _OTHER_SEALS)
    if attested.wording is WordingAnswer.YES:
        yield from _denied(seen.wording, "wording", "wording-typed", seen.wording.kind == _TYPED)
    if attested.signature is Answer.YES:
        yield from _denied(seen.signature, "signature", "", False)
    if attested.date is not None:
        other = not blank(seen.date.value) and seen.date.value != attested.date.isoformat()
        yield from _denied(seen.date, "date-missing", "date", other)


def _denied(
    seen: Observation, missing: str, otherwise: str, is_other: bool
) -> Iterator[tuple[str, Observation]]:
    if seen.status is Mark.UNCERTAIN:
        return
    if is_other:
        yield otherwise, seen
    elif seen.status is Mark.MISSING:
        yield missing, seen


def evid_1(context: Context) -> Saying:
    """What the machine saw contradicts what the clerk attests."""
    for attachment in needed_attachments(context.case):
        facts = context.facts.get(attachment.file)
        if facts is None or attachment.slot.part is Part.TRANSLATION:
            continue
        for variant, seen in _contradicted(attachment.attested, facts.observations):
            told = {"reason": seen.reason, "seen": seen.value or seen.text}
            yield said(str(attachment.slot), variant, attachment.file, **told)


CHECKS = {
    "MAT-1": mat_1,
    "MAT-2": mat_2,
    "MAT-3": mat_3,
    "MAT-4": mat_4,
    "MAT-5": mat_5,
    "MAT-6": mat_6,
    "MAT-7": mat_7,
    "MAT-8": mat_8,
    "MAT-9": mat_9,
    "MAT-10": mat_10,
    "MAT-11": mat_11,
    "DATE-1": date_1,
    "DATE-2": date_2,
    "EVID-1": evid_1,
}
