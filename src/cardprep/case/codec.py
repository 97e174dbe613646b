"""A case as JSON (`docs/CASE_FORMAT.md`): read it with errors that name the place, and write it.

`load_case(dump_case(case)) == case` for every case.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from cardprep.case.errors import (
    CaseError,
    FileTwice,
    MissingKey,
    NoSuchOperator,
    NotAChoice,
    NotJson,
    RepeatedKey,
    TooLarge,
    UnknownSlot,
    WrongFormat,
)
from cardprep.case.model import (
    FORMAT,
    Acknowledgement,
    Answer,
    Attachment,
    Attested,
    Case,
    Collection,
    CollectionWay,
    Handler,
    HandlerWho,
    IdType,
    Kind,
    LegalRepresentative,
    Operator,
    OperatorState,
    SealAnswer,
    StatusEntry,
    StatusState,
    Unit,
    WordingAnswer,
)
from cardprep.case.preparation import TURNS, Recipe
from cardprep.case.preparation_codec import read_recipe, recipe_document
from cardprep.case.reading import Reader, joined
from cardprep.case.slots import Owner, Slot, parse_slot

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

MOST_BYTES = 4_000_000
KNOWN_ID_TYPES = tuple(member.value for member in IdType)

_CASE_KEYS = ("format", *(f.name for f in fields(Case)))
_ATTACHMENT_KEYS = ("slot", "file", "foreign_language", "attested", "turn", "prepared", "expires")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_Texts = TypeVar("_Texts", Unit, LegalRepresentative)


def parse_case(text: str, id_types: Iterable[str] = KNOWN_ID_TYPES) -> Case:
    """The case in the JSON `text`.

    Raises:
        CaseError: one of its kinds, with the place; also for text that is no JSON at all.
    """
    if len(text) > MOST_BYTES:
        raise TooLarge("case", limit=MOST_BYTES)
    try:
        value = json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise NotJson("case", line=error.lineno, column=error.colno) from None
    except (RecursionError, ValueError):
        raise NotJson("case", line=1, column=1) from None
    return load_case(value, id_types)


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    seen: dict[str, object] = {}
    for key, value in pairs:
        if key in seen:
            raise RepeatedKey(key[:100], key=key[:100])
        seen[key] = value
    return seen


def _no_constant(name: str) -> object:
    raise ValueError(name)


def load_case(value: object, id_types: Iterable[str] = KNOWN_ID_TYPES) -> Case:
    """The case in a parsed JSON document (raises as `parse_case`)."""
    if not isinstance(value, dict):
        raise CaseError("case")
    found = value.get("format")
    if found != FORMAT:
        raise WrongFormat("format", found=str(found)[:100], expected=FORMAT)
    return _CaseReader(tuple(id_types)).case(value)


class _CaseReader:
    """Reads the parts of one case; knows which kinds of identity document the rule pack has."""

    def __init__(self, id_types: tuple[str, ...]) -> None:
        self._id_types = id_types

    def case(self, value: object) -> Case:
        reader = Reader(value, "", _CASE_KEYS)
        operators = reader.items("operators", self._operator)
        attachments = reader.items("attachments", _attachment)
        _refuse_strangers(attachments, len(operators))
        return Case(
            kind=reader.choice("kind", Kind),
            rulebook=reader.text("rulebook").strip() or "jiangsu",
            unit=reader.part("unit", lambda v, w: self._texts(v, w, Unit), Unit()),
            legal_representative=reader.part(
                "legal_representative",
                lambda v, w: self._texts(v, w, LegalRepresentative),
                LegalRepresentative(),
            ),
            operators=operators,
            handler=reader.part("handler", self._handler, Handler()),
            collection=reader.part("collection", self._collection, Collection()),
            remark=reader.text("remark"),
            declaration=reader.flag("declaration"),
            attachments=attachments,
            acknowledged=reader.items("acknowledged", _acknowledgement),
            status=reader.items("status", _status_entry),
        )

    def _texts(self, value: object, where: str, kind: type[_Texts]) -> _Texts:
        names = tuple(f.name for f in fields(kind))
        reader = Reader(value, where, names)
        return kind(**{name: self._text(reader, name) for name in names})

    def _text(self, reader: Reader, name: str) -> str:
        text = reader.text(name)
        if name != "id_type":
            return text
        if not text.strip():
            return ""
        reader.one_of(name, text, self._id_types)
        return text

    def _operator(self, value: object, where: str) -> Operator:
        reader = Reader(value, where, (f.name for f in fields(Operator)))
        texts = {name: self._text(reader, name) for name in ("name", "id_type", "id_number", "mobile")}
        return Operator(state=reader.choice("state", OperatorState) or OperatorState.DRAFT, **texts)

    def _handler(self, value: object, where: str) -> Handler:
        reader = Reader(value, where, (f.name for f in fields(Handler)))
        texts = {name: self._text(reader, name) for name in ("name", "id_type", "id_number", "mobile")}
        return Handler(who=reader.choice("who", HandlerWho), operator=reader.integer("operator"), **texts)

    def _collection(self, value: object, where: str) -> Collection:
        reader = Reader(value, where, (f.name for f in fields(Collection)))
        way = reader.choice("way", CollectionWay)
        texts = (reader.text(name) for name in ("outlet", "recipient", "mobile", "address"))
        return Collection(way, *texts)


def _attachment(value: object, where: str) -> Attachment:
    reader = Reader(value, where, _ATTACHMENT_KEYS)
    text = reader.needed_text("slot")
    slot = parse_slot(text)
    if slot is None:
        raise UnknownSlot(joined(where, "slot"), found=text[:100])
    file = reader.path("file")
    attested = reader.part("attested", _attested, Attested())
    expires = reader.date("expires")
    if expires is not None and attested.expires is None:
        attested = Attested(
            attested.seal, attested.wording, attested.signature, attested.legal_seal, attested.date, expires
        )
    turn = reader.integer("turn") or 0
    if turn not in TURNS:
        raise NotAChoice(joined(where, "turn"), found=str(turn), choices="0, 90, 180, 270")
    prepared = reader.part("prepared", read_recipe, None)
    if prepared is not None and file in prepared.files:
        raise FileTwice(joined(where, "prepared"), found=file[:200])
    return Attachment(slot, file, reader.flag("foreign_language"), attested, turn, prepared)


def _attested(value: object, where: str) -> Attested:
    reader = Reader(value, where, (f.name for f in fields(Attested)))
    return Attested(
        seal=reader.choice("seal", SealAnswer),
        wording=reader.choice("wording", WordingAnswer),
        signature=reader.choice("signature", Answer),
        legal_seal=reader.choice("legal_seal", Answer),
        date=reader.date("date"),
        expires=reader.date("expires"),
    )


def _refuse_strangers(attachments: tuple[Attachment, ...], operators: int) -> None:
    seen = set()
    for position, attachment in enumerate(attachments):
        slot, place = attachment.slot, f"attachments[{position}]"
        if slot.owner is Owner.OPERATOR and (slot.index or 0) >= operators:
            raise NoSuchOperator(f"{place}.slot", slot=str(slot), count=operators)
        if (slot, attachment.file) in seen:
            raise FileTwice(f"{place}.file", found=attachment.file[:200])
        seen.add((slot, attachment.file))


def _acknowledgement(value: object, where: str) -> Acknowledgement:
    names = tuple(f.name for f in fields(Acknowledgement))
    reader = Reader(value, where, names)
    texts = {name: reader.text(name) for name in names}
    return Acknowledgement(
        **{**texts, "rule": reader.needed_text("rule"), "where": reader.needed_text("where")}
    )


def _status_entry(value: object, where: str) -> StatusEntry:
    reader = Reader(value, where, (f.name for f in fields(StatusEntry)))
    state, date = reader.choice("state", StatusState), reader.date("date")
    if state is None:
        raise MissingKey(joined(where, "state"), key="state")
    if date is None:
        raise MissingKey(joined(where, "date"), key="date")
    return StatusEntry(state, date, reader.text("number"), reader.text("reason"))


def dump_case(case: Case) -> dict[str, Any]:
    """The case as JSON values; what is empty is left out, but `format`, `rulebook` and the lists stay."""
    document: dict[str, Any] = {"format": FORMAT, "rulebook": case.rulebook}
    if case.kind is not None:
        document["kind"] = case.kind.value
    for name in ("unit", "legal_representative"):
        document[name] = _filled(getattr(case, name))
    document["operators"] = [{"state": o.state.value} | _filled(o) for o in case.operators]
    document["handler"] = _filled(case.handler)
    document["collection"] = _filled(case.collection)
    document["remark"] = case.remark
    document["declaration"] = case.declaration
    document["attachments"] = [_filled(a) for a in case.attachments]
    for name in ("acknowledged", "status"):
        if getattr(case, name):
            document[name] = [_filled(entry) for entry in getattr(case, name)]
    return document


def case_text(case: Case) -> str:
    """The case as the text of a `case.json`; always encodable as UTF-8."""
    document = dump_case(case)
    text = json.dumps(document, ensure_ascii=False, indent=2)
    if _LONE_SURROGATE.search(text):
        text = json.dumps(document, indent=2)
    return text + "\n"


def _filled(record: DataclassInstance) -> dict[str, Any]:
    """The fields that differ from their defaults."""
    return {f.name: _plain(getattr(record, f.name)) for f in fields(record) if not _is_default(record, f)}


def _is_default(record: DataclassInstance, known: Field[Any]) -> bool:
    value = getattr(record, known.name)
    if known.default_factory is not MISSING:
        return bool(value == known.default_factory())
    return known.default is not MISSING and bool(value == known.default)


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Slot):
        return str(value)
    if isinstance(value, Recipe):
        return recipe_document(value)
    return _filled(value) if isinstance(value, Attested) else value
