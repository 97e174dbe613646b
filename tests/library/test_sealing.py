"""A sealed stream comes back whole or not at all."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardprep.library import sealing
from cardprep.library.sealing import CHUNK_BYTES, HEADER_BYTES, NotSealed, chunks_of, sealed, unsealed

KEY, OTHER = bytes(32), bytes([1]) * 32
NAME = "a file"
SMALL = 16  # bytes of a chunk in the tests that go through every place
SEALED = SMALL + 16


@pytest.fixture
def small_chunks(monkeypatch):
    monkeypatch.setattr(sealing, "CHUNK_BYTES", SMALL)
    monkeypatch.setattr(sealing, "_SEALED_BYTES", SEALED)


def _sealed(data: bytes, key: bytes = KEY, size: int = SMALL) -> bytes:
    return b"".join(sealed(chunks_of(io.BytesIO(data), size), key, NAME))


def _unsealed(data: bytes, key: bytes = KEY, name: str = NAME) -> bytes:
    return b"".join(unsealed(io.BytesIO(data), key, name))


def _refused(data: bytes, key: bytes = KEY) -> None:
    with pytest.raises(NotSealed):
        _unsealed(data, key)


def _chunks(data: bytes) -> list[bytes]:
    body = data[HEADER_BYTES:]
    return [body[start : start + SEALED] for start in range(0, len(body), SEALED)]


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES])
def test_every_size_comes_back(size):
    data = bytes(range(256)) * (size // 256 + 1)
    assert _unsealed(_sealed(data[:size], size=CHUNK_BYTES)) == data[:size]


@settings(max_examples=50)
@given(st.binary(max_size=100))
def test_any_content_comes_back_and_does_not_show(data):
    text = b"".join(sealed([data], KEY, NAME))
    assert _unsealed(text) == data
    assert len(data) < 4 or data not in text[HEADER_BYTES:]


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize("size", [0, 5, SMALL, SMALL * 3, SMALL * 3 + 7])
def test_every_flipped_bit_is_found(size):
    data = _sealed(bytes(size))
    for bit in range(len(data) * 8):
        changed = bytearray(data)
        changed[bit // 8] ^= 1 << bit % 8
        _refused(bytes(changed))


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize("size", [0, 5, SMALL, SMALL * 3, SMALL * 3 + 7])
def test_every_cut_and_every_addition_is_found(size):
    data = _sealed(bytes(size))
    for end in range(len(data)):
        _refused(data[:end])
    for more in (b"\0", bytes(16), bytes(SEALED), data, data[HEADER_BYTES:]):
        _refused(data + more)


@pytest.mark.usefixtures("small_chunks")
def test_chunks_that_changed_places_went_or_came_twice_are_found():
    data = _sealed(bytes(SMALL * 4))
    head, (one, two, three, four) = data[:HEADER_BYTES], _chunks(data)
    swapped, missing, twice = [two, one, three, four], [one, three, four], [one, one, two, three, four]
    orders = (swapped, missing, twice, [four], [one, two, four])
    for order in orders:
        _refused(head + b"".join(order))
    assert _unsealed(head + one + two + three + four) == bytes(SMALL * 4)


@pytest.mark.usefixtures("small_chunks")
def test_chunks_of_another_file_under_the_same_key_are_found():
    data, other = _sealed(bytes(SMALL * 3)), _sealed(bytes(SMALL * 3))
    for place in range(3):
        spliced = _chunks(data)
        spliced[place] = _chunks(other)[place]
        _refused(data[:HEADER_BYTES] + b"".join(spliced))


def test_another_key_opens_nothing():
    _refused(_sealed(b"content"), OTHER)


def test_another_name_opens_nothing():
    with pytest.raises(NotSealed):
        _unsealed(_sealed(b"content"), name="another file")


def test_the_same_content_is_never_sealed_alike():
    assert _sealed(b"content") != _sealed(b"content")


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data):
    _refused(data)
    _refused(b"CPBLOB1\n" + data)
