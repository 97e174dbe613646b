"""What the library tells of people and firms beyond their own records, and of its backups."""

from __future__ import annotations

import pytest

from cardprep.app.library.backing_up import back_up
from cardprep.app.library.filing import file_away
from cardprep.app.library.kept_backups import backups_at
from cardprep.app.library.looking_up import Named, look_up_person, names_of, next_duplicates
from cardprep.library.backup_errors import BackupFailed
from cardprep.library.records import DirectoryQuery, Firm, Person, RecordKind
from making import cases, libraries, people


@pytest.fixture
def library(tmp_path):
    with libraries.made(tmp_path / "library")[0] as made:
        yield made


def test_a_person_is_told_with_her_papers_and_where_she_appears(library, tmp_path, worker):
    taken = libraries.take_in(library, libraries.case_folder(tmp_path / "case"), worker).application
    file_away(library, taken.id, libraries.TODAY)
    row = next(r for r in library.store.fetch_people(DirectoryQuery()).rows if r.id_type == "resident-id")
    known = look_up_person(library, row.id)
    assert known.person.name == row.name
    assert {found.application for found in known.appears} == {taken.id}
    assert {found.role for found in known.appears} <= {"legal", "operators", "handler"}
    assert all(paper.firm == people.firm(1).name and paper.date for paper in known.papers)
    assert known.papers


def test_two_firms_of_one_code_are_found_and_named(library):
    unit = cases.unit(people.firm(1))
    first, second = (library.store.put_firm(Firm(unit)) for _ in range(2))
    assert {firm.id for firm in next_duplicates(library, RecordKind.FIRM)} == {first.id, second.id}
    assert next_duplicates(library, RecordKind.PERSON) == ()
    assert names_of(library, RecordKind.FIRM, [first.id, "gone"]) == (Named(first.id, unit.name),)


def test_two_people_of_one_document_are_found(library):
    made = people.person(1)
    for name in (made.name, "另一写法"):
        library.store.put_person(Person(name, "resident-id", made.id_number))
    assert len(next_duplicates(library, RecordKind.PERSON)) == 2


def test_backups_are_listed_without_any_key_the_latest_first(library, tmp_path):
    for hours in (1, 2):
        back_up(library, tmp_path / "usb", lambda hours=hours: libraries.later(hours))
    shelf = backups_at(tmp_path / "usb")
    assert [kept.at for kept in shelf.kept] == [libraries.later(2), libraries.later(1)]
    assert all(kept.size > 4096 for kept in shelf.kept)
    assert backups_at(tmp_path / "usb", "another").kept == ()


def test_a_place_that_cannot_be_read_is_told(library, tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.glob", refuse)
    with pytest.raises(BackupFailed):
        backups_at(tmp_path)
