from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.app.importing_tables import known_firms
from cardprep.app.library.firm_lists import FirmsAdded, add_firms, firms_found, firms_there
from cardprep.case.model import Unit
from cardprep.library.records import DirectoryQuery, RecordKind, Shelf, Stamp
from making import cases, libraries, people


@pytest.fixture
def library(tmp_path):
    made, _ = libraries.made(tmp_path / "library")
    with made:
        yield made


def units(count):
    return [cases.unit(people.firm(i)) for i in range(1, count + 1)]


def test_a_list_becomes_firms_that_are_found(library):
    added = add_firms(library, units(3))
    assert len(added.new) == 3
    found = firms_found(library, DirectoryQuery())
    assert sorted(unit.uscc for unit in found) == sorted(unit.uscc for unit in units(3))


def test_what_is_known_of_a_firm_is_filled_in_and_never_overwritten(library):
    [unit] = units(1)
    add_firms(library, [replace(unit, phone="")])
    added = add_firms(library, [replace(unit, name="另一家公司", phone="025-58810001")])
    assert added == FirmsAdded(filled=1)
    assert firms_found(library, DirectoryQuery()) == [replace(unit, phone="025-58810001")]


def test_adding_a_list_again_changes_nothing(library):
    add_firms(library, units(2))
    changes = library.changes
    assert add_firms(library, units(2)) == FirmsAdded(unchanged=2)
    assert library.changes == changes


def test_the_same_firm_twice_in_a_list_is_one_firm(library):
    [unit] = units(1)
    assert len(add_firms(library, [unit, replace(unit, uscc=unit.uscc.lower())]).new) == 1


def test_firms_without_a_code_are_firms_of_their_own(library):
    assert len(add_firms(library, [Unit(name="甲公司"), Unit(name="乙公司")]).new) == 2


def test_a_cancelled_list_tells_what_was_added_until_then(library):
    answers = iter([False, False, True])
    added = add_firms(library, units(3), lambda: next(answers))
    assert len(added.new) == 2


def test_every_page_is_asked_for(library, monkeypatch):
    monkeypatch.setattr("cardprep.app.library.firm_lists._AT_ONCE", 2)
    add_firms(library, units(5))
    assert len(firms_found(library, DirectoryQuery())) == 5
    assert firms_there(library) == known_firms(unit.uscc for unit in units(5))


def test_a_search_finds_what_it_finds_in_the_list(library):
    add_firms(library, units(3))
    found = firms_found(library, DirectoryQuery(search=units(3)[1].uscc))
    assert [unit.uscc for unit in found] == [units(3)[1].uscc]


def test_a_firm_in_the_archive_is_there_and_one_in_the_trash_is_not(library):
    first, second = add_firms(library, units(2)).new
    stamp = Stamp(libraries.WHO, libraries.NOON)
    library.store.move(RecordKind.FIRM, [first], Shelf.ARCHIVED, stamp)
    library.store.move(RecordKind.FIRM, [second], Shelf.TRASH, stamp)
    assert firms_there(library) == known_firms([units(1)[0].uscc])
