"""PDFs made to fit: text stays text, scans are coded anew, black-and-white stays so, signatures hold."""

from __future__ import annotations

import io
import random
from typing import NamedTuple

import pikepdf
import pypdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Note, Refusal
from cardprep.evidence.worker import fit_pdf, one_bit, pdf, pdf_pixels
from cardprep.evidence.worker.faults import Refused, Unreadable
from making import large, pdfs, scans

LIMIT, LIMITS = large.LIMIT, Limits()


def fit(data: bytes, limit: int = LIMIT) -> fit_pdf.Made:
    return fit_pdf.fit(data, limit, LIMITS, lambda: None)


def flatten(data: bytes, limit: int = LIMIT) -> fit_pdf.Made:
    return pdf_pixels.flatten(data, limit, LIMITS, lambda: None)


class Inside(NamedTuple):
    """One picture in a document."""

    coding: str
    bits: int
    width: int
    height: int
    raw: bytes


def images(data: bytes) -> list[Inside]:
    with pikepdf.open(io.BytesIO(data)) as document:
        streams = [image for page in document.pages for image in page.get_images().values()]
        return [
            Inside(str(i.Filter), int(i.BitsPerComponent), int(i.Width), int(i.Height), i.read_raw_bytes())
            for i in streams
        ]


def drawn(data: bytes, page: int = 0) -> Image.Image:
    return pypdfium2.PdfDocument(data)[page].render(scale=1).to_pil().convert("RGB")


def difference(one: bytes, other: bytes, page: int = 0) -> float:
    """The mean difference of two pages as they are seen, 0–255."""
    from PIL import ImageChops, ImageStat

    seen = [drawn(data, page) for data in (one, other)]
    assert seen[0].size == seen[1].size
    return max(ImageStat.Stat(ImageChops.difference(*seen)).mean)


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("rotate", [0, 90])
def test_scans_are_coded_anew_within_the_limit(mode, rotate):
    data = large.scan_pdf(2, rotate=rotate, mode=mode)
    made = fit(data)
    assert len(made.data) <= LIMIT < len(data)
    assert difference(made.data, data, 1) < 4
    assert all(min(i.width, i.height) >= 1240 for i in images(made.data))


def test_the_result_tells_nothing_of_its_maker():
    made = fit(large.scan_pdf())
    for marker in (scans.GPS_TEXT, scans.AUTHOR.encode(), scans.CAMERA.encode(), pdfs.AUTHOR.encode()):
        assert marker not in made.data
    assert not pypdf.PdfReader(io.BytesIO(made.data)).metadata


def test_what_only_carries_too_much_keeps_its_pages_as_they_are():
    def change(document: pikepdf.Pdf) -> None:
        document.attachments["x.bin"] = random.Random(1).randbytes(LIMIT)

    made = fit(pdfs.changed(change))
    assert len(made.data) < 20_000
    assert "Example Trading" in pypdf.PdfReader(io.BytesIO(made.data)).pages[0].extract_text()
    assert Note.EMBEDDED_FILES_REMOVED in made.notes


def test_text_beside_a_large_picture_stays_text():
    scan = large.scan_pdf(2)

    def change(document: pikepdf.Pdf) -> None:
        with pikepdf.open(io.BytesIO(pdfs.text_pdf())) as text:
            document.pages.extend(text.pages)

    made = fit(pdfs.changed(change, scan))
    assert len(made.data) <= LIMIT
    assert "Example Trading" in pypdf.PdfReader(io.BytesIO(made.data)).pages[2].extract_text()


def test_drawings_that_are_too_much_are_refused_not_turned_into_pixels():
    with pytest.raises(Refused) as caught:
        fit(large.heavy_text_pdf())
    assert caught.value.refusal is Refusal.ILLEGIBLE


def test_too_many_pages_are_refused():
    with pytest.raises(Refused) as caught:
        fit(large.scan_pdf(8), 250_000)
    assert caught.value.refusal is Refusal.ILLEGIBLE


def test_a_signed_document_is_left_alone():
    def change(document: pikepdf.Pdf) -> None:
        document.Root.Large = document.make_stream(random.Random(1).randbytes(LIMIT))

    with pytest.raises(Refused) as caught:
        fit(pdfs.changed(change, pdfs.signed()))
    assert caught.value.refusal is Refusal.SIGNED


@pytest.mark.parametrize("user", ["", "geheim"])
def test_an_encrypted_document_is_told(user):
    with pytest.raises(Unreadable) as caught:
        fit(pdfs.encrypted(user=user))
    assert caught.value.fault == "encrypted"


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_pictures_packed_without_loss_are_coded_anew(mode):
    data = large.flate_pdf(mode=mode)
    made = fit(data, 900_000)
    assert len(made.data) <= 900_000
    assert difference(made.data, data) < 8
    assert images(made.data)[0].coding == "/DCTDecode"


def test_black_and_white_stays_black_and_white_and_loses_nothing():
    lines = ("Registered address: 18 Example Road, Jiangning, Nanjing " * 2,) * 50
    page = one_bit.of_grey(scans.drawing(2480, 3508, lines).convert("L"))
    data = large.with_image(page, page.tobytes(), ColorSpace=Name.DeviceGray, BitsPerComponent=1)
    (image,) = images(fit(data, len(one_bit.packed(page)) + 4_000).data)
    assert (image.coding, image.bits) == ("/CCITTFaxDecode", 1)
    assert image.raw == one_bit.packed(page)


def test_a_dusty_fax_is_made_coarser_but_stays_black_and_white():
    data = large.one_bit_pdf(4960, 7016, specks=60_000)
    made = fit(data, 100_000)
    (image,) = images(made.data)
    assert image.bits == 1
    assert image.height >= 2339
    assert len(made.data) <= 100_000


def test_a_fax_that_cannot_be_so_small_does_not_become_grey():
    with pytest.raises(Refused):
        fit(large.one_bit_pdf(4960, 7016), 2_400)


def test_a_fax_that_fits_its_share_is_not_touched():
    page = large.one_bit_page()
    coded = one_bit.packed(page)
    told = Dictionary(K=-1, Columns=page.width, Rows=page.height, BlackIs1=True)
    fax = large.with_image(
        page, coded, filter=Name.CCITTFaxDecode, parms=told, ColorSpace=Name.DeviceGray, BitsPerComponent=1
    )

    def change(document: pikepdf.Pdf) -> None:
        with pikepdf.open(io.BytesIO(large.scan_pdf(2))) as scan:
            document.pages.extend(scan.pages)

    made = fit(pdfs.changed(change, fax))
    assert images(made.data)[0].raw == coded


def test_a_palette_becomes_colour():
    picture = large.noisy(1240, 1754).convert("P", palette=Image.Palette.ADAPTIVE)
    palette = bytes(picture.getpalette() or ())
    space = Array([Name.Indexed, Name.DeviceRGB, 255, pikepdf.String(palette.ljust(768, b"\0"))])
    data = large.with_image(picture, picture.tobytes(), ColorSpace=space, BitsPerComponent=8)
    made = fit(data, 700_000)
    assert difference(made.data, data) < 12


def test_a_scan_that_cannot_be_coded_anew_is_rebuilt_from_its_pixels():
    target = io.BytesIO()
    picture = large.noisy(1654, 2339)
    picture.convert("CMYK").save(target, "JPEG", quality=98)
    data = large.with_image(
        picture, target.getvalue(), filter=Name.DCTDecode, ColorSpace=Name.DeviceCMYK, BitsPerComponent=8,
        Decode=Array([1, 0] * 4),
    )  # fmt: skip
    made = fit(data, 900_000)
    assert len(made.data) <= 900_000
    assert Note.FLATTENED in made.notes
    assert difference(made.data, data) < 12


def test_a_document_over_the_limits_is_told():
    with pytest.raises(Unreadable):
        fit(pdfs.with_huge_image())
    with pytest.raises(Unreadable):
        fit_pdf.fit(pdfs.blank_pdf(3), 10, Limits(pages=2), lambda: None)


@pytest.mark.parametrize(
    "data",
    [pdfs.with_javascript(), pdfs.with_xfa(), pdfs.with_attachment(), pdfs.signed(), pdfs.encrypted(user="")],
)
def test_FILE_2_a_flattened_document_has_nothing_but_pixels(data):
    made = flatten(data)
    assert pdf.facts(made.data, LIMITS, lambda: None)["active"] == []
    with pikepdf.open(io.BytesIO(made.data)) as document:
        assert set(document.Root.keys()) == {"/Pages", "/Type"}
    assert difference(made.data, data) < 4


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_flattened_page_lies_as_it_was_seen(rotate):
    data = pdfs.text_pdf(2, rotate=rotate)
    made = flatten(data)
    assert len(pikepdf.open(io.BytesIO(made.data)).pages) == 2
    assert difference(made.data, data, 1) < 4


def test_what_is_behind_a_password_cannot_be_flattened():
    with pytest.raises(Unreadable) as caught:
        flatten(pdfs.encrypted())
    assert caught.value.fault == "encrypted"


def test_a_sign_of_life_is_given_for_each_picture():
    ticks = []
    fit_pdf.fit(large.scan_pdf(3), LIMIT, LIMITS, lambda: ticks.append(1))
    flat = []
    pdf_pixels.flatten(pdfs.text_pdf(3), LIMIT, LIMITS, lambda: flat.append(1))
    assert len(ticks) >= 2
    assert len(flat) == 3


@pytest.mark.parametrize("limit", [150_000, 400_000, 1_000_000, 2_500_000])
@pytest.mark.parametrize("pages", [1, 2])
def test_fit_is_never_over_the_limit_and_does_nothing_twice(pages, limit):
    data = large.scan_pdf(pages)
    try:
        made = fit(data, limit)
    except Refused:
        assert limit < 400_000 * pages
        return
    assert len(made.data) <= limit
    assert len(fit(made.data, limit).data) == len(made.data)
