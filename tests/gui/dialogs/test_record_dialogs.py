"""Firms and people: looked at, edited with the checks of the forms, merged, erased for good."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
)

from cardprep.app import rulebooks
from cardprep.app.library.applications import Application
from cardprep.app.library.filing import file_away
from cardprep.app.library.looking_up import Named, look_up_person, next_duplicates
from cardprep.case.model import Case, Collection, CollectionWay, Operator, StatusEntry, StatusState
from cardprep.gui.dialogs.firm import FirmDialog
from cardprep.gui.dialogs.merge import MergeDialog
from cardprep.gui.dialogs.person import PersonDialog
from cardprep.gui.dialogs.purge import PurgeDialog
from cardprep.gui.memory import Memory
from cardprep.gui.record_sheet import RecordSheet
from cardprep.gui.widgets.notice import Notice
from cardprep.host.settings import Settings
from cardprep.library.records import DirectoryQuery, Firm, Person, RecordKind, Shelf, Stamp
from cardprep.library.store_errors import NoSuchRecord
from making import cases, libraries, people
from making.bench import TODAY, commit

BUSY_MS = 20_000
ID_TYPES = {c.id: c.english for c in rulebooks.rulebook().id_types}


@pytest.fixture
def desk(bench):
    return bench.context.desk


@pytest.fixture
def store(desk):
    return desk.library.store


def sheet(bench, case):
    context = bench.context
    return RecordSheet(case, context.theme, context.catalog, context.desk, bench.worker, lambda: TODAY)


def shown(qtbot, dialog):
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    return dialog


@pytest.fixture
def firm(bench, desk, store, qtbot):
    known = store.put_firm(Firm(cases.unit(people.firm(1)), cases.legal(people.person(1))))
    case = Case(unit=known.unit, legal_representative=known.legal_representative, collection=known.collection)
    dialog = shown(qtbot, FirmDialog(sheet(bench, case), desk, known))
    yield dialog, known
    dialog.done(0)


def write(dialog, path, text):
    field = dialog.findChild(QLineEdit, path)
    field.setFocus()
    field.selectAll()
    commit(field, text)
    dialog.findChild(QPushButton, "save-record").setFocus()


def click(dialog, name):
    dialog.findChild(QAbstractButton, name).click()


def test_a_firm_is_edited_and_kept(firm, qtbot, store):
    dialog, known = firm
    write(dialog, "unit.name", "南京改名有限公司")
    click(dialog, "collection.way:counter")
    outlet = rulebooks.rulebook().outlets[0].id
    click(dialog, f"collection.outlet:{outlet}")
    click(dialog, "save-record")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    kept = store.firm(known.id)
    assert (kept.unit.name, kept.unit.uscc) == ("南京改名有限公司", known.unit.uscc)
    assert kept.collection == Collection(way=CollectionWay.COUNTER, outlet=outlet)


def test_a_code_is_folded_as_in_the_forms(firm, qtbot, store):
    dialog, known = firm
    spaced = f"{known.unit.uscc[:8].lower()} {known.unit.uscc[8:]}"
    write(dialog, "unit.uscc", spaced)
    assert dialog.findChild(QLineEdit, "unit.uscc").text() == known.unit.uscc


def test_a_wrong_code_is_not_kept_and_the_words_stay(firm, qtbot, store):
    dialog, known = firm
    wrong = known.unit.uscc[:-1] + ("A" if known.unit.uscc[-1] != "A" else "B")
    write(dialog, "unit.uscc", wrong)
    click(dialog, "save-record")
    assert dialog.isVisible()
    assert "to be corrected" in dialog.findChildren(Notice)[-1].accessibleName()
    assert dialog.findChild(QLineEdit, "unit.uscc").text() == wrong
    assert store.firm(known.id) == known


def test_blanks_are_no_fault_of_a_record(firm, qtbot, store):
    dialog, known = firm
    write(dialog, "unit.registered_address", "x")
    qtbot.keyClick(dialog.findChild(QLineEdit, "unit.registered_address"), Qt.Key.Key_Backspace)
    click(dialog, "save-record")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert store.firm(known.id).unit.registered_address == ""


def test_changes_are_dropped_only_when_asked_twice(firm, qtbot, store):
    dialog, known = firm
    write(dialog, "unit.name", "x")
    click(dialog, "cancel")
    assert dialog.isVisible()
    click(dialog, "cancel")
    assert not dialog.isVisible()
    assert store.firm(known.id) == known


def test_undo_works_in_the_dialog(firm, qtbot):
    dialog, known = firm
    write(dialog, "unit.name", "x")
    qtbot.keyClick(
        dialog.findChild(QLineEdit, "unit.name"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )
    assert dialog.findChild(QLineEdit, "unit.name").text() == known.unit.name


def person_dialog(bench, desk, qtbot, known):
    operator = Operator(
        name=known.person.name,
        id_type=known.person.id_type,
        id_number=known.person.id_number,
        mobile=known.person.mobile,
    )
    return shown(qtbot, PersonDialog(sheet(bench, Case(operators=(operator,))), desk, known))


def test_a_person_is_shown_with_papers_and_applications_and_edited(
    bench, desk, store, qtbot, tmp_path, worker
):
    taken = libraries.take_in(desk.library, libraries.case_folder(tmp_path / "case"), worker).application
    file_away(desk.library, taken.id, libraries.TODAY)
    row = next(r for r in store.fetch_people(DirectoryQuery()).rows if r.mobile)
    dialog = person_dialog(bench, desk, qtbot, look_up_person(desk.library, row.id))
    papers = dialog.findChild(QListWidget, "papers")
    assert "annotated 2026-" in papers.item(0).text()
    assert people.firm(1).name in papers.item(0).text()
    write(dialog, "operators[0].mobile", people.mobile(77))
    click(dialog, "save-record")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert store.person(row.id).mobile == people.mobile(77)


def test_an_application_is_opened_from_where_a_person_appears(bench, desk, store, qtbot, tmp_path, worker):
    taken = libraries.take_in(desk.library, libraries.case_folder(tmp_path / "case"), worker).application
    file_away(desk.library, taken.id, libraries.TODAY)
    row = store.fetch_people(DirectoryQuery()).rows[0]
    dialog = person_dialog(bench, desk, qtbot, look_up_person(desk.library, row.id))
    found = dialog.findChild(QListWidget, "appearances")
    with qtbot.waitSignal(dialog.application_asked) as asked:
        found.itemActivated.emit(found.item(0))
    assert asked.args == [taken.id]


def test_a_wrong_identity_number_is_not_kept(bench, desk, store, qtbot):
    made = people.person(1)
    kept = store.put_person(Person(made.name, "resident-id", made.id_number))
    dialog = person_dialog(bench, desk, qtbot, look_up_person(desk.library, kept.id))
    wrong = made.id_number[:-1] + ("1" if made.id_number[-1] != "1" else "2")
    write(dialog, "operators[0].id_number", wrong)
    click(dialog, "save-record")
    assert dialog.isVisible()
    assert store.person(kept.id) == kept
    dialog.done(0)


def merging(bench, desk, qtbot, kind):
    context = bench.context
    records = next_duplicates(desk.library, kind)
    dialog = MergeDialog(context.theme, context.catalog, desk, kind, records, ID_TYPES)
    return shown(qtbot, dialog)


def test_two_firms_become_the_one_that_was_chosen(bench, desk, store, qtbot):
    unit = cases.unit(people.firm(1))
    first = store.put_firm(Firm(replace(unit, name="旧名称")))
    second = store.put_firm(Firm(replace(unit, phone="")))
    dialog = merging(bench, desk, qtbot, RecordKind.FIRM)
    assert {"旧名称", unit.name} <= {label.text() for label in dialog.findChildren(QLabel)}
    dialog.findChild(QRadioButton, f"keep:{second.id}").setChecked(True)
    click(dialog, "merge")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert store.firm(first.id).shelf is Shelf.TRASH
    kept = store.firm(second.id)
    assert (kept.unit.name, kept.unit.phone, kept.shelf) == (unit.name, unit.phone, Shelf.ACTIVE)


def test_the_next_two_follow_and_later_leaves_them(bench, desk, store, qtbot):
    for number in (1, 2):
        made = people.person(number)
        for name in (made.name, f"{made.name}二"):
            store.put_person(Person(name, "resident-id", made.id_number))
    dialog = merging(bench, desk, qtbot, RecordKind.PERSON)
    click(dialog, "merge")
    qtbot.waitUntil(lambda: dialog.findChild(Notice) is not None)
    assert len(store.duplicates(RecordKind.PERSON)) == 1
    click(dialog, "cancel")
    assert len(store.duplicates(RecordKind.PERSON)) == 1


class Erasing:
    """A purge dialog for these applications."""

    def __init__(self, bench, desk, qtbot, *ids, kind=RecordKind.APPLICATION, second=""):
        self.settings = Settings(backup_place=second)
        memory = Memory(lambda: self.settings, self._remember)
        context = bench.context
        records = [Named(id, "某公司") for id in ids]
        self.dialog = shown(
            qtbot,
            PurgeDialog(context.theme, context.catalog, desk, memory, kind, records, lambda: TODAY),
        )

    def _remember(self, **changes):
        self.settings = replace(self.settings, **changes)

    def erase(self):
        self.dialog.findChild(QCheckBox, "purge-sure").setChecked(True)
        click(self.dialog, "purge")


def ended(desk, day):
    case = Case(status=(StatusEntry(StatusState.SUBMITTED, day), StatusEntry(StatusState.DONE, day)))
    return Application.create(desk.library, case, lambda: libraries.WHO).id


def test_nothing_is_erased_before_somebody_says_so(bench, desk, qtbot):
    made = Erasing(bench, desk, qtbot, ended(desk, libraries.TODAY.replace(month=1)))
    assert not made.dialog.findChild(QPushButton, "purge").isEnabled()
    made.dialog.reject()


def test_an_application_is_erased_for_good(bench, desk, store, qtbot):
    id = ended(desk, libraries.TODAY.replace(month=1))
    made = Erasing(bench, desk, qtbot, id)
    with qtbot.waitSignal(made.dialog.purged, timeout=BUSY_MS) as purged:
        made.erase()
    assert purged.args == [1, ()]
    with pytest.raises(NoSuchRecord):
        store.open(id)


def test_a_place_of_backups_that_is_not_there_is_named(bench, desk, qtbot, tmp_path):
    id = ended(desk, libraries.TODAY.replace(month=1))
    made = Erasing(bench, desk, qtbot, id, second=str(tmp_path / "usb"))
    with qtbot.waitSignal(made.dialog.purged, timeout=BUSY_MS) as purged:
        made.erase()
    assert purged.args == [1, ("usb",)]


def test_the_time_to_keep_it_is_told_and_can_be_shortened(bench, desk, store, qtbot):
    id = ended(desk, libraries.TODAY.replace(month=10, day=1))
    made = Erasing(bench, desk, qtbot, id)
    made.erase()
    qtbot.waitUntil(lambda: made.dialog.findChild(Notice) is not None)
    assert "2026-12-30" in made.dialog.findChild(Notice).accessibleName()
    assert store.open(id)
    days = made.dialog.findChild(QComboBox, "retention")
    days.setCurrentIndex(days.findData(30))
    made.erase()
    qtbot.waitUntil(lambda: not made.dialog.isVisible(), timeout=BUSY_MS)
    assert made.settings.retention == 30


def test_what_applications_still_need_is_not_erased(bench, desk, store, qtbot):
    firm = store.put_firm(Firm(cases.unit(people.firm(1))))
    Application.create(desk.library, Case(), lambda: libraries.WHO, firm.id)
    store.move(RecordKind.FIRM, [firm.id], Shelf.TRASH, Stamp(libraries.WHO, libraries.NOON))
    made = Erasing(bench, desk, qtbot, firm.id, kind=RecordKind.FIRM)
    made.erase()
    qtbot.waitUntil(lambda: made.dialog.findChild(Notice) is not None)
    assert "still need it: 1" in made.dialog.findChild(Notice).accessibleName()
    assert store.firm(firm.id)
    made.dialog.reject()


def test_one_that_is_under_way_is_refused_in_words(bench, desk, store, qtbot):
    case = Case(status=(StatusEntry(StatusState.SUBMITTED, TODAY),))
    id = Application.create(desk.library, case, lambda: libraries.WHO).id
    made = Erasing(bench, desk, qtbot, id)
    made.erase()
    qtbot.waitUntil(lambda: made.dialog.findChild(Notice) is not None)
    assert "under way" in made.dialog.findChild(Notice).accessibleName()
    made.dialog.reject()


def test_only_what_is_ticked_is_erased(bench, desk, store, qtbot):
    first, second = (ended(desk, libraries.TODAY.replace(month=1)) for _ in range(2))
    made = Erasing(bench, desk, qtbot, first, second)
    made.dialog.findChild(QListWidget, "purge-list").item(0).setCheckState(Qt.CheckState.Unchecked)
    made.erase()
    qtbot.waitUntil(lambda: not made.dialog.isVisible(), timeout=BUSY_MS)
    assert store.open(first)
    with pytest.raises(NoSuchRecord):
        store.open(second)
