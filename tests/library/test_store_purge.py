"""What was purged cannot be read in the live library, even by who has the key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import store_making as making
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from store_making import KEY, STAMP, TODAY, Blobs, new, saved

from cardprep.library.records import Firm, Person, RecordKind, Shelf, StoredFile
from cardprep.library.sqlite_store import DATABASE

MARKS = ("龘靐齉爨麤", "鸞鱻麣", "QZJXKVWY7701", "13977712345")


def marked(number: int) -> making.Case:
    case = making.named(making.case_of(number), MARKS[0])
    operator = replace(case.operators[0], name=MARKS[1], id_number=MARKS[2], mobile=MARKS[3])
    return replace(case, operators=(operator,), remark="".join(MARKS))


@pytest.fixture
def store(tmp_path: Path):
    made = making.created(tmp_path / "library")
    for number in range(30):
        new(made, making.case_of(number))
    yield made
    made.close()


def decrypted(path: Path) -> bytes:
    """Every page, free ones and slack too, by SQLCipher's format: AES-256-CBC, the IV in the reserve."""
    whole, plain = path.read_bytes(), b""
    for start in range(0, len(whole), 4096):
        page = whole[start : start + 4096]
        body = page[16 if start == 0 else 0 : -80]
        decryptor = Cipher(algorithms.AES(KEY), modes.CBC(page[-80:-64])).decryptor()
        plain += decryptor.update(body) + decryptor.finalize()
    return plain


def traces(folder: Path) -> list[str]:
    plain = decrypted(folder / DATABASE)
    log = folder / f"{DATABASE}-wal"
    assert not log.exists() or log.stat().st_size == 0
    pieces = [mark[i : i + 3] for mark in MARKS[:2] for i in range(len(mark) - 2)]
    wanted = (*MARKS, *pieces, *(m.lower() for m in MARKS), "jxk", "zjxkv", "77123")
    return [text for text in wanted if text.encode() in plain]


def test_the_reader_of_this_test_is_not_blind(store, tmp_path):
    new(store, marked(40))
    store._connection.empty_log()
    assert set(MARKS) <= set(traces(tmp_path / "library"))


def test_no_byte_of_a_purged_application_is_left(store, tmp_path):
    opened = new(store, marked(40))
    opened = saved(store, opened, making.case_of(41), files=(StoredFile(MARKS[1], "b" * 64, 1),))
    opened = saved(store, opened, marked(42), place="".join(MARKS))
    store.undo(opened.id, making.Stamp("".join(MARKS), making.NOON))
    store.move(RecordKind.APPLICATION, [opened.id], Shelf.TRASH, STAMP)
    store.purge(RecordKind.APPLICATION, [opened.id], Blobs(), TODAY)
    assert traces(tmp_path / "library") == []


def test_no_byte_of_a_purged_firm_or_person_is_left(store, tmp_path):
    case = marked(40)
    firm = store.put_firm(Firm(case.unit, case.legal_representative))
    operator = case.operators[0]
    person = store.put_person(Person(operator.name, "passport", operator.id_number, operator.mobile))
    store.purge(RecordKind.FIRM, [firm.id], Blobs(), TODAY)
    store.purge(RecordKind.PERSON, [person.id], Blobs(), TODAY)
    assert traces(tmp_path / "library") == []


def test_what_an_edit_replaced_is_gone_from_the_index(store, tmp_path):
    firm = store.put_firm(Firm(marked(40).unit))
    store.put_firm(replace(firm, unit=making.case_of(1).unit))
    store.purge(RecordKind.FIRM, [firm.id], Blobs(), TODAY)
    assert traces(tmp_path / "library") == []
