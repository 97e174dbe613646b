from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QTableView

from cardprep.app import rulebooks
from cardprep.app.folder import read_case
from cardprep.app.library.place import ApplicationPlace
from cardprep.app.session import Session
from cardprep.case.edits import set_text
from cardprep.gui.autosave import Autosave, SaveState
from cardprep.gui.dialogs.history import PAGE, HistoryDialog
from cardprep.gui.dialogs.save_as_folder import SaveAsFolderDialog
from cardprep.gui.widgets.notice import Notice
from making import libraries
from making.bench import TODAY


@pytest.fixture
def autosave(bench, qtbot):
    context = bench.context
    made = Autosave(bench.session, context.place, context.operations, libraries.later)
    yield made
    qtbot.waitUntil(lambda: made.state is SaveState.SAVED)
    made.close()


def write(bench, autosave, qtbot, *texts):
    for text in texts:
        bench.session.apply(partial(set_text, path="unit.name", text=text), where="unit.name")
    autosave.flush()
    qtbot.waitUntil(lambda: autosave.state is SaveState.SAVED)


@pytest.fixture
def show(bench, autosave, qtbot):
    def make():
        dialog = HistoryDialog(bench.context, bench.context.place, autosave)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: table(dialog).model().rowCount() > 0)
        return dialog

    return make


def table(dialog):
    return dialog.findChild(QTableView, "history")


def cells(dialog, row):
    model = table(dialog).model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_the_journal_is_told_in_words_the_latest_first(bench, autosave, qtbot, show):
    write(bench, autosave, qtbot, "甲公司", "乙公司")
    dialog = show()
    assert cells(dialog, 0)[1:] == [libraries.WHO, "Changed", "Firm's name", "甲公司 → 乙公司"]
    assert cells(dialog, 2)[2] == "Begun"
    table(dialog).selectRow(0)
    assert dialog.findChild(QPlainTextEdit, "history-detail").toPlainText() == "Firm's name  甲公司 → 乙公司"


def test_a_former_state_comes_back_and_undo_takes_that_back(bench, autosave, qtbot, show):
    write(bench, autosave, qtbot, "甲公司", "乙公司")
    dialog = show()
    table(dialog).selectRow(1)
    dialog.findChild(QPushButton, "return-to").click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert bench.session.case.unit.name == "甲公司"
    autosave.flush()
    qtbot.waitUntil(lambda: autosave.state is SaveState.SAVED)
    assert bench.context.place.case.unit.name == "甲公司"
    bench.session.undo()
    autosave.flush()
    qtbot.waitUntil(lambda: bench.context.place.case.unit.name == "乙公司")


def test_what_is_not_saved_yet_stands_in_the_history_as_soon_as_it_is(bench, autosave, qtbot, show):
    bench.session.apply(partial(set_text, path="unit.name", text="丙公司"), where="unit.name")
    dialog = show()
    qtbot.waitUntil(lambda: "丙公司" in cells(dialog, 0)[4])


def test_a_long_history_is_read_page_by_page(bench, autosave, qtbot, show):
    write(bench, autosave, qtbot, *(f"公司{number}" for number in range(PAGE + 10)))
    dialog = show()
    model = table(dialog).model()
    assert model.rowCount() == PAGE
    table(dialog).scrollToBottom()
    qtbot.waitUntil(lambda: model.rowCount() == PAGE + 11)
    assert cells(dialog, PAGE + 10)[2] == "Begun"


def test_undo_and_redo_lead_on_after_a_restart(bench, autosave, qtbot):
    write(bench, autosave, qtbot, "甲公司", "乙公司")
    bench.session.undo()
    autosave.flush()
    qtbot.waitUntil(lambda: bench.context.place.case.unit.name == "甲公司")
    library, id = bench.context.desk.library, bench.context.place.application.id
    again = ApplicationPlace.open(library, id, lambda: libraries.WHO)
    steps = again.steps()
    session = Session(again.case, rulebooks.rulebook(), lambda: TODAY, steps.before, steps.after)
    session.redo()
    assert session.case.unit.name == "乙公司"
    session.undo()
    session.undo()
    assert session.case.unit.name == ""
    again.close()


def test_a_copy_as_a_case_folder_says_that_it_is_not_encrypted(bench, qtbot, tmp_path):
    bench.session.apply(partial(set_text, path="unit.name", text="甲公司"))
    dialog = SaveAsFolderDialog(bench.context, tmp_path / "copy")
    qtbot.addWidget(dialog)
    dialog.show()
    assert "not encrypted" in dialog.findChild(Notice).accessibleName()
    dialog.findChild(QPushButton, "save-as-folder").click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.saved == tmp_path / "copy"
    assert read_case(tmp_path / "copy").unit.name == "甲公司"


def test_a_folder_that_is_taken_is_told_and_another_can_be_named(bench, qtbot, tmp_path):
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "case.json").write_text("{}")
    dialog = SaveAsFolderDialog(bench.context, tmp_path / "copy")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.findChild(QPushButton, "save-as-folder").click()
    qtbot.waitUntil(lambda: len(dialog.findChildren(Notice)) == 2)
    assert dialog.isVisible()
