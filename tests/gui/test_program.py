from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QListView, QPushButton

from cardprep.app.errors import SaveFailed
from cardprep.app.folder import CaseFolder, read_case
from cardprep.case.model import Case, Kind, Unit
from cardprep.gui.case_view import CaseView
from cardprep.gui.pages.start_page import StartPage
from cardprep.gui.program import Program
from cardprep.gui.widgets.notice import Notice
from cardprep.host.resources import resource_path
from making import cases
from making.bench import commit


@pytest.fixture
def settings_file(tmp_path):
    path = tmp_path / "config" / "settings.json"
    path.parent.mkdir()
    path.write_text(json.dumps({"language": "en", "theme": "light"}), "utf-8")
    return path


@pytest.fixture
def program(qtbot, settings_file):
    made = Program(QApplication.instance(), settings_file)
    made.window.show()
    yield made
    made.close()
    made.window.may_close = lambda: True
    made.window.close()
    made.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def folder(tmp_path):
    CaseFolder.create(tmp_path / "case", Case(kind=Kind.NEW_ENTRANT, unit=Unit(name="a"))).close()
    return tmp_path / "case"


def dialog():
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()), None)


def open_case(program, qtbot, folder):
    program.open_path(folder)
    qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, CaseView))
    return program.window.screen_shown


def type_name(program, text):
    field = program.window.findChild(QLineEdit, "unit.name")
    field.clear()
    commit(field, text)


def break_disk(monkeypatch):
    def refuse(_self, _case):
        raise SaveFailed("case", reason="disk-full")

    monkeypatch.setattr(CaseFolder, "write", refuse)


def test_it_begins_with_the_start_page(program):
    assert isinstance(program.window.screen_shown, StartPage)


def test_APP_1_a_new_application_is_kept_in_the_folder_that_was_chosen(program, qtbot, tmp_path):
    program.window.findChild(QPushButton, "additional-operators").click()
    dialog().findChild(QLineEdit, "case-folder").setText(str(tmp_path / "new"))
    dialog().findChild(QPushButton, "create").click()
    qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, CaseView))
    assert read_case(tmp_path / "new").kind is Kind.ADDITIONAL_OPERATORS


def test_closing_at_once_loses_no_word(program, qtbot, folder):
    open_case(program, qtbot, folder)
    type_name(program, "南京示例公司")
    program.window.close()
    qtbot.waitUntil(lambda: not program.window.isVisible())
    assert read_case(folder).unit.name == "南京示例公司"


def test_a_case_that_cannot_be_saved_keeps_the_window_open(program, qtbot, folder, monkeypatch):
    open_case(program, qtbot, folder)
    break_disk(monkeypatch)
    type_name(program, "b")
    program.window.close()
    qtbot.waitUntil(lambda: dialog() is not None)
    dialog().findChild(QPushButton, "back-to-case").click()
    assert program.window.isVisible()
    assert program.window.findChild(QLineEdit, "unit.name").text() == "b"


def test_a_case_that_cannot_be_saved_can_be_saved_elsewhere(program, qtbot, folder, tmp_path, monkeypatch):
    open_case(program, qtbot, folder)
    with monkeypatch.context() as broken:
        break_disk(broken)
        type_name(program, "南京示例公司")
        program.window.close()
        qtbot.waitUntil(lambda: dialog() is not None)
    elsewhere = str(tmp_path / "elsewhere")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (elsewhere, ""))
    dialog().findChild(QPushButton, "save-elsewhere").click()
    qtbot.waitUntil(lambda: not program.window.isVisible())
    assert read_case(tmp_path / "elsewhere").unit.name == "南京示例公司"


def test_the_language_is_switched_around_the_open_case(program, qtbot, folder):
    open_case(program, qtbot, folder)
    type_name(program, "b")
    program.window.screen_shown.show_step("legal")
    program._on_language("zh_CN")
    shown = program.window.screen_shown
    assert shown.step == "legal"
    shown.show_step("unit")
    assert shown.findChild(QLineEdit, "unit.name").text() == "b"


def test_the_look_is_switched_and_remembered(program, settings_file):
    light = program.window.palette().window().color()
    program._on_scheme("dark")
    assert program.window.palette().window().color().lightness() < light.lightness()
    assert json.loads(settings_file.read_text("utf-8"))["theme"] == "dark"


def test_what_was_open_is_offered_the_next_time(program, qtbot, folder):
    open_case(program, qtbot, folder)
    program._go_home()
    qtbot.waitUntil(lambda: program.window.findChild(QListView, "recent") is not None)
    assert program.window.findChild(QListView, "recent").model().rowCount() == 1


def test_a_folder_without_a_case_is_told_in_the_window(program, qtbot, tmp_path):
    program.open_path(tmp_path / "nothing")
    qtbot.waitUntil(lambda: program.window.findChild(Notice) is not None)
    assert dialog() is None


def test_the_end_of_the_desktop_session_loses_no_word(program, qtbot, folder):
    open_case(program, qtbot, folder)
    type_name(program, "b")
    program._on_session_end()
    assert read_case(folder).unit.name == "b"


def test_a_defect_is_told_once_and_the_program_goes_on(program, capsys):
    program.show_problem(ValueError, ValueError("x"), None)
    program.show_problem(ValueError, ValueError("y"), None)
    assert len([w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]) == 1
    dialog().findChild(QPushButton, "close").click()


def test_OPER_6_a_person_in_another_recent_application_of_the_firm_is_told(program, qtbot, tmp_path):
    for name in ("first", "second"):
        CaseFolder.create(tmp_path / name, replace(cases.complete(1), attachments=())).close()
    open_case(program, qtbot, tmp_path / "first")
    program.open_path(tmp_path / "second")
    qtbot.waitUntil(lambda: program.window.screen_shown.context.folder.path.name == "second")
    session = program.window.screen_shown.context.session
    qtbot.waitUntil(lambda: any(f.rule == "OPER-6" for f in session.findings))
    told = next(f for f in session.findings if f.rule == "OPER-6")
    assert (told.severity, told.variant, dict(told.values)["other"]) == ("warn", "elsewhere", "first")


def test_a_sample_named_by_its_path_is_not_edited_in_place(program, qtbot):
    program.open_path(resource_path("samples/faulty"))
    qtbot.waitUntil(lambda: dialog() is not None)
    assert dialog().findChild(QLineEdit, "case-folder") is not None
    dialog().reject()
    assert isinstance(program.window.screen_shown, StartPage)
