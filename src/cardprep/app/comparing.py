"""Two cases of one application, field by field: what differs, and one of them with what was chosen.

A place (`where`) counts the operators as ours has them, those whom only theirs has after ours. Files are
compared by their names: whoever compares first gives the same content the same name.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace

from cardprep.app.aligning import Alignment, align
from cardprep.case.edits import remove_operator
from cardprep.case.model import Attachment, Case, HandlerWho, Operator
from cardprep.case.paths import TEXT_FIELDS, text_at, with_text
from cardprep.case.people import handler_is_known
from cardprep.case.preparation_codec import recipe_document
from cardprep.case.slots import Owner, Slot

_OPERATOR_FIELDS = ("state", *TEXT_FIELDS["operators"])
_HANDLER = "handler.who"


@dataclass(frozen=True, slots=True)
class Difference:
    """One place at which the cases differ, with both texts; "" where one has nothing there.

    Of a choice the text is its id, of files their names with what was attested, a line each.
    """

    where: str
    ours: str
    theirs: str


def differences(ours: Case, theirs: Case) -> tuple[Difference, ...]:
    """Every place at which they differ, in the order of the screens.

    The declaration and the acknowledgements are no part of it: who takes something over makes them anew.
    """
    alignment = align(ours.operators, theirs.operators)
    found = (
        *_told(ours, theirs, _before_operators),
        *_operators(ours, theirs, alignment),
        *_told(ours, theirs, _after_operators),
        *_slots(ours, theirs, alignment),
    )
    is_same_handler = _is_same_handler(ours, theirs, alignment)
    return tuple(d for d in found if d.ours != d.theirs and not (d.where == _HANDLER and is_same_handler))


def take(ours: Case, theirs: Case, chosen: frozenset[str]) -> Case:
    """Ours with what theirs has at the chosen places (`Difference.where`); the rest stays as it is.

    An operator whom only ours has is taken away where his place is chosen. Whatever changes unticks
    the declaration.
    """
    wanted = frozenset(d.where for d in differences(ours, theirs)) & chosen
    if not wanted:
        return ours
    alignment = align(ours.operators, theirs.operators)
    after = _with_texts(ours, theirs, wanted)
    after = _with_operator_fields(after, theirs, alignment, wanted)
    after, places = _with_added(after, theirs, alignment, wanted)
    after = _with_files(after, theirs, places, wanted)
    if _HANDLER in wanted:
        named = theirs.handler.operator
        at = None if named is None else places.get(named)
        after = replace(after, handler=replace(after.handler, who=theirs.handler.who, operator=at))
    for index in reversed(alignment.only_ours):
        if f"operators[{index}]" in wanted:
            after = remove_operator(after, index)
    return replace(after, declaration=False)


def _told(
    ours: Case, theirs: Case, tell: Callable[[Case], Iterable[tuple[str, str]]]
) -> Iterator[Difference]:
    for (where, mine), (_, other) in zip(tell(ours), tell(theirs), strict=True):
        yield Difference(where, mine, other)


def _before_operators(case: Case) -> Iterator[tuple[str, str]]:
    yield "kind", case.kind or ""
    yield "rulebook", case.rulebook
    yield from _texts(case, "unit")
    yield from _texts(case, "legal_representative")


def _after_operators(case: Case) -> Iterator[tuple[str, str]]:
    yield _HANDLER, _handler(case)
    yield from _texts(case, "handler")
    yield "collection.way", case.collection.way or ""
    yield from _texts(case, "collection")
    yield "remark", case.remark
    entries = (f"{e.state} {e.date} {e.number} {e.reason}" for e in case.status)
    yield "status", "\n".join(entry.rstrip() for entry in entries)


def _texts(case: Case, group: str) -> Iterator[tuple[str, str]]:
    for name in TEXT_FIELDS[group]:
        yield f"{group}.{name}", text_at(case, f"{group}.{name}")


def _handler(case: Case) -> str:
    who = case.handler.who
    if who is HandlerWho.OPERATOR and handler_is_known(case):
        return f"{who} {_person(case.operators[case.handler.operator or 0])}"
    return who or ""


def _is_same_handler(ours: Case, theirs: Case, alignment: Alignment) -> bool:
    """Whether the handler is one operator of both, whatever is typed of him and wherever he stands."""
    is_operator = ours.handler.who is theirs.handler.who is HandlerWho.OPERATOR
    if not (is_operator and handler_is_known(ours) and handler_is_known(theirs)):
        return False
    return alignment.pairs.get(theirs.handler.operator or 0) == ours.handler.operator


def _person(operator: Operator) -> str:
    return f"{operator.name} {operator.id_number} {operator.mobile}".strip() or operator.state.value


def _operators(ours: Case, theirs: Case, alignment: Alignment) -> Iterator[Difference]:
    for theirs_at, ours_at in sorted(alignment.pairs.items(), key=lambda pair: pair[1]):
        mine, other = ours.operators[ours_at], theirs.operators[theirs_at]
        for name in _OPERATOR_FIELDS:
            where = f"operators[{ours_at}].{name}"
            yield Difference(where, str(getattr(mine, name)), str(getattr(other, name)))
    for index in alignment.only_ours:
        yield Difference(f"operators[{index}]", _person(ours.operators[index]), "")
    for position, index in enumerate(alignment.only_theirs, start=len(ours.operators)):
        yield Difference(f"operators[{position}]", "", _person(theirs.operators[index]))


def _slots(ours: Case, theirs: Case, alignment: Alignment) -> Iterator[Difference]:
    """The files by slot; those of an operator who comes or goes belong to him."""
    mine = _by_slot(a for a in ours.attachments if _index(a.slot) not in alignment.only_ours)
    other = _by_slot(_placed(theirs.attachments, alignment.pairs))
    for slot in sorted(
        {*mine, *other}, key=lambda slot: (slot.owner.value, slot.index or 0, slot.part.value)
    ):
        yield Difference(str(slot), _files(mine.get(slot, ())), _files(other.get(slot, ())))


def _index(slot: Slot) -> int | None:
    return slot.index if slot.owner is Owner.OPERATOR else None


def _placed(attachments: Iterable[Attachment], places: Mapping[int, int]) -> Iterator[Attachment]:
    """The attachments with their operators at other indices; those of operators without one are left out."""
    for attachment in attachments:
        index = _index(attachment.slot)
        if index is None:
            yield attachment
        elif index in places:
            yield replace(attachment, slot=replace(attachment.slot, index=places[index]))


def _by_slot(attachments: Iterable[Attachment]) -> dict[Slot, tuple[Attachment, ...]]:
    found: dict[Slot, tuple[Attachment, ...]] = {}
    for attachment in attachments:
        found[attachment.slot] = (*found.get(attachment.slot, ()), attachment)
    return found


def _files(attachments: tuple[Attachment, ...]) -> str:
    return "\n".join(map(_file, attachments))


def _file(attachment: Attachment) -> str:
    told = [attachment.file]
    if attachment.foreign_language:
        told.append("foreign")
    if attachment.turn:
        told.append(f"turn={attachment.turn}")
    if attachment.prepared:
        told.append(f"prepared={json.dumps(recipe_document(attachment.prepared), sort_keys=True)}")
    for known in fields(attachment.attested):
        value = getattr(attachment.attested, known.name)
        if value is not None:
            told.append(f"{known.name}={value}")
    return " ".join(told)


def _with_texts(case: Case, theirs: Case, wanted: frozenset[str]) -> Case:
    """`case` with the wanted texts and choices that stand once in a case."""
    for group in ("unit", "legal_representative", "handler", "collection"):
        for name in TEXT_FIELDS[group]:
            where = f"{group}.{name}"
            if where in wanted:
                case = with_text(case, where, text_at(theirs, where))
    if "collection.way" in wanted:
        case = replace(case, collection=replace(case.collection, way=theirs.collection.way))
    whole = {
        name: getattr(theirs, name) for name in ("kind", "rulebook", "remark", "status") if name in wanted
    }
    return replace(case, **whole)


def _with_operator_fields(case: Case, theirs: Case, alignment: Alignment, wanted: frozenset[str]) -> Case:
    operators = list(case.operators)
    for theirs_at, ours_at in alignment.pairs.items():
        other = theirs.operators[theirs_at]
        names = [name for name in _OPERATOR_FIELDS if f"operators[{ours_at}].{name}" in wanted]
        operators[ours_at] = replace(operators[ours_at], **{name: getattr(other, name) for name in names})
    return replace(case, operators=tuple(operators))


def _with_added(
    case: Case, theirs: Case, alignment: Alignment, wanted: frozenset[str]
) -> tuple[Case, dict[int, int]]:
    """`case` with the wanted operators of theirs and their files, and where each of theirs stands now."""
    added: dict[int, int] = {}
    operators = list(case.operators)
    for position, index in enumerate(alignment.only_theirs, start=len(case.operators)):
        if f"operators[{position}]" in wanted:
            added[index] = len(operators)
            operators.append(theirs.operators[index])
    files = (a for a in theirs.attachments if _index(a.slot) in added)
    attachments = (*case.attachments, *_placed(files, added))
    if added and not handler_is_known(case):
        # An index that meant nobody must not come to mean somebody.
        case = replace(case, handler=replace(case.handler, operator=None))
    return replace(case, operators=tuple(operators), attachments=attachments), {**alignment.pairs, **added}


def _with_files(case: Case, theirs: Case, places: Mapping[int, int], wanted: frozenset[str]) -> Case:
    """`case` with theirs in the wanted slots, in place of what was there."""
    kept = tuple(a for a in case.attachments if str(a.slot) not in wanted)
    taken = tuple(a for a in _placed(theirs.attachments, places) if str(a.slot) in wanted)
    return replace(case, attachments=(*kept, *taken))
