from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.bundle import sealed, sealed_header
from cardprep.bundle.errors import (
    NotSealed,
    SealedDamaged,
    SealedError,
    SealedTooCostly,
    SealedTooNew,
    WeakPassphrase,
    WrongPassphrase,
)
from cardprep.bundle.sealed import seal, sealing, unseal
from cardprep.bundle.sealed_header import HEADER_BYTES, Cost, make_header, open_header

LIGHT = Cost(memory=8, passes=1, lanes=1, chunk=32)
PASSPHRASE = "correct horse"
CONTENT = b"PK" + bytes(range(98))
SALT = bytes(32)


def sealed_bytes(folder: Path, content: bytes = CONTENT, cost: Cost = LIGHT) -> bytes:
    """The hand-over file of that content."""
    (folder / "content").write_bytes(content)
    seal(folder / "content", folder / "made.cardprep", PASSPHRASE, cost)
    return (folder / "made.cardprep").read_bytes()


def refused(folder: Path, data: bytes, passphrase: str = PASSPHRASE) -> type[SealedError]:
    """Why `data` is not unsealed, nothing having been written."""
    (folder / "given.cardprep").write_bytes(data)
    into = folder / "into"
    into.mkdir(exist_ok=True)
    with pytest.raises(SealedError) as caught:
        unseal(folder / "given.cardprep", into / "content.zip", passphrase)
    assert list(into.iterdir()) == []
    return type(caught.value)


@pytest.mark.parametrize("size", [0, 1, 31, 32, 33, 64, 100])
def test_what_was_sealed_is_unsealed(tmp_path, size):
    content = bytes(size)
    data = sealed_bytes(tmp_path, content)
    (tmp_path / "in.cardprep").write_bytes(data)
    unseal(tmp_path / "in.cardprep", tmp_path / "out", PASSPHRASE)
    assert (tmp_path / "out").read_bytes() == content


def test_with_the_usual_cost_too(tmp_path):
    content = bytes(200_000)
    (tmp_path / "in.cardprep").write_bytes(sealed_bytes(tmp_path, content, Cost()))
    unseal(tmp_path / "in.cardprep", tmp_path / "out", PASSPHRASE)
    assert (tmp_path / "out").read_bytes() == content


def test_every_byte_that_is_flipped_is_noticed(tmp_path):
    data = sealed_bytes(tmp_path)
    for place in range(len(data)):
        for bit in (0, 7):
            changed = bytearray(data)
            changed[place] ^= 1 << bit
            expected = NotSealed if place < 8 else SealedDamaged
            assert refused(tmp_path, bytes(changed)) is expected, place


def test_every_prefix_is_noticed(tmp_path):
    data = sealed_bytes(tmp_path)
    for length in range(len(data)):
        assert refused(tmp_path, data[:length]) in (NotSealed, SealedDamaged), length


def test_chunks_that_are_moved_doubled_left_out_or_added_are_noticed(tmp_path):
    data = sealed_bytes(tmp_path)
    head, size = data[:HEADER_BYTES], LIGHT.chunk + 16
    first, second, third, last = (data[HEADER_BYTES + n * size :][:size] for n in range(4))
    for chunks in (
        (second, first, third, last),
        (first, first, second, third, last),
        (first, third, last),
        (first, second, third),
        (first, second, third, last, last),
        (last,),
        (first, second, third, last, b"x"),
    ):
        assert refused(tmp_path, head + b"".join(chunks)) is SealedDamaged


def test_a_chunk_of_another_file_of_the_same_passphrase_is_noticed(tmp_path):
    mine, other = sealed_bytes(tmp_path), sealed_bytes(tmp_path)
    assert refused(tmp_path, mine[:HEADER_BYTES] + other[HEADER_BYTES:]) is SealedDamaged


def test_a_wrong_passphrase_is_told_from_damage(tmp_path):
    assert refused(tmp_path, sealed_bytes(tmp_path), "correct house") is WrongPassphrase


@pytest.mark.parametrize("typed", ["ｃｏｒｒｅｃｔ　ｈｏｒｓｅ", " correct horse "])
def test_a_passphrase_typed_in_full_width_is_the_same(tmp_path, typed):
    (tmp_path / "in.cardprep").write_bytes(sealed_bytes(tmp_path))
    unseal(tmp_path / "in.cardprep", tmp_path / "out", typed)
    assert (tmp_path / "out").read_bytes() == CONTENT


@pytest.mark.parametrize("passphrase", ["", "short", "       7       "])
def test_a_short_passphrase_is_not_sealed_with(tmp_path, passphrase):
    (tmp_path / "content").write_bytes(CONTENT)
    with pytest.raises(WeakPassphrase):
        seal(tmp_path / "content", tmp_path / "out.cardprep", passphrase)
    assert not (tmp_path / "out.cardprep").exists()


def forged(told: bytes) -> bytes:
    """A head of these values whose sum is right."""
    checked = told + bytes(16)
    return checked + sealed_header._sum(checked)


@pytest.mark.parametrize(
    "values",
    [
        (1 << 31, 1, 1, 64),
        (1 << 20, 1, 1, 64),
        (1 << 19, 8, 1, 64),
        (64, 1 << 31, 1, 64),
        (64, 0, 1, 64),
        (64, 1, 0, 64),
        (64, 1, 1 << 31, 64),
        (7, 1, 1, 64),
        (64, 1, 1, 0),
        (64, 1, 1, 1 << 31),
    ],
)
def test_a_cost_over_the_bounds_is_not_even_tried(monkeypatch, values):
    monkeypatch.setattr(sealed_header, "_derived", lambda *_: pytest.fail("it was tried"))
    data = forged(sealed_header._TOLD.pack(b"cardprep", 1, 1, *values, SALT))
    with pytest.raises(SealedTooCostly):
        open_header(data, PASSPHRASE, "x")


def test_a_forged_head_fails_at_the_key_check():
    with pytest.raises(WrongPassphrase):
        open_header(forged(make_header(PASSPHRASE, SALT, LIGHT).data[:58]), PASSPHRASE, "x")


def test_a_head_changed_by_somebody_who_mends_its_sum_opens_nothing():
    data = make_header(PASSPHRASE, SALT, LIGHT).data
    for place in range(HEADER_BYTES - 8):
        for bit in (0, 7):
            changed = bytearray(data[:-8])
            changed[place] ^= 1 << bit
            whole = bytes(changed) + sealed_header._sum(bytes(changed))
            with pytest.raises(SealedError):
                open_header(whole, PASSPHRASE, "x")


@pytest.mark.parametrize("kinds", [(2, 1), (1, 2)])
def test_a_later_version_is_told(kinds):
    told = sealed_header._TOLD.pack(b"cardprep", *kinds, 8, 1, 1, 32, SALT)
    with pytest.raises(SealedTooNew):
        open_header(forged(told), PASSPHRASE, "x")


def test_it_is_for_its_owner_alone_while_and_after_it_is_made(tmp_path):
    with sealing(tmp_path / "out.cardprep", PASSPHRASE, LIGHT) as stream:
        stream.write(CONTENT * 9)
        assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}
    unseal(tmp_path / "out.cardprep", tmp_path / "out", PASSPHRASE)
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_a_failure_while_sealing_leaves_nothing(tmp_path):
    stream = sealing(tmp_path / "out.cardprep", PASSPHRASE, LIGHT)
    stream.__enter__().write(CONTENT)
    assert not stream.__exit__(RuntimeError, RuntimeError(), None)
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_is_there_stays_when_the_seal_does_not_hold(tmp_path):
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "in.cardprep").write_bytes(sealed_bytes(tmp_path)[:-1])
    with pytest.raises(SealedDamaged):
        unseal(tmp_path / "in.cardprep", tmp_path / "mine", PASSPHRASE)
    assert (tmp_path / "mine").read_bytes() == b"mine"


def test_a_zip_is_written_through_the_seal(tmp_path):
    with sealing(tmp_path / "a.cardprep", PASSPHRASE, LIGHT) as stream, zipfile.ZipFile(stream, "w") as made:
        made.writestr("材料.txt", b"content" * 50)
    assert sealed.is_sealed(tmp_path / "a.cardprep")
    unseal(tmp_path / "a.cardprep", tmp_path / "a.zip", PASSPHRASE)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.read("材料.txt") == b"content" * 50


def test_the_same_content_is_never_sealed_to_the_same_bytes(tmp_path):
    assert sealed_bytes(tmp_path) != sealed_bytes(tmp_path)


@given(st.lists(st.binary(max_size=70), max_size=5))
def test_however_it_is_written_it_comes_back(tmp_path_factory, parts):
    folder = tmp_path_factory.mktemp("sealed")
    with sealing(folder / "a.cardprep", PASSPHRASE, LIGHT) as stream:
        assert [stream.write(part) for part in parts] == [len(part) for part in parts]
    unseal(folder / "a.cardprep", folder / "a", PASSPHRASE)
    assert (folder / "a").read_bytes() == b"".join(parts)
