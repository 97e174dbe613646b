from __future__ import annotations

import pytest

from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Refusal
from cardprep.evidence.worker.archive import list_entries, read_entries
from cardprep.evidence.worker.faults import Refused, Unreadable
from making import hostile


@pytest.fixture
def archive(tmp_path):
    def make(data: bytes):
        path = tmp_path / "a.zip"
        path.write_bytes(data)
        return path

    return make


def test_names_are_told_exactly_as_they_stand(archive):
    path = archive(hostile.archive([("../材料.txt", b"x"), ("b/", b"")]))
    first, second = list_entries(path, Limits()).header["entries"]
    assert (first["name"], first["size"], first["folder"]) == ("../材料.txt", 1, False)
    assert (second["name"], second["folder"]) == ("b/", True)


def test_contents_come_in_batches(archive, monkeypatch):
    monkeypatch.setattr("cardprep.evidence.worker.archive._BATCH", 10)
    path = archive(hostile.archive([("a", b"1234"), ("b", b"5678"), ("c", b"90AB")]))
    assert read_entries(path, 0).payload == b"12345678"
    assert read_entries(path, 2).payload == b"90AB"


def test_a_changed_byte_is_noticed(archive):
    with pytest.raises(Exception, match="CRC"):
        read_entries(archive(hostile.archive_with_bad_checksum()), 0)


def test_too_many_entries_are_not_listed(archive):
    with pytest.raises(Refused) as caught:
        list_entries(archive(hostile.archive([("a", b""), ("b", b"")])), Limits(entries=1))
    assert caught.value.refusal is Refusal.TOO_LARGE


def test_rare_ways_of_packing_are_not_read(archive):
    data = bytearray(hostile.archive([("a", b"x")]))
    data[data.index(b"PK\x01\x02") + 10] = 12
    with pytest.raises(Unreadable):
        list_entries(archive(bytes(data)), Limits())
