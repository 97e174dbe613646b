"""What the worker does with recipes: carry one out, show a page of it, propose corners and an angle.

No pixel is decoded on this side: what comes back is bounded, and either written or handed to be shown.
"""

from __future__ import annotations

import abc
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, TypeVar

from cardprep.case.facts import Fault
from cardprep.case.preparation import MOST_PAGES, Corners, PreparedPage, Recipe, is_convex
from cardprep.case.preparation_codec import recipe_document
from cardprep.errors import CardprepError
from cardprep.evidence import replies
from cardprep.evidence.errors import PreviewFailed, RenderFailed, WorkerSpokeNonsense
from cardprep.evidence.limits import MAX_PAYLOAD, MIB
from cardprep.evidence.protocol import Ask, Frame, Refusal
from cardprep.evidence.replies import Pixels
from cardprep.evidence.source import FileSource, IsCancelled, Source, never, read_source

MAX_PREVIEW_SIDE = 8_000
MOST_PICTURE = 32 * MIB
PICTURE_SIDE = 2_480
"""The longer side of A5 at 300 dpi, as a picture on a printed sheet is at most."""
_MOST_ANGLE = 45
_SUFFIXES = {"jpeg": ".jpg", "png": ".png", "pdf": ".pdf"}
_CORNERS = 4

T = TypeVar("T")
Originals = Path | Callable[[str], FileSource]
"""The folder where the originals lie, or what gives each of them by its name."""
Failing = Callable[[Refusal | Fault], CardprepError]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A prepared file: its bytes, and what they are by content (`jpeg`, `png` or `pdf`)."""

    format: str
    pages: int
    data: bytes = field(repr=False)

    @property
    def suffix(self) -> str:
        """The ending that a file of this content has."""
        return _SUFFIXES[self.format]

    @property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One prepared page as a JPEG that the worker coded, in red, green and blue."""

    width: int
    height: int
    jpeg: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the machine proposes for a page; the person decides.

    Attributes:
        corners: of the paper on the turned page, None where no outline is convincing.
        confidence: of the corners, 0–1; below 0.5 they are better shown than taken.
        straighten: degrees clockwise for the page, flattened where its recipe has corners; 0 for none.
    """

    corners: Corners | None
    confidence: float
    straighten: float


@dataclass(frozen=True, slots=True)
class Wish(Generic[T]):
    """A question about files: how much may come back, how it is read, and the error where it fails."""

    ask: Ask
    values: Mapping[str, object]
    most: int
    read: Callable[[Frame], T]
    failed: Failing


def together(sources: Sequence[Source]) -> Source:
    """Several files as one: what killed the child together is known by all of their hashes."""
    if len(sources) == 1:
        return sources[0]
    digest = hashlib.sha256("".join(source.sha256 for source in sources).encode("ascii")).hexdigest()
    data = b"".join(source.data for source in sources) if _fits(sources) else b""
    return Source(sources[0].name, digest, sum(source.size for source in sources), data)


def _fits(sources: Sequence[Source]) -> bool:
    whole = all(source.is_whole and source.size for source in sources)
    return whole and sum(source.size for source in sources) <= MAX_PAYLOAD


class RecipeWork(abc.ABC):
    """The part of the worker's client that knows recipes.

    `folder` is where the originals lie, a recipe's `file` is relative to it; where they lie nowhere in
    plain it is what gives them by that name.
    """

    @abc.abstractmethod
    def answered(self, sources: Sequence[Source], wish: Wish[T], cancelled: IsCancelled) -> T:
        """What the child answers to `wish` about the files.

        Raises:
            Cancelled, WorkerUnavailable: as `Worker.facts`.
            CardprepError: the wish's own.
        """

    def render(
        self, folder: Originals, recipe: Recipe, cancelled: IsCancelled = never, break_signature: bool = False
    ) -> Rendered:
        """The file that the recipe makes of its originals, without metadata; the same each time.

        One page of a picture gives a picture, everything else a PDF. What a page's recipe only turns
        keeps its coded data bit for bit. With `break_signature` pages of a signed PDF may be taken out.

        Raises:
            Cancelled, FileNotOpened, WorkerUnavailable: as `Worker.facts`.
            RenderFailed: an original cannot be read, has no such page, or is signed.
        """
        sources = self._sources(folder, recipe, cancelled)
        values = _told(recipe, sources) | {"break_signature": break_signature}
        wish = Wish(Ask.RENDER, values, MAX_PAYLOAD, _rendered, _failing(sources[0].name))
        return self.answered(sources, wish, cancelled)

    def page_picture(
        self, folder: Originals, page: PreparedPage, side: int = PICTURE_SIDE, cancelled: IsCancelled = never
    ) -> PagePicture:
        """The prepared page as a JPEG no longer than `side`, for a printed sheet (raises as `render`)."""
        recipe = Recipe((page,))
        sources = self._sources(folder, recipe, cancelled)
        values = _told(recipe, sources) | {"side": side}
        read = _picture_reader(side)
        return self.answered(
            sources, Wish(Ask.PAGE_PICTURE, values, MOST_PICTURE, read, _failing(sources[0].name)), cancelled
        )

    def preview_page(
        self,
        folder: Originals,
        page: PreparedPage,
        longest_side: int,
        worked: bool = True,
        cancelled: IsCancelled = never,
    ) -> Pixels:
        """The page as its recipe makes it, or (`worked` false) only upright and turned.

        Raises:
            Cancelled, FileNotOpened, WorkerUnavailable: as `Worker.facts`.
            PreviewFailed: it cannot be shown.
        """
        side = max(1, min(longest_side, MAX_PREVIEW_SIDE))
        recipe = Recipe((page,))
        sources = self._sources(folder, recipe, cancelled)
        values = _told(recipe, sources) | {"side": side, "worked": worked}

        def read(frame: Frame) -> Pixels:
            return replies.pixels(frame, side)

        failed = _not_shown(sources[0].name, page.page)
        return self.answered(
            sources, Wish(Ask.PREVIEW_PAGE, values, side * side * 3, read, failed), cancelled
        )

    def propose(self, folder: Originals, page: PreparedPage, cancelled: IsCancelled = never) -> Proposal:
        """Where the paper's corners are, and how far the page is from straight (raises as `preview_page`).

        Of the page's steps only the turn counts for the corners, the turn and the corners for the angle.
        """
        recipe = Recipe((replace(page, straighten=0.0, crop=None, brighten=False),))
        sources = self._sources(folder, recipe, cancelled)
        failed = _not_shown(sources[0].name, page.page)
        return self.answered(
            sources, Wish(Ask.PROPOSE, _told(recipe, sources), 0, _proposal, failed), cancelled
        )

    def _sources(self, folder: Originals, recipe: Recipe, cancelled: IsCancelled) -> tuple[Source, ...]:
        give = folder.__truediv__ if isinstance(folder, Path) else folder
        return tuple(read_source(give(file), cancelled) for file in recipe.files)


def _told(recipe: Recipe, sources: Sequence[Source]) -> dict[str, object]:
    """The recipe for the child, who is not told the files' names."""
    names = {file: str(number) for number, file in enumerate(recipe.files)}
    pages = tuple(replace(page, file=names[page.file]) for page in recipe.pages)
    sizes = [source.size for source in sources]
    return {"recipe": recipe_document(replace(recipe, pages=pages)), "sizes": sizes}


def _failing(name: str) -> Failing:
    return lambda reason: RenderFailed(file=name, reason=reason)


def _not_shown(name: str, page: int) -> Failing:
    return lambda reason: PreviewFailed(file=name, page=page + 1, reason=reason)


def _rendered(frame: Frame) -> Rendered:
    untrusted_format, untrusted_pages = frame.header.get("format"), frame.header.get("pages")
    if not isinstance(untrusted_format, str) or untrusted_format not in _SUFFIXES:
        raise WorkerSpokeNonsense(reason="format")
    if type(untrusted_pages) is not int or not 1 <= untrusted_pages <= MOST_PAGES:
        raise WorkerSpokeNonsense(reason="pages")
    if not frame.payload:
        raise WorkerSpokeNonsense(reason="copy")
    return Rendered(untrusted_format, untrusted_pages, frame.payload)


def _picture_reader(side: int) -> Callable[[Frame], PagePicture]:
    def read(frame: Frame) -> PagePicture:
        width, height = (replies.integer(frame.header, key, 1, side) for key in ("width", "height"))
        if not frame.payload.startswith(b"\xff\xd8\xff"):
            raise WorkerSpokeNonsense(reason="picture")
        return PagePicture(width, height, frame.payload)

    return read


def _proposal(frame: Frame) -> Proposal:
    header = frame.header
    return Proposal(
        corners=None if header.get("corners") is None else _corners(header["corners"]),
        confidence=_number(header.get("confidence"), 0, 1),
        straighten=_number(header.get("straighten"), -_MOST_ANGLE, _MOST_ANGLE),
    )


def _corners(untrusted: object) -> Corners:
    if not isinstance(untrusted, list) or len(untrusted) != _CORNERS:
        raise WorkerSpokeNonsense(reason="corners")
    first, second, third, fourth = (_point(point) for point in untrusted)
    corners = (first, second, third, fourth)
    if not is_convex(corners):
        raise WorkerSpokeNonsense(reason="corners")
    return corners


def _point(untrusted: object) -> tuple[float, float]:
    if not isinstance(untrusted, list) or len(untrusted) != 2:
        raise WorkerSpokeNonsense(reason="point")
    return _number(untrusted[0], 0, 1), _number(untrusted[1], 0, 1)


def _number(untrusted: object, low: float, high: float) -> float:
    if isinstance(untrusted, bool) or not isinstance(untrusted, (int, float)) or not low <= untrusted <= high:
        raise WorkerSpokeNonsense(reason="number")
    return float(untrusted)
