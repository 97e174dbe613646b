from __future__ import annotations

import io

import pikepdf
import pytest

from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Note
from cardprep.evidence.worker import pdf
from cardprep.evidence.worker.faults import Unreadable
from cardprep.evidence.worker.pdf_copy import copy
from making import hostile, pdfs, scans

LIMITS = Limits()
SECRETS = (pdfs.AUTHOR.encode(), scans.AUTHOR.encode(), scans.GPS_TEXT, b"xmpmeta", b"/Info", b"/Thumb")


def plain(data: bytes) -> bytes:
    """The document with all its streams laid open, so that nothing can hide."""
    with pikepdf.open(io.BytesIO(data)) as document:
        return pdfs.written(
            document,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )


def look(data: bytes, turn: int = 0) -> bytes:
    return pdf.preview(data, 0, 300, turn, LIMITS).tobytes()


def test_a_clean_copy_tells_nothing_of_its_maker():
    data = pdfs.with_metadata()
    made, notes = copy(data, 0)
    assert [secret for secret in SECRETS if secret in plain(made)] == []
    assert scans.GPS_TEXT in plain(data)
    assert notes == {Note.METADATA_REMOVED}
    assert look(made) == look(data)


def test_the_scan_inside_stays_bit_for_bit():
    data = pdfs.scan_pdf()
    made, _ = copy(data, 0)
    start = data.rindex(b"\xff\xda")
    assert data[start : data.index(b"\xff\xd9", start)] in made


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turn_comes_on_top_of_the_pages_own(turn):
    data = pdfs.text_pdf(2, rotate=90)
    made, notes = copy(data, turn)
    with pikepdf.open(io.BytesIO(made)) as document:
        assert [page.rotation for page in document.pages] == [(90 + turn) % 360] * 2
    assert Note.TURNED in notes


def test_embedded_files_are_taken_out():
    made, notes = copy(pdfs.with_attachment(b"the hidden file"), 0)
    assert b"the hidden file" not in plain(made)
    assert b"FileAttachment" not in plain(made)
    assert Note.EMBEDDED_FILES_REMOVED in notes


def test_scripts_and_forms_are_left_to_the_clerk():
    assert b"app.alert" in plain(copy(pdfs.with_javascript(), 0)[0])
    assert b"xdp:xdp" in plain(copy(pdfs.with_xfa(), 0)[0])


def test_a_signed_document_stays_bit_for_bit():
    data = pdfs.signed()
    assert copy(data, 90) == (data, {Note.SIGNED_KEPT})


@pytest.mark.parametrize("data", [pdfs.text_pdf(), pdfs.with_metadata(), pdfs.with_javascript(True)])
def test_the_same_document_gives_the_same_copy(data):
    once, _ = copy(data, 0)
    assert copy(data, 0)[0] == once
    assert copy(once, 0)[1] == set()


def test_two_documents_that_differ_in_their_metadata_alone_give_one_copy():
    def change(document: pikepdf.Pdf) -> None:
        document.docinfo["/Author"] = "Somebody Else"

    assert copy(pdfs.changed(change, pdfs.text_pdf()), 0)[0] == copy(pdfs.changed(lambda _: None), 0)[0]


def test_names_that_are_no_utf_8_are_no_fault():
    data = pdfs.with_gbk_names()
    assert look(copy(data, 0)[0]) == look(data)


def test_older_revisions_are_gone():
    data = pdfs.text_pdf(lines=("first version",))
    later = data + b"9 0 obj\n(left over)\nendobj\n" + data[data.rindex(b"startxref") :]
    assert b"left over" not in plain(copy(later, 0)[0])


def test_an_image_that_cannot_be_walked_stays_as_it_is():
    broken = hostile.lying_jpeg()

    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].Resources.XObject.Im0.write(broken, filter=pikepdf.Name.DCTDecode)

    assert broken in copy(pdfs.changed(change, pdfs.scan_pdf()), 0)[0]


@pytest.mark.parametrize(
    "data", [pdfs.encrypted(), pdfs.encrypted(user=""), hostile.cut_at(pdfs.text_pdf(), 0.5)]
)
def test_no_copy_of_what_cannot_be_read(data):
    with pytest.raises(Unreadable):
        copy(data, 0)
