from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cardprep.evidence.worker import orientation

ALL = range(1, 9)


@pytest.mark.parametrize("value", ALL)
def test_what_is_written_is_read_by_us_and_by_others(value):
    block = orientation.block(value)
    assert orientation.read(block) == value
    theirs = Image.Exif()
    theirs.load(b"Exif\x00\x00" + block)
    assert dict(theirs) == {0x0112: value}


@pytest.mark.parametrize("value", ALL)
def test_four_quarter_turns_come_back(value):
    assert orientation.turned(orientation.turned(value, 270), 90) == value
    assert orientation.turned(value, 0) == value


@pytest.mark.parametrize("value", ALL)
def test_a_turn_swaps_the_sides(value):
    assert orientation.swaps_sides(orientation.turned(value, 90)) != orientation.swaps_sides(value)


@pytest.mark.parametrize(("value", "expected"), [(1, 0), (3, 180), (6, 90), (8, 270), (2, 0), (7, 90)])
def test_degrees_are_clockwise(value, expected):
    assert orientation.degrees(value) == expected


def test_an_orientation_that_is_none_counts_as_upright():
    assert orientation.read(orientation.block(9)) == 1
    assert orientation.read(orientation.block(1).replace(b"\x01\x12", b"\x01\x13")) == 1


@given(st.binary() | st.binary().map(lambda rest: b"II*\x00" + rest))
def test_any_block_has_an_orientation(data):
    assert orientation.read(data) in ALL


def test_a_block_of_another_program_is_read():
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "FictiCam", 6
    assert orientation.read(io.BytesIO(exif.tobytes()).getvalue()[6:]) == 6
