"""Pictures of papers, made by code: pages with text, photographs with EXIF, animations, corners to find."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFont, PngImagePlugin

GPS_TEXT = b"N31-58-12 E118-46"
AUTHOR = "Zhang Zhizuo"
CAMERA = "FictiCam 7"
ORIENTATION, MAKE, ARTIST, GPS_IFD = 0x0112, 0x010F, 0x013B, 0x8825
CORNERS = {"top-left": (220, 20, 20), "top-right": (20, 160, 20), "bottom-left": (20, 20, 220)}
TEXT = (
    "Business licence (copy)",
    "Nanjing Example Trading Co., Ltd.",
    "Unified social credit code: 91320115",
)


def page(
    width: int = 1240,
    height: int = 1754,
    text_lines: Sequence[str] = TEXT,
    noise: float = 0.0,
    fmt: str = "jpeg",
    exif_orientation: int | None = None,
    gps: bool = False,
    quality: int = 85,
    seed: int = 7,
) -> bytes:
    """A page on white paper. `noise` is the standard deviation of its grain, 0-255."""
    picture = drawing(width, height, text_lines, noise, seed)
    return encoded(picture, fmt, exif_orientation, gps, quality)


def drawing(
    width: int = 1240, height: int = 1754, text_lines: Sequence[str] = TEXT, noise: float = 0.0, seed: int = 7
) -> Image.Image:
    """The page as a Pillow picture, to be drawn on further."""
    picture = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(picture)
    size = max(8, height // 50)
    font = ImageFont.load_default(size)
    for index, line in enumerate(text_lines):
        pen.text((width // 10, height // 10 + 2 * size * index), line, "black", font)
    return grainy(picture, noise, seed) if noise else picture


def grainy(picture: Image.Image, deviation: float, seed: int = 7) -> Image.Image:
    """The picture with the grain of a scanner: darker and lighter by chance, the same for the same seed."""
    tile = 256
    chance = random.Random(seed)
    grain = bytes(max(0, min(255, round(chance.gauss(128, deviation)))) for _ in range(tile * tile))
    small = Image.frombytes("L", (tile, tile), grain)
    whole = Image.new("L", picture.size)
    for left in range(0, picture.width, tile):
        for top in range(0, picture.height, tile):
            whole.paste(small, (left, top))
    return ImageChops.add(picture, Image.merge("RGB", (whole, whole, whole)), 1.0, -128)


def with_dust(picture: Image.Image, specks: int = 12, seed: int = 7) -> Image.Image:
    """The picture with small dark specks."""
    chance = random.Random(seed)
    pen = ImageDraw.Draw(picture)
    for _ in range(specks):
        left, top = chance.randrange(picture.width), chance.randrange(picture.height)
        pen.ellipse((left, top, left + 2, top + 2), "grey")
    return picture


def cornered(width: int = 400, height: int = 300) -> Image.Image:
    """Red at the top left, green at the top right, blue at the bottom left: shows how a picture lies."""
    picture = Image.new("RGB", (width, height), "white")
    across, down = width // 4, height // 4
    picture.paste(CORNERS["top-left"], (0, 0, across, down))
    picture.paste(CORNERS["top-right"], (width - across, 0, width, down))
    picture.paste(CORNERS["bottom-left"], (0, height - down, across, height))
    return picture


def stored_as(upright: Image.Image, orientation: int) -> Image.Image:
    """The pixels as a camera would store them for this EXIF orientation to show `upright`."""
    move = Image.Transpose
    undo = {
        2: move.FLIP_LEFT_RIGHT, 3: move.ROTATE_180, 4: move.FLIP_TOP_BOTTOM, 5: move.TRANSPOSE,
        6: move.ROTATE_90, 7: move.TRANSVERSE, 8: move.ROTATE_270,
    }  # fmt: skip
    return upright.transpose(undo[orientation]) if orientation in undo else upright


def encoded(
    picture: Image.Image,
    fmt: str = "jpeg",
    exif_orientation: int | None = None,
    gps: bool = False,
    quality: int = 85,
) -> bytes:
    """The picture as a file; with `gps` it tells of its place, camera and author in every way it can."""
    target = io.BytesIO()
    told = _told(exif_orientation, gps)
    if fmt == "png":
        picture.save(target, "PNG", compress_level=1, exif=told, pnginfo=_texts() if gps else None)
        return target.getvalue()
    picture.save(target, "JPEG", quality=quality, exif=told, dpi=(150, 150))
    return with_telling_segments(target.getvalue()) if gps else target.getvalue()


def _told(exif_orientation: int | None, gps: bool) -> Image.Exif:
    exif = Image.Exif()
    if exif_orientation is not None:
        exif[ORIENTATION] = exif_orientation
    if gps:
        exif[MAKE], exif[ARTIST] = CAMERA, AUTHOR
        exif.get_ifd(GPS_IFD).update({1: "N", 2: (31.0, 58.0, 12.0), 29: GPS_TEXT.decode()})
    return exif


def _texts() -> PngImagePlugin.PngInfo:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", AUTHOR)
    texts.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta>{GPS_TEXT.decode()}</x:xmpmeta>")
    texts.add_text("Comment", CAMERA, zip=True)
    return texts


def with_telling_segments(jpeg: bytes) -> bytes:
    """The JPEG with an XMP packet, a comment, a maker's segment and a JFXX thumbnail."""
    thumbnail = b"JFXX\x00\x10" + page(16, 16, (), fmt="jpeg")
    segments = (
        (0xE1, b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>" + AUTHOR.encode() + b"</x:xmpmeta>"),
        (0xED, b"Photoshop 3.0\x00" + AUTHOR.encode()),
        (0xE0, thumbnail),
        (0xFE, AUTHOR.encode()),
    )
    return jpeg[:2] + jpeg[2:20] + b"".join(segment(*each) for each in segments) + jpeg[20:]


def segment(marker: int, content: bytes) -> bytes:
    """One JPEG segment."""
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + content


def chunk(name: bytes, content: bytes) -> bytes:
    """One PNG chunk."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def cmyk_jpeg(profile: bytes = b"") -> bytes:
    """A JPEG in the colours of a printing press, as some copiers write it."""
    target = io.BytesIO()
    Image.new("CMYK", (64, 48), (0, 200, 200, 0)).save(target, "JPEG", icc_profile=profile or None)
    return target.getvalue()


def grey16_png() -> bytes:
    """A grey PNG of 16 bits, from black at the left to white at the right."""
    target = io.BytesIO()
    row = b"".join(struct.pack("<H", left * 1023) for left in range(64))
    Image.frombytes("I;16", (64, 32), row * 32).save(target, "PNG")
    return target.getvalue()


def animated_png(frames: int = 3) -> bytes:
    """A PNG that moves."""
    target = io.BytesIO()
    first, *others = (Image.new("RGB", (40, 30), (60 * index, 0, 90)) for index in range(frames))
    first.save(target, "PNG", save_all=True, append_images=others)
    return target.getvalue()


def two_picture_jpeg() -> bytes:
    """An MPO, as stereo cameras and telephones write it: a second picture after the first one's end."""
    target = io.BytesIO()
    cornered().save(target, "MPO", save_all=True, append_images=[cornered(40, 30)])
    return target.getvalue()


def other_format(name: str) -> bytes:
    """A small picture in a format that is not accepted: GIF, BMP, TIFF, WEBP, AVIF."""
    target = io.BytesIO()
    cornered(80, 60).save(target, name)
    return target.getvalue()
