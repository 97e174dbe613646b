from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QLineEdit, QListWidget, QPushButton

from cardprep.app.library.backing_up import back_up_everywhere
from cardprep.gui.dialogs.library import LibraryDialog
from cardprep.gui.dialogs.passphrase import PassphraseDialog
from cardprep.gui.dialogs.recovery_sheet import RecoverySheetDialog
from cardprep.gui.memory import Memory
from cardprep.gui.widgets.notice import Notice
from cardprep.host.secrets import SystemKeyring
from cardprep.host.settings import Settings
from cardprep.library import vault
from cardprep.library.header import Holder
from cardprep.library.ways import ByKeyring, ByPassphrase
from making import libraries
from making.keyrings import Kept
from making.vaults import CHEAP, OTHER, PASSPHRASE

BUSY_MS = 20_000


class Remembered:
    """Settings without a file."""

    def __init__(self) -> None:
        self.settings = Settings()

    def change(self, **changes: str) -> None:
        from dataclasses import replace

        self.settings = replace(self.settings, **changes)

    @property
    def memory(self) -> Memory:
        return Memory(lambda: self.settings, self.change)


@pytest.fixture
def remembered():
    return Remembered()


@pytest.fixture
def library(bench):
    return bench.context.desk.library


@pytest.fixture
def keyring():
    return SystemKeyring(Kept(), seconds=5)


@pytest.fixture
def dialog(bench, qtbot, remembered, library, keyring):
    def back_up():
        return back_up_everywhere(library, remembered.memory.second_place, libraries.later)

    context = bench.context
    made = LibraryDialog(context.theme, context.catalog, context.desk, remembered.memory, keyring, back_up)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.is_working)
    return made


def click(dialog, name):
    dialog.findChild(QPushButton, name).click()


def wait(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.is_working, timeout=BUSY_MS)


def told(dialog):
    return dialog.findChild(Notice).accessibleName()


def entries(dialog):
    listed = dialog.findChild(QListWidget, "backups")
    return [listed.item(row).text() for row in range(listed.count())]


def test_a_backup_is_made_and_listed_with_date_and_size(dialog, qtbot):
    assert entries(dialog) == ["There is no backup yet."]
    click(dialog, "back-up")
    qtbot.waitUntil(lambda: "2026-11-23 12:00" in entries(dialog)[0], timeout=BUSY_MS)
    assert "kB" in entries(dialog)[0]
    wait(qtbot, dialog)
    assert "verify" in told(dialog)


def test_a_second_place_is_chosen_and_gets_a_backup_at_once(dialog, qtbot, tmp_path, monkeypatch, remembered):
    (tmp_path / "usb").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "usb"))
    click(dialog, "choose-second-place")
    qtbot.waitUntil(lambda: len(entries(dialog)) == 2, timeout=BUSY_MS)
    assert remembered.settings.backup_place == str(tmp_path / "usb")
    assert str(tmp_path / "usb") in dialog.findChild(QLabel, "second-place").text()
    wait(qtbot, dialog)
    click(dialog, "no-second-place")
    assert remembered.settings.backup_place == ""


def test_a_place_inside_the_library_is_refused(dialog, library, monkeypatch, remembered):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(library.folder / "blobs"))
    click(dialog, "choose-second-place")
    assert "part of the library" in told(dialog)
    assert remembered.settings.backup_place == ""


def test_a_backup_that_fails_says_where_and_what_to_do(dialog, qtbot, tmp_path, remembered):
    (tmp_path / "usb").mkdir()
    (tmp_path / "usb" / f"cardprep-backup-{dialog.keys._library.vault.library}").write_text("in the way")
    remembered.change(backup_place=str(tmp_path / "usb"))
    click(dialog, "back-up")
    qtbot.waitUntil(lambda: dialog.findChild(Notice) is not None, timeout=BUSY_MS)
    wait(qtbot, dialog)
    assert str(tmp_path / "usb") in told(dialog)


def test_the_library_is_checked(dialog, qtbot):
    click(dialog, "check-library")
    wait(qtbot, dialog)
    assert told(dialog).startswith("All is as it was written")


def test_a_damaged_file_is_told(dialog, qtbot, bench, library):
    name = bench.context.place.take_in_bytes("scan.jpg", b"a scan")
    from cardprep.app.place import Record
    from cardprep.case.model import Attachment, Case
    from cardprep.case.slots import LEGAL_IDENTITY

    bench.context.place.save(Record(Case(attachments=(Attachment(LEGAL_IDENTITY, name),))))
    (blob,) = [path for path in (library.folder / "blobs").rglob("*") if path.is_file()]
    blob.write_bytes(b"something else")
    click(dialog, "check-library")
    wait(qtbot, dialog)
    assert "1 stored file(s)" in told(dialog)


def test_the_keyring_is_switched_on_and_off(dialog, qtbot, library, keyring):
    box = dialog.findChild(QCheckBox, "in-keyring")
    box.click()
    wait(qtbot, dialog)
    assert library.vault.is_opened_by(ByKeyring(keyring))
    box.click()
    wait(qtbot, dialog)
    assert library.vault.holders == {Holder.PASSPHRASE, Holder.RECOVERY}
    assert not box.isChecked()


def test_the_keyring_is_not_switched_off_where_it_is_the_only_way(dialog, qtbot, library, keyring):
    box = dialog.findChild(QCheckBox, "in-keyring")
    box.click()
    wait(qtbot, dialog)
    library.vault._header = __import__("dataclasses").replace(library.vault._header, passphrase=None)
    box.click()
    wait(qtbot, dialog)
    assert "passphrase is needed" in told(dialog)
    assert box.isChecked()


def test_the_time_until_it_locks_is_chosen(dialog, qtbot, remembered):
    box = dialog.findChild(QComboBox, "lock-after")
    assert box.currentData() == "15"
    with qtbot.waitSignal(dialog.lock_after_chosen):
        box.setCurrentIndex(box.findData("0"))
        box.activated.emit(box.currentIndex())
    assert remembered.settings.lock_after_minutes == 0


@pytest.fixture
def asking(bench, qtbot, monkeypatch):
    monkeypatch.setattr(vault, "tuned", lambda: CHEAP)
    context = bench.context
    made = PassphraseDialog(context.theme, context.catalog, context.desk)
    qtbot.addWidget(made)
    made.show()
    return made


def type_into(dialog, present, new, again):
    names = ("present-passphrase", "new-passphrase", "new-passphrase-again")
    for name, text in zip(names, (present, new, again), strict=True):
        dialog.findChild(QLineEdit, name).setText(text)
    click(dialog, "set-passphrase")


def test_the_passphrase_is_changed(asking, qtbot, library):
    type_into(asking, PASSPHRASE, OTHER, OTHER)
    qtbot.waitUntil(lambda: not asking.isVisible(), timeout=BUSY_MS)
    assert library.vault.is_opened_by(ByPassphrase(OTHER))


@pytest.mark.parametrize(
    ("present", "new", "again", "words"),
    [
        ("wrong one", OTHER, OTHER, "passphrase is wrong"),
        (PASSPHRASE, OTHER, PASSPHRASE, "not the same"),
        (PASSPHRASE, "short", "short", "too short"),
    ],
)
def test_what_was_typed_stays_when_it_will_not_do(asking, qtbot, library, present, new, again, words):
    type_into(asking, present, new, again)
    qtbot.waitUntil(lambda: asking.findChild(Notice) is not None, timeout=BUSY_MS)
    assert words in told(asking)
    assert asking.findChild(QLineEdit, "new-passphrase").text() == new
    assert library.vault.is_opened_by(ByPassphrase(PASSPHRASE))


def test_the_sheet_is_written_and_can_be_opened_to_print(bench, qtbot, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr("cardprep.gui.dialogs.recovery_sheet.open_file", opened.append)
    context = bench.context
    sheet = RecoverySheetDialog(context.theme, context.catalog, context.desk, libraries.TODAY)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.findChild(QLineEdit, "sheet-folder").setText(str(tmp_path / "papers"))
    (tmp_path / "papers").mkdir()
    with qtbot.waitSignal(sheet.written, timeout=BUSY_MS):
        click(sheet, "write-sheet")
    click(sheet, "open-sheet")
    assert opened == [tmp_path / "papers" / "cardprep-recovery-2026-11-23.pdf"]
    assert opened[0].is_file()
