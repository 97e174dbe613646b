from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QListWidget, QPushButton

from cardprep.app.library.applications import Application
from cardprep.app.library.backing_up import back_up
from cardprep.app.library.kept_backups import Shelf
from cardprep.case.model import Case, Unit
from cardprep.gui.dialogs import restore
from cardprep.gui.dialogs.restore import RestoreDialog
from cardprep.gui.operation import Operations
from cardprep.gui.theme import Theme
from cardprep.gui.widgets.comparison import ComparisonTable
from cardprep.gui.widgets.notice import Notice
from cardprep.library.records import ApplicationQuery
from cardprep.wording.catalog import Catalog
from making import libraries
from making.vaults import PASSPHRASE, state

BUSY_MS = 20_000
OLD, NEW = "备份时的公司", "后来的公司"


@pytest.fixture
def folder(tmp_path):
    """A closed library, backed up and changed afterwards."""
    library, way = libraries.made(tmp_path / "library")
    with library:
        made = Application.create(library, Case(unit=Unit(name=OLD)), lambda: libraries.WHO)
        back_up(library, tmp_path / "usb", libraries.later)
        back_up(library, None, libraries.later)
        made.save(replace(made.case, unit=Unit(name=NEW)))
        Application.create(library, Case(), lambda: libraries.WHO)
    (tmp_path / "key").write_text(way.key.characters)
    return tmp_path / "library"


@pytest.fixture
def dialog(qtbot, folder, tmp_path):
    operations = Operations()
    made = RestoreDialog(Theme(False, QFont()), Catalog("en"), operations, folder, tmp_path / "usb", None)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.is_working)
    yield made
    made.reject()
    operations.close()


def test_a_list_that_comes_late_is_not_that_of_the_place_chosen_meanwhile(
    qtbot, folder, tmp_path, monkeypatch
):
    held, look = threading.Event(), restore.backups_at

    def slow(place):
        if place == folder / "backups":
            held.wait(5)
            return Shelf((), 0)
        return look(place)

    monkeypatch.setattr(restore, "backups_at", slow)
    operations = Operations()
    made = RestoreDialog(Theme(False, QFont()), Catalog("en"), operations, folder, tmp_path / "usb", None)
    qtbot.addWidget(made)
    made.show()
    choose_place(made, 1)
    held.set()
    qtbot.waitUntil(lambda: not made.is_working)
    assert made.findChild(QListWidget, "restore-backups").count() == 1
    assert made.findChild(QLineEdit, "restore-secret").isEnabled()
    compare(made, qtbot)
    assert made.findChild(QPushButton, "swap").isVisible()
    made.reject()
    operations.close()


def choose_place(dialog, row):
    place = dialog.findChild(QComboBox, "restore-place")
    place.setCurrentIndex(row)
    place.activated.emit(row)


def click(dialog, name):
    dialog.findChild(QPushButton, name).click()


def compare(dialog, qtbot, secret=PASSPHRASE):
    dialog.findChild(QLineEdit, "restore-secret").setText(secret)
    click(dialog, "compare")
    qtbot.waitUntil(lambda: not dialog.is_working, timeout=BUSY_MS)


def names(folder):
    with libraries.opened(folder) as library:
        rows = library.store.fetch_applications(ApplicationQuery()).rows
        return [row.name for row in rows]


def test_the_two_are_shown_beside_each_other_and_cancel_leaves_all_as_it_is(dialog, qtbot, folder):
    before = state(folder)
    compare(dialog, qtbot)
    told = dialog.findChild(ComparisonTable).text
    assert "1 application(s) would be gone" in told
    assert "1 application(s) would stand as they stood" in told
    click(dialog, "cancel")
    assert not dialog.isVisible()
    assert state(folder) == before


def test_a_backup_takes_the_place_of_the_library(dialog, qtbot, folder):
    compare(dialog, qtbot)
    with qtbot.waitSignal(dialog.restored, timeout=BUSY_MS) as restored:
        click(dialog, "swap")
    assert restored.args[0] == libraries.BY_PASSPHRASE
    assert names(folder) == [OLD]


def test_the_recovery_key_opens_a_backup_at_the_second_place(dialog, qtbot, folder, tmp_path):
    place, how = dialog.findChild(QComboBox, "restore-place"), dialog.findChild(QComboBox, "restore-way")
    place.setCurrentIndex(1)
    place.activated.emit(1)
    qtbot.waitUntil(lambda: not dialog.is_working)
    how.setCurrentIndex(how.findData("recovery"))
    how.activated.emit(how.currentIndex())
    compare(dialog, qtbot, (tmp_path / "key").read_text())
    with qtbot.waitSignal(dialog.restored, timeout=BUSY_MS):
        click(dialog, "swap")
    assert names(folder) == [OLD]


def test_a_wrong_passphrase_is_told_and_another_can_be_typed(dialog, qtbot):
    compare(dialog, qtbot, "not the right one")
    assert "passphrase is wrong" in dialog.findChild(Notice).accessibleName()
    assert dialog.findChild(QLineEdit, "restore-secret").text() == "not the right one"
    compare(dialog, qtbot)
    assert dialog.findChild(ComparisonTable).isVisible()


def test_another_backup_can_be_chosen_after_the_comparison(dialog, qtbot, folder):
    compare(dialog, qtbot)
    click(dialog, "another-backup")
    assert not dialog.findChild(ComparisonTable).isVisible()
    libraries.opened(folder).close()  # its lock is free again


def test_a_folder_without_a_backup_says_so(dialog, qtbot, tmp_path, monkeypatch):
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "empty"))
    place = dialog.findChild(QComboBox, "restore-place")
    place.setCurrentIndex(place.count() - 1)
    place.activated.emit(place.count() - 1)
    qtbot.waitUntil(lambda: not dialog.is_working)
    listed = dialog.findChild(QListWidget, "restore-backups")
    assert listed.item(0).text() == "There is no backup in this folder."
    assert not dialog.findChild(QPushButton, "compare").isEnabled()
