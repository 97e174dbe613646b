from __future__ import annotations

import datetime as dt

import pytest

from cardprep.app.errors import SaveFailed
from cardprep.case import edits
from cardprep.gui.autosave import Autosave, SaveState

NOW = dt.datetime(2026, 11, 23, 14, 3, 22, tzinfo=dt.UTC)


@pytest.fixture
def autosave(bench):
    made = Autosave(bench.session, bench.context.folder, bench.context.operations, lambda: NOW)
    yield made
    made.close()


def type_name(bench, text):
    bench.session.apply(lambda case: edits.set_text(case, "unit.name", text), where="unit.name", typing=True)


def fail_with(bench, monkeypatch, times):
    """Let the folder refuse the next writes."""
    folder, left = bench.context.folder, [times]
    write = type(folder).write

    def refuse(self, case):
        if left[0]:
            left[0] -= 1
            raise SaveFailed("case", reason="disk-full")
        write(self, case)

    monkeypatch.setattr(type(folder), "write", refuse)


def test_what_is_typed_is_in_the_folder_a_moment_later(bench, qtbot, autosave):
    type_name(bench, "南京示例公司")
    assert autosave.state is SaveState.WAITING
    qtbot.waitUntil(lambda: autosave.is_clean, timeout=2000)
    assert bench.context.folder.read().unit.name == "南京示例公司"
    assert autosave.saved_at == NOW


def test_what_is_typed_while_it_is_being_saved_is_saved_too(bench, qtbot, autosave):
    type_name(bench, "a")
    autosave.flush()
    type_name(bench, "ab")
    qtbot.waitUntil(lambda: autosave.is_clean, timeout=2000)
    assert bench.context.folder.read().unit.name == "ab"


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
    assert autosave.error.code == "save-failed"
    autosave.flush()
    qtbot.waitUntil(lambda: autosave.is_clean, timeout=2000)
    assert bench.context.folder.read().unit.name == "a"


def test_an_edit_after_a_failed_save_tries_again(bench, qtbot, autosave, monkeypatch):
    fail_with(bench, monkeypatch, times=1)
    type_name(bench, "a")
    qtbot.waitUntil(lambda: autosave.state is SaveState.FAILED, timeout=2000)
    type_name(bench, "ab")
    qtbot.waitUntil(lambda: autosave.is_clean, timeout=2000)
    assert bench.context.folder.read().unit.name == "ab"


def test_the_end_of_the_desktop_session_saves_in_that_moment(bench, autosave):
    type_name(bench, "a")
    autosave.write_now()
    assert bench.context.folder.read().unit.name == "a"


def test_new_facts_are_nothing_to_save(bench, autosave):
    bench.session.set_facts({})
    assert autosave.is_clean
