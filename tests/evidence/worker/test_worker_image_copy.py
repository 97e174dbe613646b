from __future__ import annotations

import io

import pytest
from PIL import Image, ImageOps

from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Note
from cardprep.evidence.worker.image_copy import copy
from making import scans

LIMITS = Limits()


def shown(data: bytes) -> Image.Image:
    return ImageOps.exif_transpose(Image.open(io.BytesIO(data)))


@pytest.mark.parametrize("fmt", ["jpeg", "png"])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("value", range(1, 9))
def test_every_orientation_and_turn_is_shown_right_by_others(value, turn, fmt):
    data = scans.encoded(scans.stored_as(scans.cornered(), value), fmt, value)
    made, _ = copy(data, fmt, turn, LIMITS)
    assert shown(made).tobytes() == shown(data).rotate(-turn, expand=True).tobytes()


def test_a_jpeg_is_never_coded_anew():
    data = scans.page(200, 300, gps=True, exif_orientation=5)
    made, notes = copy(data, "jpeg", 270, LIMITS)
    scan = data[data.rindex(b"\xff\xda") : -2]
    assert scan in made
    assert notes == {Note.TURNED, Note.METADATA_REMOVED}


def test_a_copy_with_nothing_to_take_out_is_the_original():
    clean, _ = copy(scans.page(60, 80), "jpeg", 0, LIMITS)
    assert copy(clean, "jpeg", 0, LIMITS) == (clean, set())


def test_hidden_bytes_are_cut_off_and_told():
    clean, _ = copy(scans.page(60, 80), "jpeg", 0, LIMITS)
    assert copy(clean + b"hidden", "jpeg", 0, LIMITS) == (clean, {Note.TRAILING_REMOVED})


def test_a_turned_png_keeps_its_colour_chunks():
    data = scans.page(60, 80, fmt="png")
    data = data[:33] + scans.chunk(b"gAMA", b"\x00\x00\xb1\x8f") + data[33:]
    made, notes = copy(data, "png", 90, LIMITS)
    assert b"gAMA\x00\x00\xb1\x8f" in made
    assert notes == {Note.TURNED, Note.REENCODED}


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "RGB"])
def test_a_turned_png_loses_no_shade(mode):
    target = io.BytesIO()
    scans.cornered().convert(mode).save(target, "PNG")
    made, _ = copy(target.getvalue(), "png", 90, LIMITS)
    before = Image.open(target).convert("RGBA").transpose(Image.Transpose.ROTATE_270)
    assert Image.open(io.BytesIO(made)).convert("RGBA").tobytes() == before.tobytes()


def test_a_turned_grey_png_keeps_its_16_bits():
    made, notes = copy(scans.grey16_png(), "png", 90, LIMITS)
    assert Image.open(io.BytesIO(made)).getpixel((3, 33)) == 33 * 1023
    assert Note.DEPTH_REDUCED not in notes
