"""Pictures made to fit: within the limit, legible, upright, in colour where it matters, telling nothing."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Note, Refusal
from cardprep.evidence.worker import budget, fit_image, image
from cardprep.evidence.worker.faults import Refused, Unreadable
from making import hostile, large, scans

LIMIT, LIMITS = large.LIMIT, Limits()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def fit(data: bytes, picture_format: str = "jpeg", limit: int = LIMIT) -> fit_image.Made:
    return fit_image.fit(data, picture_format, limit, LIMITS)


def test_MAT_13_a_photo_comes_within_the_limit_and_near_it():
    made = fit(large.jpeg())
    assert 0.8 * LIMIT <= len(made.data) <= LIMIT
    assert (made.format, opened(made.data).format) == ("jpeg", "JPEG")
    assert Note.REENCODED in made.notes


def test_what_only_carries_too_much_is_not_coded_anew():
    data = scans.page(gps=True)
    made = fit(large.padded(data, LIMIT + 1))
    assert ImageChops.difference(opened(made.data), opened(data)).getbbox() is None
    assert made.notes == {Note.METADATA_REMOVED}


def test_the_result_tells_nothing_of_its_maker():
    made = fit(large.jpeg())
    for marker in (scans.GPS_TEXT, scans.AUTHOR.encode(), scans.CAMERA.encode(), b"Exif", b"ICC_PROFILE"):
        assert marker not in made.data


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_orientation_is_in_the_pixels(orientation):
    upright = large.noised(scans.cornered(1800, 2400), 30)
    data = scans.encoded(scans.stored_as(upright, orientation), "jpeg", orientation, quality=95)
    seen = opened(fit(data, limit=1_200_000).data)
    assert seen.getexif().get(scans.ORIENTATION, 1) == 1
    assert seen.size == upright.size
    for name, at in (("top-left", (80, 80)), ("top-right", (1720, 80)), ("bottom-left", (80, 2320))):
        near = ImageStat.Stat(seen.crop((at[0] - 40, at[1] - 40, at[0] + 40, at[1] + 40))).mean
        assert all(abs(a - b) < 25 for a, b in zip(near, scans.CORNERS[name], strict=True))


def test_red_ink_keeps_its_colour_in_every_pixel():
    made = fit(large.jpeg())
    assert opened(made.data).layer[0][1:3] == (1, 1)  # type: ignore[attr-defined]  # no factor: 4:4:4


def test_what_is_much_finer_than_300_dpi_is_reduced_and_no_further():
    data = scans.encoded(large.noisy(5200, 7200, 30), "jpeg", quality=90)
    made = fit(data)
    assert Note.REDUCED in made.notes
    assert min(opened(made.data).size) >= 2480


def test_a_picture_is_not_made_coarser_than_150_dpi_of_A4():
    made = fit(large.jpeg(), limit=700_000)
    longer, shorter = sorted(opened(made.data).size)[::-1]
    assert longer >= 1754
    assert shorter >= 1240


@pytest.mark.parametrize("picture_format", ["jpeg", "png"])
def test_mush_is_refused(picture_format):
    data = large.jpeg() if picture_format == "jpeg" else large.png()
    with pytest.raises(Refused) as caught:
        fit(data, picture_format, 60_000)
    assert caught.value.refusal is Refusal.ILLEGIBLE


def test_a_png_of_few_colours_is_packed_without_loss():
    drawing = scans.drawing(1240, 1754)
    target = io.BytesIO()
    drawing.save(target, "PNG", compress_level=0)
    made = fit(target.getvalue(), "png", 400_000)
    assert made.format == "png"
    assert ImageChops.difference(opened(made.data).convert("RGB"), drawing).getbbox() is None


def test_a_png_that_cannot_be_packed_becomes_a_jpeg():
    made = fit(large.png(), "png", 2_000_000)
    assert (made.format, opened(made.data).format) == ("jpeg", "JPEG")
    assert opened(made.data).size == (1240, 1754)


def test_what_is_transparent_becomes_white_paper():
    picture = large.noisy(1240, 1754).convert("RGBA")
    picture.paste((0, 0, 0, 0), (0, 0, 300, 300))
    target = io.BytesIO()
    picture.save(target, "PNG")
    seen = opened(fit(target.getvalue(), "png", 1_500_000).data)
    assert min(seen.getpixel((100, 100))) > 245


@pytest.mark.parametrize("picture_format", ["jpeg", "png"])
def test_a_damaged_picture_is_told(picture_format):
    data = large.jpeg() if picture_format == "jpeg" else large.png()
    with pytest.raises((Unreadable, OSError)):
        fit(hostile.cut_at(data, 0.7), picture_format)


def test_a_bomb_is_not_decoded():
    with pytest.raises(Unreadable):
        fit(hostile.jpeg_bomb())


def test_cmyk_becomes_colour():
    target = io.BytesIO()
    large.noisy(1400, 1900).convert("CMYK").save(target, "JPEG", quality=97)
    assert opened(fit(target.getvalue(), limit=1_500_000).data).mode == "RGB"


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    sides=st.tuples(st.integers(40, 2600), st.integers(40, 2600)),
    deviation=st.integers(0, 70),
    mode=st.sampled_from(["RGB", "L"]),
    limit=st.integers(20_000, 900_000),
    picture_format=st.sampled_from(["jpeg", "png"]),
)
def test_fit_is_never_over_the_limit_never_enlarges_and_does_nothing_twice(
    sides, deviation, mode, limit, picture_format
):
    data = scans.encoded(large.noisy(*sides, deviation, mode), picture_format, quality=92)
    if len(data) <= limit:
        return
    try:
        made = fit(data, picture_format, limit)
    except Refused:
        return
    assert len(made.data) <= limit < len(data)
    size = opened(made.data).size
    assert size[0] <= sides[0]
    assert size[1] <= sides[1]
    assert opened(made.data).size == opened(data).size or min(size) >= min(*sides, 1240)
    again = fit_image.fit(made.data, made.format, max(limit, len(made.data)), LIMITS)
    assert opened(again.data).size == size
    assert len(again.data) <= len(made.data)


def test_the_estimate_is_near_the_truth():
    picture = large.noisy(3000, 4000)
    sample = budget.mosaic(picture)
    guess = budget.Estimate(sample, budget.FULL, 12_000_000 / (sample.width * sample.height))
    assert guess.size(80) == pytest.approx(len(budget.encoded(picture, 80, budget.FULL)), rel=0.15)


def test_grey_and_red_are_told_apart():
    page = image.on_white(large.noisy(1240, 1754, 12.0))
    assert budget.has_red(page)
    assert not budget.is_grey(page)
    plain = large.noised(scans.drawing(1240, 1754), 12.0)
    assert budget.is_grey(plain)
    assert not budget.has_red(plain)
