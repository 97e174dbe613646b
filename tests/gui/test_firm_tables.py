from __future__ import annotations

from types import SimpleNamespace

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from cardprep.app.library.firm_lists import add_firms, firms_found
from cardprep.gui.commands import Commands
from cardprep.gui.dialogs.tables import FirmsFromTable
from cardprep.gui.firm_tables import FirmTables
from cardprep.gui.messages import Messages
from cardprep.gui.pages.start_page import StartPage
from cardprep.gui.widgets.library_view import LibraryView
from cardprep.gui.widgets.table_button import TableButton
from cardprep.host.settings import Settings
from cardprep.library.records import DirectoryQuery, Shelf
from making import cases, lists, people
from making.bench import TODAY
from making.copying import as_copied, copy, drop

HEAD = ("单位名称", "统一社会信用代码", "海关注册编码")


@pytest.fixture
def home(bench, qtbot, worker):
    context = bench.context
    stage = QWidget()
    theme = context.theme
    page = StartPage(theme, Messages(theme, context.catalog.error), Commands(theme, Settings(), stage), stage)
    view = LibraryView(theme, context.desk, {}, lambda: TODAY)
    page.show_library(view)
    look = SimpleNamespace(theme=theme, catalog=context.catalog)
    FirmTables(look, context.desk, worker, page, view)
    qtbot.addWidget(stage)
    stage.show()
    settle(bench, qtbot)
    return SimpleNamespace(page=page, view=view, library=context.desk.library)


def settle(bench, qtbot):
    qtbot.waitUntil(lambda: not bench.context.operations.is_busy, timeout=20_000)


def choose(home, entry):
    home.page.findChild(QAction, f"tables:{entry}").trigger()


def answer(home, qtbot, path, entry):
    button = home.page.findChild(TableButton, "tables")
    with qtbot.waitSignal(button.files_asked) as asked:
        choose(home, entry)
    asked.args[0].fileSelected.emit(str(path))
    asked.args[0].reject()


def take(bench, qtbot):
    settle(bench, qtbot)
    [dialog] = [w for w in QApplication.topLevelWidgets() if isinstance(w, FirmsFromTable) and w.isVisible()]
    with qtbot.waitSignal(dialog.accepted):
        dialog.findChild(QPushButton, "take-rows").click()
    settle(bench, qtbot)


def said(home):
    return " ".join(label.text() for label in home.page.messages.findChildren(QLabel))


def codes(home, shelf=Shelf.ACTIVE):
    return {unit.uscc for unit in firms_found(home.library, DirectoryQuery(shelf=shelf))}


def test_copied_firms_come_into_the_library_and_can_be_taken_back(bench, home, qtbot):
    copy(as_copied(HEAD, lists.firm(1), lists.firm(2)))
    choose(home, "paste")
    take(bench, qtbot)
    assert codes(home) == {people.firm(n).uscc for n in (1, 2)}
    assert "2 firm" in said(home)
    home.page.findChild(QPushButton, "undo-firms").click()
    settle(bench, qtbot)
    assert (codes(home), len(codes(home, Shelf.TRASH))) == (set(), 2)


def test_a_workbook_of_firms_is_read(bench, home, qtbot):
    path = bench.file("firms.csv", as_copied(HEAD, lists.firm(3)).encode())
    answer(home, qtbot, path, "choose")
    take(bench, qtbot)
    assert codes(home) == {people.firm(3).uscc}


def test_a_list_dropped_on_the_lists_or_pasted_there_is_one_of_firms(bench, home, qtbot):
    path = bench.file("firms.csv", as_copied(HEAD, lists.firm(3)).encode())
    assert drop(home.view.table.viewport(), path)
    take(bench, qtbot)
    copy(as_copied(HEAD, lists.firm(4)))
    qtbot.keyClick(home.view.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    take(bench, qtbot)
    assert codes(home) == {people.firm(n).uscc for n in (3, 4)}


def test_a_case_dropped_on_the_lists_goes_on_to_the_window(bench, home):
    assert not drop(home.view.table.viewport(), bench.file("bundle.zip"))


def test_with_nothing_copied_the_page_says_what_to_do(home):
    copy("")
    choose(home, "paste")
    assert "Nothing to paste" in said(home)


def test_the_template_for_firms_is_saved(bench, home, qtbot, tmp_path):
    answer(home, qtbot, tmp_path / "t.xlsx", "template")
    settle(bench, qtbot)
    assert openpyxl.load_workbook(tmp_path / "t.xlsx").sheetnames[0] == "Firms"
    assert "The template was saved" in said(home)


def test_all_firms_that_the_search_finds_are_exported(bench, home, qtbot, tmp_path):
    add_firms(home.library, [cases.unit(people.firm(i)) for i in range(60)])
    answer(home, qtbot, tmp_path / "all.xlsx", "export")
    settle(bench, qtbot)
    assert openpyxl.load_workbook(tmp_path / "all.xlsx").worksheets[0].max_row == 61
    home.view.filter.search.setText(people.firm(7).uscc)
    qtbot.waitUntil(lambda: home.view.filter.wanted.search != "")
    answer(home, qtbot, tmp_path / "one.xlsx", "export")
    settle(bench, qtbot)
    sheet = openpyxl.load_workbook(tmp_path / "one.xlsx").worksheets[0]
    assert [sheet.cell(row, 2).value for row in range(2, sheet.max_row + 1)] == [people.firm(7).uscc]


def test_an_export_that_cannot_be_written_is_told(bench, home, qtbot, tmp_path):
    answer(home, qtbot, tmp_path / "absent" / "a.xlsx", "export")
    settle(bench, qtbot)
    assert home.page.messages.isVisibleTo(home.page)
    assert "a.xlsx" in said(home)


def test_the_button_stands_in_the_row_of_the_home_page(home):
    row = home.page.openers
    names = [row.itemAt(n).widget().objectName() for n in range(row.count()) if row.itemAt(n).widget()]
    assert names == ["open", "sample", "tables"]
