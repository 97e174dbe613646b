from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from cardprep.app.library.firm_lists import FirmsAdded, add_firms, firms_found
from cardprep.case import edits
from cardprep.evidence.errors import FileNotOpened
from cardprep.gui.dialogs import tables
from cardprep.gui.dialogs.tables import FirmsFromTable, OperatorsFromTable
from cardprep.gui.look import Look
from cardprep.gui.models.table_rows import Fixed
from cardprep.gui.table_source import TableFile, TablePaste
from cardprep.gui.widgets.message import Message
from cardprep.gui.widgets.notice import Notice
from cardprep.gui.widgets.table_dialog import ListDesk
from cardprep.gui.widgets.table_rows_view import TableRowsView
from cardprep.library.records import DirectoryQuery
from making import cases, lists, people, workbooks
from making.copying import as_copied, copy, drop

NAME, KIND, NUMBER, MOBILE = (len(Fixed) + place for place in range(4))
FIRM_HEAD = ("单位名称", "统一社会信用代码", "海关注册编码")


@pytest.fixture
def operators(bench, qtbot, worker):
    bench.worker.table = worker.table
    dialog = OperatorsFromTable(bench.context)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def firms(bench, qtbot):
    context = bench.context
    desk = ListDesk(
        theme=context.theme,
        catalog=context.catalog,
        operations=context.operations,
        worker=bench.worker,
        rulebook=context.session.rulebook,
        today=lists.TODAY,
    )
    dialog = FirmsFromTable(desk, context.desk)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def load(bench, qtbot):
    def loaded(dialog, source):
        dialog.load(source)
        settle()

    def settle():
        qtbot.waitUntil(lambda: not bench.context.operations.is_busy, timeout=20_000)

    loaded.settle = settle
    return loaded


def paste(*rows):
    return TablePaste(as_copied(*rows))


def view(dialog) -> TableRowsView:
    return dialog.findChild(TableRowsView, "table-rows")


def shown(dialog, row, column):
    return view(dialog).model().index(row, column).data()


def button(dialog, name="take-rows"):
    return dialog.findChild(QPushButton, name)


def summary(dialog):
    return dialog.findChild(QLabel, "table-summary").text()


def said(dialog):
    return " ".join(message.text for message in dialog.findChildren(Message))


def told(dialog):
    return " ".join(label.text() for n in dialog.findChildren(Notice) for label in n.findChildren(QLabel))


def box(dialog, name):
    return dialog.findChild(QComboBox, name)


def pick(dialog, name, text):
    chosen = box(dialog, name)
    chosen.setCurrentIndex(chosen.findText(text))
    chosen.activated.emit(chosen.currentIndex())


def correct(dialog, qtbot, row, column, text):
    """Type into a cell as a clerk does: Enter, the text, Enter."""
    table = view(dialog)
    table.setCurrentIndex(table.model().index(row, column))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    editor = table.findChild(QLineEdit)
    editor.selectAll()
    editor.insert(text)
    with qtbot.waitSignal(table.model().edited):
        qtbot.keyClick(editor, Qt.Key.Key_Return)


def people_rows(count):
    return [lists.person(i) for i in range(count)]


def test_the_rows_without_faults_are_taken_over(operators, load):
    load(operators, paste(lists.HEAD, lists.person(1), lists.person(2, number="1"), lists.person(3)))
    assert summary(operators).startswith("2 of 3")
    button(operators).click()
    assert [row.operator().name for row in operators.rows] == [people.person(n).name for n in (1, 3)]
    assert not operators.isVisible()


def test_a_workbook_is_read_by_the_worker(operators, load, bench):
    data = workbooks.workbook(lists.HEAD, lists.person(1), title="操作员")
    load(operators, TableFile(bench.file("list.xlsx", data)))
    assert operators.findChild(QLabel, "table-source").text() == "list.xlsx"
    assert shown(operators, 0, NAME) == people.person(1).name
    assert box(operators, "sheet").isHidden()


def test_another_sheet_can_be_chosen(operators, load, bench):
    book = workbooks.openpyxl.Workbook()
    book.active.append(lists.HEAD)
    book.active.append(lists.person(1))
    second = book.create_sheet("二")
    second.append(lists.HEAD)
    second.append(lists.person(2))
    load(operators, TableFile(bench.file("list.xlsx", workbooks.saved(book))))
    pick(operators, "sheet", "二")
    load.settle()
    assert shown(operators, 0, NAME) == people.person(2).name
    assert box(operators, "sheet").currentText() == "二"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("list.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "old table format"),
        ("list.csv", b"", "empty"),
        ("list.xlsx", workbooks.million_rows(), "more than 5000 rows|packed"),
    ],
)
def test_what_is_no_list_is_told_in_words(operators, load, bench, name, data, words):
    load(operators, TableFile(bench.file(name, data)))
    assert "cannot be read as a list" in told(operators)
    assert any(word in told(operators) for word in words.split("|")), told(operators)
    assert not button(operators).isEnabled()
    assert operators.isVisible()


def test_after_an_error_another_list_can_be_pasted_into_the_dialog(operators, load, qtbot):
    load(operators, TablePaste("\t\n"))
    assert "no row of a list" in told(operators)
    copy(as_copied(lists.HEAD, lists.person(1)))
    qtbot.keyClick(operators, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    load.settle()
    assert (told(operators), summary(operators)[:6]) == ("", "1 of 1")


def test_a_file_can_be_dropped_onto_the_dialog(operators, load, bench):
    path = bench.file("list.csv", as_copied(lists.HEAD, lists.person(4)).encode())
    assert drop(view(operators), path)
    load.settle()
    assert shown(operators, 0, NAME) == people.person(4).name


def test_a_column_is_chosen_by_its_box(operators, load):
    load(operators, paste(*[(r[0], r[2], "备注") for r in people_rows(3)]))
    pick(operators, "column:name", "(none)")
    load.settle()
    assert (shown(operators, 0, NAME), button(operators).isEnabled()) == ("", False)
    pick(operators, "column:name", "Column A")
    load.settle()
    assert shown(operators, 0, NAME) == people.person(0).name


def test_swapped_columns_are_proposed_and_said(operators, load):
    load(operators, paste(("证件号码", "姓名"), *[(r[0], r[2]) for r in people_rows(3)]))
    assert shown(operators, 0, NUMBER) == people.person(0).id_number
    assert box(operators, "column:name").currentText() == "证件号码"
    assert box(operators, "column:name").property("state") == "warn"
    assert "recognised by their content" in said(operators)


def test_two_columns_change_places_at_one_stroke(operators, load):
    load(operators, paste(lists.HEAD, lists.person(1)))
    pick(operators, "column:name", "手机号码")
    load.settle()
    assert shown(operators, 0, MOBILE) == people.person(1).name


def test_a_cell_is_corrected_in_place_and_its_row_is_then_taken(operators, load, qtbot):
    load(operators, paste(lists.HEAD, lists.person(1, number="4.10105E+17")))
    assert summary(operators).startswith("0 of 1")
    correct(operators, qtbot, 0, NUMBER, people.person(1).id_number)
    load.settle()
    assert summary(operators).startswith("1 of 1")
    button(operators).click()
    assert operators.rows[0].operator().id_number == people.person(1).id_number


def test_a_field_that_the_list_has_no_column_for_can_be_typed(operators, load, qtbot):
    load(operators, paste(lists.HEAD[:3], lists.person(1)[:3], lists.person(2)[:3]))
    correct(operators, qtbot, 1, MOBILE, "13800138000")
    load.settle()
    assert [shown(operators, row, MOBILE) for row in range(2)] == ["", "13800138000"]


def test_a_kind_of_document_is_corrected_from_a_list(operators, load, qtbot):
    load(operators, paste(lists.HEAD, lists.person(1, kind="军官证")))
    table = view(operators)
    table.setCurrentIndex(table.model().index(0, KIND))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = next(b for b in table.viewport().findChildren(QComboBox) if not b.objectName())
    editor.setCurrentText("Resident identity card")
    with qtbot.waitSignal(table.model().edited):
        table.setFocus()
    load.settle()
    assert summary(operators).startswith("1 of 1")


def test_clearing_all_of_a_list_keeps_what_was_there(operators, load, qtbot):
    load(operators, paste(("姓名",), ("张三",)))
    correct(operators, qtbot, 0, NAME, "")
    load.settle()
    assert "no row of a list" in told(operators)
    correct(operators, qtbot, 0, NAME, "李四")
    load.settle()
    assert (told(operators), shown(operators, 0, NAME)) == ("", "李四")


def test_all_is_done_with_the_keyboard(operators, load, qtbot):
    load(operators, paste(lists.HEAD, *people_rows(3)))
    table = view(operators)
    assert table.hasFocus()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert summary(operators).startswith("2 of 3")
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert summary(operators).startswith("3 of 3")
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    button(operators).setFocus()
    qtbot.keyClick(button(operators), Qt.Key.Key_Return)
    assert len(operators.rows) == 3


def test_enter_in_the_table_takes_nothing_over(operators, load, qtbot):
    load(operators, paste(lists.HEAD, lists.person(1)))
    qtbot.keyClick(view(operators), Qt.Key.Key_Return)
    assert operators.isVisible()


def test_the_boxes_are_reached_by_tab_and_are_named(operators, load, qtbot):
    load(operators, paste(lists.HEAD, lists.person(1)))
    box(operators, "column:name").setFocus()
    for field in ("id_type", "id_number", "mobile"):
        qtbot.keyClick(operators.focusWidget(), Qt.Key.Key_Tab)
        assert operators.focusWidget() is box(operators, f"column:{field}")
    assert box(operators, "column:mobile").accessibleName() == "Column for “Mobile number”"
    qtbot.keyClick(operators.focusWidget(), Qt.Key.Key_Tab)
    assert view(operators).hasFocus()


def test_a_box_out_of_sight_is_scrolled_into_view(operators, load):
    load(operators, paste(lists.HEAD, lists.person(1)))
    operators.resize(360, 500)
    last = box(operators, "column:mobile")
    last.setFocus()
    assert 0 <= last.x() <= view(operators).viewport().width()


def test_what_is_wrong_with_the_current_row_stands_below(operators, load):
    load(operators, paste(lists.HEAD, lists.person(1), lists.person(2, number="1", name="张  三")))
    table = view(operators)
    table.setCurrentIndex(table.model().index(1, 0))
    assert "Document number" in said(operators)
    assert "the blank within the name was removed: 张三" in said(operators)


def test_APP_2_more_rows_than_one_application_takes_are_said_and_left_out(operators, load, bench):
    most = bench.session.rulebook.limits.most_operators
    load(operators, paste(lists.HEAD, *people_rows(most + 2)))
    assert summary(operators).startswith(f"{most} of {most + 2}")
    assert f"at most {most} operators" in said(operators)
    assert button(operators).isEnabled()


def test_APP_2_more_than_there_is_room_for_cannot_be_added(operators, load, bench):
    most = bench.session.rulebook.limits.most_operators
    load(operators, paste(lists.HEAD, *people_rows(most + 1)))
    view(operators).model().choose([most], taken=True)
    assert not button(operators).isEnabled()
    assert "To correct" in said(operators)
    view(operators).model().choose([0], taken=False)
    assert button(operators).isEnabled()


def test_APP_2_who_is_in_the_application_takes_room_and_is_known(bench, qtbot, load):
    for n in range(2):
        operator = cases.operator(people.person(n))
        bench.session.apply(lambda case, operator=operator: edits.add_operator(case, operator))
    dialog = OperatorsFromTable(bench.context)
    qtbot.addWidget(dialog)
    dialog.show()
    most = bench.session.rulebook.limits.most_operators
    load(dialog, paste(lists.HEAD, *people_rows(most + 1)))
    assert "it is there already" in shown(dialog, 0, Fixed.RESULT)
    assert summary(dialog).startswith(f"{most - 2} of {most + 1}")


def test_what_a_workbook_holds_besides_is_said(operators, load, bench):
    cells = [workbooks.text(text) for text in lists.HEAD]
    row = [workbooks.text(text) for text in lists.person(1)[:3]]
    data = workbooks.package(
        workbooks.row(*cells) + workbooks.row(*row, workbooks.formula("1+1", "13800138000"))
    )
    load(operators, TableFile(bench.file("list.xlsx", data)))
    assert "holds formulas" in said(operators)
    assert shown(operators, 0, MOBILE) == "13800138000"


def test_cancelling_stops_the_reading_and_takes_nothing(operators, qtbot, bench):
    started, stopped = [], []

    def wait(_path, _sheet, cancelled):
        started.append(True)
        while not cancelled():
            time.sleep(0.001)
        stopped.append(True)

    bench.worker.table = wait
    operators.load(TableFile(bench.file("list.xlsx")))
    assert "being read" in " ".join(label.text() for label in operators.findChildren(QLabel))
    qtbot.waitUntil(lambda: started == [True])
    button(operators, "cancel").click()
    qtbot.waitUntil(lambda: stopped == [True])
    assert (operators.isVisible(), operators.rows) == (False, ())


def test_a_list_that_comes_while_another_is_read_is_the_one_that_is_shown(operators, load, bench):
    def wait(path, _sheet, cancelled):
        while not cancelled():
            time.sleep(0.001)
        raise FileNotOpened(str(path))

    bench.worker.table = wait
    operators.load(TableFile(bench.file("list.xlsx")))
    load(operators, paste(lists.HEAD, lists.person(1)))
    assert (told(operators), shown(operators, 0, NAME)) == ("", people.person(1).name)


def firm_units(bench):
    return firms_found(bench.context.desk.library, DirectoryQuery())


def test_firms_are_added_in_one_piece_of_work_and_lists_ask_again(firms, load, bench, qtbot):
    load(firms, paste(FIRM_HEAD, lists.firm(1), lists.firm(2)))
    with qtbot.waitSignals([bench.context.desk.changed, firms.accepted]):
        button(firms).click()
    assert len(firms.added.new) == 2
    assert {unit.uscc for unit in firm_units(bench)} == {people.firm(n).uscc for n in (1, 2)}


def test_a_firm_that_is_there_is_not_ticked_and_never_overwritten(firms, load, bench, qtbot):
    known = cases.unit(people.firm(1))
    add_firms(bench.context.desk.library, [replace(known, customs_code="")])
    load(firms, paste(FIRM_HEAD, ("另一家公司", *lists.firm(1)[1:])))
    assert "it is there already" in shown(firms, 0, Fixed.RESULT)
    assert not button(firms).isEnabled()
    view(firms).model().choose([0], taken=True)
    with qtbot.waitSignal(firms.accepted):
        button(firms).click()
    assert firms.added == FirmsAdded(filled=1)
    assert firm_units(bench) == [known]


def test_an_error_while_adding_is_told_and_the_choice_stays(firms, load, bench, qtbot, monkeypatch):
    load(firms, paste(FIRM_HEAD, lists.firm(1)))

    def fail(*_):
        raise FileNotOpened("library", reason="disk-full")

    monkeypatch.setattr(tables, "add_firms", fail)
    button(firms).click()
    load.settle()
    assert told(firms)
    assert firms.isVisible()
    monkeypatch.undo()
    with qtbot.waitSignal(firms.accepted):
        button(firms).click()
    assert len(firm_units(bench)) == 1


def test_cancelling_while_firms_are_added_stops_and_tells_what_was_added(
    firms, load, bench, qtbot, monkeypatch
):
    load(firms, paste(FIRM_HEAD, lists.firm(1), lists.firm(2)))

    def one(library, units, cancelled):
        while not cancelled():
            time.sleep(0.001)
        return add_firms(library, units[:1])

    monkeypatch.setattr(tables, "add_firms", one)
    button(firms).click()
    firms.reject()
    qtbot.waitUntil(lambda: not firms.isVisible())
    assert len(firms.added.new) == 1


def test_what_the_dialog_says_is_translated_in_the_subclass_too(bench, qtbot, load, qapp):
    look = Look(qapp)
    look.switch("zh_CN", "light")
    dialog = OperatorsFromTable(bench.context)
    qtbot.addWidget(dialog)
    try:
        load(dialog, paste(lists.HEAD, lists.person(1)))
        assert summary(dialog) == "共 1 行，将导入 1 行。"
        assert button(dialog).text() == "导入 1 名操作员"
    finally:
        look.close()
