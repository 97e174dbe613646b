"""People of the library come into an application with their papers, unattested, as one step of undo."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from cardprep.app.errors import SaveFailed
from cardprep.app.library.filing import file_away
from cardprep.case.model import Attested
from cardprep.case.slots import LEGAL_IDENTITY, operator_identity
from cardprep.gui.pages.legal import LegalPage
from cardprep.gui.pages.operators import OperatorsPage
from cardprep.gui.widgets.operators_table import OperatorsTable
from making import cases, libraries, people

SLOW_MS = 20_000


@pytest.fixture
def known(bench, tmp_path, worker):
    """The case of an application whose people the library knows."""
    library = bench.context.desk.library
    taken = libraries.take_in(library, libraries.case_folder(tmp_path / "former"), worker).application
    file_away(library, taken.id, libraries.TODAY)
    return taken.case


@pytest.fixture
def ask(bench, qtbot):
    """Opens the dialog of a page and gives it, its list being there."""

    def shown():
        tops = QApplication.topLevelWidgets()
        return next((w for w in tops if isinstance(w, QDialog) and w.isVisible()), None)

    def ask(page):
        page.findChild(QPushButton, "known-people-button").click()
        dialog = shown()
        qtbot.waitUntil(lambda: not bench.context.operations.is_busy, timeout=SLOW_MS)
        return dialog

    yield ask
    if shown() is not None:
        shown().reject()


def names(dialog):
    model = dialog._picker.table.model()
    return [model.record(row).name for row in range(model.rowCount())]


def choose(dialog, qtbot, bench, *wanted):
    table = dialog._picker.table
    table.clearSelection()
    for row, name in enumerate(names(dialog)):
        if name in wanted:
            index = table.model().index(row, 0)
            flags = table.selectionModel().SelectionFlag
            table.selectionModel().select(index, flags.Select | flags.Rows)
    qtbot.waitUntil(lambda: not bench.context.operations.is_busy, timeout=SLOW_MS)


def take_over(dialog, qtbot, session, before):
    dialog.findChild(QPushButton, "take-over").click()
    qtbot.waitUntil(lambda: session.case != before, timeout=SLOW_MS)


def test_several_come_at_once_with_their_papers_as_one_step(bench, qtbot, known, ask):
    page, session = bench.show(qtbot, OperatorsPage(bench.context)), bench.session
    before, (one, two) = session.case, known.operators
    dialog = ask(page)
    choose(dialog, qtbot, bench, one.name, two.name)
    take_over(dialog, qtbot, session, before)
    assert {o.name for o in session.case.operators} == {one.name, two.name}
    for index in range(2):
        (paper,) = session.case.in_slot(operator_identity(index))
        assert paper.attested == Attested()
        assert bench.context.place.application.read(paper.file)
    assert page.findChild(OperatorsTable).model().rowCount() == 2
    session.undo()
    assert session.case == before


def test_the_former_annotation_is_told_and_that_it_must_be_new(bench, qtbot, known, ask):
    dialog = ask(bench.show(qtbot, OperatorsPage(bench.context)))
    choose(dialog, qtbot, bench, known.operators[0].name)
    told = dialog.findChild(QLabel, "papers").text()
    assert cases.WRITTEN.isoformat() in told
    assert "must be new" in told


def test_who_is_there_already_is_not_offered_again(bench, qtbot, known, ask):
    person = known.operators[0]
    bench.session.apply(lambda case: replace(case, operators=(replace(person, name="别名"),)))
    dialog = ask(bench.show(qtbot, OperatorsPage(bench.context)))
    assert person.name not in names(dialog)
    assert known.operators[1].name in names(dialog)


def test_more_than_there_is_room_for_are_refused_with_the_reason(bench, qtbot, known, ask):
    most = bench.session.rulebook.limits.most_operators
    staff = tuple(cases.operator(people.person(20 + n)) for n in range(most - 1))
    bench.session.apply(lambda case: replace(case, operators=staff))
    dialog = ask(bench.show(qtbot, OperatorsPage(bench.context)))
    choose(dialog, qtbot, bench, *(o.name for o in known.operators))
    assert not dialog.findChild(QPushButton, "take-over").isEnabled()
    assert dialog.findChild(QLabel, "refusal").text()


def test_a_known_person_fills_the_blank_legal_representative(bench, qtbot, known, ask):
    page, session = bench.show(qtbot, LegalPage(bench.context)), bench.session
    before = session.case
    dialog = ask(page)
    choose(dialog, qtbot, bench, known.legal_representative.name)
    take_over(dialog, qtbot, session, before)
    legal = session.case.legal_representative
    assert (legal.name, legal.id_number) == (
        known.legal_representative.name,
        known.legal_representative.id_number,
    )
    assert len(session.case.in_slot(LEGAL_IDENTITY)) == 1
    assert not page.findChild(QPushButton, "known-people-button").isEnabled()
    session.undo()
    assert session.case == before


def test_a_failure_is_told_on_the_page_and_nothing_changes(bench, qtbot, known, ask, monkeypatch):
    def fail(*_):
        raise SaveFailed("library", reason="disk-full")

    monkeypatch.setattr("cardprep.gui.widgets.known_people_button.bring_people", fail)
    page, before = bench.show(qtbot, OperatorsPage(bench.context)), bench.session.case
    dialog = ask(page)
    choose(dialog, qtbot, bench, known.operators[0].name)
    dialog.findChild(QPushButton, "take-over").click()
    button = page.findChild(QPushButton, "known-people-button")
    qtbot.waitUntil(lambda: any("disk" in label.text() for label in page.findChildren(QLabel)))
    assert button.isEnabled()
    assert bench.session.case == before
