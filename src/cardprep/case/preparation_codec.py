"""A recipe as JSON (`attachments[].prepared` in `docs/CASE_FORMAT.md`), both ways."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from cardprep.case.errors import NotAChoice, NotAShape, OutOfRange
from cardprep.case.preparation import (
    CARD_SIDES,
    MOST_PAGE_NUMBER,
    MOST_PAGES,
    MOST_STRAIGHTEN,
    TURNS,
    Box,
    Corners,
    Layout,
    Point,
    PreparedPage,
    Recipe,
    has_room,
    is_convex,
)
from cardprep.case.reading import Reader, joined, number

_PAGE_KEYS = tuple(f.name for f in fields(PreparedPage))
_CORNERS, _BOX, _POINT = 4, 4, 2


def read_recipe(value: object, where: str) -> Recipe:
    """The recipe in a parsed JSON document.

    Raises:
        CaseError: one of its kinds, with the place.
    """
    reader = Reader(value, where, ("layout", "pages"))
    layout = reader.choice("layout", Layout) or Layout.PAGES
    pages = reader.items("pages", _page)
    allowed = (CARD_SIDES, CARD_SIDES) if layout is Layout.ID_CARD else (1, MOST_PAGES)
    if not allowed[0] <= len(pages) <= allowed[1]:
        raise OutOfRange(joined(where, "pages"), found=str(len(pages)), low=allowed[0], high=allowed[1])
    return Recipe(pages, layout)


def _page(value: object, where: str) -> PreparedPage:
    reader = Reader(value, where, _PAGE_KEYS)
    turn = reader.integer("turn") or 0
    if turn not in TURNS:
        raise NotAChoice(joined(where, "turn"), found=str(turn), choices="0, 90, 180, 270")
    page = reader.integer("page") or 0
    if not 0 <= page <= MOST_PAGE_NUMBER:
        raise OutOfRange(joined(where, "page"), found=str(page)[:100], low=0, high=MOST_PAGE_NUMBER)
    angle = reader.raw("straighten") if reader.has("straighten") else 0
    return PreparedPage(
        file=reader.path("file"),
        page=page,
        turn=turn,
        straighten=number(angle, joined(where, "straighten"), -MOST_STRAIGHTEN, MOST_STRAIGHTEN),
        corners=_corners(reader, where),
        crop=_crop(reader, where),
        brighten=reader.flag("brighten"),
    )


def _corners(reader: Reader, where: str) -> Corners | None:
    if not reader.has("corners"):
        return None
    found = reader.items("corners", _point)
    if len(found) != _CORNERS:
        raise NotAShape(joined(where, "corners"))
    corners = (found[0], found[1], found[2], found[3])
    if not is_convex(corners):
        raise NotAShape(joined(where, "corners"))
    return corners


def _point(value: object, where: str) -> Point:
    if not isinstance(value, list) or len(value) != _POINT:
        raise NotAShape(where)
    return _fraction(value[0], f"{where}[0]"), _fraction(value[1], f"{where}[1]")


def _fraction(value: object, where: str) -> float:
    return number(value, where, 0, 1)


def _crop(reader: Reader, where: str) -> Box | None:
    if not reader.has("crop"):
        return None
    sides = reader.items("crop", _fraction)
    if len(sides) != _BOX:
        raise NotAShape(joined(where, "crop"))
    box = (sides[0], sides[1], sides[2], sides[3])
    if not has_room(box):
        raise NotAShape(joined(where, "crop"))
    return box


def recipe_document(recipe: Recipe) -> dict[str, Any]:
    """The recipe as JSON values; what a page leaves as it is, is left out."""
    return {"layout": recipe.layout.value, "pages": [_page_document(page) for page in recipe.pages]}


def _page_document(page: PreparedPage) -> dict[str, Any]:
    plain = PreparedPage(page.file)
    told: dict[str, Any] = {"file": page.file}
    for name in _PAGE_KEYS:
        value = getattr(page, name)
        if value != getattr(plain, name):
            told[name] = value
    if page.corners is not None:
        told["corners"] = [list(point) for point in page.corners]
    if page.crop is not None:
        told["crop"] = list(page.crop)
    return told
