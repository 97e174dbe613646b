from __future__ import annotations

import pytest

from cardprep.case.facts import Fault
from cardprep.evidence.limits import Limits
from cardprep.evidence.worker import pdf
from cardprep.evidence.worker.faults import Refused, Unreadable
from making import hostile, pdfs, scans

LIMITS = Limits()


def facts(data: bytes) -> dict:
    return pdf.facts(data, LIMITS, lambda: None)


def fault(data: bytes) -> Fault:
    with pytest.raises(Unreadable) as caught:
        facts(data)
    return caught.value.fault


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (pdfs.encrypted(), Fault.ENCRYPTED),
        (pdfs.encrypted(user=""), Fault.ENCRYPTED),
        (pdfs.without_pages(), Fault.NO_PAGES),
        (pdfs.blank_pdf(201), Fault.TOO_MANY_PAGES),
        (pdfs.with_huge_image(), Fault.TOO_MANY_PIXELS),
        (hostile.cut_at(pdfs.text_pdf(), 0.6), Fault.DAMAGED),
        (hostile.cut_at(pdfs.scan_pdf(2, size=(400, 500)), 0.9), Fault.DAMAGED),
        (hostile.pdf_with_two_counts(), Fault.READERS_DISAGREE),
    ],
)
def test_FILE_1_a_document_that_cannot_be_had_says_why(data, expected):
    assert fault(data) is expected


def test_a_page_of_text_has_no_fineness():
    (page,) = facts(pdfs.text_pdf())["pages"]
    assert page == {"width": 1653, "height": 2339, "turn": 0, "dpi": None, "blank": False}


@pytest.mark.parametrize(
    ("rotate", "size"), [(0, (620, 877)), (90, (877, 620)), (180, (620, 877)), (270, (877, 620))]
)
def test_a_scanned_page_has_the_pixels_of_its_scan_as_shown(rotate, size):
    (page,) = facts(pdfs.scan_pdf(rotate=rotate, size=(620, 877)))["pages"]
    assert (page["width"], page["height"], page["turn"], page["dpi"]) == (*size, rotate, 75)


@pytest.mark.parametrize(("share", "dpi"), [(0.8, 75), (0.7, None)])
def test_an_image_is_a_scan_when_it_fills_the_page(share, dpi):
    (page,) = facts(pdfs.scan_pdf(share=share, size=(620, 877)))["pages"]
    assert page["dpi"] == dpi


def test_FILE_3_empty_pages_are_told_one_by_one():
    grainy = scans.page(620, 877, (), noise=10)
    assert [page["blank"] for page in facts(pdfs.blank_pdf(3))["pages"]] == [True] * 3
    assert [page["blank"] for page in facts(pdfs.scan_pdf(2, grainy))["pages"]] == [True] * 2


def test_the_clock_starts_anew_with_each_page():
    ticks = []
    pdf.facts(pdfs.blank_pdf(5), LIMITS, lambda: ticks.append(1))
    assert len(ticks) == 6


def test_names_that_are_no_utf_8_are_no_fault():
    assert len(facts(pdfs.with_gbk_names())["pages"]) == 1


def test_an_image_without_pixels_makes_a_damaged_page():
    assert fault(pdfs.with_huge_image(200, 0)) is Fault.DAMAGED


def test_junk_before_the_header_does_not_matter():
    assert len(facts(hostile.pdf_with_late_header())["pages"]) == 1


@pytest.mark.parametrize(
    ("rotate", "turn", "size"),
    [
        (0, 0, (300, 400)),
        (90, 0, (400, 300)),
        (0, 90, (400, 300)),
        (90, 90, (300, 400)),
        (270, 180, (400, 300)),
    ],
)
def test_a_preview_has_the_size_asked_for_and_is_turned_clockwise(rotate, turn, size):
    jpeg = scans.encoded(scans.cornered(595, 842), "jpeg")
    shown = pdf.preview(pdfs.scan_pdf(jpeg=jpeg, rotate=rotate), 0, 400, turn, LIMITS)
    assert max(shown.size) == 400
    assert (shown.width < shown.height) == (size[0] < size[1])
    places = [(0.05, 0.05), (0.95, 0.05), (0.95, 0.95), (0.05, 0.95)]
    across, down = places[(rotate + turn) // 90 % 4]
    red, green, blue = shown.getpixel((int(shown.width * across), int(shown.height * down)))
    assert red > 180 > 80 > max(green, blue)


def test_a_page_that_is_not_there_is_refused():
    for page in (-1, 1):
        with pytest.raises(Refused):
            pdf.preview(pdfs.text_pdf(), page, 100, 0, LIMITS)
