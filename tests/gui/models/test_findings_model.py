from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from cardprep.app.flow import STEPS, step_of
from cardprep.gui.models.findings import FindingRole, FindingsModel


@pytest.fixture
def model(bench):
    made = FindingsModel(bench.context.catalog)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show_findings(bench.session.findings, bench.session.case)
    yield made
    del tester


def test_the_open_findings_are_in_the_order_of_the_screens(model):
    places = [STEPS.index(step_of(model.finding_at(row).where)) for row in range(model.rowCount())]
    assert len(places) > 5
    assert places == sorted(places)


def test_the_findings_of_a_screen_are_in_the_order_of_its_fields(model):
    wheres = [model.finding_at(row).where for row in range(model.rowCount())]
    fields = [
        "unit.name",
        "unit.uscc",
        "unit.registered_address",
        "unit.issuing_office",
        "unit.qualification",
    ]
    assert [where for where in wheres if where in fields] == fields


def test_what_is_not_open_is_not_listed(model):
    assert all(model.finding_at(row).is_open for row in range(model.rowCount()))


def test_a_row_read_aloud_says_gravity_place_message_and_remedy(model):
    index = model.index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Must be completed")
    assert all(
        index.data(role) in spoken for role in (FindingRole.PLACE, FindingRole.MESSAGE, FindingRole.REMEDY)
    )


def test_the_same_findings_again_change_nothing(model, bench, qtbot):
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_findings(bench.session.findings, bench.session.case)
