"""The true format of a file, told by its content and never by its name (MAT-12)."""

from __future__ import annotations

import re

_PDF_HEADER_WITHIN = 1024
_TEXT_SAMPLE = 4096
_ZIP_SAMPLE = 262_144
_BITMAP_HEADERS = (12, 40, 52, 56, 64, 108, 124)
_MAGIC = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"%PDF-", "pdf"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
)
_BRANDS = {
    b"heic": "heic", b"heix": "heic", b"hevc": "heic", b"heim": "heic", b"heis": "heic",
    b"mif1": "heic", b"msf1": "heic", b"avif": "avif", b"avis": "avif",
}  # fmt: skip
_ZIP_MEMBERS = ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx"), (b"OFD.xml", "ofd"))
_HTML = re.compile(rb"<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


def sniff(data: bytes) -> str:
    """One of `cardprep.evidence.replies.FORMATS`. The beginning of a file is enough."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    return _container(data) or _late_header(data) or "unknown"


def _container(data: bytes) -> str | None:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12])
    if data[:2] == b"BM" and int.from_bytes(data[14:18], "little") in _BITMAP_HEADERS:
        return "bmp"
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _zip(data[:_ZIP_SAMPLE] + data[-_ZIP_SAMPLE:])
    return None


def _zip(sample: bytes) -> str:
    return next((name for member, name in _ZIP_MEMBERS if member in sample), "zip")


def _late_header(data: bytes) -> str | None:
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return "pdf"
    sample = data[:_TEXT_SAMPLE]
    if _HTML.search(sample[:_PDF_HEADER_WITHIN]):
        return "html"
    return "text" if sample and _is_text(sample) else None


def _is_text(sample: bytes) -> bool:
    """Whether it reads as UTF-8, UTF-16 with a mark, or GB 18030; a character may be cut at the end."""
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    return _CONTROLS.search(sample) is None and any(_decodes(sample, name) for name in ("utf-8", "gb18030"))


def _decodes(sample: bytes, encoding: str) -> bool:
    try:
        sample.decode(encoding)
    except UnicodeDecodeError as error:
        return len(sample) == _TEXT_SAMPLE and error.start >= len(sample) - 4
    return True
