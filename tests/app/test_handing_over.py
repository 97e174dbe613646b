from __future__ import annotations

import stat
import zipfile
from dataclasses import replace

import pytest

from cardprep.app.errors import FileUnreadable
from cardprep.app.folder import read_case
from cardprep.app.handing_over import HandOver, folder_content, hand_over, handed_over, suggested_passphrase
from cardprep.bundle.errors import (
    ExportTarget,
    HandOverTooLarge,
    NotAHandOver,
    SealedDamaged,
    SealedError,
    WeakPassphrase,
    WrongPassphrase,
)
from cardprep.bundle.handover import CaseContent
from cardprep.bundle.sealed import seal, sealing
from cardprep.bundle.sealed_header import Cost
from cardprep.case.tables.errors import PastedTooMuch
from cardprep.errors import CardprepError
from cardprep.evidence.errors import Cancelled, NotATable
from cardprep.wording.catalog import Catalog
from making import cases, folders, people

LIGHT = Cost(memory=8, passes=1, lanes=1, chunk=4_096)
PASSPHRASE = "7kq2m-xw9fh-rt4bn-zp6cd"


@pytest.fixture
def content(tmp_path):
    folder = folders.write(tmp_path / "case", folders.document())
    return folder_content(folder, read_case(folder))


@pytest.fixture
def sealed(tmp_path, content):
    (tmp_path / "out").mkdir()
    wanted = HandOver([content], tmp_path / "out" / "甲公司", PASSPHRASE, cases.unit(people.firm(1)), LIGHT)
    return hand_over(wanted)


def archived(tmp_path, files: dict[str, bytes]):
    """A sealed zip of other files."""
    path = tmp_path / "other.cardprep"
    with sealing(path, PASSPHRASE, LIGHT) as stream, zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_a_case_arrives_as_it_was_with_its_very_files(sealed, content, worker):
    with handed_over(sealed, PASSPHRASE, worker) as came:
        (arrived,) = came.cases
        assert came.firm == cases.unit(people.firm(1))
        assert replace(arrived.case, attachments=()) == replace(content.case, attachments=())
        for before, after in zip(content.case.attachments, arrived.case.attachments, strict=True):
            assert (after.slot, after.attested) == (before.slot, before.attested)
            assert (arrived.folder / after.file).read_bytes() == content.read(before.file)


def test_several_cases_go_in_one_file(tmp_path, content, worker):
    other = replace(content.case, remark="第二份", attachments=())
    second = CaseContent(other, content.read)
    path = hand_over(HandOver([content, second], tmp_path / "both", PASSPHRASE, cost=LIGHT))
    with handed_over(path, PASSPHRASE, worker) as came:
        assert came.firm is None
        assert [found.case.remark for found in came.cases] == [content.case.remark, "第二份"]


def test_nothing_that_was_typed_stands_in_the_file(sealed, content):
    data = sealed.read_bytes()
    for text in (content.case.unit.name, content.case.operators[0].id_number, "case.json", "handover"):
        assert text.encode() not in data
    assert stat.S_IMODE(sealed.stat().st_mode) == 0o600


def test_what_came_is_gone_afterwards(sealed, worker, tmp_path):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with handed_over(sealed, PASSPHRASE, worker, scratch) as came:
        assert stat.S_IMODE(next(scratch.iterdir()).stat().st_mode) == 0o700
        assert came.cases[0].folder.is_dir()
    assert list(scratch.iterdir()) == []


def test_a_file_that_is_there_is_not_overwritten(sealed, content):
    again = hand_over(HandOver([content], sealed, PASSPHRASE, cost=LIGHT))
    assert again.name == "甲公司 (2).cardprep"


@pytest.mark.parametrize(
    ("spoil", "passphrase", "error"),
    [
        (lambda data: data, "another phrase", WrongPassphrase),
        (lambda data: data[:-1], PASSPHRASE, SealedDamaged),
        (lambda data: b"x" + data, PASSPHRASE, SealedError),
    ],
)
def test_what_cannot_be_opened_leaves_nothing(sealed, worker, tmp_path, spoil, passphrase, error):
    sealed.write_bytes(spoil(sealed.read_bytes()))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with pytest.raises(error), handed_over(sealed, passphrase, worker, scratch):
        pytest.fail("it was opened")
    assert list(scratch.iterdir()) == []


LIST = b'{"format": "cardprep-handover/1", "firm": null, "cases": ["cases/001"]}'


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"case.json": b"{}"},
        {"handover.json": b"[]"},
        {"handover.json": LIST},
        {"handover.json": LIST.replace(b"/1", b"/9"), "cases/001/case.json": b"{}"},
        {"handover.json": LIST.replace(b"cases/001", b"../001"), "cases/001/case.json": b"{}"},
        {"handover.json": LIST, "cases/001/case.json": b"{}"},
        {"handover.json": LIST, "cases/001/case.json": b'{"format": "cardprep-case/1"}', "extra": b"x"},
        {"handover.json": LIST, "../evil": b"x"},
    ],
)
def test_another_content_is_refused_even_under_the_right_passphrase(tmp_path, worker, files):
    path = archived(tmp_path, files)
    with pytest.raises(CardprepError), handed_over(path, PASSPHRASE, worker):
        pytest.fail("it was opened")


def test_a_sealed_file_that_is_no_archive_is_refused(tmp_path, worker):
    (tmp_path / "text").write_bytes(b"no archive")
    seal(tmp_path / "text", tmp_path / "a.cardprep", PASSPHRASE, LIGHT)
    with pytest.raises(NotAHandOver), handed_over(tmp_path / "a.cardprep", PASSPHRASE, worker):
        pytest.fail("it was opened")


def test_a_file_that_is_gone_or_a_person_who_gives_up_leaves_no_hand_over(tmp_path, content):
    wanted = HandOver([content], tmp_path / "out", PASSPHRASE, cost=LIGHT)
    with pytest.raises(Cancelled):
        hand_over(wanted, cancelled=lambda: True)
    (tmp_path / "case" / content.case.attachments[0].file).unlink()
    with pytest.raises(FileUnreadable):
        hand_over(wanted)
    assert [path.name for path in tmp_path.iterdir()] == ["case"]


def test_more_than_can_be_taken_in_is_not_handed_over(tmp_path, content):
    endless = [CaseContent(replace(content.case, attachments=()), content.read)] * 2_001
    with pytest.raises(HandOverTooLarge):
        hand_over(HandOver(endless, tmp_path / "out", PASSPHRASE, cost=LIGHT))


def test_a_place_that_is_not_there_is_an_error(tmp_path, content):
    with pytest.raises(ExportTarget):
        hand_over(HandOver([content], tmp_path / "absent" / "out", PASSPHRASE, cost=LIGHT))


def test_suggested_passphrases_can_be_told_on_the_telephone():
    assert suggested_passphrase() != suggested_passphrase()
    assert set(suggested_passphrase()) <= set("23456789abcdefghjkmnpqrstuvwxyz-")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize(
    "kind",
    [*SealedError.__subclasses__(), WeakPassphrase, HandOverTooLarge, NotAHandOver, NotATable, PastedTooMuch],
)
def test_every_error_has_a_sentence_and_says_what_to_do(language, kind):
    catalog = Catalog(language)
    text = catalog.error(kind("x", found="甲.cardprep", file="甲.cardprep", reason="damaged"))
    assert text.what != catalog.error(CardprepError("x")).what
    assert text.remedy
