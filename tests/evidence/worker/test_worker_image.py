from __future__ import annotations

import io

import pytest
from PIL import Image

from cardprep.case.facts import Fault
from cardprep.evidence.limits import Limits
from cardprep.evidence.worker import image
from cardprep.evidence.worker.faults import Unreadable
from making import hostile, scans

LIMITS = Limits()
TURNS = {1: 0, 2: 0, 3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270}


def opened(data: bytes, limits: Limits = LIMITS) -> image.Picture:
    return image.open_picture(data, "png" if data[1:4] == b"PNG" else "jpeg", limits)


def corners(shown: Image.Image) -> dict[str, str]:
    """Where each of the three coloured corners is seen."""
    width, height = shown.size
    places = {
        "top-left": (0.1, 0.1),
        "top-right": (0.9, 0.1),
        "bottom-left": (0.1, 0.9),
        "bottom-right": (0.9, 0.9),
    }
    seen = {}
    for name, colour in scans.CORNERS.items():
        for place, (across, down) in places.items():
            pixel = shown.getpixel((int(width * across), int(height * down)))
            if all(abs(a - b) < 40 for a, b in zip(pixel, colour, strict=True)):
                seen[name] = place
    return seen


UPRIGHT = {name: name for name in scans.CORNERS}
QUARTER = {"top-left": "top-right", "bottom-left": "top-left", "top-right": "bottom-right"}


@pytest.mark.parametrize("fmt", ["jpeg", "png"])
@pytest.mark.parametrize("value", range(1, 9))
def test_every_orientation_is_shown_upright(value, fmt):
    data = scans.encoded(scans.stored_as(scans.cornered(), value), fmt, value)
    shown = image.preview(opened(data), 200, 0)
    assert shown.size == (200, 150)
    assert corners(shown) == UPRIGHT


@pytest.mark.parametrize("value", range(1, 9))
def test_a_turn_is_clockwise_and_comes_on_top(value):
    data = scans.encoded(scans.stored_as(scans.cornered(), value), "jpeg", value)
    shown = image.preview(opened(data), 200, 90)
    assert shown.size == (150, 200)
    assert corners(shown) == QUARTER


@pytest.mark.parametrize(("value", "turn"), TURNS.items())
def test_facts_are_about_the_picture_as_it_is_shown(value, turn):
    data = scans.encoded(scans.stored_as(scans.cornered(400, 300), value), "jpeg", value)
    (page,) = image.facts(opened(data))["pages"]
    assert (page["width"], page["height"], page["turn"]) == (400, 300, turn)


@pytest.mark.parametrize(
    ("size", "dpi"), [((2480, 3508), 300), ((3508, 2480), 300), ((827, 1169), 100), ((827, 200), 71)]
)
def test_FILE_3_how_fine_it_is_on_a4(size, dpi):
    assert image.dpi_on_a4(*size) == dpi


def test_a_preview_is_never_larger_than_the_picture():
    assert image.preview(opened(scans.page(60, 80)), 800, 0).size == (60, 80)


@pytest.mark.parametrize("data", [hostile.png_bomb(), hostile.jpeg_bomb(), hostile.png_bomb(20_001, 1)])
def test_FILE_1_announced_pixels_are_checked_before_decoding(data):
    with pytest.raises(Unreadable) as caught:
        opened(data)
    assert caught.value.fault is Fault.TOO_MANY_PIXELS


def test_the_limits_are_the_callers():
    with pytest.raises(Unreadable):
        opened(scans.page(60, 80), Limits(pixels=4_799))
    assert opened(scans.page(60, 80), Limits(pixels=4_800)).height == 80


def test_what_is_transparent_shows_white_paper():
    target = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(target, "PNG")
    assert image.preview(opened(target.getvalue()), 20, 0).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "RGB"])
def test_every_kind_of_png_is_shown(mode):
    target = io.BytesIO()
    scans.cornered().convert(mode).save(target, "PNG")
    shown = image.preview(opened(target.getvalue()), 100, 0)
    assert (shown.mode, shown.size) == ("RGB", (100, 75))


def test_a_grey_picture_of_16_bits_keeps_its_shades():
    shown = image.preview(opened(scans.grey16_png()), 64, 0)
    assert [abs(shown.getpixel((at, 3))[0] - at * 4) <= 2 for at in (1, 20, 40, 60)] == [True] * 4


def test_a_printers_picture_keeps_its_colours():
    red, green, blue = image.preview(opened(scans.cmyk_jpeg()), 64, 0).getpixel((9, 9))
    assert red > 200
    assert max(green, blue) < 100


def test_FILE_2_an_animation_is_told():
    assert image.facts(opened(scans.animated_png()))["active"] == ["animation"]


def test_hidden_bytes_are_counted():
    assert image.facts(opened(scans.page(60, 80) + b"hidden"))["trailing"] == 6


def test_FILE_1_a_png_with_too_little_data_is_damaged():
    data = scans.page(60, 80, fmt="png")
    start = data.index(b"IDAT") - 4
    empty = data[:start] + scans.chunk(b"IDAT", data[start + 8 : start + 40]) + scans.chunk(b"IEND", b"")
    with pytest.raises((Unreadable, OSError)):
        image.facts(opened(empty))


def test_a_large_picture_is_reduced_band_by_band_without_seams():
    whole = scans.cornered(1600, 1200)
    small = image.reduced(whole, 400)
    assert small.tobytes() == whole.reduce(4).tobytes()
    assert image.reduced(whole.crop((0, 0, 1599, 1197)), 400).size == (533, 399)
