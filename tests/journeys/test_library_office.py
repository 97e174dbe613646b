"""The library in the real window: what the home page asks for, keys, backups, restore, history, records."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QTableView,
    QWidget,
)

from cardprep.app import clock
from cardprep.app.library.applications import Application
from cardprep.app.library.backing_up import back_up
from cardprep.case.model import Case, StatusEntry, StatusState, Unit
from cardprep.gui.case_view import CaseView
from cardprep.gui.pages.start_page import StartPage
from cardprep.gui.pages.unlock_page import UnlockPage
from cardprep.gui.program import Program
from cardprep.host.paths import library_folder
from cardprep.library import placement
from cardprep.library.records import ApplicationQuery, Firm, RecordKind
from making import cases, libraries, people
from making.clerk import SLOW_MS, Clerk
from making.vaults import PASSPHRASE


def settings(clerk):
    return clerk.program._settings


def room(clerk):
    return clerk.program.workroom()


def home(clerk, qtbot):
    """The home page, once the library is open."""
    qtbot.waitUntil(lambda: room(clerk).desk is not None, timeout=SLOW_MS)
    qtbot.waitUntil(lambda: isinstance(clerk.program.window.screen_shown, StartPage), timeout=SLOW_MS)


def is_there(clerk, name):
    return clerk._seen(QWidget, name) is not None


def make(clerk, case=None):
    """An application behind the window's back."""
    desk = room(clerk).desk
    made = Application.create(desk.library, case or Case(), desk.who)
    desk.changed.emit()
    return made.id


def do(clerk, name):
    """Something from the menu."""
    stage = clerk.program.window.screen_shown.parent()
    action = next(a for a in stage.actions() if a.objectName() == name)
    action.trigger()


def test_the_recovery_sheet_is_asked_for_until_it_is_saved(clerk, qtbot, tmp_path):
    home(clerk, qtbot)
    clerk.click("save-recovery-sheet")
    clerk.write("sheet-folder", str(tmp_path))
    clerk.click("write-sheet")
    clerk.find(QAbstractButton, "open-sheet")
    clerk.click("cancel")
    qtbot.waitUntil(lambda: not is_there(clerk, "save-recovery-sheet"))
    assert settings(clerk).recovery_sheet == room(clerk).desk.library.vault.library
    assert len(list(tmp_path.glob("cardprep-recovery-*.pdf"))) == 1


def test_a_second_place_is_asked_for_once_there_is_something_to_lose(clerk, qtbot):
    home(clerk, qtbot)
    assert not is_there(clerk, "choose-place")
    make(clerk)
    clerk.click("no-place")
    qtbot.waitUntil(lambda: not is_there(clerk, "choose-place"))
    make(clerk)
    qtbot.waitUntil(lambda: not clerk.program._operations.is_busy)
    assert not is_there(clerk, "choose-place")


def test_the_library_dialog_opens_from_the_menu_and_sets_the_time_to_lock(clerk, qtbot):
    home(clerk, qtbot)
    do(clerk, "library")
    clerk.choose("lock-after", "5")
    assert settings(clerk).lock_after == "5"
    assert clerk.program._idle._timer.interval() == 5 * 60_000
    clerk.click("close")


def test_a_backup_is_brought_back_from_the_library_dialog(clerk, qtbot):
    home(clerk, qtbot)
    make(clerk, Case(unit=Unit(name="备份过的公司")))
    back_up(room(clerk).desk.library)
    make(clerk)
    do(clerk, "library")
    clerk.click("restore")
    qtbot.waitUntil(lambda: is_there(clerk, "compare"), timeout=SLOW_MS)
    assert isinstance(clerk.program.window.screen_shown, UnlockPage)
    clerk.choose("restore-way", "keyring")
    listed = clerk.find(QListWidget, "restore-backups")
    qtbot.waitUntil(lambda: listed.count() == 2, timeout=SLOW_MS)  # closing made one more
    listed.setCurrentRow(1)
    clerk.click("compare")
    clerk.click("swap")
    home(clerk, qtbot)
    rows = room(clerk).desk.library.store.fetch_applications(ApplicationQuery()).rows
    assert [row.name for row in rows] == ["备份过的公司"]


def test_cancelling_the_restore_opens_the_library_again(clerk, qtbot):
    home(clerk, qtbot)
    make(clerk)
    do(clerk, "library")
    clerk.click("restore")
    qtbot.waitUntil(lambda: is_there(clerk, "compare"), timeout=SLOW_MS)
    clerk.click("cancel")
    home(clerk, qtbot)
    assert room(clerk).desk.library.store.count(ApplicationQuery()) == 1


def test_the_history_of_an_open_application_leads_back(clerk, qtbot):
    home(clerk, qtbot)
    clerk.begin("new-entrant")
    clerk.write("unit.name", "甲公司")
    clerk.press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: room(clerk)._current.opened.autosave.is_clean, timeout=SLOW_MS)
    do(clerk, "history")
    table = clerk.find(QTableView, "history")
    qtbot.waitUntil(lambda: table.model().rowCount() == 2, timeout=SLOW_MS)
    table.selectRow(1)
    clerk.click("return-to")
    qtbot.waitUntil(lambda: clerk.case.unit.name == "")
    clerk.click("undo")
    assert clerk.case.unit.name == "甲公司"


def test_a_firm_is_edited_from_the_list(clerk, qtbot):
    home(clerk, qtbot)
    store = room(clerk).desk.library.store
    firm = store.put_firm(Firm(cases.unit(people.firm(1))))
    clerk.click("tab:firms")
    table = clerk.find(QTableView, "list:firms")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1, timeout=SLOW_MS)
    table.selectRow(0)
    clerk.click("deed:open")
    clerk.find(QWidget, "save-record")
    dialog = clerk.dialog()
    field = dialog.findChild(QLineEdit, "unit.phone")
    field.setText("025-58812345")
    field.textEdited.emit("025-58812345")
    clerk.click("save-record")
    qtbot.waitUntil(lambda: not is_there(clerk, "save-record"), timeout=SLOW_MS)
    assert store.firm(firm.id).unit.phone == "025-58812345"


def test_duplicates_are_offered_on_their_list_and_merged(clerk, qtbot):
    home(clerk, qtbot)
    desk = room(clerk).desk
    for name in ("甲公司", "乙公司"):
        desk.library.store.put_firm(Firm(replace(cases.unit(people.firm(1)), name=name)))
    desk.changed.emit()
    clerk.click("tab:firms")
    clerk.click("merge-duplicates")
    clerk.click("merge")
    qtbot.waitUntil(lambda: not is_there(clerk, "merge-duplicates"), timeout=SLOW_MS)
    assert desk.library.store.duplicates(RecordKind.FIRM) == []


def test_what_need_no_longer_be_kept_is_told_and_erased_only_when_asked(clerk, qtbot):
    home(clerk, qtbot)
    day = clock.today() - dt.timedelta(days=120)
    done = (StatusEntry(StatusState.SUBMITTED, day), StatusEntry(StatusState.DONE, day))
    make(clerk, Case(unit=Unit(name="办结的公司"), status=done))
    clerk.click("look-at-due")
    clerk.find(QCheckBox, "purge-sure").setChecked(True)
    clerk.click("purge")
    qtbot.waitUntil(lambda: not is_there(clerk, "look-at-due"), timeout=SLOW_MS)
    assert room(clerk).desk.library.store.count(ApplicationQuery()) == 0


@pytest.fixture
def locked(qtbot, tmp_path):
    """A program on a computer without a keyring."""
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"language": "en", "theme": "light"}), "utf-8")
    program = Program(QApplication.instance(), path, detect_keyring=lambda: None)
    program.window.show()
    yield Clerk(qtbot, program)
    program.window.may_close = lambda: True
    program.close()
    program.window.close()
    program.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_lost_library_is_brought_back_from_the_first_page(qtbot, tmp_path, locked, monkeypatch):
    with libraries.made(tmp_path / "former")[0] as library:
        Application.create(library, Case(unit=Unit(name="失而复得公司")), lambda: libraries.WHO)
        back_up(library, tmp_path / "usb")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "usb"))
    locked.click("restore")
    place = locked.find(QWidget, "restore-place")
    place.setCurrentIndex(place.count() - 1)
    place.activated.emit(place.count() - 1)
    locked.write("restore-secret", PASSPHRASE)
    locked.click("compare")
    locked.click("swap")
    home(locked, qtbot)
    rows = room(locked).desk.library.store.fetch_applications(ApplicationQuery()).rows
    assert [row.name for row in rows] == ["失而复得公司"]
    assert room(locked).desk.library.folder == library_folder()


def test_a_library_in_another_folder_is_opened(qtbot, tmp_path, locked, monkeypatch):
    libraries.made(tmp_path / "other")[0].close()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "other"))
    locked.click("elsewhere")
    qtbot.waitUntil(lambda: settings(locked).library == str(tmp_path / "other"), timeout=SLOW_MS)
    qtbot.waitUntil(lambda: not is_there(locked, "passphrase-again"), timeout=SLOW_MS)
    locked.write("passphrase", PASSPHRASE)
    locked.click("open-library")
    home(locked, qtbot)
    assert room(locked).desk.library.folder == tmp_path / "other"


def test_a_synchronised_folder_is_refused_with_the_reason(qtbot, tmp_path, locked, monkeypatch):
    chosen = tmp_path / "OneDrive"
    chosen.mkdir()
    assert placement.fault_of(chosen) is not None
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    locked.click("elsewhere")
    qtbot.waitUntil(lambda: is_there(locked, "notice"), timeout=SLOW_MS)
    assert settings(locked).library == ""


def test_a_place_that_fails_is_told_once_until_it_works_again(clerk, qtbot, tmp_path):
    home(clerk, qtbot)
    library = room(clerk).desk.library
    blocker = tmp_path / "usb" / f"cardprep-backup-{library.vault.library}"
    blocker.parent.mkdir()
    blocker.write_text("in the way")
    clerk.program._remember(backup_place=str(blocker.parent))

    def round_of_backups():
        make(clerk)
        with qtbot.waitSignal(room(clerk)._backups.made, timeout=SLOW_MS):
            room(clerk)._backups.back_up_if_changed()

    round_of_backups()
    clerk.find(QAbstractButton, "show-backups")
    clerk.program.window.screen_shown.messages.withdraw(f"backup:{blocker.parent}")
    round_of_backups()
    assert not is_there(clerk, "show-backups")


def test_the_start_page_of_a_locked_library_shows_no_dialog(locked, qtbot):
    locked.find(QAbstractButton, "restore")
    do(locked, "library")
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    assert not isinstance(locked.program.window.screen_shown, CaseView)
