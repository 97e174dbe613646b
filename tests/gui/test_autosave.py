from __future__ import annotations

import datetime as dt

import pytest

from cardprep.case import edits
from cardprep.gui.autosave import Autosave, SaveState
from cardprep.library.records import ApplicationQuery
from cardprep.library.store_errors import WriteFailed

NOW = dt.datetime(2026, 11, 23, 14, 3, 22, tzinfo=dt.UTC)


@pytest.fixture
def autosave(bench):
    made = Autosave(bench.session, bench.place, bench.context.operations, lambda: NOW)
    yield made
    made.close()


def type_name(bench, text):
    bench.session.apply(lambda case: edits.set_text(case, "unit.name", text), where="unit.name", typing=True)


def fail_with(bench, monkeypatch, times):
    """Let the library refuse the next writes."""
    left, save = [times], bench.place.save

    def refuse(record):
        if left[0]:
            left[0] -= 1
            raise WriteFailed(reason="disk-full")
        save(record)

    monkeypatch.setattr(bench.place, "save", refuse)


def test_what_is_typed_is_in_the_library_a_moment_later(bench, qtbot, autosave):
    type_name(bench, "南京示例公司")
    assert autosave.state is SaveState.WAITING
    qtbot.waitUntil(lambda: autosave.is_clean, timeout=2000)
    assert bench.saved.unit.name == "南京示例公司"
    assert autosave.saved_at == NOW


def test_what_is_typed_while_it_is_being_saved_is_saved_too(bench, qtbot, autosave):
    type_name(bench, "a")
    autosave.flush()
    type_name(bench, "ab")
    qtbot.waitUntil(lambda: autosave.is_clean, timeout=2000)
    assert bench.saved.unit.name == "ab"


def test_going_on_typing_does_not_put_the_saving_off(bench, qtbot, autosave):
    states = []
    autosave.changed.connect(lambda: states.append(autosave.state))
    for number in range(40):
        type_name(bench, "x" * (number + 1))
        qtbot.wait(10)
    assert SaveState.SAVING in states


def test_a_failed_save_is_told_and_forgets_nothing(bench, qtbot, autosave, monkeypatch):
    fail_with(bench, monkeypatch, times=1)
    type_name(bench, "a")
    qtbot.waitUntil(lambda: autosave.state is SaveState.FAILED, timeout=2000)
    assert autosave.error.code == "store-write-failed"
    autosave.flush()
    qtbot.waitUntil(lambda: autosave.is_clean, timeout=2000)
    assert bench.saved.unit.name == "a"


def test_an_edit_after_a_failed_save_tries_again(bench, qtbot, autosave, monkeypatch):
    fail_with(bench, monkeypatch, times=1)
    type_name(bench, "a")
    qtbot.waitUntil(lambda: autosave.state is SaveState.FAILED, timeout=2000)
    type_name(bench, "ab")
    qtbot.waitUntil(lambda: autosave.is_clean, timeout=2000)
    assert bench.saved.unit.name == "ab"


def test_the_end_of_the_desktop_session_saves_in_that_moment(bench, autosave):
    type_name(bench, "a")
    autosave.write_now()
    assert bench.saved.unit.name == "a"


def test_new_facts_are_nothing_to_save(bench, autosave):
    bench.session.set_facts({})
    assert autosave.is_clean


def history(bench):
    rows = bench.place.library.store.history(bench.place.application.id)
    return [(row.kind, row.place) for row in reversed(rows)][1:]


def set_code(bench):
    bench.session.apply(lambda case: edits.set_text(case, "unit.uscc", "9"), where="unit.uscc")


def test_each_step_is_a_row_of_the_journal_also_when_they_are_written_together(bench, qtbot, autosave):
    type_name(bench, "a")
    type_name(bench, "ab")
    set_code(bench)
    bench.session.undo()
    bench.session.redo()
    qtbot.waitUntil(lambda: autosave.is_clean, timeout=2000)
    assert history(bench) == [
        ("edit", "unit.name"),
        ("edit", "unit.uscc"),
        ("undo", "unit.uscc"),
        ("redo", "unit.uscc"),
    ]


def test_a_failure_in_the_midst_keeps_what_was_written_and_writes_the_rest_once(
    bench, qtbot, autosave, monkeypatch
):
    save, seen = bench.place.save, []

    def refuse_second(record):
        seen.append(record.where)
        if len(seen) == 2:
            raise WriteFailed(reason="disk-full")
        save(record)

    monkeypatch.setattr(bench.place, "save", refuse_second)
    type_name(bench, "a")
    set_code(bench)
    qtbot.waitUntil(lambda: autosave.state is SaveState.FAILED, timeout=2000)
    autosave.flush()
    qtbot.waitUntil(lambda: autosave.is_clean, timeout=2000)
    assert history(bench) == [("edit", "unit.name"), ("edit", "unit.uscc")]


def test_the_last_row_notes_what_the_rules_say(bench, qtbot, autosave):
    type_name(bench, "a")
    qtbot.waitUntil(lambda: autosave.is_clean, timeout=2000)
    (row,) = bench.place.library.store.fetch_applications(ApplicationQuery()).rows
    assert row.gaps > 0
