"""Firms into the library, then operators into an application, both from Excel, at the real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QPushButton

from cardprep.app.exporting_tables import export_operators
from cardprep.app.flow import Step
from cardprep.app.rulebooks import rulebook
from cardprep.gui.widgets.operators_table import OperatorsTable
from cardprep.library.records import DirectoryQuery
from cardprep.wording.catalog import Catalog
from making import cases, lists, people
from making.clerk import SLOW_MS, Clerk
from making.copying import as_copied, copy, drop

FIRM_HEAD = ("单位名称", "统一社会信用代码", "海关注册编码")


def test_firms_are_pasted_on_the_home_page(clerk: Clerk, qtbot) -> None:
    button = clerk.find(QPushButton, "tables")
    copy(as_copied(FIRM_HEAD, lists.firm(1), lists.firm(2)))
    button.findChild(QAction, "tables:paste").trigger()
    clerk.find(QDialog, "firms-from-table")
    clerk.click("take-rows")
    clerk.find(QPushButton, "undo-firms")
    found = clerk.program.workroom().desk.library.store.fetch_firms(DirectoryQuery())
    assert {row.uscc for row in found.rows} == {people.firm(n).uscc for n in (1, 2)}


def test_operators_come_from_a_dropped_workbook_and_from_the_clipboard(
    clerk: Clerk, qtbot, tmp_path: Path
) -> None:
    clerk.begin("additional-operators")
    clerk.view.show_step(Step.OPERATORS)
    operators = [cases.operator(people.person(n)) for n in (1, 2)]
    export_operators(tmp_path / "list.xlsx", operators, rulebook(), Catalog("zh_CN"))
    assert drop(clerk.find(QPushButton, "add-operator"), tmp_path / "list.xlsx")
    clerk.click("take-rows")
    qtbot.waitUntil(lambda: len(clerk.case.operators) == 2, timeout=SLOW_MS)
    copy(as_copied(lists.HEAD, lists.person(2), lists.person(3)))
    table = clerk.find(OperatorsTable, "operators")
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    clerk.click("take-rows")
    qtbot.waitUntil(lambda: len(clerk.case.operators) == 3, timeout=SLOW_MS)
    assert [o.name for o in clerk.case.operators] == [people.person(n).name for n in (1, 2, 3)]
    clerk.click("undo:operators")
    assert len(clerk.case.operators) == 2
