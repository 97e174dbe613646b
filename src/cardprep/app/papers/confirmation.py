"""The confirmation sheet: everything typed and every attachment, in the order of the online form (VIEW-1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cardprep.app.papers.source import PaperSource
from cardprep.case import people
from cardprep.case.model import HandlerWho
from cardprep.case.people import PersonAt
from cardprep.case.slots import Owner, Part, Slot
from cardprep.paper.sheets import (
    ConfirmationLabels,
    ConfirmationSheet,
    FileRow,
    Group,
    Row,
    Screen,
    labels_of,
)

_UNIT_FIELDS = ("name", "uscc", "customs_code", "registered_address", "postal_code", "phone")
_SHORT_DIGEST = 12
_WIDE = ("unit.name", "unit.registered_address", "collection.address", "remark")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the confirmation screen: the path of its field, its label, and its value ("" for empty)."""

    where: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines that stand together: their title ("" for none), and the slots whose files are listed below."""

    title: str
    lines: tuple[Line, ...]
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class ScreenLines:
    """One online screen: its key (`unit` … `preview`), its title and its groups."""

    key: str
    title: str
    groups: tuple[LineGroup, ...]


def confirmation_lines(source: PaperSource) -> tuple[ScreenLines, ...]:
    """What the confirmation screen shows, in the window as on paper."""
    return tuple(_Builder(source).screens())


def confirmation_sheet(source: PaperSource) -> ConfirmationSheet:
    """The sheet of the confirmation paper."""
    return ConfirmationSheet(
        heading=source.heading(source.catalog.paper("confirmation.title")),
        labels=labels_of(ConfirmationLabels, "confirmation", source.catalog.paper_labels()),
        screens=tuple(_screen(source, screen) for screen in confirmation_lines(source)),
    )


def _screen(source: PaperSource, screen: ScreenLines) -> Screen:
    return Screen(screen.title, tuple(_group(source, group) for group in screen.groups))


def _group(source: PaperSource, group: LineGroup) -> Group:
    rows = tuple(Row(line.label, line.value, line.where in _WIDE) for line in group.lines)
    return Group(group.title, rows, tuple(_files(source, group.slots)))


def _files(source: PaperSource, slots: tuple[Slot, ...]) -> Iterator[FileRow]:
    for attachment in source.attachments:
        if attachment.slot in slots:
            name = source.names.get((str(attachment.slot), attachment.file), attachment.file)
            place = source.catalog.place(str(attachment.slot), source.case)
            yield FileRow(place, name.rsplit("/", 1)[-1], _file_detail(source, attachment.file, name))


def _file_detail(source: PaperSource, file: str, name: str) -> str:
    """Format, size, pages and the beginning of the hash: of the copy in the bundle, where there is one."""
    facts, copy = source.facts.get(file), source.copies.get(name)
    if facts is None:
        return ""
    return source.catalog.paper(
        "file_detail",
        format=source.catalog.format_name(facts.format),
        size=copy.size if copy else facts.size,
        pages=len(facts.pages),
        digest=(copy.sha256 if copy else facts.sha256)[:_SHORT_DIGEST],
    )


class _Builder:
    def __init__(self, source: PaperSource) -> None:
        self._source = source
        self._case = source.case
        self._paper = source.catalog.paper

    def screens(self) -> Iterator[ScreenLines]:
        for key, groups in (
            ("unit", self._unit()),
            ("legal", self._legal()),
            ("operators", self._operators()),
            ("handler", self._handler()),
            ("preview", self._preview()),
        ):
            yield ScreenLines(key, self._paper(f"confirmation.screen_{key}"), tuple(groups))

    def _line(self, where: str, value: str) -> Line:
        return Line(where, self._source.catalog.place(where), value.strip())

    def _unit(self) -> Iterator[LineGroup]:
        unit, source = self._case.unit, self._source
        office = source.choice_name(source.rulebook.office(unit.issuing_office), unit.issuing_office)
        lines = [
            Line("kind", source.catalog.place("kind"), source.kind()),
            self._line("unit.issuing_office", office),
            *(self._line(f"unit.{name}", getattr(unit, name)) for name in _UNIT_FIELDS),
        ]
        slots = tuple(Slot(Owner.UNIT, p) for p in (Part.QUALIFICATION, Part.OTHER, Part.TRANSLATION))
        yield LineGroup("", tuple(lines), slots)

    def _person(self, person: PersonAt, contact: str, value: str, owner: str) -> tuple[Line, ...]:
        label = self._paper
        return (
            Line(f"{person.path}.name", label("confirmation.field_name"), person.name.strip()),
            Line(
                f"{person.path}.id_type",
                label("confirmation.field_id_type"),
                self._source.id_type(person.id_type),
            ),
            Line(
                f"{person.path}.id_number",
                label("confirmation.field_id_number"),
                person.id_number.strip(),
            ),
            Line(f"{owner}.{contact}", label(f"confirmation.field_{contact}"), value.strip()),
        )

    def _legal(self) -> Iterator[LineGroup]:
        person = people.legal(self._case)
        phone = self._case.legal_representative.phone
        lines = self._person(person, "phone", phone, person.path)
        yield LineGroup("", lines, (person.slot, person.slot.translation))

    def _operators(self) -> Iterator[LineGroup]:
        pairs = zip(people.operators(self._case), self._case.operators, strict=True)
        for number, (person, operator) in enumerate(pairs, 1):
            state = self._source.catalog.text(f"states.{operator.state.value}")
            title = self._paper("confirmation.group_operator", number=number, state=state)
            lines = self._person(person, "mobile", operator.mobile, person.path)
            yield LineGroup(title, lines, (person.slot, person.slot.translation))

    def _handler(self) -> Iterator[LineGroup]:
        yield LineGroup("", tuple(self._handler_lines()), self._handler_slots())
        lines = tuple(self._collection_lines())
        yield LineGroup(self._paper("confirmation.group_collection"), lines)

    def _handler_slots(self) -> tuple[Slot, ...]:
        if self._case.handler.who is not HandlerWho.OTHER:
            return ()
        slot = Slot(Owner.HANDLER, Part.IDENTITY)
        return slot, slot.translation

    def _handler_lines(self) -> Iterator[Line]:
        case, source = self._case, self._source
        who = case.handler.who
        key = who.value if who else "none"
        yield Line(
            "handler", self._paper("confirmation.field_handler_who"), source.catalog.text(f"handlers.{key}")
        )
        if who is HandlerWho.OTHER:
            person = list(people.everyone(case))[-1]
            yield from self._person(person, "mobile", case.handler.mobile, "handler")
            return
        yield Line("handler", self._paper("confirmation.field_name"), people.handler_name(case).strip())
        yield self._line("handler.mobile", people.handler_mobile(case))

    def _collection_lines(self) -> Iterator[Line]:
        collection, source = self._case.collection, self._source
        way = source.catalog.text(f"ways.{collection.way or 'none'}")
        yield self._line("collection.way", way)
        if collection.way == "counter":
            outlet = source.rulebook.outlet(collection.outlet)
            yield self._line("collection.outlet", source.choice_name(outlet, collection.outlet))
        elif collection.way == "mail":
            for name in ("recipient", "mobile", "address"):
                yield self._line(f"collection.{name}", getattr(collection, name))
        yield self._line("remark", self._case.remark)

    def _preview(self) -> Iterator[LineGroup]:
        ticked = "declaration_ticked" if self._case.declaration else "declaration_not_ticked"
        value = self._paper(f"checklist.{ticked}")
        yield LineGroup("", (self._line("declaration", value),))
