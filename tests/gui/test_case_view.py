from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from cardprep.app.errors import SaveFailed
from cardprep.app.flow import STEPS, Step
from cardprep.case import edits
from cardprep.case.model import Kind
from cardprep.gui.autosave import Autosave, SaveState
from cardprep.gui.case_view import CaseView
from cardprep.gui.commands import Commands
from cardprep.gui.pages.page import Page
from cardprep.gui.widgets.findings_panel import FindingsPanel
from cardprep.gui.widgets.line_edit import LineEdit
from cardprep.gui.widgets.notice import Notice
from cardprep.host.settings import Settings


class OneField(Page):
    """A page with one field; it keeps what it was asked."""

    def __init__(self, context):
        super().__init__(context, "title", "lead")
        self.field = LineEdit()
        self.column.addWidget(self.field)
        self.asked: list[object] = []

    def refresh(self, change):
        self.asked.append(change)

    def focus_on(self, where, finding=None):
        self.asked.append(where)
        self.led_to = finding
        self.field.setFocus()
        return True

    def show_all(self):
        self.asked.append("all")

    def start_export(self):
        self.asked.append("start")


@pytest.fixture
def autosave(bench):
    made = Autosave(bench.session, bench.context.place, bench.context.operations, dt.datetime.now)
    yield made
    made.close()


@pytest.fixture
def view(bench, qtbot, autosave):
    stage = QWidget()
    stage.resize(1400, 900)
    commands = Commands(bench.context.theme, Settings(language="en"), stage)
    made = CaseView(bench.context, autosave, commands, dict.fromkeys(STEPS, OneField))
    QVBoxLayout(stage).addWidget(made)
    qtbot.addWidget(stage)
    stage.show()
    qtbot.waitExposed(stage)
    stage.activateWindow()
    made.take_focus()
    yield made
    made.leave()


def page(view):
    return view.findChildren(OneField)[-1]


def test_pages_are_made_when_they_are_first_shown(view):
    assert len(view.findChildren(OneField)) == 1
    view.show_step(Step.HANDLER)
    assert len(view.findChildren(OneField)) == 2


@pytest.mark.parametrize(("key", "step"), [(Qt.Key.Key_3, Step.OPERATORS), (Qt.Key.Key_5, Step.PREVIEW)])
def test_alt_and_a_number_jump_to_a_step(view, qtbot, key, step):
    qtbot.keyClick(view, key, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: view.step is step)


@pytest.mark.parametrize("key", [Qt.Key.Key_2, Qt.Key.Key_5])
def test_a_jump_puts_the_focus_into_the_first_field_of_the_page(view, qtbot, key):
    qtbot.keyClick(view, key, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page(view).field.hasFocus())


def test_what_loses_the_focus_for_good_leaves_it_on_the_page(view, bench):
    first = page(view)
    gone = QPushButton("gone")
    first.column.addWidget(gone)
    gone.show()
    gone.setFocus()
    first.refresh = lambda change: gone.hide()
    bench.session.apply(lambda case: edits.set_text(case, "unit.name", "x"))
    assert first.field.hasFocus()


def test_ctrl_e_leads_to_the_export_and_starts_it_once_there(view, qtbot):
    for _ in range(2):
        qtbot.keyClick(page(view).field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert view.step is Step.PREVIEW
    assert page(view).asked[-2:] == ["export", "start"]


def test_a_page_is_told_which_finding_it_is_led_to(view, qtbot, bench):
    qtbot.keyClick(view, Qt.Key.Key_F8)
    assert page(view).led_to in bench.session.findings


def test_next_goes_on_and_says_what_is_missing_on_the_page_that_is_left(view):
    first = page(view)
    view.findChild(QPushButton, "next").click()
    assert view.step is Step.LEGAL
    assert "all" in first.asked
    view.findChild(QPushButton, "back").click()
    assert view.step is Step.UNIT


def test_past_the_ends_there_is_no_button(view):
    assert not view.findChild(QPushButton, "back").isVisible()
    view.show_step(Step.PREVIEW)
    assert not view.findChild(QPushButton, "next").isVisible()


def test_f8_goes_to_the_first_open_field_on_whatever_step(view, qtbot):
    view.show_step(Step.HANDLER)
    qtbot.keyClick(view, Qt.Key.Key_F8)
    assert view.step is Step.UNIT
    assert any("unit.name" in shown.asked for shown in view.findChildren(OneField))


def test_undo_and_redo_have_keys_and_lead_to_the_place(view, qtbot, bench):
    bench.session.apply(
        lambda case: edits.set_text(case, "collection.recipient", "a"), where="collection.recipient"
    )
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bench.session.case.collection.recipient == ""
    assert view.step is Step.HANDLER
    qtbot.keyClick(view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert bench.session.case.collection.recipient == "a"


def test_a_file_that_comes_in_late_does_not_turn_the_page(view, bench):
    view.show_step(Step.LEGAL)
    bench.session.apply(lambda case: edits.set_text(case, "unit.phone", "1"), where="unit.qualification")
    assert view.step is Step.LEGAL


def test_a_page_that_was_away_is_shown_as_the_case_is_now(view, bench):
    first = page(view)
    view.show_step(Step.PREVIEW)
    before = len(first.asked)
    bench.session.apply(lambda case: edits.set_text(case, "unit.name", "x"))
    assert len(first.asked) == before
    view.show_step(Step.UNIT)
    assert len(first.asked) == before + 1


def test_APP_1_the_kind_can_be_chosen_later(view, bench):
    view.go_to("kind")
    button = view.findChild(QToolButton, "kind")
    button.findChild(QAction, "kind:new-entrant").trigger()
    assert bench.session.case.kind is Kind.NEW_ENTRANT
    assert button.text() == "New entrant"


def test_the_bar_names_the_firm(view, bench):
    bench.session.apply(lambda case: edits.set_text(case, "unit.name", "南京示例公司"))
    assert view.findChild(QLabel, "case-title").accessibleName() == "南京示例公司"


def test_the_panel_gives_way_in_a_narrow_window_and_comes_back_by_its_key(view, qtbot, bench):
    panel = view.findChild(FindingsPanel)
    view.fit_width(bench.context.theme.em(72))
    assert not panel.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_F9)
    assert panel.isVisible()


def test_in_a_narrow_window_the_panel_lies_over_the_page_and_goes_when_it_has_led(view, qtbot, bench):
    panel = view.findChild(FindingsPanel)
    view.fit_width(bench.context.theme.em(72))
    width = page(view).width()
    qtbot.keyClick(view, Qt.Key.Key_F9)
    assert page(view).width() == width
    assert panel.geometry().right() == panel.parentWidget().rect().right()
    qtbot.keyClick(view, Qt.Key.Key_F8)
    assert not panel.isVisible()


def test_a_window_that_changes_its_width_a_little_leaves_the_panel_as_the_clerk_wants_it(view, qtbot, bench):
    panel, em = view.findChild(FindingsPanel), bench.context.theme.em
    view.fit_width(em(100))
    qtbot.keyClick(view, Qt.Key.Key_F9)
    view.fit_width(em(101))
    assert not panel.isVisible()


def test_a_failed_save_is_said_in_the_window_until_one_succeeds(view, autosave):
    autosave.error, autosave.state = SaveFailed("case", reason="disk-full"), SaveState.FAILED
    autosave.changed.emit()
    assert view.messages.findChild(Notice) is not None
    autosave.state = SaveState.SAVED
    autosave.changed.emit()
    assert not view.messages.isVisible()


def test_everything_in_the_bar_can_be_reached_by_the_keyboard_and_has_a_name(view):
    buttons = view.findChildren(QToolButton)
    assert buttons
    for button in buttons:
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.accessibleName()
