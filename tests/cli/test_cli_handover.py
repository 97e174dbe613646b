"""Applications go from one library into another in an encrypted file; its passphrase is no argument."""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace

import pytest

from cardprep.app.folder import read_case
from cardprep.cli import unlocking
from making import cases, libraries
from making.vaults import PASSPHRASE

PHRASE = "7kq2m-xw9fh-rt4bn-zp6cd"


@pytest.fixture
def ask(run, monkeypatch, worker):
    """Runs a command; the passphrases of the library and of the hand-over file come from descriptors."""
    monkeypatch.setattr("cardprep.cli.importing.Worker", lambda: contextlib.nullcontext(worker))

    def ask(*words, library, seal=PHRASE):
        with contextlib.ExitStack() as stack:
            own = stack.enter_context(descriptor(PASSPHRASE))
            more = () if seal is None else ("--seal-fd", stack.enter_context(descriptor(seal)))
            return run(*words, "--library", library, "--passphrase-fd", own, *more, "--json")

    return ask


@contextlib.contextmanager
def descriptor(secret):
    reading, writing = os.pipe()
    os.write(writing, f"{secret}\n".encode())
    os.close(writing)
    try:
        yield reading
    finally:
        os.close(reading)


def closed(folder):
    made, _ = libraries.made(folder)
    made.close()
    return folder


@pytest.fixture
def kept(tmp_path, ask):
    """A library with two applications of two firms, and their ids."""
    library = closed(tmp_path / "library")
    paths = [libraries.case_folder(tmp_path / f"case{n}", n) for n in (1, 2)]
    told = ask("import", *paths, library=library, seal=None).document["imported"]
    return library, [entry["id"] for entry in told]


@pytest.fixture
def sealed(kept, ask, tmp_path):
    library, ids = kept
    return ask("handover", *ids, "-o", tmp_path / "out", library=library)


def test_what_is_handed_over_is_the_same_in_another_library(kept, sealed, ask, tmp_path):
    library, ids = kept
    assert (sealed.code, sealed.document["applications"]) == (0, ids)
    assert sealed.document == {
        "handover": str(tmp_path / "out.cardprep"),
        "applications": ids,
        "passphrase": None,
    }
    other = closed(tmp_path / "other")
    told = ask("import", sealed.document["handover"], library=other).document["imported"]
    assert [entry["new"] for entry in told] == [True, True]
    for id, entry in zip(ids, told, strict=True):
        before = ask("show", id, library=library, seal=None).document["case"]
        after = ask("show", entry["id"], library=other, seal=None).document["case"]
        assert without_files(after) == without_files(before)


def without_files(told):
    return {**told, "attachments": [{**one, "file": ""} for one in told["attachments"]]}


def test_what_is_there_already_does_not_come_twice(kept, sealed, ask):
    library, ids = kept
    path = sealed.document["handover"]
    told = ask("import", path, path, library=library).document["imported"]
    assert [(entry["id"], entry["new"]) for entry in told] == [(id, False) for id in (*ids, *ids)]


def test_what_differs_comes_in_beside_and_says_so(kept, ask, tmp_path):
    library, ids = kept
    folder = tmp_path / "case1"
    case = read_case(folder)
    changed = replace(case, unit=replace(case.unit, phone="025-58812346"))
    cases.write(folder, changed, lambda file: (folder / file).read_bytes())
    (entry,) = ask("import", folder, library=library, seal=None).document["imported"]
    assert (entry["new"], entry["differs_from"]) == (True, ids[0])
    assert ask("show", ids[0], library=library, seal=None).document["case"] == cases.document(case)


@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda data: data])
def test_a_damaged_file_or_another_passphrase_takes_nothing_in(kept, sealed, ask, tmp_path, spoil):
    path = tmp_path / "out.cardprep"
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    phrase = "another phrase" if spoil(whole) == whole else PHRASE
    other = closed(tmp_path / "other")
    ran = ask("import", path, library=other, seal=phrase)
    assert ran.code == 1
    assert [(entry["id"], bool(entry["error"]["message"])) for entry in ran.document["imported"]] == [
        (None, True)
    ]
    assert ask("list", library=other, seal=None).document["applications"] == []


def test_a_short_passphrase_is_refused_and_nothing_is_written(kept, ask, tmp_path):
    library, ids = kept
    ran = ask("handover", ids[0], "-o", tmp_path / "out", library=library, seal="short")
    assert (ran.code, set(ran.document)) == (2, {"error"})
    assert not (tmp_path / "out.cardprep").exists()


def test_without_a_terminal_a_program_is_told_how(kept, ask, tmp_path):
    library, ids = kept
    ran = ask("handover", ids[0], "-o", tmp_path / "out", "--lang", "en", library=library, seal=None)
    assert ran.code == 2
    assert "--seal-fd" in ran.document["error"]["message"] + ran.err


def test_on_a_terminal_an_empty_answer_lets_the_program_make_one(kept, run, tmp_path, monkeypatch):
    library, ids = kept
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda question, stream: "")
    monkeypatch.setattr(unlocking, "by_some_way", lambda given, catalog, use: use(libraries.BY_PASSPHRASE))
    ran = run("handover", ids[0], "-o", tmp_path / "out", "--library", library, "--json")
    assert len(ran.document["passphrase"]) == 23
