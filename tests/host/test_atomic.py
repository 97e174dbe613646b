"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys

import pytest

from cardprep.host.atomic import make_private_folder, replacing, sync_folder, write_bytes

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")


class Stopped(Exception):
    """What goes wrong in the middle of writing."""


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "case.json"
    path.write_bytes(b"former")
    return path


def test_a_block_that_ends_well_replaces_the_file_and_leaves_nothing_beside(target):
    with replacing(target) as beside:
        beside.write_bytes(b"new")
        assert target.read_bytes() == b"former"
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def fail_halfway(target, failure):
    with replacing(target) as beside:
        beside.write_bytes(b"half of it")
        raise failure


@pytest.mark.parametrize("failure", [Stopped(), KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left")])
def test_a_block_that_fails_leaves_the_former_file_and_nothing_beside(target, failure):
    with pytest.raises(type(failure)):
        fail_halfway(target, failure)
    assert target.read_bytes() == b"former"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_at_the_last_step_leaves_the_former_file(target, step, monkeypatch):
    def full(*_given):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(OSError, match="No space left"):
        write_bytes(target, b"new")
    assert target.read_bytes() == b"former"
    assert list(target.parent.iterdir()) == [target]


def test_a_new_file_is_written_too_and_a_failed_one_is_not_there(tmp_path):
    write_bytes(tmp_path / "new", b"")
    assert (tmp_path / "new").read_bytes() == b""
    with pytest.raises(Stopped), replacing(tmp_path / "failed"):
        raise Stopped
    assert not (tmp_path / "failed").exists()


def test_a_name_as_long_as_the_system_takes_can_be_replaced(tmp_path):
    long = tmp_path / ("纸" * 80 + ".jpg")
    write_bytes(long, b"x")
    assert long.read_bytes() == b"x"


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_bytes(tmp_path / "gone" / "case.json", b"x")


@POSIX_ONLY
def test_the_owner_alone_can_read_what_was_written(target, tmp_path):
    target.chmod(0o666)
    write_bytes(target, b"new")
    make_private_folder(tmp_path / "private")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "private").stat().st_mode) == 0o700


def test_a_folder_may_be_made_twice_and_synced(tmp_path):
    make_private_folder(tmp_path / "a" / "b")
    make_private_folder(tmp_path / "a" / "b")
    sync_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
