"""Pictures that the online system does not take, made into ones that it takes: HEIC, BMP, TIFF, WebP, GIF."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from cardprep.case.facts import Fault
from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Note, Refusal
from cardprep.evidence.worker import fit_image, picture_pdf
from cardprep.evidence.worker.faults import Refused, Unreadable
from cardprep.evidence.worker.fit_image import Made
from cardprep.evidence.worker.image import check_size, on_white, reduced, shown

if TYPE_CHECKING:
    from PIL import Image

_DECODERS = {"heic": "HEIF", "bmp": "BMP", "tiff": "TIFF", "webp": "WEBP", "gif": "GIF"}
_ORIENTATION = 0x0112
_LEAST_DPI, _MOST_DPI, _POINTS = 100, 1200, 72


def convert(data: bytes, found: str, limit: int, limits: Limits, tick: Callable[[], None]) -> Made:
    """The picture as a JPEG (a photo), a PNG (few colours) or a PDF (several pages), without metadata.

    Of an animation the first picture is taken.

    Raises:
        Unreadable: damaged, or over the worker's limits.
        Refused: `FORMAT`, or `ILLEGIBLE`: it cannot be that small.
    """
    with _opened(data, found) as source:
        count = _frames(source, found, limits)
        check_size(source.width, source.height, limits)
        if count > 1 and found == "tiff":
            return picture_pdf.document(_pages(source, count, limits, tick), count, limit)
        picture = _upright(source)
        made = one(picture, limit)
        notes = {Note.CONVERTED} | ({Note.FIRST_OF_SEVERAL} if count > 1 else set())
        if sorted(picture.size) != sorted(source.size):
            notes.add(Note.REDUCED)
        return Made(made.format, made.data, made.notes | notes)


def _opened(data: bytes, found: str) -> Image.Image:
    from PIL import Image

    if found not in _DECODERS:
        raise Refused(Refusal.FORMAT)
    if found == "heic":
        from pi_heif import HeifImagePlugin

        HeifImagePlugin.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    Image.MAX_IMAGE_PIXELS = None  # its own check is coarser than `check_size`
    return Image.open(io.BytesIO(data), formats=(_DECODERS[found],))


def _frames(source: Image.Image, found: str, limits: Limits) -> int:
    """How many pictures it holds, none of them decoded; only those of a TIFF are pages."""
    count = 0
    if found != "tiff":
        return int(getattr(source, "n_frames", 1))
    while True:
        try:
            source.seek(count)
        except EOFError:
            break
        check_size(source.width, source.height, limits)
        count += 1
        if count > limits.pages:
            raise Unreadable(Fault.TOO_MANY_PAGES)
    source.seek(0)
    return count


def _pages(
    source: Image.Image, count: int, limits: Limits, tick: Callable[[], None]
) -> Iterator[picture_pdf.Sheet]:
    for index in range(count):
        tick()
        source.seek(index)
        check_size(source.width, source.height, limits)
        picture = _upright(source)
        yield picture_pdf.Sheet(picture, _points(source, picture))


def _points(source: Image.Image, picture: Image.Image) -> tuple[float, float] | None:
    """The page's true size, where the file tells how fine it is and that makes sense."""
    told = source.info.get("dpi")
    try:
        dpi = float(told[0]) if isinstance(told, tuple) else 0.0
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    if not _LEAST_DPI <= dpi <= _MOST_DPI:
        return None
    dpi *= max(picture.size) / max(source.size)
    return picture.width * _POINTS / dpi, picture.height * _POINTS / dpi


def _upright(source: Image.Image) -> Image.Image:
    """The present frame as it is to be seen, without anything but its pixels."""
    source.load()
    seen_as = source.getexif().get(_ORIENTATION, 1)  # Pillow has turned a TIFF already, libheif a HEIC
    factor = fit_image.whole_factor(source.size)
    seen = reduced(source, max(source.size) // factor) if factor > 1 else source.copy()
    seen.info = {key: value for key, value in source.info.items() if key == "transparency"}
    seen_as = seen_as if isinstance(seen_as, int) and 1 <= seen_as <= 8 else 1
    return shown(seen, seen_as)


def one(picture: Image.Image, limit: int) -> Made:
    """One picture as a PNG where it has few colours and that fits, else as a JPEG."""
    few = picture if picture.mode in ("1", "P") else None
    plain = on_white(picture) if few is None or picture.has_transparency_data else picture
    candidate = plain if plain.mode in ("1", "P") else fit_image.with_few_colours(plain)
    if candidate is not None:
        made = fit_image.as_png(candidate)
        if len(made) <= limit:
            return Made("png", made)
    if plain.mode not in ("L", "RGB"):
        plain = on_white(plain)
    return fit_image.as_jpeg(plain, 1, limit, set())
