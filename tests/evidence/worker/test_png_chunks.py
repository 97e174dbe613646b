from __future__ import annotations

import contextlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cardprep.evidence.worker.faults import Unreadable
from cardprep.evidence.worker.png_chunks import SIGNATURE, clean, walk
from making import hostile, scans

TELLING = scans.page(200, 300, fmt="png", gps=True, exif_orientation=6)
SMALL = scans.page(20, 20, (), fmt="png")
SECRETS = (b"tEXt", b"zTXt", b"iTXt", b"eXIf", scans.AUTHOR.encode(), scans.GPS_TEXT)


def with_chunk(name: bytes, content: bytes = b"hidden") -> bytes:
    return SMALL[:33] + scans.chunk(name, content) + SMALL[33:]


def test_a_clean_copy_tells_nothing_but_its_picture():
    made = clean(walk(TELLING))
    assert all(secret in TELLING for secret in SECRETS)
    assert [secret for secret in SECRETS if secret in made] == []
    assert Image.open(io.BytesIO(made)).tobytes() == Image.open(io.BytesIO(TELLING)).tobytes()


def test_the_coded_data_stays_bit_for_bit():
    coded = [chunk for chunk in walk(TELLING).chunks if chunk.name == b"IDAT"]
    assert [chunk for chunk in walk(clean(walk(TELLING))).chunks if chunk.name == b"IDAT"] == coded


@pytest.mark.parametrize("name", [b"tIME", b"prVt", b"iCCP", b"acTL", b"caBX"])
def test_chunks_that_are_no_picture_are_dropped(name):
    assert clean(walk(with_chunk(name))) == SMALL


@pytest.mark.parametrize("name", [b"gAMA", b"pHYs", b"sRGB"])
def test_chunks_that_the_picture_needs_are_kept(name):
    assert clean(walk(with_chunk(name))) == with_chunk(name)


def test_what_follows_the_end_is_counted_and_cut_off():
    png = walk(TELLING + b"hidden")
    assert png.trailing == 6
    assert b"hidden" not in clean(png)


def test_an_animation_is_known_and_stilled():
    png = walk(scans.animated_png())
    assert png.is_animated
    still = Image.open(io.BytesIO(clean(png)))
    assert getattr(still, "n_frames", 1) == 1


def test_size_and_orientation_are_those_of_the_header():
    png = walk(TELLING)
    assert (png.width, png.height, png.orientation, png.is_animated) == (200, 300, 6, False)


@pytest.mark.parametrize(
    "data",
    [b"", SIGNATURE, SMALL[:-12], hostile.cut_at(SMALL, 0.5), with_chunk(b"PRVT"), with_chunk(b"a\xffcd"),
     SMALL[:50] + b"\x00" + SMALL[51:], hostile.png_bomb(0, 5), SIGNATURE + scans.chunk(b"IEND", b""),
     SIGNATURE + SMALL[33:], with_chunk(b"IHDR", SMALL[16:29])],
)  # fmt: skip
def test_FILE_1_a_broken_picture_is_unreadable(data):
    with pytest.raises(Unreadable):
        walk(data)


@given(st.binary(max_size=300).map(lambda rest: SIGNATURE + rest) | st.binary(max_size=50))
def test_any_bytes_are_a_picture_or_unreadable(data):
    with contextlib.suppress(Unreadable):
        clean(walk(data))


@given(
    st.lists(
        st.tuples(st.sampled_from([b"IHDR", b"IDAT", b"IEND", b"eXIf", b"tEXt"]), st.binary(max_size=30))
    )
)
@settings(max_examples=60)
def test_any_chunks_are_a_picture_or_unreadable(chunks):
    try:
        png = walk(SIGNATURE + b"".join(scans.chunk(*each) for each in chunks))
    except Unreadable:
        return
    assert png.orientation in range(1, 9)
    assert walk(clean(png)).trailing == 0
