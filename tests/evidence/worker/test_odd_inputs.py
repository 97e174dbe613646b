"""Kinds of odd input, a row each: it comes out right by every way through the worker, or it is told why not.

Columns: name, maker, format by content, fault (or ""), and by which ways a file comes out of it.
F facts, V preview, P prepare, M made to fit, X flattened, C converted; a way that is not named is refused.
Prepare copies some documents that facts call faulty: FILE-1 keeps those out of an export.
"""

from __future__ import annotations

import functools
import io
import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Name
from PIL import Image, ImageChops

from cardprep.case.facts import Fault
from cardprep.evidence.errors import FitFailed, PrepareFailed, PreviewFailed
from making import hostile, large, pdfs, scans
from making.heic import HEIC_UPRIGHT

LIMIT = 400_000
ALL, OTHER = "VPMX", "C"


class Row(NamedTuple):
    """One kind of input."""

    make: Callable[[], bytes]
    format: str
    ways: str
    fault: Fault | None = None
    file: str = "a.bin"


def saved(picture: Image.Image, name: str, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, name, **options)
    return target.getvalue()


def boxed(*box: float) -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].MediaBox = Array(box)

    return pdfs.changed(change)


def drawing(mode: str = "RGB") -> Image.Image:
    return scans.drawing(620, 877).convert(mode)


def rgb16_png() -> bytes:
    rows = b"".join(b"\0" + struct.pack(">HHH", x * 999, 30_000, 60_000 - x * 900) * 1 for x in range(40))
    header = struct.pack(">IIBBBBB", 1, 40, 16, 2, 0, 0, 0)
    import zlib

    body = zlib.compress(rows)
    chunks = ((b"IHDR", header), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(scans.chunk(*each) for each in chunks)


def palette_png() -> bytes:
    picture = scans.cornered().convert("P", palette=Image.Palette.ADAPTIVE)
    return saved(picture, "PNG", transparency=0)


def rgba_png() -> bytes:
    picture = scans.cornered().convert("RGBA")
    picture.putalpha(128)
    return saved(picture, "PNG")


def user_unit_pdf() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].obj["/UserUnit"] = 4

    return pdfs.changed(change)


def cropped_pdf() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].CropBox = Array([50, 600, 400, 800])

    return pdfs.changed(change)


def bad_filter_pdf() -> bytes:
    picture = Image.new("RGB", (400, 400), "white")
    return large.with_image(
        picture, b"\0" * 500, filter=Name.DCTDecode, ColorSpace=Name.DeviceRGB, BitsPerComponent=8
    )


def lying_tiff() -> bytes:
    data = bytearray(large.tiff(1, "L"))
    at = data.index(struct.pack("<HHI", 256, 4, 1)) if struct.pack("<HHI", 256, 4, 1) in data else None
    kind = "<HHIH" if at is None else "<HHII"
    at = data.index(struct.pack("<HHI", 256, 3, 1)) if at is None else at
    struct.pack_into(kind, data, at, 256, 3 if kind == "<HHIH" else 4, 1, 60_000)
    return bytes(data)


def bmp_bomb() -> bytes:
    head = struct.pack("<2sIHHI", b"BM", 154, 0, 0, 54)
    return head + struct.pack("<IiiHHIIiiII", 40, 50_000, 50_000, 1, 24, 0, 0, 0, 0, 0, 0) + bytes(100)


ROWS: dict[str, Row] = {
    "zero bytes": Row(lambda: b"", "unknown", "", Fault.EMPTY),
    "one byte": Row(lambda: b"\xff", "unknown", ""),
    "noise": Row(hostile.random_bytes, "unknown", ""),
    "text": Row(lambda: "你好".encode(), "text", ""),
    "a web page called .jpg": Row(lambda: b"<!doctype html><html></html>", "html", "", file="a.jpg"),
    "16-bit grey PNG": Row(scans.grey16_png, "png", ALL),
    "16-bit colour PNG": Row(rgb16_png, "png", ALL),
    "1-bit PNG": Row(lambda: saved(drawing("1"), "PNG"), "png", ALL),
    "palette PNG with transparency": Row(palette_png, "png", ALL),
    "half transparent PNG": Row(rgba_png, "png", ALL),
    "grey PNG with alpha": Row(lambda: saved(drawing("LA"), "PNG"), "png", ALL),
    "animated PNG": Row(scans.animated_png, "png", ALL),
    "PNG turned by EXIF": Row(lambda: scans.page(90, 60, fmt="png", exif_orientation=6), "png", ALL),
    "PNG of one pixel": Row(lambda: saved(Image.new("L", (1, 1)), "PNG"), "png", ALL),
    "PNG of 1 × 15 000": Row(lambda: saved(Image.new("L", (1, 15_000)), "PNG"), "png", ALL),
    "PNG with bytes after its end": Row(lambda: scans.page(90, 60, fmt="png") + b"x" * 999, "png", ALL),
    "truncated PNG": Row(lambda: hostile.cut_at(scans.page(fmt="png"), 0.5), "png", "", Fault.DAMAGED),
    "PNG bomb": Row(hostile.png_bomb, "png", "", Fault.TOO_MANY_PIXELS),
    "PNG called .pdf": Row(lambda: scans.page(90, 60, fmt="png"), "png", ALL, file="a.pdf"),
    "CMYK JPEG": Row(scans.cmyk_jpeg, "jpeg", ALL),
    "grey JPEG": Row(lambda: saved(drawing("L"), "JPEG"), "jpeg", ALL),
    "progressive JPEG": Row(lambda: saved(drawing(), "JPEG", progressive=True), "jpeg", ALL),
    "JPEG with restart markers": Row(lambda: saved(drawing(), "JPEG", restart_marker_rows=1), "jpeg", ALL),
    "JPEG of quality 1": Row(lambda: saved(drawing(), "JPEG", quality=1), "jpeg", ALL),
    "JPEG stored as RGB": Row(lambda: saved(drawing(), "JPEG", keep_rgb=True), "jpeg", ALL),
    "JPEG mirrored by EXIF": Row(lambda: scans.page(90, 60, exif_orientation=5), "jpeg", ALL),
    "JPEG of one pixel": Row(lambda: saved(Image.new("RGB", (1, 1)), "JPEG"), "jpeg", ALL),
    "two pictures in one JPEG": Row(scans.two_picture_jpeg, "jpeg", ALL),
    "JPEG with a megabyte of zeros": Row(lambda: large.padded(scans.page(), 1_500_000), "jpeg", ALL),
    "truncated JPEG": Row(lambda: hostile.cut_at(scans.page(), 0.5), "jpeg", "", Fault.DAMAGED),
    "JPEG bomb": Row(hostile.jpeg_bomb, "jpeg", "", Fault.TOO_MANY_PIXELS),
    "JPEG with two frames": Row(hostile.lying_jpeg, "jpeg", "", Fault.DAMAGED),
    "JPEG without extension": Row(lambda: scans.page(90, 60), "jpeg", ALL, file="scan"),
    "name with emoji": Row(lambda: scans.page(90, 60), "jpeg", ALL, file="执照📄🏢.JPG"),
    "name of 200 characters": Row(lambda: scans.page(90, 60), "jpeg", ALL, file="n" * 196 + ".jpg"),
    "name with a quote and spaces": Row(lambda: scans.page(90, 60), "jpeg", ALL, file="a ' \" b .jpg"),
    "rotated PDF page": Row(lambda: pdfs.text_pdf(rotate=90), "pdf", ALL),
    "rotated scan in a PDF": Row(lambda: pdfs.scan_pdf(rotate=270), "pdf", ALL),
    "huge page box": Row(lambda: boxed(0, 0, 14_400, 14_400), "pdf", ALL, Fault.TOO_MANY_PIXELS),
    "tiny page box": Row(lambda: boxed(0, 0, 3, 3), "pdf", ALL),
    "page box upside down": Row(lambda: boxed(595, 842, 0, 0), "pdf", ALL),
    "page box away from zero": Row(lambda: boxed(-300, -400, 295, 442), "pdf", ALL),
    "page with a unit of its own": Row(user_unit_pdf, "pdf", ALL),
    "cropped page": Row(cropped_pdf, "pdf", ALL),
    "blank page": Row(pdfs.blank_pdf, "pdf", ALL),
    "PDF without pages": Row(pdfs.without_pages, "pdf", "P", Fault.NO_PAGES),
    "PDF with a huge picture": Row(pdfs.with_huge_image, "pdf", "P", Fault.TOO_MANY_PIXELS),
    "PDF with a picture that is none": Row(bad_filter_pdf, "pdf", ALL),
    "PDF with names in GBK": Row(pdfs.with_gbk_names, "pdf", ALL),
    "PDF after junk": Row(hostile.pdf_with_late_header, "pdf", ALL),
    "PDF that is an archive too": Row(hostile.pdf_and_zip, "pdf", ALL),
    "PDF of two minds": Row(hostile.pdf_with_two_counts, "pdf", "VP", Fault.READERS_DISAGREE),
    "encrypted PDF": Row(pdfs.encrypted, "pdf", "", Fault.ENCRYPTED),
    "PDF with an empty password": Row(lambda: pdfs.encrypted(user=""), "pdf", "X", Fault.ENCRYPTED),
    "signed PDF": Row(pdfs.signed, "pdf", ALL),
    "PDF with a script": Row(pdfs.with_javascript, "pdf", ALL),
    "PDF with an XFA form": Row(pdfs.with_xfa, "pdf", ALL),
    "truncated PDF": Row(lambda: hostile.cut_at(pdfs.text_pdf(), 0.6), "pdf", "", Fault.DAMAGED),
    "1-bit TIFF": Row(lambda: large.tiff(1, "1"), "tiff", OTHER),
    "fax TIFF": Row(lambda: large.tiff(1, "1", compression="group4"), "tiff", OTHER),
    "TIFF of three pages": Row(lambda: large.tiff(3), "tiff", OTHER),
    "16-bit TIFF": Row(lambda: saved(Image.new("I;16", (60, 40), 40_000), "TIFF"), "tiff", OTHER),
    "CMYK TIFF": Row(lambda: large.tiff(1, "CMYK"), "tiff", OTHER),
    "TIFF turned by its orientation": Row(lambda: large.tiff(1, orientation=6), "tiff", OTHER),
    "TIFF whose width lies": Row(lying_tiff, "tiff", ""),
    "truncated TIFF": Row(lambda: hostile.cut_at(large.tiff(1, "L"), 0.02), "tiff", ""),
    "GIF": Row(lambda: scans.other_format("GIF"), "gif", OTHER),
    "animated GIF": Row(
        lambda: saved(drawing("P"), "GIF", save_all=True, append_images=[drawing("L")]), "gif", OTHER
    ),
    "WebP with alpha": Row(lambda: saved(drawing("RGBA"), "WEBP"), "webp", OTHER),
    "truncated WebP": Row(lambda: hostile.cut_at(saved(drawing(), "WEBP"), 0.5), "webp", ""),
    "BMP": Row(lambda: saved(drawing(), "BMP"), "bmp", OTHER),
    "1-bit BMP": Row(lambda: saved(drawing("1"), "BMP"), "bmp", OTHER),
    "BMP bomb": Row(bmp_bomb, "bmp", ""),
    "HEIC": Row(lambda: HEIC_UPRIGHT, "heic", OTHER, file="IMG_0001.HEIC"),
    "HEIC called .jpg": Row(lambda: HEIC_UPRIGHT, "heic", OTHER, file="IMG_0001.jpg"),
    "truncated HEIC": Row(lambda: hostile.cut_at(HEIC_UPRIGHT, 0.8), "heic", ""),
    "AVIF": Row(lambda: scans.other_format("AVIF"), "avif", ""),
    "old Office file": Row(lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "ole", ""),
    "archive": Row(lambda: hostile.archive([("word/document.xml", b"<w/>")]), "docx", ""),
}  # fmt: skip


def test_there_are_at_least_fifty_kinds():
    assert len(ROWS) >= 50


@functools.cache
def content(name: str) -> bytes:
    return ROWS[name].make()


@pytest.fixture
def ways(worker, tmp_path) -> dict[str, Callable[..., object]]:
    """Each way through the worker, by its letter; gives the format and bytes of what came out."""
    out = tmp_path / "out"

    def made(method: Callable[..., object]) -> Callable[..., bytes]:
        def make(path) -> bytes:
            method(path, out, LIMIT)
            return out.read_bytes()

        return make

    def prepare(path) -> bytes:
        worker.prepare(path, out)
        return out.read_bytes()

    return {
        "V": lambda path: worker.preview(path, 0, 200),
        "P": prepare,
        "M": made(worker.fit),
        "X": made(worker.flatten),
        "C": made(worker.convert),
    }


@pytest.mark.parametrize("name", ROWS)
def test_it_comes_out_right_or_is_told(worker, ways, tmp_path, name):
    row = ROWS[name]
    path = tmp_path / row.file
    path.write_bytes(content(name))
    found = worker.facts(path)
    assert (found.format, found.fault) == (row.format, row.fault)
    outcomes = {letter: _came_out(way, path, letter) for letter, way in ways.items()}
    assert "".join(letter for letter, came in outcomes.items() if came) == row.ways
    assert worker.facts(path) is found or row.fault is Fault.EMPTY


def _came_out(way: Callable[..., object], path, letter: str) -> bool:
    """Whether something came out; it must then be readable, within the limit, and upright."""
    try:
        made = way(path)
    except (PreviewFailed, PrepareFailed, FitFailed) as refused:
        if refused.values["reason"] in (Fault.CRASHED, Fault.TIMED_OUT, Fault.OUT_OF_MEMORY):
            raise
        return False
    if isinstance(made, bytes) and letter != "P":
        assert len(made) <= LIMIT
        assert all(min(size) >= 1 for size in _sizes(made))
    return True


def _sizes(made: bytes) -> Iterator[tuple[float, float]]:
    if made.lstrip().startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(made)
        assert len(document)
        yield from (page.get_size() for page in document)
        return
    with Image.open(io.BytesIO(made), formats=("JPEG", "PNG")) as picture:
        picture.load()
        yield picture.size


def test_what_is_seen_stays_the_same(worker, tmp_path):
    for name in ("PNG turned by EXIF", "JPEG mirrored by EXIF", "progressive JPEG", "rotated PDF page"):
        path, out = tmp_path / "in", tmp_path / "out"
        path.write_bytes(content(name))
        worker.flatten(path, out, LIMIT)
        before, after = (worker.preview(each, 0, 200) for each in (path, out))
        assert (before.width, before.height) == (after.width, after.height)
        seen = [Image.frombytes("RGB", (p.width, p.height), p.rgb) for p in (before, after)]
        assert max(ImageChops.difference(*seen).convert("L").resize((9, 9)).tobytes()) < 40
