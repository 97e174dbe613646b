from __future__ import annotations

import time
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget, QPushButton, QWidget

from cardprep.app.handing_over import handed_over
from cardprep.app.library.handing import gather
from cardprep.bundle.sealed_header import Cost
from cardprep.gui.handing import Handing
from cardprep.gui.widgets.notice import Notice
from cardprep.library.records import RecordKind, Shelf, Stamp
from making import libraries

LIGHT = Cost(memory=8, passes=1, lanes=1, chunk=4_096)
SLOW_MS = 20_000


@pytest.fixture
def kept(bench, tmp_path, worker):
    """Two applications of one firm and one of another."""
    library = bench.context.desk.library
    paths = [libraries.case_folder(tmp_path / "a", 1), libraries.case_folder(tmp_path / "b", 2)]
    return [libraries.take_in(library, path, worker).application for path in paths]


@pytest.fixture
def ask(bench, qtbot, kept, tmp_path, monkeypatch):
    """Asks as the home page does, and gives the dialog."""
    window = QWidget()
    qtbot.addWidget(window)
    look = SimpleNamespace(theme=bench.context.theme, catalog=bench.context.catalog)
    handing = Handing(bench.context.operations, look, window, LIGHT)
    monkeypatch.setattr("cardprep.gui.handing.documents_folder", lambda: tmp_path)
    failures = []
    handing.failed.connect(failures.append)

    def shown():
        tops = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        return next((w for w in tops if w.objectName() == "hand-over"), None)

    def ask(kind, *ids, deed="hand-over"):
        handing.ask(bench.context.desk, deed, kind, ids)
        qtbot.waitUntil(lambda: not bench.context.operations.is_busy, timeout=SLOW_MS)
        return shown() or failures

    yield ask
    if shown() is not None:
        shown().reject()
    qtbot.waitUntil(lambda: not bench.context.operations.is_busy, timeout=SLOW_MS)


def start(dialog):
    dialog.findChild(QPushButton, "start-hand-over").click()


def test_what_was_chosen_comes_out_whole_and_opens_with_the_shown_passphrase(ask, kept, qtbot, worker):
    dialog = ask(RecordKind.APPLICATION, *(one.id for one in kept))
    assert dialog.findChild(QListWidget, "contents").count() == 2
    phrase = dialog.findChild(QLineEdit, "hand-over-passphrase").text()
    start(dialog)
    qtbot.waitUntil(lambda: dialog.written is not None, timeout=SLOW_MS)
    assert dialog.findChild(Notice) is not None
    assert dialog.findChild(QLineEdit, "hand-over-passphrase").text() == phrase
    with handed_over(dialog.written, phrase, worker) as came:
        assert [found.case.unit for found in came.cases] == [one.case.unit for one in kept]
        assert came.firm is None


def test_a_firm_goes_with_all_its_applications_and_those_in_the_archive(ask, kept, bench):
    library = bench.context.desk.library
    library.store.move(
        RecordKind.APPLICATION, [kept[0].id], Shelf.ARCHIVED, Stamp(libraries.WHO, libraries.NOON)
    )
    dialog = ask(RecordKind.FIRM, kept[0].firm)
    assert dialog.findChild(QListWidget, "contents").count() == 1
    assert gather(library, RecordKind.FIRM, [kept[0].firm]).firm == kept[0].case.unit
    assert dialog.findChild(QLineEdit, "hand-over-name").text() == f"{kept[0].case.unit.name}.cardprep"


def test_nothing_to_hand_over_is_told_and_another_deed_is_not_ours(ask, bench, kept):
    library = bench.context.desk.library
    library.store.move(
        RecordKind.APPLICATION, [kept[0].id], Shelf.TRASH, Stamp(libraries.WHO, libraries.NOON)
    )
    assert ask(RecordKind.APPLICATION, kept[1].id, deed="purge") == []
    assert [error.code for error in ask(RecordKind.FIRM, kept[0].firm)] == ["handover-nothing"]


def test_the_passphrase_may_be_copied_and_replaced_but_not_by_a_short_one(ask, kept):
    dialog = ask(RecordKind.APPLICATION, kept[0].id)
    field, button = (
        dialog.findChild(QLineEdit, "hand-over-passphrase"),
        dialog.findChild(QPushButton, "start-hand-over"),
    )
    dialog.findChild(QPushButton, "copy-passphrase").click()
    assert QGuiApplication.clipboard().text() == field.text()
    field.setText("short")
    assert not button.isEnabled()
    field.setText("long enough")
    assert button.isEnabled()


def test_a_place_that_cannot_be_written_is_told_and_the_words_stay(ask, kept, qtbot, tmp_path):
    dialog = ask(RecordKind.APPLICATION, kept[0].id)
    dialog.findChild(QLineEdit, "hand-over-folder").setText(str(tmp_path / "absent"))
    dialog.findChild(QLineEdit, "hand-over-passphrase").setText("one of my own")
    start(dialog)
    qtbot.waitUntil(lambda: dialog.findChild(Notice) is not None, timeout=SLOW_MS)
    assert dialog.findChild(QLineEdit, "hand-over-passphrase").text() == "one of my own"
    assert dialog.findChild(QPushButton, "start-hand-over").isEnabled()


def test_cancelling_leaves_no_file(ask, kept, qtbot, tmp_path, monkeypatch, bench):
    before = sorted(tmp_path.iterdir())

    def wait(*given):
        *_, cancelled, _cost = given
        while not cancelled():
            time.sleep(0.001)

    monkeypatch.setattr("cardprep.gui.handing.hand_over_parcel", wait)
    dialog = ask(RecordKind.APPLICATION, kept[0].id)
    start(dialog)
    dialog.findChild(QPushButton, "cancel").click()
    qtbot.waitUntil(lambda: not bench.context.operations.is_busy, timeout=SLOW_MS)
    assert sorted(tmp_path.iterdir()) == before
    assert not [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible()]
