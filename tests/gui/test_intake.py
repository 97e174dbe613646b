"""What comes into the window is compared with the library first; the clerk decides, and may go back."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QWidget

from cardprep.app.folder import read_case
from cardprep.app.handing_over import HandOver, folder_content, hand_over
from cardprep.app.library.place import ApplicationPlace
from cardprep.bundle.sealed_header import Cost
from cardprep.case.slots import LEGAL_IDENTITY
from cardprep.gui.intake import Intake
from cardprep.gui.widgets.notice import Notice
from cardprep.library.records import ApplicationQuery
from making import cases, folders, libraries
from making.vaults import state

LIGHT = Cost(memory=8, passes=1, lanes=1, chunk=4_096)
PHRASE = "7kq2m-xw9fh-rt4bn-zp6cd"
SLOW_MS = 20_000


def kept_bytes(library):
    """All that is stored; the index that readers share in memory is no content."""
    return {name: data for name, data in state(library.folder).items() if not name.endswith("-shm")}


class Counter:
    """A clerk at the dialogs of the intake, and what the intake told."""

    def __init__(self, qtbot, bench, worker) -> None:
        self.qtbot, self.desk = qtbot, bench.context.desk
        self.library = self.desk.library
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.opened, self.failures, self.live = [], [], None
        look = SimpleNamespace(theme=bench.context.theme, catalog=bench.context.catalog)
        operations = bench.context.operations
        self.busy = lambda: operations.is_busy
        self.intake = Intake(operations, worker, look, self.window, lambda: self.live)
        self.intake.taken_in.connect(lambda _desk, id: self.opened.append(id))
        self.intake.failed.connect(self.failures.append)

    def take_in(self, path):
        self.intake.take_in(self.desk, path)

    def dialog(self, name):
        self.qtbot.waitUntil(lambda: self._shown(name) is not None, timeout=SLOW_MS)
        return self._shown(name)

    def _shown(self, name):
        tops = QApplication.topLevelWidgets()
        return next(
            (w for w in tops if isinstance(w, QDialog) and w.isVisible() and w.objectName() == name), None
        )

    def click(self, dialog, name):
        button = self.dialog(dialog).findChild(QAbstractButton, name)
        assert button.isEnabled()
        button.click()

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.busy(), timeout=SLOW_MS)

    def wait_opened(self):
        self.qtbot.waitUntil(lambda: bool(self.opened), timeout=SLOW_MS)
        self.settle()
        return self.library.store.open(self.opened[-1]).case

    def count(self):
        return self.library.store.count(ApplicationQuery(search="91"))

    def give(self, passphrase):
        self.dialog("open-sealed").findChild(QLineEdit, "sealed-passphrase").setText(passphrase)
        self.click("open-sealed", "open-sealed-file")


@pytest.fixture
def counter(qtbot, bench, worker):
    made = Counter(qtbot, bench, worker)
    yield made
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog):
            dialog.reject()
    made.settle()


@pytest.fixture
def folder(tmp_path):
    return libraries.case_folder(tmp_path / "case")


@pytest.fixture
def kept(counter, folder, worker):
    return libraries.take_in(counter.library, folder, worker).application


@pytest.fixture
def changed(kept, folder):
    """The folder's case with another telephone, no customs code and another scan."""
    case = read_case(folder)
    unit = replace(case.unit, phone="025-58812346", customs_code="")
    cases.write(folder, replace(case, unit=unit), lambda file: (folder / file).read_bytes())
    legal = next(a.file for a in case.attachments if a.slot == LEGAL_IDENTITY)
    (folder / legal).write_bytes(folders.picture("another scan"))
    return folder


def sealed(target, *sources):
    contents = [folder_content(source, read_case(source)) for source in sources]
    return hand_over(HandOver(contents, target, PHRASE, cost=LIGHT))


def test_a_new_case_is_taken_in_and_opened_without_a_question(counter, folder):
    counter.take_in(folder)
    assert counter.wait_opened() == read_case(folder)


def test_the_very_same_is_opened_and_not_made_twice(counter, folder, kept):
    counter.take_in(folder)
    assert counter.wait_opened() == kept.case
    assert counter.count() == 1


def test_what_differs_is_shown_and_ours_is_kept_unless_chosen(counter, kept, changed):
    counter.take_in(changed)
    dialog = counter.dialog("compare")
    assert dialog.chosen == frozenset()
    counter.click("compare", "theirs:unit.phone")
    counter.click("compare", "theirs:legal.identity")
    counter.click("compare", "merge")
    case = counter.wait_opened()
    assert (case.unit.phone, case.unit.customs_code) == ("025-58812346", kept.case.unit.customs_code)
    place = ApplicationPlace.open(counter.library, kept.id, lambda: libraries.WHO)
    (paper,) = case.in_slot(LEGAL_IDENTITY)
    assert place.application.read(paper.file) == folders.picture("another scan")
    assert place.application.undo().case == kept.case
    assert counter.count() == 1


def test_what_is_blank_with_us_is_taken_unless_refused(counter, kept, changed, folder):
    place = ApplicationPlace.open(counter.library, kept.id, lambda: libraries.WHO)
    place.application.save(replace(place.case, unit=replace(place.case.unit, phone="")))
    counter.take_in(changed)
    assert counter.dialog("compare").chosen == {"unit.phone"}


def test_going_back_leaves_the_library_byte_for_byte(counter, kept, changed):
    before = kept_bytes(counter.library)
    counter.take_in(changed)
    counter.dialog("compare").reject()
    counter.settle()
    assert kept_bytes(counter.library) == before
    assert counter.opened == []


def test_it_can_come_in_as_an_application_of_its_own(counter, kept, changed):
    counter.take_in(changed)
    counter.click("compare", "take-as-new")
    assert counter.wait_opened() == read_case(changed)
    assert counter.opened != [kept.id]
    assert counter.library.store.open(kept.id).case == kept.case


def test_a_faulty_one_is_told(counter, tmp_path):
    counter.take_in(tmp_path / "absent")
    counter.qtbot.waitUntil(lambda: bool(counter.failures))
    assert counter.failures[0].code == "case-not-found"


def test_a_sealed_file_asks_for_its_passphrase_and_lists_what_is_in_it(counter, changed, tmp_path, folder):
    path = sealed(tmp_path / "out", changed, libraries.case_folder(tmp_path / "second", 2))
    counter.take_in(path)
    counter.give(PHRASE)
    received = counter.dialog("received")
    told = [received.findChild(QLabel, f"news:{n}").text() for n in range(2)]
    assert told == ["Differs in 3 place(s)", "New"]
    counter.click("received", "take-in")
    counter.click("compare", "merge")
    counter.qtbot.waitUntil(lambda: received.findChild(QLabel, "news:1").text() == "Taken in")
    counter.settle()
    assert counter.count() == 2
    assert received.findChild(Notice) is not None
    assert not list((counter.library.folder / "work").iterdir())


def test_one_application_alone_is_opened_when_it_is_in(counter, folder, tmp_path):
    counter.take_in(sealed(tmp_path / "out", folder))
    counter.give(PHRASE)
    counter.click("received", "take-in")
    case = counter.wait_opened()
    assert replace(case, attachments=()) == replace(read_case(folder), attachments=())


@pytest.mark.parametrize(
    ("spoil", "phrase"), [(lambda data: data, "another phrase"), (lambda data: data[:-1], PHRASE)]
)
def test_what_does_not_open_is_told_and_the_words_stay(counter, folder, tmp_path, spoil, phrase):
    path = sealed(tmp_path / "out", folder)
    path.write_bytes(spoil(path.read_bytes()))
    before = kept_bytes(counter.library)
    counter.take_in(path)
    counter.give(phrase)
    dialog = counter.dialog("open-sealed")
    counter.qtbot.waitUntil(lambda: dialog.findChild(Notice) is not None, timeout=SLOW_MS)
    assert dialog.findChild(QLineEdit, "sealed-passphrase").text() == phrase
    assert kept_bytes(counter.library) == before


def test_giving_up_at_the_passphrase_leaves_nothing(counter, folder, tmp_path):
    counter.take_in(sealed(tmp_path / "out", folder))
    before = kept_bytes(counter.library)
    counter.dialog("open-sealed").reject()
    counter.settle()
    assert kept_bytes(counter.library) == before


def test_what_was_edited_while_it_was_compared_is_not_overwritten(counter, kept, changed):
    counter.take_in(changed)
    counter.click("compare", "theirs:unit.phone")
    place = ApplicationPlace.open(counter.library, kept.id, lambda: libraries.WHO)
    edited = replace(place.case, remark="别人改过")
    place.application.save(edited)
    counter.click("compare", "merge")
    counter.qtbot.waitUntil(lambda: bool(counter.failures), timeout=SLOW_MS)
    assert [error.code for error in counter.failures] == ["store-edited-meanwhile"]
    assert counter.library.store.open(kept.id).case == edited


def test_the_keyboard_alone_chooses_and_merges(counter, kept, changed):
    counter.take_in(changed)
    dialog = counter.dialog("compare")
    first = dialog.focusWidget()
    assert first.objectName().startswith("ours:")
    counter.qtbot.keyClick(first, Qt.Key.Key_Right)
    assert dialog.chosen == {first.objectName().removeprefix("ours:")}
    counter.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert counter.wait_opened() != kept.case


def test_without_a_choice_ours_is_opened_as_it_is(counter, kept, changed):
    counter.take_in(changed)
    counter.click("compare", "all-theirs")
    assert len(counter.dialog("compare").chosen) == 3
    counter.click("compare", "all-ours")
    before = kept_bytes(counter.library)
    counter.click("compare", "merge")
    assert counter.wait_opened() == kept.case
    assert kept_bytes(counter.library) == before


def test_giving_up_while_it_is_being_opened_leaves_nothing(counter, folder, tmp_path):
    before = kept_bytes(counter.library)
    counter.take_in(sealed(tmp_path / "out", folder))
    counter.give(PHRASE)
    counter.dialog("open-sealed").reject()
    counter.settle()
    assert kept_bytes(counter.library) == before
    assert counter.opened == []
    work = counter.library.folder / "work"
    assert not work.exists() or not list(work.iterdir())


def test_what_is_not_chosen_stays_outside(counter, folder, tmp_path):
    second = libraries.case_folder(tmp_path / "second", 2)
    counter.take_in(sealed(tmp_path / "out", folder, second))
    counter.give(PHRASE)
    counter.click("received", "arrival:0")
    counter.click("received", "take-in")
    counter.qtbot.waitUntil(lambda: counter.count() == 1, timeout=SLOW_MS)
    counter.settle()
    assert counter.library.store.find_firm(read_case(second).unit.uscc) is not None
    assert counter.library.store.find_firm(read_case(folder).unit.uscc) is None
