"""The lists of the home page, over a real library."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from cardprep.app.library.applications import Application
from cardprep.app.library.filing import file_away
from cardprep.case.model import StatusEntry, StatusState
from cardprep.gui.widgets.library_view import LibraryView
from cardprep.library.records import RecordKind, Shelf, Standing
from making import cases, libraries, people
from making.bench import TODAY

RETURNED = (StatusEntry(StatusState.RETURNED, dt.date(2026, 11, 20), reason="缺日期"),)


@pytest.fixture
def library(bench):
    """Three firms with an application each; the second one was returned."""
    library = bench.place.library
    library.store.move(
        RecordKind.APPLICATION, [bench.place.application.id], Shelf.ARCHIVED, bench.place.application._stamp()
    )
    for number in (1, 2, 3):
        status = RETURNED if number == 2 else ()
        case = replace(cases.complete(1), unit=cases.unit(people.firm(number)), attachments=(), status=status)
        made = Application.create(library, case, lambda: libraries.WHO)
        deadline = dt.date(2026, 11, 26) if number == 2 else None
        made.save(case, standing=Standing(gaps=number, deadline=deadline))
        file_away(library, made.id, TODAY)
    return library


@pytest.fixture
def view(bench, library, qtbot):
    made = LibraryView(bench.context.theme, bench.context.desk, {}, lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    with qtbot.waitSignal(made.counted):
        made.show()
    return made


def names(view):
    model = view.table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def listed(view, qtbot, act):
    with qtbot.waitSignal(view.table.model().shown):
        act()
    return names(view)


def search(view, qtbot, text):
    return listed(view, qtbot, lambda: view.filter.search.setText(text))


def firm(number):
    return people.firm(number).name


def choose(view, name, position):
    box = view.findChild(QComboBox, name)
    box.setCurrentIndex(position)
    box.activated.emit(position)


def test_every_application_stands_there_with_its_gaps_and_deadline(view):
    model = view.table.model()
    row = names(view).index(firm(2))
    cells = [model.index(row, section).data() for section in range(model.columnCount())]
    assert "Returned" in cells
    assert any("2026-11-26" in cell for cell in cells)
    assert view.findChild(QLabel, "record-count").text().startswith("3")


def test_the_search_finds_by_name_initials_and_last_digits(view, qtbot):
    assert search(view, qtbot, firm(1)[2:6]) == [firm(1)]
    assert firm(1) in search(view, qtbot, people.firm(1).uscc[-5:])
    assert len(search(view, qtbot, "")) == 3


def test_down_goes_from_the_search_into_the_list_and_enter_opens(view, qtbot):
    view.filter.take_focus()
    qtbot.keyClick(view.findChild(QLineEdit, "library-search"), Qt.Key.Key_Down)
    with qtbot.waitSignal(view.application_asked) as told:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert told.args == [view.table.model().record(0).id]


def test_the_list_narrows_to_a_state_to_gaps_and_to_what_is_due(view, qtbot):
    box = view.findChild(QComboBox, "state-filter")
    returned = next(n for n in range(box.count()) if box.itemText(n) == "Returned")
    assert listed(view, qtbot, lambda: choose(view, "state-filter", returned)) == [firm(2)]
    assert listed(view, qtbot, lambda: choose(view, "state-filter", 2)) == [firm(2)]
    assert len(listed(view, qtbot, lambda: choose(view, "state-filter", 1))) == 3


def test_a_heading_sorts(view, qtbot):
    gaps = [c.name for c in view.table.model().columns].index("gaps")
    heading = view.table.horizontalHeader()
    found = listed(view, qtbot, lambda: heading.sectionClicked.emit(gaps))
    assert found == [firm(3), firm(2), firm(1)]


def test_several_are_deleted_at_once_and_taken_back(view, qtbot, library):
    view.table.selectAll()
    with qtbot.waitSignal(view.table.model().shown):
        qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert names(view) == []
    listed(view, qtbot, view.findChild(QPushButton, "undo-move").click)
    assert len(names(view)) == 3


def test_what_was_deleted_lies_on_its_shelf_and_can_be_put_back(view, qtbot):
    view.table.selectRow(0)
    gone = names(view)[0]
    listed(view, qtbot, view.findChild(QPushButton, "deed:delete").click)
    assert listed(view, qtbot, lambda: choose(view, "shelf", 2)) == [gone]
    view.table.selectRow(0)
    assert view.findChild(QPushButton, "deed:open") is None
    listed(view, qtbot, view.findChild(QPushButton, "deed:activate").click)
    assert gone in listed(view, qtbot, lambda: choose(view, "shelf", 0))


def test_a_selection_stays_when_the_list_is_asked_again(view, qtbot):
    view.table.selectRow(1)
    chosen = view.table.selected()
    listed(view, qtbot, view.table.model().ask_again)
    assert [row.id for row in view.table.selected()] == [row.id for row in chosen]


def test_from_a_firm_to_its_applications_and_back(view, qtbot):
    view.findChild(QPushButton, "tab:firms").click()
    qtbot.waitUntil(lambda: view.table.objectName() == "list:firms" and len(names(view)) == 3)
    view.table.selectRow(0)
    chosen = names(view)[0]
    view.findChild(QPushButton, "deed:show-applications").click()
    qtbot.waitUntil(lambda: view.table.objectName() == "list:applications" and names(view) == [chosen])
    listed(view, qtbot, view.findChild(QPushButton, "narrowed").click)
    assert len(names(view)) == 3


def test_people_stand_there_once(view, qtbot):
    view.findChild(QPushButton, "tab:people").click()
    qtbot.waitUntil(lambda: view.table.objectName() == "list:people" and bool(names(view)))
    assert len(names(view)) == len(set(names(view)))


def test_what_is_for_one_alone_is_not_offered_for_several(view):
    view.table.selectAll()
    assert view.findChild(QPushButton, "deed:open") is None
    assert view.findChild(QPushButton, "deed:archive") is not None
