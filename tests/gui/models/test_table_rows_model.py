from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from cardprep.app import rulebooks
from cardprep.case.tables.fields import ListKind
from cardprep.gui.models.table_rows import CHOICES, Fixed, TableRowsModel
from cardprep.gui.models.table_words import Grade, TableWords
from cardprep.gui.theme import Theme
from cardprep.wording.catalog import Catalog
from making import lists

NAME, KIND, NUMBER = (len(Fixed) + place for place in range(3))


@pytest.fixture
def words():
    return TableWords(ListKind.OPERATORS, rulebooks.rulebook(), Catalog("en"))


@pytest.fixture
def make(qtmodeltester, words, qapp):
    def made(*rows, room=None, **more):
        model = TableRowsModel(Theme(False, QFont()), words, room)
        model.show(lists.proposed(lists.HEAD, *rows, **more))
        qtmodeltester.check(model)
        return model

    return made


def numbers(model):
    return [row.number for row in model.taken()]


def text(model, row, column, role=Qt.ItemDataRole.DisplayRole):
    return model.index(row, column).data(role)


def test_rows_without_faults_are_taken_and_others_are_not(make):
    model = make(lists.person(1), lists.person(2, number="1"), lists.person(1))
    assert numbers(model) == [2]
    assert text(model, 1, 0, Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked


def test_a_faulty_row_can_be_taken_all_the_same(make):
    model = make(lists.person(1, number="1"))
    model.setData(model.index(0, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert numbers(model) == [2]


def test_what_does_not_fit_is_left_out(make):
    assert numbers(make(*(lists.person(i) for i in range(5)), room=3)) == [2, 3, 4]


def test_a_choice_outlives_a_new_proposal_and_makes_room(make):
    model = make(*(lists.person(i) for i in range(5)), room=3)
    model.choose([0], taken=False)
    model.show(lists.proposed(lists.HEAD, *(lists.person(i) for i in range(5))))
    assert numbers(model) == [3, 4, 5]


def test_a_choice_of_a_former_list_means_nothing(make):
    model = make(lists.person(1))
    model.choose([0], taken=False)
    model.forget_choices()
    model.show(lists.proposed(lists.HEAD, lists.person(2)))
    assert numbers(model) == [2]


def test_a_number_that_excel_ruined_is_named(make):
    model = make(lists.person(1, number="4.1010519491231E+17"))
    assert "Excel" in text(model, 0, Fixed.RESULT)
    assert "Excel" in text(model, 0, NUMBER, Qt.ItemDataRole.ToolTipRole)
    assert text(model, 0, NUMBER, Qt.ItemDataRole.DecorationRole) is not None


def test_what_was_mended_is_told(make):
    model = make(lists.person(1, mobile="１３８ ００１３ ８０００"))
    assert "uniform: 13800138000" in text(model, 0, Fixed.RESULT)
    assert numbers(model) == [2]


def test_a_kind_that_is_named_as_in_the_list_is_no_news(make):
    assert text(make(lists.person(1)), 0, Fixed.RESULT) == "No faults"
    assert "身份证" in text(make(lists.person(1, kind="身份证")), 0, Fixed.RESULT)


@pytest.mark.parametrize(
    ("row", "grade"),
    [
        (lists.person(1), Grade.GOOD),
        (lists.person(1, kind="身份证"), Grade.MENDED),
        (lists.person(1, mobile="10000000000"), Grade.ODD),
        (lists.person(1, number="1"), Grade.FAULTY),
    ],
)
def test_how_grave_it_is_can_be_seen(words, row, grade):
    assert words.grade(lists.proposed(lists.HEAD, row).rows[0]) is grade


def test_a_row_that_stands_there_twice_is_no_fault_to_correct(words):
    rows = lists.proposed(lists.HEAD, lists.person(1), lists.person(1)).rows
    assert words.grade(rows[1]) is Grade.DOUBLE
    assert words.lines(rows[1]) == [(Grade.DOUBLE, "Document number: it is the same as in row 2")]


def test_a_choice_is_shown_and_offered_by_its_name(make):
    model = make(lists.person(1))
    assert text(model, 0, KIND) == "Resident identity card"
    assert text(model, 0, KIND) in text(model, 0, KIND, CHOICES)
    assert not text(model, 0, NAME, CHOICES)


def test_a_correction_is_told_and_no_correction_is_not(make, qtbot):
    model = make(lists.person(1))
    index = model.index(0, NAME)
    with qtbot.waitSignal(model.edited) as told:
        model.setData(index, "李四")
    assert told.args == [2, "name", "李四"]
    with qtbot.assertNotEmitted(model.edited):
        model.setData(index, index.data())


def test_a_row_that_is_left_out_is_fainter(make):
    model = make(lists.person(1), lists.person(2, number="1"))
    assert text(model, 0, NAME, Qt.ItemDataRole.ForegroundRole) is None
    assert text(model, 1, NAME, Qt.ItemDataRole.ForegroundRole) is not None


def test_the_same_rows_anew_leave_an_open_editor_alone(make, qtbot):
    model = make(lists.person(1, number="1"))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show(lists.proposed(lists.HEAD, lists.person(1)))
    assert numbers(model) == [2]
