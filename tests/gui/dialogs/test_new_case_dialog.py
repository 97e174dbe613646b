from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton

from cardprep.case.model import Kind
from cardprep.gui.dialogs.new_case import NewCaseDialog, free_folder
from cardprep.gui.widgets.notice import Notice

DAY = dt.date(2026, 11, 23)


@pytest.fixture
def dialog(bench, qtbot, tmp_path):
    made = NewCaseDialog(bench.context.theme, Kind.NEW_ENTRANT, lambda kind: tmp_path / kind.value)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_folder_that_is_there_is_never_proposed(tmp_path):
    (tmp_path / "新入网企业-2026-11-23").mkdir()
    assert free_folder("新入网企业", DAY, tmp_path).name == "新入网企业-2026-11-23-2"


def test_APP_1_another_kind_brings_another_proposal(dialog, tmp_path):
    dialog.findChild(QRadioButton, "kind:additional-operators").click()
    assert dialog.kind is Kind.ADDITIONAL_OPERATORS
    assert dialog.findChild(QLineEdit, "case-folder").text() == str(tmp_path / "additional-operators")


def test_a_folder_with_something_in_it_is_refused(dialog, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("x", "utf-8")
    dialog.findChild(QLineEdit, "case-folder").setText(str(tmp_path / "full"))
    dialog.findChild(QPushButton, "create").click()
    assert dialog.isVisible()
    assert dialog.findChild(Notice).isVisible()


def test_an_empty_folder_is_accepted(dialog, tmp_path):
    (tmp_path / "empty").mkdir()
    dialog.findChild(QLineEdit, "case-folder").setText(str(tmp_path / "empty"))
    dialog.findChild(QPushButton, "create").click()
    assert not dialog.isVisible()
    assert dialog.folder == tmp_path / "empty"


@pytest.mark.parametrize("text", ["", "relative/folder"])
def test_what_is_no_whole_path_cannot_be_chosen(dialog, text):
    dialog.findChild(QLineEdit, "case-folder").setText(text)
    assert not dialog.findChild(QPushButton, "create").isEnabled()
