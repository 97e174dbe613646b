from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from cardprep.gui.widgets.column import PageColumn


def test_of_several_choices_the_one_that_is_made_is_the_first_of_the_page(bench, qtbot):
    page, column = QWidget(), PageColumn(bench.context.theme)
    rows = QVBoxLayout(page)
    buttons = [QRadioButton(str(number)) for number in range(3)]
    group = QButtonGroup(page)
    for button in buttons:
        rows.addWidget(button)
        group.addButton(button)
    buttons[1].setChecked(True)
    column.hold(page)
    qtbot.addWidget(column)
    column.show()
    column.focus_first()
    assert column.focusWidget() is buttons[1]
