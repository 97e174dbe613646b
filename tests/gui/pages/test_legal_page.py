from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from cardprep.case import edits
from cardprep.case.slots import LEGAL_IDENTITY
from cardprep.gui.pages.legal import LegalPage
from cardprep.gui.widgets.slot_card import SlotCard
from making import people
from making.bench import commit


@pytest.fixture
def page(bench, qtbot):
    return bench.show(qtbot, LegalPage(bench.context))


def test_LEGAL_1_the_telephone_reaches_the_case(bench, page):
    commit(page.findChild(QLineEdit, "legal_representative.phone"), "025-58812345")
    assert bench.session.case.legal_representative.phone == "025-58812345"


def test_LEGAL_3_what_the_data_are_for_is_said(page):
    assert any("verify the identity" in label.text() for label in page.findChildren(QLabel))


def test_MAT_11_a_foreign_passport_asks_for_a_translation(bench, qtbot, page):
    def edit(case):
        case = edits.set_text(case, "legal_representative.id_type", "passport")
        return edits.set_text(case, "legal_representative.id_number", people.foreign_passport(1))

    bench.session.apply(edit)
    bench.attach(qtbot, LEGAL_IDENTITY, bench.file())
    card = page.findChild(SlotCard, "legal.translation")
    assert card.isVisible()
    assert any("A foreign passport must" in label.text() for label in card.findChildren(QLabel))


def test_undo_shows_the_former_text(bench, qtbot, page):
    commit(page.findChild(QLineEdit, "legal_representative.name"), "张伟")
    bench.session.undo()
    assert page.findChild(QLineEdit, "legal_representative.name").text() == ""
