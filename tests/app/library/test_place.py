"""An application of the library as the place of an open case: what was done is done, over restarts too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.app import rulebooks
from cardprep.app.library.elsewhere import operator_keys, other_applications
from cardprep.app.library.place import ApplicationPlace
from cardprep.app.place import Record
from cardprep.app.session import Change, Move, Session
from cardprep.case import edits
from cardprep.case.model import Attachment, Case, StatusEntry, StatusState
from cardprep.case.slots import QUALIFICATION
from making import cases, libraries
from making.bench import TODAY


@pytest.fixture
def library(tmp_path):
    with libraries.made(tmp_path / "library")[0] as made:
        yield made


def who():
    return libraries.WHO


@pytest.fixture
def place(library):
    return ApplicationPlace.create(library, Case(), who)


def session_of(place):
    """A session that keeps every change in the place at once."""
    steps = place.steps()
    session = Session(place.case, rulebooks.rulebook(), lambda: TODAY, steps.before, steps.after)

    def keep(change: Change) -> None:
        place.save(Record(session.case, change.move, change.where, change.joins, change.number))

    session.subscribe(keep)
    return session


def write(session, path, text, typing=False):
    session.apply(lambda case: edits.set_text(case, path, text), where=path, typing=typing)


def again(place):
    """As after a restart."""
    return ApplicationPlace.open(place.library, place.application.id, who)


def test_undo_and_redo_go_on_after_a_restart(place):
    session = session_of(place)
    for text in ("a", "ab", "abc"):
        write(session, "unit.name", text, typing=True)
    write(session, "unit.uscc", "9")
    write(session, "remark", "r")
    session.undo()
    later = session_of(again(place))
    later.redo()
    assert later.case.remark == "r"
    for _ in range(3):
        later.undo()
    assert later.case == Case()
    assert not later.can_undo
    assert again(place).case == Case()


def test_typed_letters_are_one_step_also_after_a_restart(place):
    session = session_of(place)
    write(session, "unit.name", "first")
    session.seal()
    for text in ("s", "se", "second"):
        write(session, "unit.name", text, typing=True)
    later = session_of(again(place))
    later.undo()
    assert later.case.unit.name == "first"


def test_a_new_edit_forgets_what_could_be_redone(place):
    session = session_of(place)
    write(session, "unit.name", "a")
    session.undo()
    write(session, "unit.name", "b")
    assert not session_of(again(place)).can_redo


def test_a_return_is_one_step_that_undo_takes_back(place):
    session = session_of(place)
    write(session, "unit.name", "a")
    write(session, "unit.name", "b")
    first = place.library.store.history(place.application.id)[1]
    session.return_to(place.library.store.case_at(place.application.id, first.number), first.number)
    assert session.case.unit.name == "a"
    assert place.library.store.history(place.application.id)[0].kind == "return"
    later = session_of(again(place))
    later.undo()
    assert later.case.unit.name == "b"


def test_a_step_that_the_journal_tells_otherwise_is_kept_as_an_edit(place):
    place.save(Record(Case(remark="a"), where="remark"))
    place.save(Record(Case(remark="never there"), Move.UNDO, "remark"))
    assert again(place).case.remark == "never there"


def test_a_file_is_to_be_had_before_and_after_it_was_saved(place, tmp_path):
    name = place.take_in_bytes("a.jpg", b"scan")
    assert place.file(name).read() == b"scan"
    case = Case(attachments=(Attachment(QUALIFICATION, name),))
    with place.in_plain(case) as folder:
        assert (folder / name).read_bytes() == b"scan"
    assert not folder.exists()
    place.save(Record(case))
    assert again(place).file(name).read() == b"scan"


def test_papers_lie_in_plain_as_long_as_the_case_is_open(place):
    paper = place.paper("letter.pdf")
    paper.write_bytes(b"%PDF")
    assert place.paper("other.pdf").parent == paper.parent
    place.close()
    assert not paper.parent.exists()


@pytest.fixture
def mine(library):
    return ApplicationPlace.create(library, cases.complete(2), who)


def elsewhere(place):
    return other_applications(place.library, place.application.id, place.case)


def test_OPER_6_an_operator_in_another_application_of_the_library_is_found(mine):
    other = replace(cases.complete(1), remark="another")
    ApplicationPlace.create(mine.library, other, who)
    (found,) = elsewhere(mine)
    assert operator_keys(other) <= operator_keys(mine.case)
    assert found.firm == other.unit.uscc
    assert other.unit.name in found.title


@pytest.mark.parametrize("state", [StatusState.RETURNED, StatusState.WITHDRAWN])
def test_OPER_6_an_application_that_has_ended_does_not_count(mine, state):
    ended = replace(cases.complete(1), status=(StatusEntry(state, TODAY),))
    ApplicationPlace.create(mine.library, ended, who)
    assert elsewhere(mine) == ()


def test_OPER_6_the_own_application_does_not_count(mine):
    assert elsewhere(mine) == ()
