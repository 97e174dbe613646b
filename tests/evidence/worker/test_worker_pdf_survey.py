from __future__ import annotations

import io

import pikepdf
import pytest

from cardprep.case.facts import Active
from cardprep.evidence.worker.pdf_survey import survey
from making import pdfs


def active(data: bytes) -> set[Active]:
    with pikepdf.open(io.BytesIO(data)) as document:
        return survey(document).active


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (pdfs.with_javascript(), {Active.JAVASCRIPT}),
        (pdfs.with_javascript(in_object_stream=True), {Active.JAVASCRIPT}),
        (pdfs.with_attachment(), {Active.EMBEDDED_FILES}),
        (pdfs.with_xfa(), {Active.XFA}),
        (pdfs.signed(), {Active.SIGNED}),
        (pdfs.text_pdf(), set()),
        (pdfs.scan_pdf(), set()),
        (pdfs.with_destination(), set()),
        (pdfs.with_metadata(), set()),
    ],
)
def test_FILE_2_what_a_document_holds_beside_its_pages(data, expected):
    assert active(data) == expected


def test_a_script_deep_inside_other_values_is_found():
    def change(pdf: pikepdf.Pdf) -> None:
        action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")
        pdf.pages[0].obj.AA = pikepdf.Dictionary(
            O=pikepdf.Dictionary(S=pikepdf.Name.GoTo, Next=[1, [action]])
        )

    assert active(pdfs.changed(change)) == {Active.JAVASCRIPT}


def test_the_sizes_of_images_are_told():
    with pikepdf.open(io.BytesIO(pdfs.with_huge_image())) as document:
        assert survey(document).images == {(60_000, 60_000)}
