"""Files that mean harm, or that harm has come to, made by code."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterable

from making import pdfs, scans


def cut_at(data: bytes, share: float) -> bytes:
    """The beginning of a file whose copying was broken off."""
    return data[: int(len(data) * share)]


def png_bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A few hundred bytes whose header announces gigabytes."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = [
        scans.chunk(b"IHDR", header),
        scans.chunk(b"IDAT", zlib.compress(b"\x00" * 64)),
        scans.chunk(b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def jpeg_bomb(width: int = 65_000, height: int = 65_000) -> bytes:
    """A JPEG whose frame header announces gigabytes."""
    jpeg = bytearray(scans.page(64, 64, ()))
    at = jpeg.index(b"\xff\xc0")
    jpeg[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(jpeg)


def lying_jpeg() -> bytes:
    """A JPEG with a second frame header of another size."""
    jpeg = scans.page(64, 64, ())
    at = jpeg.index(b"\xff\xc0")
    frame = bytearray(jpeg[at : at + 19])
    frame[5:9] = struct.pack(">HH", 128, 128)
    return jpeg[:at] + bytes(frame) + jpeg[at:]


def pdf_and_zip() -> bytes:
    """One file, two readings: a PDF for those who look at its beginning, an archive for the others."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return pdfs.text_pdf() + target.getvalue()


def pdf_with_late_header(before: int = 900) -> bytes:
    """A PDF after some junk, as mail gateways leave it."""
    return b"\r\n" * (before // 2) + pdfs.text_pdf()


def broken_pdf() -> bytes:
    """A PDF whose objects were overwritten by chance."""
    data = pdfs.text_pdf()
    return data[:20] + bytes(byte ^ 0x5A for byte in data[20:-60]) + data[-60:]


def pdf_with_two_counts() -> bytes:
    """A PDF with two page trees: which one is read depends on the reader."""
    data = pdfs.text_pdf(2)
    return data.replace(b"/Count 2", b"/Count 9")


def random_bytes(size: int = 5_000, seed: int = 3) -> bytes:
    """Noise."""
    import random

    return random.Random(seed).randbytes(size)


def archive(files: Iterable[tuple[str, bytes]], compress: bool = True) -> bytes:
    """A zip file with these names, exactly as they are given."""
    target = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", method) as made:
        warnings.simplefilter("ignore")
        for name, content in files:
            info = zipfile.ZipInfo("x")
            info.filename, info.compress_type = name, method
            made.writestr(info, content)
    return target.getvalue()


def archive_with_link(target_name: str = "/etc/passwd") -> bytes:
    """A zip file with a symbolic link."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        info = zipfile.ZipInfo("link")
        info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        made.writestr(info, target_name)
    return target.getvalue()


def archive_bomb(size: int = 40_000_000) -> bytes:
    """A small zip file with one large file of zeros."""
    return archive([("zeros.bin", bytes(size))])


def archive_with_bad_checksum() -> bytes:
    """A zip file in which a byte of a file has changed."""
    return archive([("a.txt", b"same old content")], compress=False).replace(b"same old", b"sane old")


def encrypted_archive() -> bytes:
    """A zip file whose entry says that it is encrypted."""
    data = bytearray(archive([("a.txt", b"secret")], compress=False))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)
