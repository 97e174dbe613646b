"""Sealed files: stored once, whole or not at all, found by content, told by nobody."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

import pytest

from cardprep.library import blobs as blobs_module
from cardprep.library.blobs import Blobs
from cardprep.library.errors import (
    BlobDamaged,
    BlobMissing,
    BlobNotWritten,
    BlobUnreadable,
    SourceUnreadable,
    TargetNotWritten,
)
from cardprep.library.wrapping import new_key
from making.vaults import Cut, cut_at, state

KEY, OTHER = new_key(), new_key()
SCAN = b"a made scan of nobody's card" * 40


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "blobs"


@pytest.fixture
def blobs(folder) -> Blobs:
    return Blobs(folder)


def _only_file(folder: Path) -> Path:
    (found,) = (path for path in folder.rglob("*") if path.is_file())
    return found


def test_bytes_and_files_come_back(blobs, tmp_path):
    source = tmp_path / "scan.jpg"
    source.write_bytes(SCAN)
    blob = blobs.put(source, KEY)
    assert blob == blobs.put(SCAN, KEY)
    assert blobs.get(blob, KEY) == SCAN
    blobs.open_to(blob, KEY, tmp_path / "again.jpg")
    assert (tmp_path / "again.jpg").read_bytes() == SCAN
    assert source.read_bytes() == SCAN


def test_it_stands_where_its_name_says_and_tells_nothing(blobs, folder):
    blob = blobs.put(SCAN, KEY)
    assert _only_file(folder).relative_to(folder) == Path(blob[:2]) / f"{blob}.blob"
    assert hashlib.sha256(SCAN).hexdigest() != blob
    assert SCAN[:16] not in _only_file(folder).read_bytes()


def test_the_same_content_is_stored_once_under_a_key_and_apart_under_another(blobs):
    one, same, other = blobs.put(SCAN, KEY), blobs.put(SCAN, KEY), blobs.put(SCAN, OTHER)
    assert one == same
    assert set(blobs.blobs()) == {one, other}


def test_storing_again_writes_nothing(blobs, folder):
    blobs.put(SCAN, KEY)
    before = state(folder)
    blobs.put(SCAN, KEY)
    assert state(folder) == before


def test_storing_again_mends_what_was_damaged(blobs, folder):
    blob = blobs.put(SCAN, KEY)
    _only_file(folder).write_bytes(b"")
    assert blobs.put(SCAN, KEY) == blob
    assert blobs.get(blob, KEY) == SCAN


def test_another_key_reads_nothing(blobs):
    blob = blobs.put(SCAN, KEY)
    with pytest.raises(BlobDamaged):
        blobs.get(blob, OTHER)
    assert not blobs.is_whole(blob, OTHER)


def test_every_flipped_byte_and_every_cut_is_found(blobs, folder):
    blob = blobs.put(b"small", KEY)
    path = _only_file(folder)
    data = path.read_bytes()
    spoiled = [data[:place] + bytes([data[place] ^ 0x40]) + data[place + 1 :] for place in range(len(data))]
    spoiled += [data[:end] for end in range(len(data))]
    for content in spoiled:
        path.write_bytes(content)
        with pytest.raises(BlobDamaged):
            blobs.verify(blob, KEY)


def test_a_whole_file_under_anothers_name_is_found(blobs, folder):
    one, other = blobs.put(b"front of the card", KEY), blobs.put(b"back of the card", KEY)
    paths = {path.stem: path for path in folder.rglob("*.blob")}
    paths[one].replace(paths[other])
    with pytest.raises(BlobDamaged):
        blobs.get(other, KEY)
    with pytest.raises(BlobMissing):
        blobs.get(one, KEY)


def test_a_damaged_file_is_not_written_out(blobs, folder, tmp_path):
    blob = blobs.put(SCAN, KEY)
    path = _only_file(folder)
    path.write_bytes(path.read_bytes()[:-1])
    target = tmp_path / "out" / "scan.jpg"
    target.parent.mkdir()
    with pytest.raises(BlobDamaged):
        blobs.open_to(blob, KEY, target)
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["", "../../library", "0" * 63, "G" * 64, "0" * 64 + "/..", "0" * 64])
def test_a_name_that_is_none_leads_nowhere(blobs, name):
    with pytest.raises(BlobMissing):
        blobs.get(name, KEY)
    with pytest.raises(BlobMissing):
        blobs.verify(name, KEY)


def test_deleting_takes_away_and_may_be_said_again(blobs, folder):
    blob = blobs.put(SCAN, KEY)
    blobs.delete(blob)
    blobs.delete(blob)
    assert state(folder) == {}
    assert blobs.put(SCAN, KEY) == blob


def test_sweeping_keeps_what_is_named_and_takes_unfinished_files(blobs, folder):
    kept, swept = blobs.put(b"one", KEY), blobs.put(b"two", KEY)
    (folder / kept[:2] / f".{kept}.blob.0a0b0c0d.part").write_bytes(b"half")
    assert blobs.sweep({kept}) == 2
    assert list(blobs.blobs()) == [kept]
    assert swept not in state(folder)


def test_sweeping_where_nothing_is_does_nothing(blobs):
    assert blobs.sweep(()) == 0
    assert list(blobs.blobs()) == []


@pytest.mark.parametrize("step", ["blob.begin", "blob.sealed", "blob.stored"])
def test_a_cut_at_every_step_leaves_it_whole_or_absent(folder, step):
    with pytest.raises(Cut):
        Blobs(folder, cut_at(step)).put(SCAN, KEY)
    blobs = Blobs(folder)
    assert len(list(blobs.blobs())) == (step == "blob.stored")
    assert blobs.get(blobs.put(SCAN, KEY), KEY) == SCAN


@pytest.mark.parametrize("refused", range(1, 7))
def test_a_full_disk_leaves_nothing_behind_and_a_retry_works(blobs, folder, monkeypatch, refused):
    calls = iter(range(1, 100))

    def failing(original):
        def call(*args, **options):
            if next(calls) == refused:
                raise OSError(errno.ENOSPC, "full")
            return original(*args, **options)

        return call

    with monkeypatch.context() as patched:
        for owner, name in ((os, "fsync"), (Path, "replace"), (Path, "mkdir")):
            patched.setattr(owner, name, failing(getattr(owner, name)))
        with pytest.raises(BlobNotWritten) as caught:
            blobs.put(SCAN, KEY)
    assert caught.value.values == {"reason": "disk-full"}
    assert all(blobs.is_whole(blob, KEY) for blob in blobs.blobs())
    assert blobs.get(blobs.put(SCAN, KEY), KEY) == SCAN


def test_what_cannot_be_read_says_so(blobs, tmp_path):
    for source in (tmp_path / "absent.jpg", tmp_path):
        with pytest.raises(SourceUnreadable) as caught:
            blobs.put(source, KEY)
        assert caught.value.values["found"] == source.name


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_no_source_and_no_blob(blobs, folder, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceUnreadable):
        blobs.put(tmp_path / "pipe", KEY)
    blob = blobs.put(SCAN, KEY)
    path = _only_file(folder)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(BlobUnreadable):
        blobs.get(blob, KEY)


def test_a_source_that_changes_meanwhile_is_not_stored(blobs, folder, tmp_path, monkeypatch):
    source = tmp_path / "scan.jpg"
    source.write_bytes(SCAN)
    monkeypatch.setattr(blobs_module, "_SMALL_BYTES", 10)
    whole = Blobs.is_whole

    def changing(self, blob, key):
        source.write_bytes(SCAN[::-1])
        return whole(self, blob, key)

    monkeypatch.setattr(Blobs, "is_whole", changing)
    with pytest.raises(SourceUnreadable) as caught:
        blobs.put(source, KEY)
    assert caught.value.values == {"found": "scan.jpg", "reason": "changed"}
    assert state(folder) == {}


def test_a_target_that_cannot_be_written_says_so(blobs, tmp_path):
    blob = blobs.put(SCAN, KEY)
    with pytest.raises(TargetNotWritten) as caught:
        blobs.open_to(blob, KEY, tmp_path / "absent" / "scan.jpg")
    assert caught.value.values == {"found": "scan.jpg", "reason": "gone"}


def test_a_large_file_is_never_wholly_in_memory(blobs, tmp_path, monkeypatch):
    monkeypatch.setattr(blobs_module, "_SMALL_BYTES", 1 << 20)
    source = tmp_path / "scan.pdf"
    with source.open("wb") as file:
        file.truncate(5 << 20)
    seen = []
    original = blobs_module.sealed

    def watched(pieces, *rest):
        return original((seen.append(len(piece)) or piece for piece in pieces), *rest)

    monkeypatch.setattr(blobs_module, "sealed", watched)
    blob = blobs.put(source, KEY)
    assert seen == [1 << 20] * 5
    assert max(map(len, blobs._pieces(blob, KEY))) == 1 << 20


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_only_its_owner_may_read_it(blobs, folder):
    blobs.put(SCAN, KEY)
    path = _only_file(folder)
    assert [stat.S_IMODE(p.stat().st_mode) for p in (folder, path.parent, path)] == [0o700, 0o700, 0o600]
