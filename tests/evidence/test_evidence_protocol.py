from __future__ import annotations

import contextlib
import io
import json
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardprep.evidence.errors import WorkerSpokeNonsense
from cardprep.evidence.limits import MAX_HEADER
from cardprep.evidence.protocol import Frame, read_frame, write_frame

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def framed(header: bytes, payload: bytes = b"") -> io.BytesIO:
    return io.BytesIO(struct.pack(">4sIQ", b"cpw1", len(header), len(payload)) + header + payload)


@settings(max_examples=40)
@given(st.dictionaries(st.text(), JSON, max_size=4), st.binary())
def test_what_is_written_is_read_again(header, payload):
    stream = io.BytesIO()
    write_frame(stream, Frame(header, payload))
    stream.seek(0)
    assert read_frame(stream) == Frame(header, payload)


@given(st.binary() | st.binary().map(lambda rest: b"cpw1" + rest))
def test_any_bytes_are_a_frame_or_a_typed_error(data):
    with contextlib.suppress(EOFError, WorkerSpokeNonsense):
        assert isinstance(read_frame(io.BytesIO(data)), Frame)


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_header_is_an_object_or_nonsense(header):
    with contextlib.suppress(WorkerSpokeNonsense):
        assert isinstance(read_frame(framed(header)).header, dict)


@pytest.mark.parametrize(
    "header", [b"[" * 100_000, b'{"a": NaN}', b"9" * 5_000, b"\xff", b"[]", b"null", b""]
)
def test_a_header_that_is_no_plain_object_is_nonsense(header):
    with pytest.raises(WorkerSpokeNonsense):
        read_frame(framed(header))


def test_announced_lengths_are_bounded_before_anything_is_read():
    with pytest.raises(WorkerSpokeNonsense):
        read_frame(io.BytesIO(struct.pack(">4sIQ", b"cpw1", MAX_HEADER + 1, 0)))
    with pytest.raises(WorkerSpokeNonsense):
        read_frame(framed(b"{}", b"12345"), max_payload=4)


def test_a_large_announcement_costs_no_memory_until_it_comes():
    with pytest.raises(EOFError):
        read_frame(io.BytesIO(struct.pack(">4sIQ", b"cpw1", 2, 1 << 27) + b"{}"))


def test_the_payload_does_not_show_in_logs():
    assert "secret" not in repr(Frame({}, b"secret"))
