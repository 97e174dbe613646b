"""A library comes about whole or not at all, refuses bad places, and cleans up after a crash."""

from __future__ import annotations

import pytest

from cardprep.app.library import errors as app_errors
from cardprep.app.library import open as opening
from cardprep.app.library.applications import Application
from cardprep.app.library.open import STEPS, create_library
from cardprep.cli import errors as cli_errors
from cardprep.errors import CardprepError
from cardprep.library import backup_errors
from cardprep.library.errors import BlobNotWritten, LibraryExists, LibraryNotFound, WrongPassphrase
from cardprep.library.store_errors import StoreInUse, UnsuitablePlace, WriteFailed
from cardprep.library.ways import ByPassphrase
from cardprep.wording.catalog import LANGUAGES, Catalog
from making import cases, libraries
from making.vaults import CHEAP, PASSPHRASE, Cut, cut_at, state


def test_it_opens_by_both_secrets(tmp_path):
    made, by_recovery_key = libraries.made(tmp_path / "library")
    made.close()
    for way in (libraries.BY_PASSPHRASE, by_recovery_key):
        with opening.open_library(tmp_path / "library", way) as library:
            assert library.vault.library == made.vault.library
    with pytest.raises(WrongPassphrase):
        opening.open_library(tmp_path / "library", ByPassphrase("something else"))
    assert not (tmp_path / "library" / ".cardprep.lock").exists()


def test_places_that_harm_it_are_refused(tmp_path):
    for folder in (tmp_path / "OneDrive" / "library", tmp_path / "坚果云"):
        with pytest.raises(UnsuitablePlace):
            create_library(folder, PASSPHRASE, cost=CHEAP)
        assert not folder.exists()


def test_a_folder_with_anything_in_it_is_refused_and_an_empty_one_taken(tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_bytes(b"")
    with pytest.raises(LibraryExists):
        create_library(tmp_path / "full", PASSPHRASE, cost=CHEAP)
    (tmp_path / "empty").mkdir()
    libraries.made(tmp_path / "empty")[0].close()


def test_one_program_at_a_time(tmp_path):
    made, _ = libraries.made(tmp_path / "library")
    with made, pytest.raises(StoreInUse):
        libraries.opened(tmp_path / "library")
    with pytest.raises(LibraryNotFound):
        libraries.opened(tmp_path / "absent")


@pytest.mark.parametrize("step", ["header.begin", "header.written", "migrate-1-before-commit", *STEPS])
def test_a_cut_while_it_is_made_leaves_no_library_or_a_whole_one(tmp_path, step):
    with pytest.raises(Cut):
        create_library(tmp_path / "library", PASSPHRASE, cost=CHEAP, at=cut_at(step))
    if step == "library.placed":
        libraries.opened(tmp_path / "library").close()
    else:
        assert not (tmp_path / "library").exists()
        libraries.made(tmp_path / "library")[0].close()


def test_what_a_crash_left_in_plain_is_taken_away(tmp_path):
    made, _ = libraries.made(tmp_path / "library")
    made.close()
    left = tmp_path / "library" / "work" / "case-x"
    left.mkdir(parents=True)
    (left / "scan.jpg").write_bytes(b"plain")
    libraries.opened(tmp_path / "library").close()
    assert not any("work" in name for name in state(tmp_path / "library"))


@pytest.mark.parametrize("error", [WriteFailed, BlobNotWritten])
def test_a_full_disk_gives_up_the_room_kept_back_and_tries_again(tmp_path, error):
    made, _ = libraries.made(tmp_path / "library")
    answers = [error("x", reason="disk-full"), error("x", reason="disk-full")]

    def write():
        if answers:
            raise answers.pop()
        return "written"

    with made as library:
        with pytest.raises(error):
            library.written(write)
        assert not (library.folder / "ballast").exists()
        assert library.written(write) == "written"


def test_a_form_that_is_older_is_backed_up_before_it_is_changed(tmp_path, monkeypatch):
    from cardprep.library import schema
    from cardprep.library.migrations import MIGRATIONS, Migration

    made, _ = libraries.made(tmp_path / "library")
    with made as library:
        Application.create(library, cases.complete(), lambda: libraries.WHO)
    more = (*MIGRATIONS, Migration(2, ("CREATE TABLE more (x TEXT) STRICT",)))
    monkeypatch.setattr(schema.migrate, "__defaults__", (more, *schema.migrate.__defaults__[1:]))
    with libraries.opened(tmp_path / "library") as library:
        (generation,) = library.backups().generations()
        assert library.backups().survey(generation).is_whole


def _kinds():
    for module in (app_errors, backup_errors, cli_errors):
        for kind in vars(module).values():
            if (
                isinstance(kind, type)
                and issubclass(kind, CardprepError)
                and kind.__module__ == module.__name__
            ):
                yield kind


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [k for k in _kinds() if k.code not in ("usage", "unexpected")])
def test_every_error_says_what_happened_and_what_to_do(kind, language):
    text = Catalog(language).error(kind("x", found="甲", count=2, reason="disk-full"))
    assert text.remedy
    assert text.what != Catalog(language).error(CardprepError()).what
    assert "{" not in text.what + text.remedy
