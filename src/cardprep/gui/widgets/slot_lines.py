"""What the rules say of a slot, spread over the slot, its files, and the questions about them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from cardprep.case.finding import Finding
from cardprep.case.slots import Slot
from cardprep.gui.context import Context
from cardprep.gui.widgets.asked import Element, element_of
from cardprep.gui.widgets.message import Line, finding_line


def _nothing() -> dict[Element, list[Line]]:
    return defaultdict(list)


@dataclass(frozen=True, slots=True)
class SlotLines:
    """The lines of the slot itself, of each file by its name, and of each file's questions."""

    of_slot: list[Line] = field(default_factory=list)
    of_file: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))
    of_question: dict[str, dict[Element, list[Line]]] = field(default_factory=lambda: defaultdict(_nothing))


def slot_lines(context: Context, slot: Slot, is_revealed: bool) -> SlotLines:
    """The lines for the slot; of several files an element is told once, at the slot.

    Args:
        context: the case and its catalog.
        slot: which slot.
        is_revealed: whether to say also what the clerk has simply not come to yet.
    """
    lines, files = SlotLines(), context.session.case.in_slot(slot)
    for finding in context.session.findings_at(str(slot)):
        if is_revealed or not _is_still_to_do(finding):
            _place(lines, finding_line(context, finding), finding, files[0].file if len(files) == 1 else "")
    return lines


def _place(lines: SlotLines, line: Line, finding: Finding, only_file: str) -> None:
    element, file = element_of(finding.rule, finding.variant), finding.file or only_file
    if element is not None and file:
        lines.of_question[file][element].append(line)
    elif finding.file:
        lines.of_file[finding.file].append(line)
    else:
        lines.of_slot.append(line)


def _is_still_to_do(finding: Finding) -> bool:
    return finding.rule == "MAT-1" or finding.variant == "not-looked"
