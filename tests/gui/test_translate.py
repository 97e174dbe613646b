from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFileDialog, QLabel

from cardprep.gui.translate import Translators, resolve_language


@pytest.mark.parametrize(
    ("chosen", "system", "language"),
    [
        ("", "zh_CN", "zh_CN"),
        ("", "en_GB", "en"),
        ("", "de_DE", "zh_CN"),
        ("en", "zh_CN", "en"),
        ("xx", "en_US", "en"),
    ],
)
def test_the_language_is_the_chosen_one_else_the_systems_else_chinese(chosen, system, language):
    assert resolve_language(chosen, QLocale(system)) == language


def test_the_file_dialog_speaks_chinese_throughout(qapp):
    translators = Translators(qapp)
    translators.switch("zh_CN")
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    translators.remove()
    QLocale.setDefault(QLocale.c())
    assert len(labels) == 3
    assert all("：" in label for label in labels)
