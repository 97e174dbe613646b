from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.evidence.replies import FORMATS
from cardprep.evidence.worker.sniff import sniff
from making import hostile, pdfs, scans


def office(member: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(member, "<x/>")
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (scans.page(40, 40), "jpeg"),
        (scans.two_picture_jpeg(), "jpeg"),
        (scans.page(40, 40, fmt="png"), "png"),
        (pdfs.text_pdf(), "pdf"),
        (hostile.pdf_with_late_header(), "pdf"),
        (hostile.pdf_and_zip(), "pdf"),
        (scans.other_format("GIF"), "gif"),
        (scans.other_format("BMP"), "bmp"),
        (scans.other_format("TIFF"), "tiff"),
        (scans.other_format("WEBP"), "webp"),
        (scans.other_format("AVIF"), "avif"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "heic"),
        (b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00", "unknown"),
        (office("word/document.xml"), "docx"),
        (office("xl/workbook.xml"), "xlsx"),
        (office("OFD.xml"), "ofd"),
        (hostile.archive([("a", b"b")]), "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "ole"),
        (b"<!DOCTYPE html><p>hello", "html"),
        ("一份说明".encode(), "text"),
        ("一份说明".encode("gb18030") * 900, "text"),
        (("x" + "一份说明" * 900).encode(), "text"),
        (b"BM is an abbreviation", "text"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "unknown"),
        (hostile.random_bytes(), "unknown"),
    ],
)
def test_MAT_12_the_format_is_told_by_content(data, expected):
    assert sniff(data) == expected


@given(st.binary(max_size=200))
def test_any_bytes_have_a_format_of_the_list(data):
    assert sniff(data) in FORMATS
