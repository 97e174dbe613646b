"""Edits, history and files of an open application stay over a restart."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cardprep.app.errors import ExportRefused, FileUnreadable
from cardprep.app.library.applications import Application
from cardprep.app.library.checking import check_application
from cardprep.app.library.errors import AttachmentGone
from cardprep.app.library.exporting import Wanted, export_application
from cardprep.app.library.finding import find_application
from cardprep.app.library.importing import STEPS
from cardprep.app.library.purging import STEPS as PURGE_STEPS
from cardprep.app.library.purging import purge, strike_unpurged
from cardprep.case.model import Attachment
from cardprep.case.slots import QUALIFICATION
from cardprep.library.records import ApplicationQuery, RecordKind, Shelf, Stamp
from cardprep.library.store_errors import NotYetEnded
from making import cases, libraries
from making.vaults import Cut, cut_at


@pytest.fixture
def folder(tmp_path):
    libraries.made(tmp_path / "library")[0].close()
    return tmp_path / "library"


@pytest.fixture
def library(folder):
    with libraries.opened(folder) as opened:
        yield opened


def who() -> str:
    return libraries.WHO


def test_edits_and_undo_outlive_a_restart(folder):
    with libraries.opened(folder) as library:
        made = Application.create(library, cases.complete(), who)
        made.save(replace(made.case, remark="第一次"), "remark")
        made.save(replace(made.case, remark="第二次"), "remark")
    with libraries.opened(folder) as library:
        again = Application.open(library, made.id, who)
        assert [entry.stamp.who for entry in again.history()] == [libraries.WHO] * 3
        again.undo()
        assert again.case.remark == "第一次"
        again.redo()
        again.return_to(1)
        assert again.case == cases.complete()
        again.undo()
        assert again.case.remark == "第二次"


def test_files_are_sealed_at_once_and_named_by_the_next_save(library, tmp_path):
    made = Application.create(library, replace(cases.complete(), attachments=()), who)
    names = [made.attach("a.jpg", b"one"), made.attach("a.jpg", b"two")]
    assert names == ["attachments/a.jpg", "attachments/a (2).jpg"]
    assert [made.read(name) for name in names] == [b"one", b"two"]
    with pytest.raises(AttachmentGone):
        made.read("attachments/c.jpg")
    attachments = tuple(Attachment(QUALIFICATION, name) for name in names)
    made.save(replace(made.case, attachments=attachments))
    assert [made.read(name) for name in names] == [b"one", b"two"]
    with pytest.raises(FileUnreadable):
        made.attach("b.jpg", tmp_path / "absent")


def test_what_no_save_named_is_swept_at_the_end(folder):
    with libraries.opened(folder) as library:
        Application.create(library, cases.complete(), who).attach("a.jpg", b"never saved")
    assert not list(folder.rglob("*.blob"))


def test_check_and_export(library, tmp_path, worker):
    id = libraries.take_in(library, libraries.case_folder(tmp_path / "c"), worker).application.id
    assert check_application(library, id, worker, libraries.TODAY).ok
    wanted = Wanted(id, tmp_path / "out", False, "zh_CN", libraries.TODAY)
    assert export_application(library, wanted, worker).bundle.is_file()
    application = Application.open(library, id, who)
    application.save(replace(application.case, remark=""))
    with pytest.raises(ExportRefused):
        export_application(library, wanted, worker)
    assert not list((library.folder / "work").iterdir())


def test_it_is_found_by_id_and_by_words(library):
    made = Application.create(library, cases.complete(), who)
    words = (made.id, made.id[:6], cases.complete().unit.name)
    assert {find_application(library, word) for word in words} == {made.id}


@pytest.mark.parametrize("step", ["blob.begin", "blob.sealed", "blob.stored", *STEPS])
def test_a_cut_import_leaves_nothing_or_all_of_it(folder, tmp_path, worker, step):
    library = libraries.opened(folder, cut_at(step))
    with pytest.raises(Cut):
        libraries.take_in(library, libraries.case_folder(tmp_path / "c"), worker)
    library.close()
    with libraries.opened(folder) as library:
        assert library.store.count(ApplicationQuery()) == (step == "import.done")
        known = len(library.store.blobs_in_use())
        assert len(list(library.blobs.blobs())) == known
        assert libraries.take_in(library, tmp_path / "c", worker).is_new is (step != "import.done")


@pytest.mark.parametrize("step", PURGE_STEPS)
def test_a_cut_purge_leaves_all_of_it_or_nothing_even_in_backups(folder, tmp_path, worker, step):
    with libraries.opened(folder) as library:
        id = libraries.take_in(library, libraries.case_folder(tmp_path / "c"), worker).application.id
        stamp = Stamp(libraries.WHO, libraries.NOON)
        library.store.move(RecordKind.APPLICATION, [id], Shelf.TRASH, stamp)
        library.backups().make(libraries.later())
    library = libraries.opened(folder, cut_at(step))
    with pytest.raises(Cut):
        purge(library, RecordKind.APPLICATION, [id], libraries.TODAY)
    library.close()
    with libraries.opened(folder) as library:
        strike_unpurged(library)
        library.backups().make(libraries.later(hours=1))
        there = library.store.count(ApplicationQuery(shelf=Shelf.TRASH))
        assert there == (step in ("purge.noted", "purge-before-commit"))
        backups = library.backups()
        assert {bool(backups.survey(g).blobs) for g in backups.generations()} == {bool(there)}


def test_a_refused_purge_leaves_no_note(library):
    made = Application.create(library, cases.complete(), who)
    with pytest.raises(NotYetEnded):
        purge(library, RecordKind.APPLICATION, [made.id], dt.date(2030, 1, 1))
    assert library.erased.read() == frozenset()
