from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from cardprep.case import edits
from cardprep.case.model import OperatorState
from cardprep.gui.dialogs.tables import OperatorsFromTable
from cardprep.gui.pages.operators import OperatorsPage
from cardprep.gui.widgets.message import Message
from cardprep.gui.widgets.operators_table import OperatorsTable
from cardprep.gui.widgets.table_button import TableButton
from making import cases, lists, people
from making.copying import as_copied, copy, drop

PASTE = (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def page(bench, qtbot, worker):
    bench.worker.table = worker.table
    return bench.show(qtbot, OperatorsPage(bench.context))


@pytest.fixture
def settle(bench, qtbot):
    return lambda: qtbot.waitUntil(lambda: not bench.context.operations.is_busy, timeout=20_000)


@pytest.fixture
def dialog(page, settle):
    """The dialog that the page opens, read to the end."""

    def found():
        settle()
        [shown] = [w for w in QApplication.topLevelWidgets() if isinstance(w, OperatorsFromTable)]
        assert shown.isVisible()
        return shown

    return found


@pytest.fixture
def add(page):
    return lambda: page.context.session.apply(
        lambda case: edits.add_operator(case, cases.operator(people.person(0)))
    )


def choose(page, entry):
    page.findChild(QAction, f"operator-tables:{entry}").trigger()


def answer(page, qtbot, path, entry):
    """Choose the entry of the menu, and the file in its dialog."""
    button = page.findChild(TableButton, "operator-tables")
    with qtbot.waitSignal(button.files_asked) as asked:
        choose(page, entry)
    files: QFileDialog = asked.args[0]
    files.fileSelected.emit(str(path))
    files.reject()


def take(dialog):
    dialog.findChild(QPushButton, "take-rows").click()


def said(page):
    return " ".join(message.text for message in page.findChildren(Message))


def names(bench):
    return [operator.name for operator in bench.session.case.operators]


def test_copied_rows_become_drafts_in_one_step_of_undo(bench, page, dialog):
    copy(as_copied(lists.HEAD, lists.person(1), lists.person(2)))
    choose(page, "paste")
    take(dialog())
    assert names(bench) == [people.person(n).name for n in (1, 2)]
    assert {o.state for o in bench.session.case.operators} == {OperatorState.DRAFT}
    page.findChild(QPushButton, "undo:operators").click()
    assert names(bench) == []
    assert not bench.session.can_undo


def test_pasting_on_the_page_opens_the_dialog_when_rows_were_copied(bench, page, dialog, qtbot, add):
    add()
    copy(as_copied(lists.HEAD, lists.person(1)))
    qtbot.keyClick(page.findChild(OperatorsTable), *PASTE)
    take(dialog())
    assert len(names(bench)) == 2


def test_pasting_on_a_button_of_the_page_works_too(page, dialog, qtbot):
    copy(as_copied(lists.person(1)))
    qtbot.keyClick(page.findChild(QPushButton, "add-operator"), *PASTE)
    dialog().reject()


def test_pasting_a_word_on_the_page_does_nothing(page, qtbot):
    copy("王静")
    qtbot.keyClick(page, *PASTE)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, OperatorsFromTable)]


def test_pasting_into_a_field_stays_a_paste_into_the_field(bench, page, qtbot):
    page.add()
    copy("甲\t乙")
    qtbot.keyClick(QApplication.focusWidget(), *PASTE)
    assert bench.session.case.operators[0].name != ""
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, OperatorsFromTable)]


def test_with_nothing_copied_the_menu_says_what_to_do(page):
    copy("")
    choose(page, "paste")
    assert "Nothing to paste" in said(page)


def test_a_chosen_file_is_read(bench, page, dialog, qtbot):
    path = bench.file("list.csv", as_copied(lists.HEAD, lists.person(3)).encode())
    answer(page, qtbot, path, "choose")
    take(dialog())
    assert names(bench) == [people.person(3).name]


def test_a_file_dropped_on_the_table_is_read(bench, page, dialog, add):
    add()
    path = bench.file("list.csv", as_copied(lists.HEAD, lists.person(3)).encode())
    assert drop(page.findChild(OperatorsTable).viewport(), path)
    take(dialog())
    assert names(bench)[1:] == [people.person(3).name]


def test_a_scan_dropped_beside_the_slots_is_not_taken_for_a_list(bench, page):
    assert not drop(page, bench.file("scan.jpg"))


def test_cancelling_changes_nothing(bench, page, dialog):
    copy(as_copied(lists.person(1)))
    choose(page, "paste")
    dialog().reject()
    assert names(bench) == []
    assert not bench.session.can_undo


def test_the_template_is_saved_where_the_clerk_says(page, qtbot, settle, tmp_path):
    answer(page, qtbot, tmp_path / "t.xlsx", "template")
    settle()
    assert openpyxl.load_workbook(tmp_path / "t.xlsx").sheetnames[0] == "Operators"
    assert "The template was saved" in said(page)


def test_the_operators_are_exported(page, qtbot, settle, tmp_path, add):
    add()
    answer(page, qtbot, tmp_path / "o.xlsx", "export")
    settle()
    sheet = openpyxl.load_workbook(tmp_path / "o.xlsx").worksheets[0]
    assert sheet.cell(2, 1).value == people.person(0).name
    assert "not encrypted" in said(page)


def test_what_cannot_be_written_is_told(page, qtbot, settle, tmp_path):
    answer(page, qtbot, tmp_path / "absent" / "o.xlsx", "export")
    settle()
    assert "To correct" in said(page)


def test_the_name_of_a_new_workbook_has_its_ending(page, qtbot):
    button = page.findChild(TableButton, "operator-tables")
    with qtbot.waitSignal(button.files_asked) as asked:
        choose(page, "template")
    assert asked.args[0].selectedFiles()[0].endswith(".xlsx")
    assert asked.args[0].defaultSuffix() == "xlsx"
    asked.args[0].reject()
