from __future__ import annotations

import os
import zipfile

import pytest

from cardprep.bundle import archive

NAMES = ["manifest.json", "01-单位信息/a.jpg", "05-打印件/核对单.pdf"]


@pytest.fixture
def folder(tmp_path):
    for name in NAMES:
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode() * 100)
    return tmp_path / "content"


def test_the_same_content_gives_the_same_bytes_at_any_time(folder, tmp_path, in_zone):
    archive.write_archive(tmp_path / "a.zip", folder, NAMES)
    for name in NAMES:
        os.utime(folder / name, (0, 0))
    in_zone("Pacific/Kiritimati")
    archive.write_archive(tmp_path / "b.zip", folder, NAMES)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_names_are_UTF_8_and_stand_in_their_order(folder, tmp_path):
    archive.write_archive(tmp_path / "a.zip", folder, NAMES)
    with zipfile.ZipFile(tmp_path / "a.zip") as made:
        assert made.namelist() == NAMES
        assert [bool(info.flag_bits & 0x800) for info in made.infolist()] == [False, True, True]


def test_what_is_packed_already_is_stored(folder, tmp_path):
    archive.write_archive(tmp_path / "a.zip", folder, NAMES)
    with zipfile.ZipFile(tmp_path / "a.zip") as made:
        kinds = [info.compress_type for info in made.infolist()]
    assert kinds == [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_STORED]


def test_it_is_on_the_disk_when_it_is_done(folder, tmp_path, monkeypatch):
    sizes = []
    monkeypatch.setattr(archive.os, "fsync", lambda descriptor: sizes.append(os.fstat(descriptor).st_size))
    archive.write_archive(tmp_path / "a.zip", folder, NAMES)
    assert sizes == [(tmp_path / "a.zip").stat().st_size]


def test_an_existing_file_is_not_written_over(folder, tmp_path):
    (tmp_path / "a.zip").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        archive.write_archive(tmp_path / "a.zip", folder, NAMES)
    assert (tmp_path / "a.zip").read_bytes() == b"mine"
