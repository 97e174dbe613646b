from __future__ import annotations

from cardprep.gui.widgets.choice_row import ChoiceRow


def test_the_row_has_the_one_ring_of_the_focus(bench, qtbot):
    row = ChoiceRow(bench.context.theme, "a", "one")
    qtbot.addWidget(row)
    row.show()
    qtbot.waitExposed(row)
    row.activateWindow()
    row.button.setFocus()
    qtbot.waitUntil(lambda: row.property("role") == "option-focus")
    row.button.click()
    assert row.property("role") == "option-on-focus"
    row.button.clearFocus()
    assert row.property("role") == "option-on"
