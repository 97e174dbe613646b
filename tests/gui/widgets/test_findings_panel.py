from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from cardprep.case import edits
from cardprep.gui.widgets.findings_panel import FindingsPanel


@pytest.fixture
def panel(bench, qtbot):
    made = FindingsPanel(bench.context.theme, bench.context.catalog, bench.session)
    qtbot.addWidget(made)
    made.resize(320, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def chosen(panel):
    places = []
    panel.chosen.connect(lambda finding: places.append(finding.where))
    return places


def rows(panel):
    return panel.findChild(QListView, "findings").model()


def test_a_click_leads_to_the_field(panel, chosen, qtbot):
    view = panel.findChild(QListView, "findings")
    rect = view.visualRect(rows(panel).index(1))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert chosen == [rows(panel).finding_at(1).where]


def test_enter_leads_to_the_field(panel, chosen, qtbot):
    view = panel.findChild(QListView, "findings")
    view.setCurrentIndex(rows(panel).index(0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen == [rows(panel).finding_at(0).where]


def test_stepping_goes_round_and_back(panel, chosen):
    for by in (1, 1, -1, -1):
        panel.step(by)
    wheres = [rows(panel).finding_at(row).where for row in range(rows(panel).rowCount())]
    assert chosen == [wheres[0], wheres[1], wheres[0], wheres[-1]]


def test_the_next_one_after_a_mended_one_is_the_one_that_took_its_place(panel, chosen, bench):
    wheres = [rows(panel).finding_at(row).where for row in range(rows(panel).rowCount())]
    position = wheres.index("unit.name")
    for _ in range(position + 1):
        panel.step(1)
    bench.session.apply(lambda case: edits.set_text(case, "unit.name", "南京示例公司"))
    panel.refresh()
    panel.step(1)
    assert chosen[-1] == wheres[position + 1]


def goes_to(panel, where):
    """Step on until the finding at that place is the one that was led to."""
    wheres = [rows(panel).finding_at(row).where for row in range(rows(panel).rowCount())]
    for _ in range(wheres.index(where) + 1):
        panel.step(1)
    return wheres


def mend(panel, bench, *places):
    for where, text in places:
        bench.session.apply(lambda case, where=where, text=text: edits.set_text(case, where, text))
        panel.refresh()


def test_mending_an_earlier_one_too_skips_nothing(panel, chosen, bench):
    wheres = goes_to(panel, "legal_representative.name")
    mend(panel, bench, ("unit.name", "南京示例公司"), ("legal_representative.name", "赵一"))
    panel.step(1)
    assert chosen[-1] == wheres[wheres.index("legal_representative.name") + 1]


def test_one_that_turned_into_another_is_the_next_one(panel, chosen, bench):
    goes_to(panel, "unit.uscc")
    mend(panel, bench, ("unit.uscc", "91320"))
    panel.step(1)
    assert chosen[-1] == "unit.uscc"


def test_back_from_a_mended_one_is_the_one_before_it(panel, chosen, bench):
    wheres = goes_to(panel, "unit.uscc")
    mend(panel, bench, ("unit.uscc", "91320100MA1MKD5T6R"))
    panel.step(-1)
    assert chosen[-1] == wheres[wheres.index("unit.uscc") - 1]


def test_the_row_that_qt_makes_current_by_itself_is_no_choice(panel, chosen, bench):
    view = panel.findChild(QListView, "findings")
    goes_to(panel, "unit.uscc")
    mend(panel, bench, ("unit.uscc", ""), ("unit.name", "南京示例公司"), ("unit.uscc", "9"))
    view.selectionModel().clear()
    view.clearFocus()
    view.setFocus()
    panel.step(1)
    assert chosen[-1] == "unit.uscc"


def test_every_line_of_a_long_finding_has_room(panel):
    view = panel.findChild(QListView, "findings")
    narrow = view.sizeHintForRow(0)
    panel.resize(900, 900)
    assert view.sizeHintForRow(0) <= narrow
