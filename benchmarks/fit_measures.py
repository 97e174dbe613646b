"""What a smaller copy has lost: the contrast of its small text, and the colour of its seal."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageCms, ImageFilter, ImageStat
from PIL.Image import Resampling

Box = tuple[int, int, int, int]
READ_AT = 3508
"""Pixels of the longer side at which pictures are compared: an A4 page at 300 dpi, as fine as one reads."""
SEEN_AT = 1754
_LAB = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
_RED = 50


def brought_to(picture: Image.Image, longer: int) -> Image.Image:
    """The picture at another size."""
    scale = longer / max(picture.size)
    sides = (round(picture.width * scale), round(picture.height * scale))
    return picture if sides == picture.size else picture.resize(sides, Resampling.LANCZOS)


def contrast(picture: Image.Image, ink: Image.Image, block: Box, longer: int = READ_AT) -> float:
    """How much darker the small text is than the paper round it, in grey levels, at this size."""
    scale = longer / max(ink.size)
    box = tuple(round(side * scale) for side in block)
    light = brought_to(picture.convert("L"), longer).crop(box)
    mask = brought_to(ink, longer).crop(box)
    on_ink = mask.point(lambda value: 255 if value >= 250 else 0)
    off_ink = mask.filter(ImageFilter.MaxFilter(9)).point(lambda value: 255 if value < 3 else 0)
    return ImageStat.Stat(light, off_ink).mean[0] - ImageStat.Stat(light, on_ink).mean[0]


def colour_error(original: Image.Image, copy: Image.Image, seal: Box) -> float:
    """The mean difference in colour (CIE 1976 ΔE) in the seal's ink, both seen at 150 dpi of an A4 page."""
    scale = SEEN_AT / max(original.size)
    box = tuple(round(side * scale) for side in seal)
    seen = [brought_to(picture.convert("RGB"), SEEN_AT).crop(box) for picture in (original, copy)]
    red, green, blue = seen[0].split()
    ink = ImageChops.subtract(red, ImageChops.lighter(green, blue)).tobytes()
    labs = [ImageCms.applyTransform(picture, _LAB).tobytes() for picture in seen]
    found = [_distance(labs[0], labs[1], at * 3) for at, value in enumerate(ink) if value > _RED]
    return sum(found) / len(found)


def _distance(one: bytes, other: bytes, at: int) -> float:
    light = (one[at] - other[at]) * 100 / 255
    a, b = ((one[at + k] - other[at + k] + 128) % 256 - 128 for k in (1, 2))
    return float((light * light + a * a + b * b) ** 0.5)
