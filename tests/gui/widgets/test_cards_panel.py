from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from cardprep.case import edits
from cardprep.case.model import Kind
from cardprep.gui.widgets.cards_panel import CardsPanel


def shown(panel):
    panel.refresh()
    return " ".join(label.text() for label in panel.findChildren(QLabel))


@pytest.mark.parametrize(
    ("kind", "login"),
    [(Kind.ADDITIONAL_OPERATORS, "legal-person card"), (Kind.NEW_ENTRANT, "Single Window user name")],
)
def test_APP_8_it_tells_which_login_the_online_system_takes(bench, qtbot, kind, login):
    bench.session.apply(lambda case: edits.set_kind(case, kind))
    panel = CardsPanel(bench.context)
    qtbot.addWidget(panel)
    assert login in shown(panel)


def test_APP_4_what_is_to_be_bought_is_told_with_when_and_by_which_annex(bench, qtbot):
    bench.session.apply(lambda case: edits.set_kind(case, Kind.ADDITIONAL_OPERATORS))
    bench.session.apply(edits.add_operator)
    panel = CardsPanel(bench.context)
    qtbot.addWidget(panel)
    told = shown(panel)
    assert "right after submission" in told
    assert "Catalogue of E-Port client security products" in told


def test_APP_8_no_login_is_told_while_the_kind_is_open(bench, qtbot):
    panel = CardsPanel(bench.context)
    qtbot.addWidget(panel)
    told = shown(panel)
    assert ("chinaport" in told) == (bench.session.case.kind is not None)
