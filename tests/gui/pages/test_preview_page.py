from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton

from cardprep.case import edits
from cardprep.case.finding import Severity
from cardprep.gui.dialogs.acknowledge import AcknowledgeDialog
from cardprep.gui.dialogs.export import ExportDialog
from cardprep.gui.pages.preview import PreviewPage
from making import cases
from making.bench import open_bench

NOW = dt.datetime(2026, 11, 23, 14, 3, 22, tzinfo=dt.UTC)


@pytest.fixture
def complete(qtbot, tmp_path):
    case = cases.complete(operators=2)
    with open_bench(tmp_path, case) as made:
        made.session.set_facts(cases.facts_of(case))
        yield made


def preview(bench, qtbot, worker=None):
    return bench.show(qtbot, PreviewPage(bench.context, worker, lambda: NOW, "赵会计"))


def warn(bench):
    """Make a warning: a mobile number of a range that nobody knows (FIELD-3)."""
    bench.session.apply(lambda case: edits.set_text(case, "operators[0].mobile", "12000000000"))
    return next(f for f in bench.session.findings if f.severity is Severity.WARN)


def click(page, name):
    page.findChild(QPushButton, name).click()


def test_VIEW_1_each_line_leads_to_its_field(complete, qtbot):
    page = preview(complete, qtbot)
    with qtbot.waitSignal(page.go_to) as told:
        qtbot.mouseClick(page.findChild(QPushButton, "line:operators[1].mobile"), Qt.MouseButton.LeftButton)
    assert told.args == ["operators[1].mobile"]


def test_VIEW_3_the_declaration_is_ticked_and_falls_with_the_next_edit(complete, qtbot):
    page = preview(complete, qtbot)
    box = page.findChild(QCheckBox, "declaration")
    complete.session.apply(lambda case: edits.set_text(case, "unit.phone", "025-58812345"))
    assert not box.isChecked()
    box.click()
    assert complete.session.case.declaration


def test_VIEW_4_a_warning_is_confirmed_with_reason_name_and_time(complete, qtbot):
    page = preview(complete, qtbot)
    finding = warn(complete)
    click(page, "acknowledge:0")
    dialog = page.findChild(AcknowledgeDialog)
    dialog.findChild(QPlainTextEdit, "reason").setPlainText("号码无误")
    dialog.findChild(QPushButton, "acknowledge").click()
    entry = complete.session.case.acknowledged[0]
    assert (entry.rule, entry.where, entry.about) == (finding.rule, finding.where, finding.about)
    assert (entry.reason, entry.by, entry.at) == ("号码无误", "赵会计", "2026-11-23T14:03:22+00:00")


def confirm(page, number):
    click(page, f"acknowledge:{number}")
    dialog = page.findChildren(AcknowledgeDialog)[-1]
    dialog.findChild(QPlainTextEdit, "reason").setPlainText("号码无误")
    dialog.findChild(QPushButton, "acknowledge").click()


def test_VIEW_4_after_a_confirmation_the_next_one_has_the_focus_and_at_last_the_declaration(complete, qtbot):
    page = preview(complete, qtbot)
    warn(complete)
    complete.session.apply(lambda case: edits.set_text(case, "operators[1].mobile", "12000000001"))
    confirm(page, 0)
    assert page.window().focusWidget().objectName() == "acknowledge:1"
    confirm(page, 1)
    assert page.window().focusWidget().objectName() == "declaration"


def test_VIEW_3_an_edit_that_takes_the_tick_away_is_told_beside_the_box(complete, qtbot):
    page = preview(complete, qtbot)
    told = page.findChild(QLabel, "declare-again")
    complete.session.apply(lambda case: edits.set_text(case, "unit.phone", "025-58812345"))
    assert told.isVisible()
    page.findChild(QCheckBox, "declaration").click()
    assert not told.isVisible()
    page.findChild(QCheckBox, "declaration").click()
    assert not told.isVisible()


@pytest.mark.parametrize(("name", "button"), [("南京示例公司", "export"), ("", "export-draft")])
def test_the_export_that_is_possible_is_what_the_key_leads_to_and_starts(complete, qtbot, name, button):
    page = preview(complete, qtbot)
    complete.session.apply(lambda case: edits.set_text(case, "unit.name", name or ""))
    complete.session.apply(lambda case: edits.declare(case, True))
    page.focus_on("export")
    qtbot.waitUntil(lambda: page.findChild(QPushButton, button).hasFocus())
    page.start_export()
    assert page.findChild(ExportDialog).isVisible()


def test_VIEW_4_a_confirmation_can_be_taken_back(complete, qtbot):
    test_VIEW_4_a_warning_is_confirmed_with_reason_name_and_time(complete, qtbot)
    page = preview(complete, qtbot)
    click(page, "acknowledge:0")
    assert complete.session.case.acknowledged == ()


def test_a_complete_case_can_be_exported_and_an_incomplete_one_as_a_draft_only(complete, qtbot):
    page = preview(complete, qtbot)
    export, draft = page.findChild(QPushButton, "export"), page.findChild(QPushButton, "export-draft")
    assert (export.isVisible(), draft.isVisible()) == (True, False)
    complete.session.apply(lambda case: edits.set_text(case, "unit.name", ""))
    assert (export.isVisible(), draft.isVisible()) == (False, True)


def test_what_is_open_is_one_click_away(bench, qtbot):
    page = preview(bench, qtbot)
    with qtbot.waitSignal(page.lead_to):
        click(page, "show-open")


def test_APP_3_the_cards_are_counted(complete, qtbot):
    page = preview(complete, qtbot)
    assert "To buy: 2" in page.findChild(QLabel, "cards").text()


def test_VIEW_5_nobody_is_asked_for_a_code(complete, qtbot):
    page = preview(complete, qtbot)
    told = {f.rule for f in complete.session.findings}
    assert "VIEW-5" in told
    assert not [field for field in page.findChildren(QPlainTextEdit) if field.isVisible()]
