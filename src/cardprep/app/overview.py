"""Everything typed and attached in the order of the online form, as its confirmation screen (VIEW-1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cardprep.case.model import Case, CollectionWay, Handler, HandlerWho, Operator
from cardprep.case.paths import text_at
from cardprep.case.people import handler_mobile, handler_name
from cardprep.case.slots import (
    HANDLER_IDENTITY,
    LEGAL_IDENTITY,
    LETTER,
    QUALIFICATION,
    Slot,
    operator_identity,
)
from cardprep.rules.rulebook import Choice, Rulebook
from cardprep.wording.catalog import Catalog

_UNIT = ("name", "uscc", "customs_code", "registered_address", "postal_code", "phone", "issuing_office")
_PERSON = ("name", "id_type", "id_number")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `value` is "" where nothing was typed or attached."""

    where: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one screen, or of one operator; `where` is the place that its heading leads to."""

    where: str
    title: str
    entries: tuple[Entry, ...]


def overview(case: Case, rulebook: Rulebook, catalog: Catalog) -> tuple[Group, ...]:
    """The confirmation screen of the case, in the window as on paper."""
    return tuple(_Overview(case, rulebook, catalog).groups())


class _Overview:
    def __init__(self, case: Case, rulebook: Rulebook, catalog: Catalog) -> None:
        self._case = case
        self._rulebook = rulebook
        self._catalog = catalog

    def groups(self) -> Iterator[Group]:
        yield Group("unit.name", self._catalog.text("places.unit"), tuple(self._unit()))
        yield self._group("legal_representative", "legal_representative.name", self._legal())
        for index in range(len(self._case.operators)):
            place = f"operators[{index}]"
            yield Group(place, self._catalog.place(place, self._case), tuple(self._operator(index)))
        if not self._case.operators:
            yield self._group("operators", "operators", iter(()))
        yield self._group("handler", "handler", self._handler())
        yield self._group("collection", "collection.way", self._collection())

    def _group(self, name: str, where: str, entries: Iterator[Entry]) -> Group:
        return Group(where, self._catalog.place(name), tuple(entries))

    def _unit(self) -> Iterator[Entry]:
        kind = self._case.kind
        yield Entry("kind", self._label("kind"), self._catalog.text(f"kinds.{kind.value}") if kind else "")
        yield from self._texts("unit", _UNIT)
        yield from self._files(QUALIFICATION)
        if self._case.collection.way is CollectionWay.MAIL or self._case.in_slot(LETTER):
            yield from self._files(LETTER)
        yield from self._translation(QUALIFICATION)

    def _legal(self) -> Iterator[Entry]:
        yield from self._texts("legal_representative", (*_PERSON, "phone"))
        yield from self._identity(LEGAL_IDENTITY)

    def _operator(self, index: int) -> Iterator[Entry]:
        operator: Operator = self._case.operators[index]
        place = f"operators[{index}]"
        yield Entry(
            place, self._label(f"{place}.state"), self._catalog.text(f"states.{operator.state.value}")
        )
        yield from self._texts(place, (*_PERSON, "mobile"))
        yield from self._identity(operator_identity(index))

    def _handler(self) -> Iterator[Entry]:
        handler: Handler = self._case.handler
        who = self._catalog.text(f"handlers.{handler.who.value}") if handler.who else ""
        yield Entry("handler", self._catalog.paper("confirmation.field_handler_who"), who)
        own = "handler.name" if handler.who is HandlerWho.OTHER else "handler"
        yield Entry(own, self._label("handler.name"), handler_name(self._case).strip())
        if handler.who is HandlerWho.OTHER:
            yield from self._texts("handler", ("id_type", "id_number"))
        yield Entry("handler.mobile", self._label("handler.mobile"), handler_mobile(self._case).strip())
        if handler.who is HandlerWho.OTHER:
            yield from self._identity(HANDLER_IDENTITY)

    def _collection(self) -> Iterator[Entry]:
        way = self._case.collection.way
        told = self._catalog.text(f"ways.{way.value}") if way else ""
        yield Entry("collection.way", self._label("collection.way"), told)
        if way is CollectionWay.COUNTER:
            yield from self._texts("collection", ("outlet",))
        elif way is CollectionWay.MAIL:
            yield from self._texts("collection", ("recipient", "mobile", "address"))
        yield Entry("remark", self._label("remark"), self._case.remark.strip())

    def _texts(self, owner: str, names: tuple[str, ...]) -> Iterator[Entry]:
        for name in names:
            where = f"{owner}.{name}"
            yield Entry(where, self._label(where), self._value(where, name))

    def _value(self, where: str, name: str) -> str:
        text = text_at(self._case, where).strip()
        lists = {
            "id_type": self._rulebook.id_types,
            "issuing_office": self._rulebook.issuing_offices,
            "outlet": self._rulebook.outlets,
        }
        return self._chosen(lists[name], text) if name in lists else text

    def _chosen(self, choices: tuple[Choice, ...], id_: str) -> str:
        choice = next((c for c in choices if c.id == id_), None)
        if choice is None:
            return id_
        return choice.name if self._catalog.language == "zh_CN" else f"{choice.english} ({choice.name})"

    def _identity(self, slot: Slot) -> Iterator[Entry]:
        yield from self._files(slot)
        yield from self._translation(slot)

    def _translation(self, slot: Slot) -> Iterator[Entry]:
        papers = self._case.in_slot(slot)
        if any(a.foreign_language for a in papers) or self._case.in_slot(slot.translation):
            yield from self._files(slot.translation)

    def _files(self, slot: Slot) -> Iterator[Entry]:
        names = [a.file.rsplit("/", 1)[-1] for a in self._case.in_slot(slot)]
        yield Entry(str(slot), self._label(str(slot)), "\n".join(names))

    def _label(self, where: str) -> str:
        head, bracket, rest = where.partition("[")
        key = f"{head}[].{rest.partition('].')[2]}" if bracket else where
        return self._catalog.text(f"places.{key}")
