"""Every change to a case, as a function `Case -> Case`. Undo is the former case.

Whatever changes the data unticks the declaration (VIEW-3); acknowledging, the declaration itself and the
status do not. An operator who is edited stays in his state: `rules` says whether he may be confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import fields, replace

from cardprep.case.model import (
    Acknowledgement,
    Attachment,
    Attested,
    Case,
    CollectionWay,
    Handler,
    HandlerWho,
    Kind,
    Operator,
    OperatorState,
    StatusEntry,
)
from cardprep.case.paths import with_text
from cardprep.case.preparation import PreparedPage, Recipe
from cardprep.case.slots import Owner, Slot

Edit = Callable[[Case], Case]

_OPERATOR_PLACE = re.compile(r"operators\[(\d+)\]")


def _changed(before: Case, after: Case) -> Case:
    return after if after == before else replace(after, declaration=False)


def set_kind(case: Case, kind: Kind) -> Case:
    """Choose new entrant or addition (APP-1)."""
    return _changed(case, replace(case, kind=kind))


def set_text(case: Case, path: str, text: str) -> Case:
    """Type `text` into the field at `path`; a confirmed operator stays confirmed."""
    return _changed(case, with_text(case, path, text))


def add_operator(case: Case, operator: Operator | None = None) -> Case:
    """Add an operator at the end (OPER-1)."""
    return _changed(case, replace(case, operators=(*case.operators, operator or Operator())))


def set_operator_state(case: Case, index: int, state: OperatorState) -> Case:
    """Make the operator a draft, or confirm him (OPER-2, OPER-3)."""
    changed = replace(case.operators[index], state=state)
    operators = (*case.operators[:index], changed, *case.operators[index + 1 :])
    return _changed(case, replace(case, operators=operators))


def _moved_place(where: str, removed: int) -> str | None:
    """`where` once the operator at `removed` is gone; None when it was about him."""
    match = _OPERATOR_PLACE.match(where)
    if match is None or int(match[1]) < removed:
        return where
    if int(match[1]) == removed:
        return None
    return f"operators[{int(match[1]) - 1}]{where[match.end() :]}"


def _without_operator_files(case: Case, removed: int) -> tuple[Attachment, ...]:
    kept = []
    for attachment in case.attachments:
        slot = attachment.slot
        if slot.owner is not Owner.OPERATOR or slot.index is None or slot.index < removed:
            kept.append(attachment)
        elif slot.index > removed:
            kept.append(replace(attachment, slot=replace(slot, index=slot.index - 1)))
    return tuple(kept)


def _handler_without_operator(handler: Handler, removed: int) -> Handler:
    if handler.who is not HandlerWho.OPERATOR or handler.operator is None or handler.operator < removed:
        return handler
    if handler.operator == removed:
        return replace(handler, who=None, operator=None)
    return replace(handler, operator=handler.operator - 1)


def remove_operator(case: Case, index: int) -> Case:
    """Take the operator, his files and what was acknowledged of him out (OPER-4).

    Later operators move up with theirs; a handler who was this operator is nobody afterwards (HAND-2).
    """
    acknowledged = []
    for entry in case.acknowledged:
        where = _moved_place(entry.where, index)
        if where is not None:
            acknowledged.append(replace(entry, where=where))
    after = replace(
        case,
        operators=(*case.operators[:index], *case.operators[index + 1 :]),
        attachments=_without_operator_files(case, index),
        handler=_handler_without_operator(case.handler, index),
        acknowledged=tuple(acknowledged),
    )
    return _changed(case, after)


def choose_handler(case: Case, who: HandlerWho, operator: int | None = None) -> Case:
    """Say who the handler is (HAND-1, HAND-2); what was typed of another person is kept for a change back."""
    return _changed(case, replace(case, handler=replace(case.handler, who=who, operator=operator)))


def choose_collection(case: Case, way: CollectionWay) -> Case:
    """Counter or mail (HAND-5, HAND-6)."""
    return _changed(case, replace(case, collection=replace(case.collection, way=way)))


def _holds(case: Case, slot: Slot, file: str) -> bool:
    return any((a.slot, a.file) == (slot, file) for a in case.attachments)


def attach(case: Case, slot: Slot, file: str, foreign_language: bool = False) -> Case:
    """Put the file at the end of the slot, once."""
    if _holds(case, slot, file):
        return case
    added = Attachment(slot=slot, file=file, foreign_language=foreign_language)
    return _changed(case, replace(case, attachments=(*case.attachments, added)))


def detach(case: Case, slot: Slot, file: str) -> Case:
    """Take the file out of the slot; the file itself stays on the disk."""
    kept = tuple(a for a in case.attachments if (a.slot, a.file) != (slot, file))
    return _changed(case, replace(case, attachments=kept))


def _with_attachment(case: Case, slot: Slot, file: str, change: Callable[[Attachment], Attachment]) -> Case:
    changed = tuple(change(a) if (a.slot, a.file) == (slot, file) else a for a in case.attachments)
    return _changed(case, replace(case, attachments=changed))


def replace_file(case: Case, slot: Slot, file: str, by: str) -> Case:
    """Put another file in the place of `file`, unless it is there too; nothing is attested of it yet."""
    if _holds(case, slot, by):
        return case
    return _with_attachment(
        case, slot, file, lambda a: replace(a, file=by, attested=Attested(), turn=0, prepared=None)
    )


def prepare_attachment(case: Case, slot: Slot, file: str, new_file: str, recipe: Recipe) -> Case:
    """Put a copy prepared by `recipe` in the place of `file`, unless it is there too.

    It is the same paper, so what was attested and acknowledged of it stays.
    """
    return split_attachment(case, slot, file, ((new_file, recipe),))


def split_attachment(case: Case, slot: Slot, file: str, parts: Sequence[tuple[str, Recipe]]) -> Case:
    """Put several prepared files in the place of one; each has the attestation of the whole.

    A seal or a sentence stands on one of the parts only: what is attested can be taken off the others,
    but what was once looked at is not asked for again.
    """
    if any(_holds(case, slot, name) for name, _ in parts if name != file):
        return case
    whole = next((a for a in case.in_slot(slot) if a.file == file), None)
    if whole is None or not parts:
        return case
    made = tuple(replace(whole, file=name, turn=0, prepared=recipe) for name, recipe in parts)
    return _exchanged(case, slot, (file,), made)


def merge_attachments(case: Case, slot: Slot, files: Sequence[str], new_file: str, recipe: Recipe) -> Case:
    """Put one prepared file in the place of several of the slot, where the first of them stands.

    What is attested alike of all of them is attested of it; the rest is to be looked at again.
    """
    former = tuple(a for a in case.in_slot(slot) if a.file in files)
    if not former or (_holds(case, slot, new_file) and new_file not in files):
        return case
    merged = Attachment(
        slot=slot,
        file=new_file,
        foreign_language=any(a.foreign_language for a in former),
        attested=_common(former),
        prepared=recipe,
    )
    return _exchanged(case, slot, tuple(a.file for a in former), (merged,))


def restore_originals(case: Case, slot: Slot, file: str) -> Case:
    """Put the untouched originals back in the place of a prepared file, with what was attested of it."""
    made = next((a for a in case.in_slot(slot) if a.file == file), None)
    if made is None or made.prepared is None:
        return case
    pages = made.prepared.pages
    back = tuple(
        replace(made, file=original, turn=_turn_of(pages, original), prepared=None)
        for original in made.prepared.files
        if not _holds(case, slot, original)
    )
    return _exchanged(case, slot, (file,), back)


def _turn_of(pages: Sequence[PreparedPage], original: str) -> int:
    """The turn of all pages of the original where they agree: that much an attachment can keep."""
    turns = {page.turn for page in pages if page.file == original}
    return turns.pop() if len(turns) == 1 else 0


def _common(former: Sequence[Attachment]) -> Attested:
    names = [known.name for known in fields(Attested)]
    said = {name: {getattr(a.attested, name) for a in former} for name in names}
    return Attested(**{name: values.pop() for name, values in said.items() if len(values) == 1})


def _exchanged(case: Case, slot: Slot, files: Sequence[str], by: tuple[Attachment, ...]) -> Case:
    """`by` where the first of `files` stands; acknowledgements go with the paper to its first file."""
    after: list[Attachment] = []
    placed = False
    for attachment in case.attachments:
        if attachment.slot != slot or attachment.file not in files:
            after.append(attachment)
        elif not placed:
            after += by
            placed = True
    acknowledged = tuple(
        replace(entry, file=by[0].file) if by and (entry.where, entry.file) in _places(slot, files) else entry
        for entry in case.acknowledged
    )
    return _changed(case, replace(case, attachments=tuple(after), acknowledged=acknowledged))


def _places(slot: Slot, files: Sequence[str]) -> set[tuple[str, str]]:
    return {(str(slot), file) for file in files}


def move_file(case: Case, slot: Slot, file: str, to: Slot) -> Case:
    """Move the file to a slot that has it not; what was attested was said of another paper and falls away."""
    if _holds(case, to, file):
        return case
    return _with_attachment(case, slot, file, lambda a: replace(a, slot=to, attested=Attested()))


def attest(case: Case, slot: Slot, file: str, attested: Attested) -> Case:
    """Record what the clerk sees on the paper."""
    return _with_attachment(case, slot, file, lambda a: replace(a, attested=attested))


def mark_foreign(case: Case, slot: Slot, file: str, foreign: bool) -> Case:
    """Say whether the material is in a foreign language (MAT-11)."""
    return _with_attachment(case, slot, file, lambda a: replace(a, foreign_language=foreign))


def turn_file(case: Case, slot: Slot, file: str, by: int = 90) -> Case:
    """Turn the file clockwise by `by` degrees (a multiple of 90)."""
    return _with_attachment(case, slot, file, lambda a: replace(a, turn=(a.turn + by) % 360))


def shift_file(case: Case, slot: Slot, file: str, by: int) -> Case:
    """Move the file `by` places further on (or back) among the files of its slot, as far as they go."""
    files = list(case.in_slot(slot))
    place = next((n for n, attachment in enumerate(files) if attachment.file == file), None)
    if place is None:
        return case
    files.insert(max(0, min(place + by, len(files) - 1)), files.pop(place))
    ordered = iter(files)
    after = tuple(next(ordered) if a.slot == slot else a for a in case.attachments)
    return _changed(case, replace(case, attachments=after))


def declare(case: Case, ticked: bool) -> Case:
    """Tick or untick 申请单位声明 (VIEW-3)."""
    return replace(case, declaration=ticked)


def acknowledge(case: Case, entry: Acknowledgement) -> Case:
    """Acknowledge one warning, in place of what was acknowledged of the same before (VIEW-4)."""
    kept = withdraw_acknowledgement(case, entry.rule, entry.where, entry.file).acknowledged
    return replace(case, acknowledged=(*kept, entry))


def withdraw_acknowledgement(case: Case, rule: str, where: str, file: str = "") -> Case:
    """Take an acknowledgement back."""
    kept = tuple(a for a in case.acknowledged if (a.rule, a.where, a.file) != (rule, where, file))
    return replace(case, acknowledged=kept)


def record_status(case: Case, entry: StatusEntry) -> Case:
    """Add a step to the application's life (APP-5)."""
    return replace(case, status=(*case.status, entry))


def remove_status(case: Case, index: int) -> Case:
    """Take a wrongly recorded step out."""
    return replace(case, status=(*case.status[:index], *case.status[index + 1 :]))
