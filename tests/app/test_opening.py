from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from cardprep.app.errors import CaseExists, CaseNotFound, CaseUnreadable, FileUnreadable, SaveFailed
from cardprep.app.folder import CaseFolder, read_case
from cardprep.app.opening import is_archive, needs_copy, open_for_editing, opened, readable, unpacked
from cardprep.case.errors import CaseError
from cardprep.evidence.errors import Cancelled, NotAnArchive
from cardprep.host.resources import resource_path
from making import bundles, folders, hostile

SAMPLES = resource_path("samples")


@pytest.fixture
def case(tmp_path):
    return folders.write(tmp_path / "case", folders.document())


@pytest.fixture(scope="module")
def bundle(tmp_path_factory, worker):
    return bundles.export(tmp_path_factory.mktemp("opening"), worker).bundle


@pytest.mark.parametrize("name", [".", "case.json"])
def test_a_folder_or_its_case_is_read_where_it_is(case, worker, name):
    with opened(case / name, worker) as found:
        assert found.folder.resolve() == case.resolve()
        assert found.case == read_case(case)


def test_a_bundle_is_unpacked_for_as_long_as_it_is_read(bundle, worker):
    with opened(bundle, worker) as found:
        assert all((found.folder / a.file).is_file() for a in found.case.attachments)
        assert found.folder != bundle.parent
        assert os.name == "nt" or found.folder.stat().st_mode & 0o077 == 0
    assert not found.folder.exists()


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_what_was_unpacked_is_gone_whatever_happens(bundle, worker, error):
    with pytest.raises(error), unpacked(bundle, worker) as folder:
        raise error
    assert not folder.exists()


def test_unpacking_can_be_cancelled(bundle, worker):
    with pytest.raises(Cancelled), worker._lock, unpacked(bundle, worker, lambda: True):
        pass


@pytest.mark.parametrize("name", ["absent", "absent.zip", "absent.json", "case/absent", "case/other.json"])
def test_there_is_no_case(case, worker, name):
    (case / "other.json").write_bytes(b"{}")
    with pytest.raises(CaseNotFound) as caught, opened(case.parent / name, worker):
        pass
    assert caught.value.where == Path(name).name


def test_a_file_that_is_no_bundle(tmp_path, worker):
    (tmp_path / "a.zip").write_bytes(b"hello")
    with pytest.raises(NotAnArchive), opened(tmp_path / "a.zip", worker):
        pass


def test_a_place_that_may_not_be_looked_at(tmp_path, worker, monkeypatch):
    def refuse(_):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "is_file", refuse)
    with pytest.raises(CaseUnreadable) as caught, opened(tmp_path / "case", worker):
        pass
    assert (caught.value.where, caught.value.values) == ("case", {"reason": "no-permission"})


def test_readable_gives_the_path_or_says_why_not(tmp_path, case):
    assert readable(case / "case.json") == case / "case.json"
    for path, reason in ((tmp_path / "absent", "gone"), (case, "is-folder")):
        with pytest.raises(FileUnreadable) as caught:
            readable(path)
        assert caught.value.values == {"found": path.name, "reason": reason}


def test_which_files_are_archives_and_what_needs_a_copy(case, bundle):
    assert [is_archive(path) for path in (bundle, case, case / "case.json", case / "absent.zip")] == [
        True, False, False, False,
    ]  # fmt: skip
    assert needs_copy(bundle, SAMPLES)
    assert needs_copy(SAMPLES / "faulty", SAMPLES)
    assert needs_copy(SAMPLES / "faulty" / "case.json", SAMPLES)
    assert not needs_copy(case, SAMPLES)


def test_a_folder_is_edited_where_it_is(case, worker):
    folder = open_for_editing(case, worker, None)
    assert folder.path == case
    folder.close()


def test_a_bundle_is_edited_as_a_copy(bundle, worker, tmp_path):
    before = bundle.read_bytes()
    folder = open_for_editing(bundle, worker, tmp_path / "copy")
    assert folder.path == tmp_path / "copy"
    assert {a.file for a in folder.read().attachments} <= set(bundles.entries(bundle))
    assert not (tmp_path / "copy/manifest.json").exists()
    folder.close()
    assert bundle.read_bytes() == before


@pytest.mark.parametrize("name", ["complete-addition", "complete-new-entrant", "faulty"])
def test_a_sample_is_edited_as_a_copy(worker, tmp_path, name):
    before = {path: path.read_bytes() for path in (SAMPLES / name).rglob("*") if path.is_file()}
    folder = open_for_editing(SAMPLES / name, worker, tmp_path / "copy")
    folder.write(folder.read())
    folder.close()
    assert {path: path.read_bytes() for path in (SAMPLES / name).rglob("*") if path.is_file()} == before
    assert read_case(tmp_path / "copy") == read_case(SAMPLES / name)


def test_a_copy_never_takes_the_place_of_another_case(case, worker, tmp_path):
    other = folders.write(tmp_path / "other", folders.document())
    before = (other / "case.json").read_bytes()
    with pytest.raises(CaseExists):
        open_for_editing(SAMPLES / "faulty", worker, other)
    assert (other / "case.json").read_bytes() == before


def test_a_copy_that_cannot_be_made_says_why(worker, tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("shutil.copyfile", refuse)
    with pytest.raises(SaveFailed) as caught:
        open_for_editing(SAMPLES / "faulty", worker, tmp_path / "copy")
    assert caught.value.values == {"reason": "disk-full"}
    assert not (tmp_path / "copy/case.json").exists()


def test_a_faulty_case_is_not_kept_open(tmp_path, worker):
    folders.write(tmp_path, b"{}")
    with pytest.raises(CaseError):
        open_for_editing(tmp_path, worker, None)
    folders.write(tmp_path, folders.document())
    CaseFolder.open(tmp_path).close()


def test_a_bundle_without_a_case_makes_no_copy(tmp_path, worker):
    (tmp_path / "a.zip").write_bytes(hostile.archive([("a.txt", b"x")]))
    with pytest.raises(CaseNotFound):
        open_for_editing(tmp_path / "a.zip", worker, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()
