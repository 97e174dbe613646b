from __future__ import annotations

import errno
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from cardprep.app import folder as folder_module
from cardprep.app.errors import (
    CaseExists,
    CaseFileMissing,
    CaseInUse,
    CaseNotFound,
    CaseUnreadable,
    FileTooBig,
    FileUnreadable,
    SaveFailed,
    UnknownRulebook,
)
from cardprep.app.folder import CaseFolder, read_case
from cardprep.case.errors import NotJson, TooLarge
from cardprep.case.model import Case
from cardprep.host import atomic
from making import cases, folders
from making.folders import changed

TYPED = replace(cases.complete(2), attachments=())
POSIX = pytest.mark.skipif(os.name == "nt", reason="rights are told otherwise there")


@pytest.fixture
def held(tmp_path):
    """A new case folder that is held open."""
    made = CaseFolder.create(tmp_path / "case", TYPED)
    yield made
    made.close()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def refusing(code: int):
    def refuse(*_, **__):
        raise OSError(code, os.strerror(code))

    return refuse


def test_a_new_folder_holds_the_case_and_a_place_for_its_files(tmp_path):
    made = CaseFolder.create(tmp_path / "a/b/case", Case())
    assert names(made.path) == [".cardprep.lock", "attachments", "case.json"]
    assert made.read() == Case()
    made.close()
    assert names(made.path) == ["attachments", "case.json"]


@POSIX
def test_it_is_its_owners_alone(held):
    assert held.path.stat().st_mode & 0o077 == 0
    assert (held.path / "case.json").stat().st_mode & 0o077 == 0
    assert (held.path / held.take_in_bytes("a.png", b"x")).stat().st_mode & 0o077 == 0


def test_a_new_case_never_takes_the_place_of_another(held):
    held.write(TYPED)
    with pytest.raises(CaseExists) as caught:
        CaseFolder.create(held.path, Case())
    assert caught.value.values == {"found": "case"}
    assert held.read() == TYPED


@pytest.mark.parametrize("name", [".", "case.json"])
def test_a_folder_is_opened_by_itself_or_by_its_case(tmp_path, name):
    CaseFolder.create(tmp_path / "case", Case(remark="x")).close()
    opened = CaseFolder.open(tmp_path / "case" / name)
    assert opened.read().remark == "x"
    opened.close()


def test_a_folder_that_is_open_cannot_be_opened_again(held):
    with pytest.raises(CaseInUse):
        CaseFolder.open(held.path)
    held.close()
    CaseFolder.open(held.path).close()


def test_there_is_nothing_to_open(tmp_path):
    with pytest.raises(CaseNotFound) as caught:
        CaseFolder.open(tmp_path)
    assert caught.value.where == tmp_path.name


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS])
def test_a_folder_in_which_no_lock_can_be_made(tmp_path, monkeypatch, code):
    folders.write(tmp_path, folders.document())
    monkeypatch.setattr(folder_module, "lock_folder", refusing(code))
    with pytest.raises(CaseUnreadable):
        CaseFolder.open(tmp_path)


def test_a_folder_that_may_not_be_looked_into(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "is_file", refusing(errno.EACCES))
    with pytest.raises(CaseUnreadable) as caught:
        CaseFolder.open(tmp_path)
    assert caught.value.values == {"reason": "no-permission"}


SAVING = [
    ("os.open", errno.EACCES, "no-permission"),
    ("os.open", errno.EROFS, "read-only"),
    ("pathlib.Path.write_bytes", errno.ENOSPC, "disk-full"),
    ("os.fsync", errno.EDQUOT, "disk-full"),
    ("os.fsync", errno.EIO, "other"),
    ("pathlib.Path.replace", errno.EACCES, "no-permission"),
]


@pytest.mark.parametrize(("place", "code", "reason"), SAVING)
def test_nothing_is_lost_when_the_case_cannot_be_saved(held, monkeypatch, place, code, reason):
    held.write(TYPED)
    with monkeypatch.context() as patched:
        patched.setattr(place, refusing(code))
        with pytest.raises(SaveFailed) as caught:
            held.write(Case(remark="new"))
    assert caught.value.values == {"reason": reason}
    assert held.read() == TYPED
    assert names(held.path) == [".cardprep.lock", "attachments", "case.json"]


def test_a_disk_that_fills_up_in_the_middle_loses_nothing(held, monkeypatch):
    held.write(TYPED)

    def half(path, data):
        with path.open("wb") as file:
            file.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", half)
        with pytest.raises(SaveFailed):
            held.write(Case())
    assert held.read() == TYPED


def test_a_folder_that_was_taken_away_meanwhile(held):
    shutil.rmtree(held.path)
    with pytest.raises(SaveFailed) as caught:
        held.write(Case())
    assert caught.value.values == {"reason": "gone"}


@pytest.mark.parametrize(
    "place", ["cardprep.app.folder.make_private_folder", "cardprep.app.folder.write_bytes"]
)
def test_a_new_folder_that_cannot_be_written_is_let_go(tmp_path, monkeypatch, place):
    with monkeypatch.context() as patched:
        patched.setattr(place, refusing(errno.ENOSPC))
        with pytest.raises(SaveFailed):
            CaseFolder.create(tmp_path / "case", Case())
    CaseFolder.create(tmp_path / "case", Case()).close()


def test_what_is_saved_is_on_the_disk(held, monkeypatch):
    synced = []
    monkeypatch.setattr(atomic.os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor).st_size))
    held.write(Case())
    assert (held.path / "case.json").stat().st_size in synced


def test_a_file_is_copied_and_the_original_left(held, tmp_path):
    source = tmp_path / "扫描件 1.JPG"
    source.write_bytes(folders.picture())
    assert held.take_in(source) == "attachments/扫描件 1.JPG"
    assert held.path_of("attachments/扫描件 1.JPG").read_bytes() == source.read_bytes()


def test_files_of_one_name_are_kept_apart(held, tmp_path):
    for number in range(3):
        (tmp_path / "a.jpg").write_bytes(bytes([number]))
        held.take_in(tmp_path / "a.jpg")
    kept = [(held.path / "attachments" / name).read_bytes() for name in ("a.jpg", "a (2).jpg", "a (3).jpg")]
    assert kept == [b"\0", b"\1", b"\2"]
    assert held.take_in_bytes("A.JPG", b"x") == "attachments/A (4).JPG"


@pytest.mark.parametrize("name", ["a:b?.png", "con.png", "..", "", "名" * 200 + ".png", "\u202egnp.exe"])
def test_any_name_becomes_one_that_every_system_takes(held, name):
    kept = held.take_in_bytes(name, b"x")
    assert held.path_of(kept).read_bytes() == b"x"
    assert held.path_of(kept).parent == held.path / "attachments"


@pytest.mark.parametrize(
    ("source", "reason"), [("absent.jpg", "gone"), ("folder", "is-folder"), ("absent/a.jpg", "gone")]
)
def test_a_file_that_cannot_be_read_is_told_by_its_name(held, tmp_path, source, reason):
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileUnreadable) as caught:
        held.take_in(tmp_path / source)
    assert caught.value.values == {"found": Path(source).name, "reason": reason}
    assert names(held.path / "attachments") == []


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES])
def test_a_copy_that_cannot_be_written_leaves_nothing(held, tmp_path, monkeypatch, code):
    (tmp_path / "a.jpg").write_bytes(b"x")
    monkeypatch.setattr("shutil.copyfile", refusing(code))
    with pytest.raises(FileUnreadable):
        held.take_in(tmp_path / "a.jpg")
    assert names(held.path / "attachments") == []


def test_a_file_that_is_far_too_big_is_not_copied(held, tmp_path):
    with (tmp_path / "a.tif").open("wb") as file:
        file.truncate(200_000_001)
    with pytest.raises(FileTooBig) as caught:
        held.take_in(tmp_path / "a.tif")
    assert caught.value.values == {"found": "a.tif", "size": 200_000_001}


def test_only_what_nobody_names_is_swept_away(held):
    kept, gone = (held.take_in_bytes(name, b"x") for name in ("kept.jpg", "gone.jpg"))
    (held.path / "attachments/folder").mkdir()
    held.sweep(frozenset([kept]))
    assert names(held.path / "attachments") == ["folder", "kept.jpg"]
    assert not held.path_of(gone).exists()


def test_a_file_that_cannot_be_swept_does_not_keep_the_others(held, monkeypatch):
    for name in ("a.jpg", "b.jpg"):
        held.take_in_bytes(name, b"x")
    unlink = Path.unlink

    def locked(path, missing_ok=False):
        if path.name == "a.jpg":
            raise PermissionError(errno.EACCES, "in use")
        unlink(path, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", locked)
        held.sweep(frozenset())
    assert names(held.path / "attachments") == ["a.jpg"]


def test_sweeping_where_there_is_nothing(held):
    (held.path / "attachments").rmdir()
    held.sweep(frozenset())


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
