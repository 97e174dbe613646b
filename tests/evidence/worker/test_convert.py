"""Pictures in other formats, made into files that the online system takes."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Note, Refusal
from cardprep.evidence.worker import convert
from cardprep.evidence.worker.faults import Refused, Unreadable
from cardprep.evidence.worker.sniff import sniff
from making import large, scans
from making.heic import HEIC_UPRIGHT

LIMIT, LIMITS = large.LIMIT, Limits()


def converted(data: bytes, limit: int = LIMIT, limits: Limits = LIMITS) -> convert.Made:
    return convert.convert(data, sniff(data), limit, limits, lambda: None)


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def saved(picture: Image.Image, name: str, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, name, **options)
    return target.getvalue()


@pytest.mark.parametrize("name", ["BMP", "TIFF", "WEBP", "GIF"])
def test_MAT_12_another_format_becomes_one_that_is_taken(name):
    made = converted(scans.other_format(name))
    seen = opened(made.data).convert("RGB")
    assert made.format in ("png", "jpeg")
    assert Note.CONVERTED in made.notes
    assert seen.size == (80, 60)
    assert seen.getpixel((5, 5))[0] > 180 > 80 > seen.getpixel((5, 5))[1]


@pytest.mark.parametrize("name", ["BMP", "TIFF", "WEBP"])
def test_a_photo_becomes_a_jpeg_and_few_colours_a_png(name):
    options = {"lossless": True} if name == "WEBP" else {}
    assert converted(saved(large.noisy(620, 877), name, **options)).format == "jpeg"
    assert converted(saved(scans.cornered(), name, **options)).format == "png"


def test_a_large_photo_comes_within_the_limit():
    made = converted(saved(large.noisy(3000, 4000), "BMP"))
    assert (made.format, len(made.data) <= LIMIT) == ("jpeg", True)


def test_what_is_much_finer_than_300_dpi_is_reduced_and_says_so():
    made = converted(saved(Image.new("L", (4960, 7016), 200), "BMP"))
    assert Note.REDUCED in made.notes
    assert opened(made.data).size == (2480, 3508)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
@pytest.mark.parametrize("name", ["TIFF", "WEBP"])
def test_the_orientation_is_applied_and_no_metadata_left(name, orientation):
    upright = scans.cornered()
    exif = Image.Exif()
    exif[scans.ORIENTATION], exif[scans.ARTIST] = orientation, scans.AUTHOR
    stored = scans.stored_as(upright, orientation)
    options = {"lossless": True} if name == "WEBP" else {}
    made = converted(saved(stored, name, exif=exif, **options))
    seen = opened(made.data)
    assert ImageChops.difference(seen.convert("RGB"), upright).getbbox() is None
    assert scans.AUTHOR.encode() not in made.data
    assert not seen.getexif()


def test_a_heic_photo_becomes_a_jpeg_the_right_way_up():
    made = converted(HEIC_UPRIGHT)
    assert made.format in ("jpeg", "png")
    seen = opened(made.data).convert("RGB")
    assert seen.size == (90, 120)
    for name, at in (("top-left", (0.1, 0.1)), ("bottom-left", (0.1, 0.9))):
        got = seen.getpixel((int(seen.width * at[0]), int(seen.height * at[1])))
        assert all(abs(a - b) < 60 for a, b in zip(got, scans.CORNERS[name], strict=True))


@pytest.mark.parametrize("mode", ["RGB", "L", "1"])
def test_a_tiff_of_several_pages_becomes_a_pdf_in_the_same_order(mode):
    made = converted(large.tiff(3, mode))
    document = pypdfium2.PdfDocument(made.data)
    assert (made.format, len(document)) == ("pdf", 3)
    dark = [ImageStat.Stat(document[page].render(scale=1).to_pil().convert("L")).mean[0] for page in range(3)]
    assert dark[0] > dark[1] > dark[2]


def test_black_and_white_pages_stay_so():
    made = converted(large.tiff(2, "1"))
    with pikepdf.open(io.BytesIO(made.data)) as document:
        (image,) = document.pages[0].get_images().values()
        assert str(image.Filter) == "/CCITTFaxDecode"


def test_a_page_keeps_its_true_size_where_the_file_tells_it():
    made = converted(large.tiff(2, "L", dpi=(150, 150)))
    page = pypdfium2.PdfDocument(made.data)[0]
    assert [round(side) for side in page.get_size()] == [298, 421]


@pytest.mark.parametrize("name", ["GIF", "WEBP"])
def test_of_an_animation_the_first_picture_is_taken(name):
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    data = saved(frames[0], name, save_all=True, append_images=frames[1:], lossless=True)
    made = converted(data)
    assert Note.FIRST_OF_SEVERAL in made.notes
    assert opened(made.data).convert("RGB").getpixel((30, 20))[0] > 200


def test_what_is_transparent_becomes_white_paper():
    clear = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    seen = opened(converted(saved(clear, "WEBP", lossless=True)).data).convert("RGB")
    assert seen.getpixel((30, 20)) == (255, 255, 255)


@pytest.mark.parametrize("data", [scans.page(60, 80), b"hello", scans.other_format("AVIF")])
def test_what_needs_or_has_no_converter_is_refused(data):
    with pytest.raises(Refused) as caught:
        converted(data)
    assert caught.value.refusal is Refusal.FORMAT


@pytest.mark.parametrize("name", ["BMP", "TIFF", "WEBP", "GIF"])
def test_a_picture_over_the_limits_is_not_decoded(name, monkeypatch):
    monkeypatch.setattr(convert, "_upright", lambda _: pytest.fail("decoded"))
    with pytest.raises(Unreadable) as caught:
        converted(scans.other_format(name), limits=Limits(side=70))
    assert caught.value.fault == "too-many-pixels"


def test_the_size_of_every_page_is_looked_at():
    pages = [Image.new("L", size, 255) for size in ((50, 50), (50, 90))]
    data = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    with pytest.raises(Unreadable):
        converted(data, limits=Limits(side=80))
    with pytest.raises(Unreadable) as caught:
        converted(large.tiff(3), limits=Limits(pages=2))
    assert caught.value.fault == "too-many-pages"


def test_pages_that_cannot_be_that_small_are_refused():
    with pytest.raises(Refused):
        converted(large.tiff(3), 9_000)
