"""Room kept back: there when it is needed, never in the way."""

from __future__ import annotations

import errno
import os

from cardprep.library.ballast import SIZE, Ballast


def test_it_takes_the_room_it_says(tmp_path):
    ballast = Ballast(tmp_path / "ballast", 3_000_000)
    assert ballast.keep()
    assert ballast.is_there
    found = (tmp_path / "ballast").stat()
    assert found.st_size == 3_000_000
    assert not hasattr(found, "st_blocks") or found.st_blocks * 512 >= 3_000_000


def test_releasing_gives_it_back_once(tmp_path):
    ballast = Ballast(tmp_path / "ballast", 1000)
    assert not ballast.release()
    ballast.keep()
    assert ballast.release()
    assert not ballast.release()
    assert list(tmp_path.iterdir()) == []


def test_keeping_again_writes_nothing(tmp_path):
    ballast = Ballast(tmp_path / "ballast", 1000)
    ballast.keep()
    before = (tmp_path / "ballast").read_bytes()
    assert ballast.keep()
    assert (tmp_path / "ballast").read_bytes() == before


def test_one_of_another_size_is_made_anew(tmp_path):
    (tmp_path / "ballast").write_bytes(b"x")
    assert Ballast(tmp_path / "ballast", 1000).keep()
    assert (tmp_path / "ballast").stat().st_size == 1000


def test_a_full_disk_is_no_error_and_nothing_half_stays(tmp_path, monkeypatch):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    assert not Ballast(tmp_path / "ballast", 1000).keep()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_no_error(tmp_path):
    ballast = Ballast(tmp_path / "gone" / "ballast")
    assert not ballast.keep()
    assert not ballast.release()
    assert SIZE >= 4 * 3_000_000
