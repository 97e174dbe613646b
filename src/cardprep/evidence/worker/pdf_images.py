"""The pictures inside a PDF: which of them can be coded anew, and their pixels."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardprep.evidence.worker import fit_image

if TYPE_CHECKING:
    import pikepdf
    from PIL import Image

_GREY, _COLOURS = ("/DeviceGray", "/CalGray", "/G"), ("/DeviceRGB", "/CalRGB", "/RGB")
_FAXES = ("/CCITTFaxDecode", "/JBIG2Decode")
_LOSSLESS = ("/FlateDecode", "/LZWDecode", "/RunLengthDecode")
_WORTH = 8_192


@dataclass(frozen=True, slots=True)
class Inside:
    """One picture of a document.

    Attributes:
        channels: 1 or 3 for those to be coded as JPEG, 0 for black-and-white pages.
        coding: the filter that is undone last.
        size: the bytes that it takes in the file.
        may_be_grey: no mask of its own depends on its colours.
    """

    stream: pikepdf.Stream
    width: int
    height: int
    channels: int
    coding: str
    size: int
    may_be_grey: bool = True

    @property
    def is_one_bit(self) -> bool:
        """Whether it is a black-and-white page."""
        return self.channels == 0

    @property
    def is_fax(self) -> bool:
        """Whether it is packed as tightly already as a black-and-white page can be."""
        return self.coding in _FAXES

    @property
    def pixels(self) -> int:
        """How many it has."""
        return self.width * self.height

    @property
    def weight(self) -> float:
        """What share of the room it deserves, beside the others."""
        return math.sqrt(self.pixels * max(1, self.channels))


def images(document: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    """Every image of the document that is no other's mask."""
    import pikepdf

    streams = [item for item in document.objects if isinstance(item, pikepdf.Stream)]
    found = [item for item in streams if item.get("/Subtype") == "/Image"]
    masks = {
        item[key].objgen
        for item in found
        for key in ("/SMask", "/Mask")
        if isinstance(item.get(key), pikepdf.Stream)
    }
    yield from (item for item in found if item.objgen not in masks)


def raw_size(stream: pikepdf.Stream) -> int:
    """The bytes that it takes in the file."""
    return len(stream.get_raw_stream_buffer())


def described(stream: pikepdf.Stream) -> Inside | None:
    """What can be done with the image; None where it must stay as it is."""
    import pikepdf

    size = raw_size(stream)
    given = stream.get("/Filter")
    filters = [str(item) for item in given] if isinstance(given, pikepdf.Array) else [str(given)]
    coding = filters[-1] if given is not None else "/FlateDecode"
    if size < _WORTH or isinstance(stream.get("/Mask"), pikepdf.Array) or len(filters) > 2:
        return None
    width, height = int(stream.get("/Width", 0)), int(stream.get("/Height", 0))
    channels = _channels(stream, coding)
    if channels is None:
        return None
    return Inside(stream, width, height, channels, coding, size, may_be_grey="/SMask" not in stream)


def _channels(stream: pikepdf.Stream, coding: str) -> int | None:
    """0 for one bit, 1 grey, 3 colours, None for what is not understood."""
    if coding in _FAXES:
        return 0 if _is_plain(stream) else None
    if stream.get("/ImageMask", False) or not _is_plain(stream):
        return None
    channels = _of_space(stream.get("/ColorSpace"))
    depth = stream.get("/BitsPerComponent")
    if coding == "/DCTDecode" or (coding in _LOSSLESS and depth == 8):
        return channels
    return 0 if coding in _LOSSLESS and depth == 1 and channels == 1 else None


def _is_plain(stream: pikepdf.Stream) -> bool:
    """Whether its values mean what they say; a picture that is a stencil or inverted is left alone."""
    return "/Decode" not in stream or [float(v) for v in stream["/Decode"]] in ([0, 1], [0, 1] * 3)


def _of_space(space: object) -> int | None:
    import pikepdf

    if isinstance(space, pikepdf.Name):
        return 1 if str(space) in _GREY else 3 if str(space) in _COLOURS else None
    if not isinstance(space, pikepdf.Array) or not len(space):
        return None
    kind = str(space[0])
    if kind == "/ICCBased" and isinstance(space[1], pikepdf.Stream):
        count = space[1].get("/N")
        return int(count) if count in (1, 3) else None
    if kind == "/Indexed":
        return 3 if _of_space(space[1]) in (1, 3) else None
    return 1 if kind in _GREY else 3 if kind in _COLOURS else None


Load = Callable[[], "Image.Image | None"]
"""Gives the pixels; None where they are not what the document says, or no decoder is at hand (JBIG2)."""


def loader(inside: Inside) -> Load:
    """How to get the picture's pixels, of mode L, RGB, YCbCr or 1; may be called from another thread.

    A JPEG much finer than 300 dpi comes reduced. What pikepdf has to read it reads now: it is not
    thread-safe.
    """
    import pikepdf

    try:
        if inside.coding == "/DCTDecode":
            data = _jpeg_data(inside.stream)
            return lambda: _jpeg(data, inside)
        picture = _lossless(inside)
    except (OSError, ValueError, NotImplementedError, pikepdf.PikepdfError):
        return lambda: None
    return lambda: picture


def _lossless(inside: Inside) -> Image.Image | None:
    import pikepdf

    picture = pikepdf.PdfImage(inside.stream).as_pil_image()
    if picture.size != (inside.width, inside.height):
        return None
    if inside.is_one_bit:
        return picture if picture.mode == "1" else picture.convert("1")
    return picture if picture.mode in ("L", "RGB") else picture.convert("RGB")


def _jpeg_data(stream: pikepdf.Stream) -> bytes:
    import pikepdf

    filters = stream.get("/Filter")
    if isinstance(filters, pikepdf.Array) and len(filters) > 1:
        return stream.read_bytes(pikepdf.StreamDecodeLevel.generalized)
    return stream.read_raw_bytes()


def _jpeg(data: bytes, inside: Inside) -> Image.Image | None:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # `check_size` was asked for the size that the document tells
    try:
        picture = Image.open(io.BytesIO(data), formats=("JPEG",))
        if picture.size != (inside.width, inside.height) or len(picture.getbands()) != inside.channels:
            return None
        factor = fit_image.whole_factor(picture.size)
        # As it is stored: to turn it into RGB and back costs as much time as to decode it.
        mode = "YCbCr" if picture.mode == "RGB" and picture.info.get("adobe_transform") != 0 else ""
        picture.draft(mode, (picture.width // factor, picture.height // factor))
        picture.load()
    except (OSError, SyntaxError, ValueError):
        return None
    return picture
