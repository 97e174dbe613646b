from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from cardprep.case import edits
from cardprep.case.model import Operator, OperatorState
from cardprep.gui.models.operators import Column, OperatorsModel
from making.bench import id_number


@pytest.fixture
def model(bench):
    model = OperatorsModel(bench.session, bench.context.theme, "en")
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    bench.session.subscribe(lambda change: model.refresh())
    yield model
    del tester


def add(bench, **fields):
    bench.session.apply(lambda case: edits.add_operator(case, Operator(**fields)))


def texts(model, row):
    return [model.data(model.index(row, column)) for column in Column]


def test_a_row_tells_who_and_how_far(bench, model):
    add(bench, name="王静", id_type="passport", id_number="E12345678", mobile="13800138000")
    assert texts(model, 0)[:5] == ["王静", "Passport", "E12345678", "13800138000", "Draft"]


def test_being_a_draft_is_no_gap(bench, model):
    add(bench, name="王静", id_type="resident-id", id_number=id_number(1), mobile="13800138000")
    gaps = bench.session.findings
    assert sum(f.where.startswith("operators[0].") for f in gaps) == 1
    assert texts(model, 0)[Column.GAPS] == "1 open" or "open" in texts(model, 0)[Column.GAPS]


def test_a_confirmed_operator_says_so(bench, model):
    add(bench, name="王静")
    bench.session.apply(lambda case: edits.set_operator_state(case, 0, OperatorState.CONFIRMED))
    assert texts(model, 0)[Column.STATE] == "Confirmed"


def test_rows_follow_adding_removing_and_undo(bench, model):
    add(bench, name="甲")
    add(bench, name="乙")
    bench.session.apply(lambda case: edits.remove_operator(case, 0))
    assert [model.rowCount(), texts(model, 0)[0]] == [1, "乙"]
    bench.session.undo()
    assert model.rowCount() == 2


def test_an_edit_is_told_as_changed_data(bench, model, qtbot):
    add(bench, name="甲")
    with qtbot.waitSignal(model.dataChanged):
        bench.session.apply(lambda case: edits.set_text(case, "operators[0].name", "乙"))


def test_headings_and_numbers(model):
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"
    assert model.headerData(0, Qt.Orientation.Vertical) == "1"
