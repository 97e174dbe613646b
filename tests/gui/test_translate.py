from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from cardprep.gui.translate import resolve_language


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
