from __future__ import annotations

import hashlib

import pytest

from cardprep.evidence.archive_names import ArchiveFlaw
from cardprep.evidence.errors import NotAnArchive
from cardprep.evidence.limits import MIB
from making import hostile, pdfs


@pytest.fixture
def unpacked(worker, tmp_path):
    def do(data: bytes):
        archive = tmp_path / "bundle.zip"
        archive.write_bytes(data)
        return worker.unpack(archive, tmp_path / "into")

    return do


def test_a_good_archive_is_unpacked_whole(unpacked, tmp_path):
    files = {"case.json": b"{}", "材料/licence.pdf": pdfs.text_pdf(), "empty": b""}
    found = unpacked(hostile.archive([*files.items(), ("materials/", b"")]))
    assert {entry.name: entry.sha256 for entry in found} == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items()
    }
    assert (tmp_path / "into" / "材料" / "licence.pdf").read_bytes() == files["材料/licence.pdf"]


def test_large_archives_come_in_several_answers(unpacked):
    files = [(f"{number}.bin", bytes([number]) * 15 * MIB) for number in range(4)]
    assert [entry.size for entry in unpacked(hostile.archive(files, compress=False))] == [15 * MIB] * 4


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (hostile.archive([("../evil.txt", b"x")]), ArchiveFlaw.UNSAFE_NAME),
        (hostile.archive([("good.txt", b"x"), ("/evil.txt", b"x")]), ArchiveFlaw.UNSAFE_NAME),
        (hostile.archive([("a\\..\\..\\evil.txt", b"x")]), ArchiveFlaw.UNSAFE_NAME),
        (hostile.archive([("a.txt", b"x"), ("A.TXT", b"y")]), ArchiveFlaw.DUPLICATE_NAME),
        (hostile.archive([(f"{number}", b"") for number in range(2_001)]), ArchiveFlaw.TOO_MANY_ENTRIES),
        (hostile.archive_with_link(), ArchiveFlaw.LINK),
        (hostile.archive_bomb(), ArchiveFlaw.RATIO),
        (hostile.encrypted_archive(), ArchiveFlaw.ENCRYPTED),
        (hostile.archive_with_bad_checksum(), ArchiveFlaw.DAMAGED),
        (hostile.random_bytes(), ArchiveFlaw.NOT_A_ZIP),
        (hostile.cut_at(hostile.archive([("a", b"x" * 99)]), 0.5), ArchiveFlaw.NOT_A_ZIP),
        (b"", ArchiveFlaw.NOT_A_ZIP),
    ],
)
def test_a_bad_archive_leaves_nothing_behind(unpacked, tmp_path, data, reason):
    with pytest.raises(NotAnArchive) as caught:
        unpacked(data)
    assert caught.value.values == {"file": "bundle.zip", "reason": reason}
    assert list((tmp_path / "into").iterdir()) == []
    assert not (tmp_path / "evil.txt").exists()


def test_a_file_after_a_good_one_that_is_damaged_takes_the_good_one_away(unpacked, tmp_path):
    data = hostile.archive([("good", b"fine" * 9), ("bad", b"same old content")], compress=False)
    with pytest.raises(NotAnArchive):
        unpacked(data.replace(b"same old", b"sane old"))
    assert list((tmp_path / "into").iterdir()) == []


def test_a_folder_in_use_is_not_written_into(unpacked, tmp_path):
    (tmp_path / "into").mkdir()
    (tmp_path / "into" / "mine").write_text("mine")
    with pytest.raises(FileExistsError):
        unpacked(hostile.archive([("a", b"x")]))


def test_an_archive_that_is_not_there_is_an_error_of_its_own(worker, tmp_path):
    with pytest.raises(NotAnArchive):
        worker.unpack(tmp_path / "absent.zip", tmp_path / "into")
