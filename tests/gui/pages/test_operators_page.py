from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from cardprep.case import edits
from cardprep.case.model import Answer, Attested, Operator, OperatorState, SealAnswer, WordingAnswer
from cardprep.case.slots import operator_identity
from cardprep.gui.forms.operator_form import OperatorForm
from cardprep.gui.models.operators import Column
from cardprep.gui.pages.operators import OperatorsPage
from cardprep.gui.widgets.message import Message
from cardprep.gui.widgets.operators_table import OperatorsTable
from making.bench import TODAY, commit, id_number


@pytest.fixture
def page(bench, qtbot):
    return bench.show(qtbot, OperatorsPage(bench.context))


def press(page, name):
    page.findChild(QPushButton, name).click()


def line(page, path):
    return page.findChild(QLineEdit, path)


def said(widget):
    return " ".join(message.text for message in widget.findChildren(Message))


def states(bench):
    return [operator.state.value for operator in bench.session.case.operators]


def complete(bench, qtbot, index=0):
    """Enter everything of the operator, as if typed."""
    slot = operator_identity(index)
    bench.attach(qtbot, slot, bench.file(f"{index}.jpg", f"scan {index}".encode()))
    typed = {"name": "王静", "id_type": "resident-id", "id_number": id_number(index), "mobile": "13800138000"}
    seen = Attested(SealAnswer.YES, WordingAnswer.YES, Answer.YES, date=TODAY)

    def edit(case):
        for name, text in typed.items():
            case = edits.set_text(case, f"operators[{index}].{name}", text)
        return edits.attest(case, slot, case.in_slot(slot)[0].file, seen)

    bench.session.apply(edit)


def test_OPER_1_a_new_entry_is_a_draft_from_the_first_letter_on(bench, page):
    press(page, "add-operator")
    commit(line(page, "operators[0].name"), "王静")
    assert bench.session.case.operators == (Operator(name="王静"),)
    assert line(page, "operators[0].name").hasFocus()


def test_OPER_2_confirming_is_refused_with_reasons_at_the_fields(bench, page):
    press(page, "add-operator")
    press(page, "confirm-operator")
    assert states(bench) == ["draft"]
    assert "Not confirmed yet" in said(page)
    assert line(page, "operators[0].name").hasFocus()


def test_OPER_2_the_refusal_counts_what_is_left_and_goes_with_it(bench, qtbot, page):
    press(page, "add-operator")
    press(page, "confirm-operator")
    commit(line(page, "operators[0].name"), "王静")
    assert "Not confirmed yet: 4 thing(s)" in said(page)
    complete(bench, qtbot)
    assert "Not confirmed yet" not in said(page)


def test_OPER_1_nothing_is_asked_for_before_a_new_entry_was_touched(page):
    press(page, "add-operator")
    name = line(page, "operators[0].name")
    assert (name.hasFocus(), name.property("state")) == (True, "")
    assert said(page.findChild(OperatorForm)).strip() == ""


def test_OPER_2_a_complete_operator_is_confirmed(bench, qtbot, page):
    press(page, "add-operator")
    complete(bench, qtbot)
    press(page, "confirm-operator")
    assert states(bench) == ["confirmed"]
    assert page.findChild(OperatorForm) is None
    assert "王静 is confirmed" in said(page)


def test_OPER_3_a_draft_is_saved_whatever_is_there(bench, page):
    press(page, "add-operator")
    commit(line(page, "operators[0].mobile"), "1")
    press(page, "save-draft")
    assert bench.session.case.operators == (Operator(mobile="1"),)
    assert page.findChild(OperatorForm) is None


def test_OPER_3_saving_a_confirmed_operator_as_a_draft_makes_him_one(bench, page):
    bench.session.apply(lambda case: edits.add_operator(case, Operator(OperatorState.CONFIRMED, "王静")))
    press(page, "edit-operator:0")
    press(page, "save-draft")
    assert states(bench) == ["draft"]


def test_OPER_4_editing_opens_the_form_of_that_row(bench, page):
    for name in ("甲", "乙"):
        bench.session.apply(lambda case, name=name: edits.add_operator(case, Operator(name=name)))
    press(page, "edit-operator:1")
    assert line(page, "operators[1].name").text() == "乙"


def test_OPER_4_deleting_can_be_undone(bench, page):
    bench.session.apply(lambda case: edits.add_operator(case, Operator(name="甲")))
    press(page, "delete-operator:0")
    assert bench.session.case.operators == ()
    press(page, "undo:operators")
    assert bench.session.case.operators == (Operator(name="甲"),)


def test_deleting_an_earlier_operator_keeps_the_open_form_with_its_person(bench, page):
    for name in ("甲", "乙"):
        bench.session.apply(lambda case, name=name: edits.add_operator(case, Operator(name=name)))
    press(page, "edit-operator:1")
    press(page, "delete-operator:0")
    assert line(page, "operators[0].name").text() == "乙"


def test_OPER_6_a_duplicate_is_told_at_once(bench, qtbot, page):
    same = Operator(name="甲", id_type="resident-id", id_number=id_number(1))
    bench.session.apply(lambda case: edits.add_operator(case, same))
    press(page, "add-operator")
    qtbot.keyClicks(line(page, "operators[1].id_number"), id_number(1))
    assert "twice" in said(page)


def test_cancelling_a_new_entry_takes_it_out_and_offers_it_back(bench, page):
    press(page, "add-operator")
    commit(line(page, "operators[0].name"), "王静")
    press(page, "cancel-operator")
    assert bench.session.case.operators == ()
    press(page, "undo:operators")
    assert bench.session.case.operators == (Operator(name="王静"),)


def test_cancelling_an_edit_goes_back_to_what_was_there(bench, qtbot, page):
    bench.session.apply(lambda case: edits.add_operator(case, Operator(name="甲")))
    press(page, "edit-operator:0")
    commit(line(page, "operators[0].mobile"), "138")
    bench.attach(qtbot, operator_identity(0), bench.file())
    press(page, "cancel-operator")
    assert bench.session.case.operators == (Operator(name="甲"),)
    assert bench.session.case.attachments == ()


def test_APP_2_a_full_application_explains_why_nobody_can_be_added(bench, page):
    for _ in range(bench.session.rulebook.limits.most_operators):
        bench.session.apply(edits.add_operator)
    assert not page.findChild(QPushButton, "add-operator").isEnabled()
    assert any("at most 10" in label.text() for label in page.findChildren(QLabel))


def test_the_table_is_worked_with_the_keyboard(bench, qtbot, page):
    bench.session.apply(lambda case: edits.add_operator(case, Operator(name="甲")))
    table = page.findChild(OperatorsTable)
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page.findChild(OperatorForm).index == 0
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert bench.session.case.operators == ()


@pytest.mark.parametrize(("width", "hidden"), [(480, True), (1200, False)])
def test_where_there_is_no_room_the_kind_of_document_gives_way_and_the_buttons_stay(
    bench, qtbot, page, width, hidden
):
    bench.session.apply(edits.add_operator)
    bench.session.apply(lambda case: edits.set_text(case, "operators[0].id_number", id_number(1)))
    table = page.findChild(OperatorsTable, "operators")
    table.setFixedWidth(width)
    qtbot.waitUntil(lambda: table.isColumnHidden(Column.ID_TYPE) is hidden)


def test_undoing_an_addition_closes_its_form(bench, page):
    press(page, "add-operator")
    bench.session.undo()
    assert page.findChild(OperatorForm) is None


def test_being_led_to_a_field_opens_its_operator(bench, page):
    for _ in range(2):
        bench.session.apply(edits.add_operator)
    assert page.focus_on("operators[1].mobile")
    assert line(page, "operators[1].mobile").hasFocus()
    assert page.focus_on("operators[0]")
    assert page.focus_on("operators")
    assert not page.focus_on("operators[7].name")
