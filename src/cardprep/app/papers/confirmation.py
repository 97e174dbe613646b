"""The confirmation sheet: everything typed and every attachment, in the order of the online form (VIEW-1)."""

from __future__ import annotations

from collections.abc import Iterator

from cardprep.app.flow import STEPS, Step, step_of
from cardprep.app.overview import Group as Lines
from cardprep.app.overview import overview
from cardprep.app.papers.source import PaperSource
from cardprep.case.slots import Slot, parse_slot
from cardprep.paper.sheets import (
    ConfirmationLabels,
    ConfirmationSheet,
    FileRow,
    Group,
    Row,
    Screen,
    labels_of,
)

_WIDE = ("unit.name", "unit.registered_address", "collection.address", "remark")
_SHORT_HASH = 12


def confirmation_sheet(source: PaperSource) -> ConfirmationSheet:
    """The sheet of the confirmation paper."""
    return ConfirmationSheet(
        heading=source.heading(source.catalog.paper("confirmation.title")),
        labels=labels_of(ConfirmationLabels, "confirmation", source.catalog.paper_labels()),
        screens=tuple(_screens(source)),
    )


def _screens(source: PaperSource) -> Iterator[Screen]:
    groups = overview(source.case, source.rulebook, source.catalog)
    for step in STEPS:
        title = source.catalog.paper(f"confirmation.screen_{step.value}")
        if step is Step.PREVIEW:
            yield Screen(title, (_declaration(source),))
        else:
            yield Screen(title, tuple(_groups(source, [g for g in groups if step_of(g.where) is step])))


def _groups(source: PaperSource, groups: list[Lines]) -> Iterator[Group]:
    for group in groups:
        rows = tuple(
            Row(entry.label, entry.value, entry.where in _WIDE)
            for entry in group.entries
            if parse_slot(entry.where) is None
        )
        slots = [slot for entry in group.entries if (slot := parse_slot(entry.where))]
        # A screen of one group needs no second heading.
        yield Group(group.title if len(groups) > 1 else "", rows, tuple(_files(source, slots)))


def _declaration(source: PaperSource) -> Group:
    ticked = "declaration_ticked" if source.case.declaration else "declaration_not_ticked"
    label = source.catalog.place("declaration")
    return Group("", (Row(label, source.catalog.paper(f"checklist.{ticked}")),))


def _files(source: PaperSource, slots: list[Slot]) -> Iterator[FileRow]:
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
        digest=(copy.sha256 if copy else facts.sha256)[:_SHORT_HASH],
    )
