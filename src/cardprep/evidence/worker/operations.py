"""What the child does for each request: bytes in, a frame out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cardprep.case.facts import ACCEPTED_FORMATS, Fault
from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Ask, Frame, Refusal
from cardprep.evidence.worker import archive, image, image_copy, making, pdf, pdf_copy, render, table
from cardprep.evidence.worker.faults import Refused, Unreadable
from cardprep.evidence.worker.sniff import sniff

if TYPE_CHECKING:
    from PIL import Image

SignOfLife = Callable[[str], None]
"""Called with the format that was found, before each page: the other side's clock starts anew."""

Operation = Callable[[Frame, Limits, SignOfLife], Frame]


def _facts(request: Frame, limits: Limits, alive: SignOfLife) -> Frame:
    found = sniff(request.payload)
    alive(found)
    told: dict[str, object] = {"format": found, "fault": None, "pages": [], "active": [], "trailing": 0}
    if found not in ACCEPTED_FORMATS:
        return Frame(told)
    if not request.header["whole"]:
        return Frame(told | {"fault": Fault.OUT_OF_MEMORY.value})
    try:
        return Frame(told | _look(request.payload, found, limits, lambda: alive(found)))
    except Unreadable as error:
        return Frame(told | {"fault": error.fault.value})


def _look(data: bytes, found: str, limits: Limits, tick: Callable[[], None]) -> dict[str, object]:
    if found == "pdf":
        return pdf.facts(data, limits, tick)
    return image.facts(image.open_picture(data, found, limits))


def _preview(request: Frame, limits: Limits, alive: SignOfLife) -> Frame:
    found = _accepted(request, alive)
    page, side, turn = (_number(request, key) for key in ("page", "side", "turn"))
    if found == "pdf":
        return _pixels(pdf.preview(request.payload, page, side, turn, limits))
    if page != 0:
        raise Refused(Refusal.NO_SUCH_PAGE)
    return _pixels(image.preview(image.open_picture(request.payload, found, limits), side, turn))


def _pixels(shown: Image.Image) -> Frame:
    return Frame({"width": shown.width, "height": shown.height}, shown.tobytes())


def _prepare(request: Frame, limits: Limits, alive: SignOfLife) -> Frame:
    found = _accepted(request, alive)
    turn = _number(request, "turn")
    if found == "pdf":
        made, notes = pdf_copy.copy(request.payload, turn)
    else:
        made, notes = image_copy.copy(request.payload, found, turn, limits)
    return Frame({"notes": sorted(notes)}, made)


def _list_archive(request: Frame, limits: Limits, _: SignOfLife) -> Frame:
    return archive.list_entries(Path(str(request.header["path"])), limits)


def _read_archive(request: Frame, _: Limits, __: SignOfLife) -> Frame:
    return archive.read_entries(Path(str(request.header["path"])), _number(request, "first"))


def _table(request: Frame, limits: Limits, alive: SignOfLife) -> Frame:
    return table.table(request.payload, limits, str(request.header["sheet"]), alive)


def _accepted(request: Frame, alive: SignOfLife) -> str:
    found = sniff(request.payload)
    alive(found)
    if found not in ACCEPTED_FORMATS:
        raise Refused(Refusal.FORMAT)
    return found


def _number(request: Frame, key: str) -> int:
    value = request.header[key]
    if not isinstance(value, int):
        raise TypeError(key)
    return value


OPERATIONS: dict[str, Operation] = {
    Ask.FACTS: _facts,
    Ask.PREVIEW: _preview,
    Ask.PREPARE: _prepare,
    Ask.LIST_ARCHIVE: _list_archive,
    Ask.READ_ARCHIVE: _read_archive,
    Ask.TABLE: _table,
    Ask.RENDER: render.render,
    Ask.PAGE_PICTURE: render.page_picture,
    Ask.PREVIEW_PAGE: render.preview_page,
    Ask.PROPOSE: render.propose,
    Ask.FIT: making.fit,
    Ask.FLATTEN: making.flatten,
    Ask.CONVERT: making.convert,
}
