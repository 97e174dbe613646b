"""Files over the limit of the online system, and files in formats that it does not take, made by code."""

from __future__ import annotations

import functools
import io
import random

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image, ImageChops, ImageDraw

from making import pdfs, scans

LIMIT = 3_000_000
SEAL = (200, 30, 36)


def noisy(width: int, height: int, deviation: float = 25.0, mode: str = "RGB") -> Image.Image:
    """A page of text, with a red ring, and grain that is hard to pack."""
    picture = scans.drawing(width, height)
    pen = ImageDraw.Draw(picture)
    box = (width // 2, height // 2, width // 2 + width // 4, height // 2 + width // 4)
    pen.ellipse(box, outline=SEAL, width=max(3, width // 80))
    return noised(picture, deviation).convert(mode)


def noised(picture: Image.Image, deviation: float) -> Image.Image:
    """The picture with grain that repeats nowhere, the same each time."""
    chance = random.Random(3).randbytes(picture.width * picture.height * 3)
    spread = deviation * 12**0.5 / 255
    grain = Image.frombytes("RGB", picture.size, chance).point([round(v * spread) for v in range(256)] * 3)
    return ImageChops.add(picture, grain, 1.0, -round(128 * spread))


@functools.cache
def jpeg(width: int = 3000, height: int = 4000, quality: int = 95, orientation: int | None = None) -> bytes:
    """A photo that tells of its place and maker."""
    return scans.encoded(noisy(width, height), "jpeg", orientation, gps=True, quality=quality)


@functools.cache
def png(width: int = 1240, height: int = 1754, mode: str = "RGB") -> bytes:
    """A picture that no lossless packing makes small."""
    return scans.encoded(noisy(width, height, mode=mode), "png", gps=True)


@functools.cache
def scan_pdf(pages: int = 3, quality: int = 95, rotate: int = 0, mode: str = "RGB") -> bytes:
    """Scans of 300 dpi, a JPEG a page."""
    picture = noisy(2480, 3508, 12.0, mode)
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=quality)
    made = pdfs.scan_pdf(pages, rotate=rotate, jpeg=target.getvalue())
    return made if mode == "RGB" else pdfs.changed(_in_grey, made)


def _in_grey(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.Resources.XObject.Im0.ColorSpace = Name.DeviceGray


def with_image(picture: Image.Image, data: bytes, **keys: object) -> bytes:
    """An A4 page filled by an image of these coded bytes."""
    pdf = pikepdf.Pdf.new()
    page = pdf.add_blank_page(page_size=pdfs.A4)
    image = pdf.make_stream(b"")
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height = picture.size
    parameters = keys.pop("parms", None)
    image.write(data, filter=keys.pop("filter", None), decode_parms=parameters)
    for key, value in keys.items():
        image[f"/{key}"] = value
    page.Resources = Dictionary(XObject=Dictionary(Im0=image))
    page.Contents = pdf.make_stream(f"q {pdfs.A4[0]} 0 0 {pdfs.A4[1]} 0 0 cm /Im0 Do Q".encode())
    return pdfs.written(pdf, compress_streams=False)


def flate_pdf(width: int = 1240, height: int = 1754, mode: str = "RGB") -> bytes:
    """A page whose picture is not compressed at all."""
    picture = noisy(width, height, mode=mode)
    space = {"RGB": Name.DeviceRGB, "L": Name.DeviceGray, "1": Name.DeviceGray}[mode]
    bits = 1 if mode == "1" else 8
    return with_image(picture, picture.tobytes(), ColorSpace=space, BitsPerComponent=bits)


def one_bit_page(width: int = 2480, height: int = 3508, specks: int = 0) -> Image.Image:
    """A black-and-white scan; specks of dust make it hard to pack."""
    page = scans.drawing(width, height).convert("L").point([0] * 128 + [255] * 128)
    chance = random.Random(5)
    pen = ImageDraw.Draw(page)
    for _ in range(specks):
        pen.point((chance.randrange(width), chance.randrange(height)), 0)
    return page.convert("1", dither=Image.Dither.NONE)


def one_bit_pdf(width: int = 2480, height: int = 3508, specks: int = 0) -> bytes:
    """A black-and-white scan as unpacked bits."""
    page = one_bit_page(width, height, specks)
    return with_image(page, page.tobytes(), ColorSpace=Name.DeviceGray, BitsPerComponent=1)


def heavy_text_pdf(size: int = LIMIT + 500_000) -> bytes:
    """A page of text with drawing commands that cannot be packed, and no picture."""
    numbers = random.Random(9)

    def change(pdf: pikepdf.Pdf) -> None:
        lines = bytearray()
        while len(lines) < size * 2.4:
            lines += b"%d.%05d %d.%05d m %d.%05d %d l S\n" % tuple(
                numbers.randrange(100_000) if k % 2 else numbers.randrange(595) for k in range(7)
            )
        pdf.pages[0].contents_add(pdf.make_stream(bytes(lines)))

    return pdfs.changed(change)


def tiff(pages: int = 1, mode: str = "RGB", orientation: int | None = None, **options: object) -> bytes:
    """A TIFF, its pages told apart by a growing black square."""
    made = []
    for index in range(pages):
        picture = scans.drawing(620, 877)
        ImageDraw.Draw(picture).rectangle((20, 20, 60 + 40 * index, 60 + 40 * index), fill="black")
        made.append(picture.convert(mode))
    exif = Image.Exif()
    if orientation is not None:
        exif[scans.ORIENTATION] = orientation
    target = io.BytesIO()
    made[0].save(target, "TIFF", save_all=True, append_images=made[1:], exif=exif, **options)
    return target.getvalue()


def padded(data: bytes, size: int) -> bytes:
    """The file with zeros after its end."""
    return data.ljust(size, b"\0")
