from __future__ import annotations

import json
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton, QTableView

from cardprep.app.folder import new_case_folder, read_case
from cardprep.app.library.applications import Application
from cardprep.app.library.entering import enter_unasked, look_at
from cardprep.app.library.place import ApplicationPlace
from cardprep.case.model import Case, Kind, Unit
from cardprep.gui.case_view import CaseView
from cardprep.gui.pages.start_page import StartPage
from cardprep.gui.pages.unlock_page import UnlockPage
from cardprep.gui.program import Program
from cardprep.gui.widgets.notice import Notice
from cardprep.host.paths import library_folder
from cardprep.host.secrets import SystemKeyring
from cardprep.library.records import ApplicationQuery
from cardprep.library.store_errors import WriteFailed
from making import cases, libraries
from making.bench import commit
from making.keyrings import Kept


@pytest.fixture
def settings_file(tmp_path):
    path = tmp_path / "config" / "settings.json"
    path.parent.mkdir()
    path.write_text(json.dumps({"language": "en", "theme": "light"}), "utf-8")
    return path


@pytest.fixture
def keyring():
    return SystemKeyring(Kept(), seconds=5)


@pytest.fixture
def start(qtbot, settings_file, keyring):
    """Starts the program; with `without_keyring` on a computer that has none."""
    started = []

    def begin(without_keyring=False):
        made = Program(
            QApplication.instance(),
            settings_file,
            detect_keyring=lambda: None if without_keyring else keyring,
        )
        started.append(made)
        made.window.show()
        return made

    yield begin
    for made in started:
        if shiboken6.isValid(made.window):
            end(made)


def end(program):
    program.window.may_close = lambda: True
    program.close()
    program.window.close()
    program.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def program(start, qtbot):
    made = start()
    qtbot.waitUntil(lambda: made.workroom().desk is not None)
    return made


@pytest.fixture
def folder(tmp_path):
    new_case_folder(tmp_path / "case", Case(kind=Kind.NEW_ENTRANT, unit=Unit(name="a")))
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


def kept(keyring):
    """The cases of the library, which no program has open."""
    with enter_unasked(look_at(library_folder(), lambda: keyring)) as library:
        rows = library.store.fetch_applications(ApplicationQuery()).rows
        return [library.store.open(row.id).case for row in rows]


def break_disk(monkeypatch):
    def refuse(_self, _record):
        raise WriteFailed(reason="disk-full")

    monkeypatch.setattr(ApplicationPlace, "save", refuse)


def test_it_begins_with_the_home_page(program):
    assert isinstance(program.window.screen_shown, StartPage)


def test_the_first_start_asks_nothing_where_there_is_a_keyring(program, qtbot):
    program.window.findChild(QPushButton, "new-entrant").click()
    qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, CaseView))
    assert (library_folder() / "library.db").exists()


def test_the_first_start_without_a_keyring_asks_for_a_passphrase(start, qtbot):
    program = start(without_keyring=True)
    qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, UnlockPage))
    for name in ("passphrase", "passphrase-again"):
        program.window.findChild(QLineEdit, name).setText("a long enough phrase")
    program.window.findChild(QPushButton, "open-library").click()
    qtbot.waitUntil(lambda: program.workroom().desk is not None, timeout=20_000)
    assert isinstance(program.window.screen_shown, StartPage)


def test_two_passphrases_that_differ_make_no_library(start, qtbot):
    program = start(without_keyring=True)
    qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, UnlockPage))
    program.window.findChild(QLineEdit, "passphrase").setText("a long enough phrase")
    program.window.findChild(QLineEdit, "passphrase-again").setText("another long phrase")
    program.window.findChild(QPushButton, "open-library").click()
    assert program.window.findChild(Notice) is not None
    assert not library_folder().exists()


def test_a_wrong_passphrase_is_told_and_the_right_one_opens(start, qtbot):
    library_folder().parent.mkdir(parents=True)
    libraries.made(library_folder())[0].close()
    program = start()
    qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, UnlockPage))
    field = program.window.findChild(QLineEdit, "passphrase")
    field.setText("not the passphrase")
    program.window.findChild(QPushButton, "open-library").click()
    qtbot.waitUntil(lambda: "passphrase" in said(program))
    field.setText(libraries.PASSPHRASE)
    program.window.findChild(QPushButton, "open-library").click()
    qtbot.waitUntil(lambda: program.workroom().desk is not None)


def said(program):
    return " ".join(notice.accessibleName() for notice in program.window.findChildren(Notice))


def test_a_library_that_another_program_has_open_is_told(start, qtbot):
    library_folder().parent.mkdir(parents=True)
    with libraries.made(library_folder())[0]:
        program = start()
        qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, UnlockPage))
        program.window.findChild(QLineEdit, "passphrase").setText(libraries.PASSPHRASE)
        program.window.findChild(QPushButton, "open-library").click()
        qtbot.waitUntil(lambda: "another window" in said(program))
        assert program.workroom().desk is None


def test_locking_saves_and_asks_again(program, qtbot, folder, keyring):
    open_case(program, qtbot, folder)
    type_name(program, "b")
    program._lock()
    qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, UnlockPage), timeout=20_000)
    assert [case.unit.name for case in kept(keyring)] == ["b"]
    program.window.findChild(QPushButton, "use-keyring").click()
    qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, StartPage))


def test_the_library_is_locked_when_nobody_touches_anything(program, qtbot):
    program._idle._timer.setInterval(1)
    program._idle._timer.start()
    qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, UnlockPage), timeout=20_000)
    assert program.workroom().desk is None


def test_APP_1_a_new_application_is_kept_in_the_library(program, qtbot, keyring):
    program.window.findChild(QPushButton, "additional-operators").click()
    qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, CaseView))
    program.window.close()
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=20_000)
    end(program)
    assert [case.kind for case in kept(keyring)] == [Kind.ADDITIONAL_OPERATORS]


def test_closing_at_once_loses_no_word_and_makes_a_backup(program, qtbot, folder, keyring):
    open_case(program, qtbot, folder)
    type_name(program, "南京示例公司")
    program.window.close()
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=20_000)
    end(program)
    assert [case.unit.name for case in kept(keyring)] == ["南京示例公司"]
    assert list((library_folder() / "backups").glob("*/*/library.db"))


def test_a_case_folder_is_taken_in_and_left_as_it_is(program, qtbot, folder):
    before = (folder / "case.json").read_bytes()
    open_case(program, qtbot, folder)
    type_name(program, "b")
    program._on_session_end()
    assert (folder / "case.json").read_bytes() == before


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
    break_disk(monkeypatch)
    type_name(program, "南京示例公司")
    program.window.close()
    qtbot.waitUntil(lambda: dialog() is not None)
    elsewhere = str(tmp_path / "elsewhere")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (elsewhere, ""))
    dialog().findChild(QPushButton, "save-elsewhere").click()
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=20_000)
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


def table(program):
    return program.window.findChild(QTableView, "list:applications")


def test_what_was_open_stands_in_the_list_and_is_opened_from_it(program, qtbot, folder):
    open_case(program, qtbot, folder)
    program._go_home()
    qtbot.waitUntil(lambda: table(program) is not None and table(program).model().rowCount() == 1)
    table(program).opened.emit(table(program).model().record(0))
    qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, CaseView))
    assert program.window.findChild(QLineEdit, "unit.name").text() == "a"


def test_undo_goes_on_where_it_was_when_the_application_is_opened_again(program, qtbot, folder):
    open_case(program, qtbot, folder)
    type_name(program, "b")
    program._go_home()
    qtbot.waitUntil(lambda: table(program) is not None and table(program).model().rowCount() == 1)
    table(program).opened.emit(table(program).model().record(0))
    qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, CaseView))
    program.window.screen_shown._take_back()
    assert program.window.findChild(QLineEdit, "unit.name").text() == "a"


def test_a_folder_without_a_case_is_told_in_the_window(program, qtbot, tmp_path):
    program.open_path(tmp_path / "nothing")
    qtbot.waitUntil(lambda: program.window.findChild(Notice) is not None)
    assert dialog() is None


def test_a_path_that_comes_before_the_library_is_open_is_taken_in_afterwards(start, qtbot, folder):
    program = start()
    program.open_path(folder)
    qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, CaseView))


def test_the_end_of_the_desktop_session_loses_no_word(program, qtbot, folder, keyring):
    open_case(program, qtbot, folder)
    type_name(program, "b")
    program._on_session_end()
    end(program)
    assert [case.unit.name for case in kept(keyring)] == ["b"]


def test_a_defect_is_told_once_and_the_program_goes_on(program, capsys):
    program.show_problem(ValueError, ValueError("x"), None)
    program.show_problem(ValueError, ValueError("y"), None)
    assert len([w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]) == 1
    dialog().findChild(QPushButton, "close").click()


def test_OPER_6_a_person_in_another_application_of_the_firm_is_told(program, qtbot, tmp_path):
    case = replace(cases.complete(1), attachments=())
    Application.create(program.workroom().desk.library, case, lambda: "钱静")
    new_case_folder(tmp_path / "second", replace(case, kind=Kind.NEW_ENTRANT))
    session = open_case(program, qtbot, tmp_path / "second").context.session
    qtbot.waitUntil(lambda: any(f.rule == "OPER-6" for f in session.findings))
    told = next(f for f in session.findings if f.rule == "OPER-6")
    assert (told.severity, told.variant) == ("warn", "elsewhere")
    assert case.unit.name in dict(told.values)["other"]


def test_folders_of_the_first_version_are_offered_and_taken_in_once(start, qtbot, folder, settings_file):
    told = {"language": "en", "theme": "light", "recent": [str(folder), str(folder.parent / "gone")]}
    settings_file.write_text(json.dumps(told), "utf-8")
    program = start()
    qtbot.waitUntil(lambda: program.window.findChild(QPushButton, "take-former") is not None)
    program.window.findChild(QPushButton, "take-former").click()
    qtbot.waitUntil(lambda: table(program) is not None and table(program).model().rowCount() == 1)
    assert json.loads(settings_file.read_text("utf-8"))["recent"] == []
    assert (folder / "case.json").exists()


def test_firm_and_people_are_kept_when_an_application_is_left(program, qtbot, tmp_path):
    case = replace(cases.complete(1), attachments=())
    new_case_folder(tmp_path / "case", case)
    open_case(program, qtbot, tmp_path / "case")
    program._go_home()
    qtbot.waitUntil(lambda: isinstance(program.window.screen_shown, StartPage))
    store = program.workroom().desk.library.store
    assert store.find_firm(case.unit.uscc).unit == case.unit
    assert store.find_person(case.operators[0].id_number).name == case.operators[0].name
