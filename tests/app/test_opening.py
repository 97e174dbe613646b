from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from cardprep.app.errors import CaseNotFound, CaseUnreadable, FileUnreadable
from cardprep.app.folder import read_case
from cardprep.app.opening import is_archive, opened, readable, unpacked
from cardprep.case.errors import CaseError
from cardprep.evidence.errors import Cancelled, NotAnArchive
from making import bundles, folders, hostile


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


def test_which_files_are_archives(case, bundle):
    assert [is_archive(path) for path in (bundle, case, case / "case.json", case / "absent.zip")] == [
        True, False, False, False,
    ]  # fmt: skip


def test_a_bundle_without_a_case_is_told(tmp_path, worker):
    (tmp_path / "a.zip").write_bytes(hostile.archive([("a.txt", b"x")]))
    with pytest.raises(CaseNotFound), opened(tmp_path / "a.zip", worker):
        pass


def test_a_faulty_case_is_told(tmp_path, worker):
    folders.write(tmp_path, b"{}")
    with pytest.raises(CaseError), opened(tmp_path, worker):
        pass
