"""How a file was prepared from originals: a recipe, so that it can be changed, repeated and undone.

The steps of a page, in the order in which they are carried out: the page upright as its file says, then
turned; the paper between four corners flattened; straightened; cropped; brightened. Corners are fractions
of the turned page, the crop box is one of the page after straightening. A recipe has no step that adds
ink: nothing can be drawn, stamped or written with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Corners: TypeAlias = tuple[Point, Point, Point, Point]
"""The paper's corners clockwise from the upper left one."""
Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""

TURNS = (0, 90, 180, 270)
MOST_PAGES = 200
MOST_PAGE_NUMBER = 9_999
MOST_STRAIGHTEN = 45.0
LEAST_SIDE = 0.01
CARD_SIDES = 2
_DECIMALS = 5  # a twentieth of a pixel on the largest photo; rounded so that four turns are none
_ANGLE_DECIMALS = 2


class Layout(StrEnum):
    """How the pages are put together: each by itself, or a card's two sides at true size on one A4 page."""

    PAGES = "pages"
    ID_CARD = "id-card"


@dataclass(frozen=True, slots=True)
class PreparedPage:
    """One page of an original and what is done to it.

    Attributes:
        file: the case's name of the original.
        page: which of its pages, from 0.
        turn: degrees clockwise: 0, 90, 180, 270.
        straighten: degrees clockwise, a few at most.
        corners: what is flattened to a rectangle, None for the whole page.
        crop: what is kept, None for all of it.
        brighten: whether shadows are taken away.
    """

    file: str
    page: int = 0
    turn: int = 0
    straighten: float = 0.0
    corners: Corners | None = None
    crop: Box | None = None
    brighten: bool = False

    @property
    def is_only_turned(self) -> bool:
        """Whether its pixels stay as they are."""
        return replace(self, turn=0) == PreparedPage(self.file, self.page)


@dataclass(frozen=True, slots=True)
class Recipe:
    """The pages of a prepared file in their order, and how they are put together."""

    pages: tuple[PreparedPage, ...]
    layout: Layout = Layout.PAGES

    @property
    def files(self) -> tuple[str, ...]:
        """The originals, each once, in the order in which they are first used."""
        return tuple(dict.fromkeys(page.file for page in self.pages))


def is_convex(corners: Corners) -> bool:
    """Whether the four points go round a paper clockwise (as seen, y downwards), none on a line."""
    around = (*corners, *corners[:2])
    return all(_bend(*around[at : at + 3]) > 0 for at in range(4))


def _bend(first: Point, second: Point, third: Point) -> float:
    return (second[0] - first[0]) * (third[1] - second[1]) - (second[1] - first[1]) * (third[0] - second[0])


def has_room(box: Box) -> bool:
    """Whether something is left inside the crop box."""
    left, top, right, bottom = box
    return right - left >= LEAST_SIDE and bottom - top >= LEAST_SIDE


def recipe_of(file: str, pages: int, turn: int = 0) -> Recipe:
    """The recipe that changes nothing yet: every page of one file."""
    return Recipe(tuple(PreparedPage(file, number, turn) for number in range(pages)))


def _with_page(recipe: Recipe, at: int, page: PreparedPage) -> Recipe:
    return replace(recipe, pages=(*recipe.pages[:at], page, *recipe.pages[at + 1 :]))


def turn_page(recipe: Recipe, at: int, by: int = 90) -> Recipe:
    """Turn the page clockwise by a multiple of 90 degrees; what was marked on it turns with it."""
    page = recipe.pages[at]
    for _ in range(by % 360 // 90):
        page = _quarter(page)
    return _with_page(recipe, at, page)


def _quarter(page: PreparedPage) -> PreparedPage:
    corners = crop = None
    if page.corners is not None:
        first, second, third, fourth = ((_rounded(1 - y), x) for x, y in page.corners)
        corners = (fourth, first, second, third)
    if page.crop is not None:
        left, top, right, bottom = page.crop
        crop = (_rounded(1 - bottom), left, _rounded(1 - top), right)
    return replace(page, turn=(page.turn + 90) % 360, corners=corners, crop=crop)


def _rounded(fraction: float) -> float:
    return round(min(1.0, max(0.0, fraction)), _DECIMALS)


def straighten(recipe: Recipe, at: int, degrees: float) -> Recipe:
    """Straighten the page by that many degrees clockwise, in place of what was set before."""
    bounded = round(min(MOST_STRAIGHTEN, max(-MOST_STRAIGHTEN, degrees)), _ANGLE_DECIMALS)
    return _with_page(recipe, at, replace(recipe.pages[at], straighten=bounded))


def set_corners(recipe: Recipe, at: int, corners: Corners | None) -> Recipe:
    """Flatten what lies between the corners; a crop box fell on another picture and goes.

    Raises:
        ValueError: the points do not go round a paper.
    """
    if corners is not None:
        first, second, third, fourth = ((_rounded(x), _rounded(y)) for x, y in corners)
        corners = (first, second, third, fourth)
        if not is_convex(corners):
            raise ValueError(corners)
    return _with_page(recipe, at, replace(recipe.pages[at], corners=corners, crop=None))


def set_crop(recipe: Recipe, at: int, crop: Box | None) -> Recipe:
    """Keep what is inside the box.

    Raises:
        ValueError: nothing is.
    """
    if crop is not None:
        left, top, right, bottom = (_rounded(side) for side in crop)
        crop = (left, top, right, bottom)
        if not has_room(crop):
            raise ValueError(crop)
    return _with_page(recipe, at, replace(recipe.pages[at], crop=crop))


def brighten(recipe: Recipe, at: int, wanted: bool = True) -> Recipe:
    """Take the shadows of the page away, or leave them."""
    return _with_page(recipe, at, replace(recipe.pages[at], brighten=wanted))


def reset_page(recipe: Recipe, at: int) -> Recipe:
    """The page as its file has it."""
    page = recipe.pages[at]
    return _with_page(recipe, at, PreparedPage(page.file, page.page))


def move_page(recipe: Recipe, at: int, to: int) -> Recipe:
    """Put the page at another place, as far as the pages go."""
    pages = list(recipe.pages)
    pages.insert(max(0, min(to, len(pages) - 1)), pages.pop(at))
    return replace(recipe, pages=tuple(pages))


def remove_page(recipe: Recipe, at: int) -> Recipe:
    """Leave the page out; a card that lost a side is pages again.

    Raises:
        ValueError: it is the last one.
    """
    if len(recipe.pages) == 1:
        raise ValueError(at)
    return Recipe((*recipe.pages[:at], *recipe.pages[at + 1 :]))


def set_layout(recipe: Recipe, layout: Layout) -> Recipe:
    """Put the pages together in another way.

    Raises:
        ValueError: a card has two sides, and this has not two pages.
    """
    if layout is Layout.ID_CARD and len(recipe.pages) != CARD_SIDES:
        raise ValueError(layout)
    return replace(recipe, layout=layout)


def merge(recipes: Iterable[Recipe]) -> Recipe:
    """The pages of several files one after another.

    Raises:
        ValueError: there are none, or more than one file may have.
    """
    pages = tuple(page for recipe in recipes for page in recipe.pages)
    if not 1 <= len(pages) <= MOST_PAGES:
        raise ValueError(len(pages))
    return Recipe(pages)


def split(recipe: Recipe, before: Sequence[int]) -> tuple[Recipe, ...]:
    """Several recipes: a new one begins before each of these pages; none is empty."""
    cuts = [0, *sorted({at for at in before if 0 < at < len(recipe.pages)}), len(recipe.pages)]
    if len(cuts) == CARD_SIDES:
        return (recipe,)
    return tuple(Recipe(recipe.pages[start:end]) for start, end in pairwise(cuts))
