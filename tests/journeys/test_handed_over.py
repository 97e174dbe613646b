"""One clerk hands a firm over, another one opens it; the real window does all of it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit

from cardprep.app.folder import read_case
from cardprep.gui.pages.start_page import StartPage
from cardprep.gui.widgets.library_view import LibraryView
from cardprep.gui.widgets.records_table import RecordsTable
from making import cases, libraries
from making.clerk import SLOW_MS


def test_an_application_is_handed_over_and_known_when_it_comes_back(clerk, qtbot, tmp_path):
    folder = libraries.case_folder(tmp_path / "case")
    clerk.program.open_path(folder)
    qtbot.waitUntil(lambda: clerk.program.workroom().is_occupied, timeout=SLOW_MS)
    case = clerk.case
    clerk.program._go_home()
    qtbot.waitUntil(lambda: isinstance(clerk.program.window.screen_shown, StartPage), timeout=SLOW_MS)
    table = clerk.find(RecordsTable, "list:applications")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1, timeout=SLOW_MS)
    table.selectRow(0)
    clerk.click("deed:hand-over")
    clerk.write("hand-over-folder", str(tmp_path))
    clerk.write("hand-over-name", "handed")
    phrase = clerk.find(QLineEdit, "hand-over-passphrase").text()
    clerk.click("start-hand-over")
    path = tmp_path / "handed.cardprep"
    qtbot.waitUntil(path.exists, timeout=SLOW_MS)
    qtbot.waitUntil(lambda: clerk.dialog().written == path, timeout=SLOW_MS)
    clerk.click("cancel")
    clerk.program.window.path_dropped.emit(path)
    clerk.write("sealed-passphrase", phrase)
    clerk.click("open-sealed-file")
    assert clerk.find(QLabel, "news:0").text() == "资料库中已有"
    clerk.click("cancel")
    assert clerk.find(LibraryView, "") is not None
    assert read_case(folder) == case


def test_what_differs_is_merged_into_the_application_that_is_open(clerk, qtbot, tmp_path):
    folder = libraries.case_folder(tmp_path / "case")
    clerk.program.open_path(folder)
    qtbot.waitUntil(lambda: clerk.program.workroom().is_occupied, timeout=SLOW_MS)
    session, before = clerk.session, clerk.case
    told = cases.with_operator(before, 0, mobile="13800138001")
    cases.write(folder, told, lambda file: (folder / file).read_bytes())
    clerk.program.open_path(folder)
    clerk.click("theirs:operators[0].mobile")
    clerk.click("merge")
    qtbot.waitUntil(lambda: session.case != before, timeout=SLOW_MS)
    assert clerk.session is session
    assert session.case.operators[0].mobile == "13800138001"
    session.undo()
    assert session.case == before


def test_locking_the_library_closes_a_question_about_it(clerk, qtbot, tmp_path):
    folder = libraries.case_folder(tmp_path / "case")
    clerk.program.open_path(folder)
    qtbot.waitUntil(lambda: clerk.program.workroom().is_occupied, timeout=SLOW_MS)
    told = cases.with_operator(clerk.case, 0, mobile="13800138001")
    cases.write(folder, told, lambda file: (folder / file).read_bytes())
    clerk.program.open_path(folder)
    assert clerk.dialog().objectName() == "compare"
    clerk.program._lock()
    qtbot.waitUntil(lambda: clerk.program.workroom().desk is None, timeout=SLOW_MS)
    qtbot.waitUntil(lambda: clerk._dialog() is None, timeout=SLOW_MS)
