from __future__ import annotations

import contextlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from cardprep.evidence.worker.faults import Unreadable
from cardprep.evidence.worker.jpeg_segments import clean, walk
from making import hostile, scans

TELLING = scans.page(200, 300, gps=True, exif_orientation=6)
SECRETS = (
    scans.AUTHOR.encode(),
    scans.CAMERA.encode(),
    scans.GPS_TEXT,
    b"xmpmeta",
    b"JFXX",
    b"Exif",
    b"Photoshop",
)


def pixels(data: bytes) -> bytes:
    return Image.open(io.BytesIO(data)).tobytes()


def progressive() -> bytes:
    target = io.BytesIO()
    scans.drawing(200, 300, noise=9).save(
        target, "JPEG", progressive=True, comment=b"secret", restart_marker_blocks=4
    )
    return target.getvalue()


def test_the_test_picture_has_secrets():
    assert all(secret in TELLING for secret in SECRETS)


def test_a_clean_copy_tells_nothing_but_its_picture():
    made = clean(walk(TELLING))
    assert [secret for secret in SECRETS if secret in made] == []
    assert pixels(made) == pixels(TELLING)


@pytest.mark.parametrize("data", [TELLING, progressive(), scans.cmyk_jpeg(), scans.page(64, 64)])
def test_the_coded_data_stays_bit_for_bit(data):
    jpeg = walk(data)
    again = walk(clean(jpeg))
    assert [part.coded for part in again.segments if part.coded] == [
        p.coded for p in jpeg.segments if p.coded
    ]
    assert pixels(clean(jpeg)) == pixels(data)
    assert clean(again) == clean(jpeg)


@pytest.mark.parametrize("value", range(2, 9))
def test_an_orientation_is_the_only_tag_that_is_left(value):
    made = clean(walk(TELLING), value)
    assert dict(Image.open(io.BytesIO(made)).getexif()) == {0x0112: value}
    assert walk(made).orientation == value


def test_the_thumbnail_in_the_first_segment_is_cut_out():
    data = scans.page(64, 64)
    jfif = b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x02\x02" + b"THUMBTHUMB12"
    made = clean(walk(data[:2] + scans.segment(0xE0, jfif) + data[20:]))
    assert b"THUMB" not in made
    assert pixels(made) == pixels(data)


def test_what_follows_the_end_is_counted_and_cut_off():
    jpeg = walk(TELLING + b"PK\x03\x04hidden")
    assert jpeg.trailing == 10
    assert b"hidden" not in clean(jpeg)


def test_a_second_picture_is_cut_off():
    data = scans.two_picture_jpeg()
    made = clean(walk(data))
    assert Image.open(io.BytesIO(made)).format == "JPEG"
    assert made.count(b"\xff\xd8") == 1


def test_a_colour_profile_stays_only_where_the_picture_needs_it():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert b"ICC_PROFILE" in clean(walk(scans.cmyk_jpeg(profile)))
    assert b"ICC_PROFILE" not in clean(walk(scans.cmyk_jpeg(profile)), with_profile=False)
    target = io.BytesIO()
    scans.cornered().save(target, "JPEG", icc_profile=profile)
    assert b"ICC_PROFILE" not in clean(walk(target.getvalue()))


def test_size_and_orientation_are_those_of_the_header():
    jpeg = walk(TELLING)
    assert (jpeg.width, jpeg.height, jpeg.components, jpeg.orientation, jpeg.trailing) == (200, 300, 3, 6, 0)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xd8\xff", b"\xff\xd8\xff\xd9", hostile.cut_at(TELLING, 0.9), hostile.cut_at(TELLING, 0.1),
     hostile.lying_jpeg(), hostile.jpeg_bomb(0, 0), TELLING[:-2] + bytes(500)],
)  # fmt: skip
def test_FILE_1_a_broken_picture_is_unreadable(data):
    with pytest.raises(Unreadable):
        walk(data)


@given(st.binary(max_size=300).map(lambda rest: b"\xff\xd8\xff" + rest) | st.binary(max_size=50))
def test_any_bytes_are_a_picture_or_unreadable(data):
    with contextlib.suppress(Unreadable):
        clean(walk(data), 6)


@settings(max_examples=60)
@given(st.integers(0, len(TELLING) - 1), st.binary(min_size=1, max_size=6))
def test_a_picture_with_changed_bytes_is_walked_or_unreadable(at, change):
    try:
        made = clean(walk(TELLING[:at] + change + TELLING[at + len(change) :]))
    except Unreadable:
        return
    assert walk(made).trailing == 0
