"""A legible copy of a picture within a number of bytes: as fine as it can be, never larger than it was."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Note, Refusal
from cardprep.evidence.worker import budget, jpeg_segments, png_chunks
from cardprep.evidence.worker.faults import Refused
from cardprep.evidence.worker.image import Picture, on_white, open_picture, reduced, shown

if TYPE_CHECKING:
    from PIL import Image

LEAST_SIDES = (1754, 1240)
"""Pixels of an A4 page at 150 dpi, the longer side first: no picture is made coarser than that."""
FINE_SIDES = (3508, 2480)
"""The same at 300 dpi: a picture of twice that or more is halved, since nobody reads so fine."""

_STEP = 0.85
_WASTE, _HOPE, _WORSE = 0.75, 1.0, 3
_MOST_COLOURS = 256
_BAND = 256


@dataclass(frozen=True, slots=True)
class Floors:
    """JPEG qualities under which a picture is rather made coarser, and the one at the coarsest."""

    good: int
    with_red: int
    least: int


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a picture was coded: the factor of its sides, the JPEG's quality and its colour."""

    scale: float
    quality: int
    colour: str


@dataclass(frozen=True, slots=True)
class Coded:
    """A JPEG, its width and height, and how it came about."""

    data: bytes = field(repr=False)
    size: tuple[int, int]
    recipe: Recipe


PHOTO = Floors(good=75, with_red=60, least=45)


@dataclass(frozen=True, slots=True)
class Made:
    """A new file: its format, its bytes and what it differs in."""

    format: str
    data: bytes = field(repr=False)
    notes: frozenset[Note] = frozenset()


def fit(data: bytes, picture_format: str, limit: int, limits: Limits) -> Made:
    """The picture in at most `limit` bytes, without metadata: losslessly where that is enough.

    A PNG that is too large without loss becomes a JPEG.

    Raises:
        Unreadable: damaged or over the worker's limits.
        Refused: `ILLEGIBLE`, at 150 dpi of an A4 page it would still be over the limit.
    """
    picture = open_picture(data, picture_format, limits)
    decoded = decoded_for_fit(picture)
    bare = _bare(data, picture)
    if len(bare) <= limit:
        return Made(picture_format, bare, frozenset({Note.METADATA_REMOVED}))
    if picture_format == "png":
        repacked = _repacked(shown(decoded, picture.orientation), picture, limit)
        if repacked is not None:
            return repacked
    notes = {Note.REENCODED, Note.METADATA_REMOVED}
    return as_jpeg(decoded, picture.orientation, limit, notes, size=(picture.width, picture.height))


def _bare(data: bytes, picture: Picture) -> bytes:
    """The same coded picture without metadata; the orientation stays, since viewers need it."""
    if picture.format == "jpeg":
        return jpeg_segments.clean(jpeg_segments.walk(data), picture.orientation)
    return picture.clean if picture.orientation == 1 else data


def decoded_for_fit(picture: Picture) -> Image.Image:
    """The stored pixels; a JPEG much finer than 300 dpi comes reduced by the decoder itself."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # its own check is coarser than `check_size`
    decoded = Image.open(io.BytesIO(picture.clean), formats=(picture.format.upper(),))
    if picture.format == "jpeg":
        factor = whole_factor(decoded.size)
        decoded.draft("", (decoded.width // factor, decoded.height // factor))
    decoded.load()
    return decoded


def whole_factor(size: tuple[int, int]) -> int:
    """By how much (1, 2, 4, 8) a picture of this size can be reduced and stay at 300 dpi of an A4 page."""
    longer, shorter = max(size), min(size)
    fitting = [f for f in (8, 4, 2) if longer >= FINE_SIDES[0] * f and shorter >= FINE_SIDES[1] * f]
    return fitting[0] if fitting else 1


def least_scale(size: tuple[int, int]) -> float:
    """The factor (at most 1) that makes a picture as coarse as 150 dpi of an A4 page."""
    return min(1.0, max(LEAST_SIDES[0] / max(size), LEAST_SIDES[1] / min(size)))


def as_jpeg(
    decoded: Image.Image,
    orientation: int,
    limit: int,
    notes: set[Note],
    size: tuple[int, int] | None = None,
) -> Made:
    """The decoded pixels, upright, as a JPEG of at most `limit` bytes. `size`: before decoding.

    Raises:
        Refused: `ILLEGIBLE`.
    """
    factor = whole_factor(decoded.size)
    seen = decoded if decoded.mode in ("RGB", "L") else None
    if factor > 1:
        seen = reduced(decoded, max(decoded.size) // factor)
    picture = shown(seen or on_white(decoded), orientation)
    best = best_jpeg(picture, limit, PHOTO)
    if best is None:
        raise Refused(Refusal.ILLEGIBLE)
    if sorted(best.size) != sorted(size or decoded.size):
        notes.add(Note.REDUCED)
    return Made("jpeg", best.data, frozenset(notes))


def best_jpeg(picture: Image.Image, limit: int, floors: Floors, known: Recipe | None = None) -> Coded | None:
    """The best JPEG within the limit: made coarser step by step only where it must be.

    `known` is what served for a picture like this one: where it serves again nothing is searched.
    """
    least = least_scale(picture.size)
    if known is not None and known.scale >= least:
        again = _by(picture, known, limit, floors.least)
        if again is not None:
            return again
    red = budget.has_red(picture)
    wanted = floors.with_red if red else floors.good
    sample, scale = budget.mosaic(picture), 1.0
    while True:
        floor = floors.least if scale <= least else wanted
        made = _at_scale(picture, sample, scale, limit, (wanted, floor))
        if made is not None or scale <= least:
            return made
        scale = max(least, scale * _STEP)


def _by(picture: Image.Image, known: Recipe, limit: int, least: int) -> Coded | None:
    """The picture coded as another one was, or a little worse, where that is no waste of room."""
    smaller = _scaled(picture, known.scale)
    for quality in (known.quality, known.quality - _WORSE, known.quality - 3 * _WORSE):
        data = budget.encoded(smaller, quality, known.colour)
        if quality <= least or (len(data) < _WASTE * limit and quality < budget.BEST):
            return None
        if len(data) <= limit:
            return Coded(data, smaller.size, Recipe(known.scale, known.quality, known.colour))
    return None


def _scaled(picture: Image.Image, scale: float) -> Image.Image:
    from PIL import Image

    if scale >= 1:
        return picture
    sides = (math.ceil(picture.width * scale), math.ceil(picture.height * scale))
    if picture.mode != "YCbCr":
        return picture.resize(sides, Image.Resampling.LANCZOS, reducing_gap=2.0)
    light, *colours = picture.split()  # the eye, and 4:2:0, take colour to be coarse: no need to be exact
    sharp = light.resize(sides, Image.Resampling.LANCZOS, reducing_gap=2.0)
    return Image.merge("YCbCr", (sharp, *(one.resize(sides, Image.Resampling.HAMMING) for one in colours)))


def _at_scale(
    picture: Image.Image, sample: Image.Image, scale: float, limit: int, floors: tuple[int, int]
) -> Coded | None:
    """A JPEG of the wanted quality with all its colour, else of the floor's with less; None if neither."""
    factor = picture.width * picture.height / (sample.width * sample.height)
    tiles, smaller = _scaled(sample, scale), None
    colours = (budget.FULL,) if picture.mode == "L" else (budget.FULL, budget.HALF)
    for colour, floor in zip(colours, floors if len(colours) > 1 else floors[1:], strict=True):
        estimate = budget.Estimate(tiles, colour, factor)
        if estimate.size(floor) > _HOPE * limit:
            continue
        smaller = smaller or _scaled(picture, scale)
        made = budget.within(smaller, estimate, limit, floor)
        if made is not None:
            return Coded(made[0], smaller.size, Recipe(scale, made[1], colour))
    return None


def _repacked(upright: Image.Image, picture: Picture, limit: int) -> Made | None:
    """The same pixels packed better, where a band of them promises that it is enough."""
    notes = {Note.METADATA_REMOVED, Note.REENCODED}
    candidate = upright
    if upright.mode.startswith("I"):
        candidate = on_white(upright).convert("L")
        notes.add(Note.DEPTH_REDUCED)
    candidate = with_few_colours(candidate) or candidate
    if not _promises(candidate, limit):
        return None
    made = as_png(candidate)
    if len(made) > limit:
        return None
    if png_chunks.walk(picture.clean).has_deep_colour:
        notes.add(Note.DEPTH_REDUCED)
    return Made("png", made, frozenset(notes))


def with_few_colours(picture: Image.Image) -> Image.Image | None:
    """The same picture with a palette, where it has no more than 256 colours, else None."""
    if picture.mode not in ("RGB", "L"):
        return None
    if picture.getcolors(_MOST_COLOURS) is None:
        return None
    if picture.mode == "L":
        return picture
    from PIL import Image

    return picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=_MOST_COLOURS)


def _promises(picture: Image.Image, limit: int) -> bool:
    """Whether a band from the middle, packed alone, lets the whole fit."""
    band = min(picture.height, _BAND)
    top = (picture.height - band) // 2
    part = len(as_png(picture.crop((0, top, picture.width, top + band))))
    return part * picture.height / band <= 2 * limit


def as_png(picture: Image.Image) -> bytes:
    """The picture as a PNG with nothing beside it."""
    target = io.BytesIO()
    bare = picture.copy()
    bare.info = {key: value for key, value in picture.info.items() if key == "transparency"}
    bare.save(target, "PNG", compress_level=7)
    return png_chunks.clean(png_chunks.walk(target.getvalue()))
