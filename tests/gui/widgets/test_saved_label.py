from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel

from cardprep.app.errors import SaveFailed
from cardprep.gui.autosave import Autosave, SaveState
from cardprep.gui.widgets.saved_label import SavedLabel


@pytest.fixture
def autosave(bench):
    made = Autosave(bench.session, bench.context.place, bench.context.operations, dt.datetime.now)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (SaveState.WAITING, "Saving…"),
        (SaveState.SAVING, "Saving…"),
        (SaveState.FAILED, "Not saved yet – trying again"),
        (SaveState.SAVED, "Saved 14:03:22"),
    ],
)
def test_the_state_is_told_in_words(bench, qtbot, autosave, state, text):
    label = SavedLabel(bench.context.theme, autosave)
    qtbot.addWidget(label)
    autosave.saved_at = dt.datetime(2026, 11, 23, 14, 3, 22, tzinfo=dt.UTC)
    autosave.error = SaveFailed("case")
    autosave.state = state
    autosave.changed.emit()
    assert label.findChild(QLabel, "saved").text() == text
