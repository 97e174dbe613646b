"""Carry out a recipe: originals in, one prepared file out, without metadata."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from cardprep.case.preparation import Layout, PreparedPage, Recipe
from cardprep.case.preparation_codec import read_recipe
from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Frame, Refusal
from cardprep.evidence.worker import corners, deskew, image, image_copy, jpeg_segments, orientation
from cardprep.evidence.worker.faults import Refused
from cardprep.evidence.worker.originals import BEST_SIDE, Original, made, original, turned
from cardprep.evidence.worker.page_pixels import CARD_ASPECT, worked
from cardprep.evidence.worker.sheets_pdf import Binder, Picture

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels: TypeAlias = "npt.NDArray[np.uint8]"

_QUALITY = 92
_CARD_SIDE = 1_011  # 85.6 mm at 300 dpi
_RGB, _GREY = 3, 1
_UNMIRRORED = (1, 3, 6, 8)
_FIND_SIDE = 1_600

SignOfLife = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Task:
    """What the parent asks for: the recipe, its originals by name, and what may be lost."""

    recipe: Recipe
    originals: dict[str, Original]
    break_signature: bool

    def original(self, page: PreparedPage) -> Original:
        return self.originals[page.file]


def _task(request: Frame) -> _Task:
    """The request's recipe with the files that its payload holds one after another."""
    recipe = read_recipe(request.header["recipe"], "recipe")
    sizes = request.header["sizes"]
    if not isinstance(sizes, list) or len(sizes) != len(recipe.files):
        raise TypeError("sizes")
    found, start = {}, 0
    for file, size in zip(recipe.files, sizes, strict=True):
        found[file] = original(request.payload[start : start + size])
        start += size
    return _Task(recipe, found, bool(request.header.get("break_signature")))


def render(request: Frame, limits: Limits, alive: SignOfLife) -> Frame:
    """A JPEG or PNG for one page of a picture, else a PDF."""
    task = _task(request)
    recipe, first = task.recipe, task.recipe.pages[0]
    if recipe.layout is Layout.ID_CARD or len(recipe.pages) > 1 or task.original(first).format == "pdf":
        return _bound(task, limits, alive)
    source = task.original(first)
    alive(source.format)
    if first.page:
        raise Refused(Refusal.NO_SUCH_PAGE)
    if first.is_only_turned:
        copy, _ = image_copy.copy(source.data, source.format, first.turn, limits)
        return Frame({"format": source.format, "pages": 1}, copy)
    pixels = made(source, first, BEST_SIDE, limits)
    return Frame({"format": "jpeg", "pages": 1}, _jpeg(pixels))


def _bound(task: _Task, limits: Limits, alive: SignOfLife) -> Frame:
    binder = Binder()
    if task.recipe.layout is Layout.ID_CARD:
        sides = []
        for page in task.recipe.pages:
            alive("pdf")
            pixels = made(task.original(page), page, _CARD_SIDE, limits, CARD_ASPECT)
            sides.append(_picture(pixels))
        binder.add_card(sides)
    else:
        for page in task.recipe.pages:
            alive("pdf")
            _bind(binder, task, page, limits)
    return Frame({"format": "pdf", "pages": binder.pages}, binder.written())


def _bind(binder: Binder, task: _Task, page: PreparedPage, limits: Limits) -> None:
    """Add one page: as it is where its recipe allows, else rebuilt from pixels."""
    source = task.original(page)
    if page.is_only_turned and source.format == "pdf":
        binder.copy_page(source.data, page.page, page.turn, task.break_signature)
    elif page.is_only_turned and (kept := _kept(source, page, limits)) is not None:
        binder.add_picture(kept)
    else:
        binder.add_picture(_picture(made(source, page, BEST_SIDE, limits)))


def _kept(source: Original, page: PreparedPage, limits: Limits) -> Picture | None:
    """The picture's own coded data or pixels, the turn left to the page; None where that cannot be."""
    if page.page:
        raise Refused(Refusal.NO_SUCH_PAGE)
    found = image.open_picture(source.data, source.format, limits)
    seen_as = orientation.turned(found.orientation, page.turn)
    if seen_as not in _UNMIRRORED:
        return None
    turn = orientation.degrees(seen_as)
    if source.format == "jpeg":
        walked = jpeg_segments.walk(source.data)
        image.decode(found, 1)  # what does not decode must not be bound in
        if walked.components not in (_RGB, _GREY):
            return None
        clean = jpeg_segments.clean(walked, with_profile=False)
        return Picture(found.width, found.height, walked.components, clean, turn=turn)
    decoded = image.decode(found)
    if decoded.mode == "1":
        return Picture(found.width, found.height, _GREY, decoded.tobytes(), is_jpeg=False, bits=1, turn=turn)
    shown = decoded if decoded.mode == "L" and not decoded.has_transparency_data else image.on_white(decoded)
    channels = _GREY if shown.mode == "L" else _RGB
    return Picture(found.width, found.height, channels, shown.tobytes(), is_jpeg=False, turn=turn)


def _picture(pixels: Pixels) -> Picture:
    return Picture(pixels.shape[1], pixels.shape[0], _RGB, _jpeg(pixels))


def _jpeg(pixels: Pixels) -> bytes:
    """Coded finely and with all of its colour, for the sake of red seals."""
    from PIL import Image

    target = io.BytesIO()
    Image.fromarray(pixels).save(target, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    return target.getvalue()


def page_picture(request: Frame, limits: Limits, alive: SignOfLife) -> Frame:
    """One page of a recipe as a JPEG, for a paper that shows it."""
    task = _task(request)
    page = task.recipe.pages[0]
    alive(task.original(page).format)
    pixels = made(task.original(page), page, _number(request, "side"), limits)
    return Frame({"width": pixels.shape[1], "height": pixels.shape[0]}, _jpeg(pixels))


def preview_page(request: Frame, limits: Limits, alive: SignOfLife) -> Frame:
    """One page of a recipe as pixels, before (`worked` false) or after its steps."""
    task = _task(request)
    page, side = task.recipe.pages[0], _number(request, "side")
    source = task.original(page)
    alive(source.format)
    after = (
        made(source, page, side, limits) if request.header["worked"] else turned(source, page, side, limits)
    )
    return Frame({"width": after.shape[1], "height": after.shape[0]}, after.tobytes())


def propose(request: Frame, limits: Limits, alive: SignOfLife) -> Frame:
    """Where the paper's corners are on the turned page, and how far the page is from straight."""
    task = _task(request)
    page = task.recipe.pages[0]
    source = task.original(page)
    alive(source.format)
    pixels = turned(source, page, _FIND_SIDE, limits)
    found = corners.find(pixels)
    flat = PreparedPage(page.file, page.page, page.turn, corners=page.corners)
    angle = deskew.angle(worked(pixels, flat))
    told: dict[str, object] = {"corners": None, "confidence": 0.0, "straighten": angle}
    if found is not None:
        told |= {"corners": [list(point) for point in found.corners], "confidence": found.confidence}
    return Frame(told)


def _number(request: Frame, key: str) -> int:
    value = request.header[key]
    if not isinstance(value, int):
        raise TypeError(key)
    return value
