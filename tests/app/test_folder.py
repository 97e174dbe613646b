from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from cardprep.app.errors import (
    CaseExists,
    CaseFileMissing,
    CaseUnreadable,
    SaveFailed,
    UnknownRulebook,
)
from cardprep.app.folder import new_case_folder, read_case, write_case
from cardprep.case.errors import NotJson, TooLarge
from cardprep.case.model import Case
from cardprep.host import atomic
from making import cases, folders
from making.folders import changed

TYPED = replace(cases.complete(2), attachments=())
POSIX = pytest.mark.skipif(os.name == "nt", reason="rights are told otherwise there")


@pytest.fixture
def folder(tmp_path):
    new_case_folder(tmp_path / "case", TYPED)
    return tmp_path / "case"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def refusing(code: int):
    def refuse(*_, **__):
        raise OSError(code, os.strerror(code))

    return refuse


def test_a_new_folder_holds_the_case_and_a_place_for_its_files(tmp_path):
    new_case_folder(tmp_path / "a/b/case", Case())
    assert names(tmp_path / "a/b/case") == ["attachments", "case.json"]
    assert read_case(tmp_path / "a/b/case") == Case()


@POSIX
def test_it_is_its_owners_alone(folder):
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / "case.json").stat().st_mode & 0o077 == 0


def test_a_new_case_never_takes_the_place_of_another(folder):
    with pytest.raises(CaseExists) as caught:
        new_case_folder(folder, Case())
    assert caught.value.values == {"found": "case"}
    assert read_case(folder) == TYPED


SAVING = [
    ("os.open", errno.EACCES, "no-permission"),
    ("os.open", errno.EROFS, "read-only"),
    ("pathlib.Path.write_bytes", errno.ENOSPC, "disk-full"),
    ("os.fsync", errno.EDQUOT, "disk-full"),
    ("os.fsync", errno.EIO, "other"),
    ("pathlib.Path.replace", errno.EACCES, "no-permission"),
]


@pytest.mark.parametrize(("place", "code", "reason"), SAVING)
def test_nothing_is_lost_when_the_case_cannot_be_written(folder, monkeypatch, place, code, reason):
    with monkeypatch.context() as patched:
        patched.setattr(place, refusing(code))
        with pytest.raises(SaveFailed) as caught:
            write_case(folder, Case(remark="new"))
    assert caught.value.values == {"reason": reason}
    assert read_case(folder) == TYPED
    assert names(folder) == ["attachments", "case.json"]


@pytest.mark.parametrize(
    "place", ["cardprep.app.folder.make_private_folder", "cardprep.app.folder.write_bytes"]
)
def test_a_new_folder_that_cannot_be_written_can_be_made_later(tmp_path, monkeypatch, place):
    with monkeypatch.context() as patched:
        patched.setattr(place, refusing(errno.ENOSPC))
        with pytest.raises(SaveFailed):
            new_case_folder(tmp_path / "case", Case())
    new_case_folder(tmp_path / "case", Case())


def test_what_is_written_is_on_the_disk(folder, monkeypatch):
    synced = []
    monkeypatch.setattr(atomic.os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor).st_size))
    write_case(folder, Case())
    assert (folder / "case.json").stat().st_size in synced


READING = [
    (b"{", NotJson),
    (b"\xff\xfe", NotJson),
    (b" " * 4_000_001, TooLarge),
]


@pytest.mark.parametrize(("data", "error"), READING)
def test_a_document_that_is_none(tmp_path, data, error):
    with pytest.raises(error):
        read_case(folders.write(tmp_path, data))


def test_a_file_that_is_not_there_is_told_by_its_place(tmp_path):
    folder = folders.write(tmp_path, folders.document())
    (folder / "legal.identity.jpg").unlink()
    with pytest.raises(CaseFileMissing) as caught:
        read_case(folder)
    assert (caught.value.where, caught.value.values["found"]) == ("attachments[1].file", "legal.identity.jpg")


def test_a_rule_pack_that_is_not_here(tmp_path):
    with pytest.raises(UnknownRulebook) as caught:
        read_case(folders.write(tmp_path, changed(folders.document(), rulebook="guangdong")))
    assert caught.value.values == {"found": "guangdong", "choices": "jiangsu"}


def test_a_document_that_may_not_be_read(tmp_path, monkeypatch):
    folders.write(tmp_path, folders.document())
    monkeypatch.setattr(Path, "read_bytes", refusing(errno.EACCES))
    with pytest.raises(CaseUnreadable) as caught:
        read_case(tmp_path)
    assert (caught.value.where, caught.value.values) == ("case.json", {"reason": "no-permission"})


def test_an_original_that_is_not_there_is_told_by_its_place(tmp_path):
    told = folders.document()
    told["attachments"][0]["prepared"] = {"pages": [{"file": "gone.jpg"}]}
    with pytest.raises(CaseFileMissing) as caught:
        read_case(folders.write(tmp_path / "case", told))
    assert caught.value.where == "attachments[0].prepared.pages[0].file"
