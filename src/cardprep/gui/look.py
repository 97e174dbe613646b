"""Fonts, colours and language of the application, switched at run time."""

from __future__ import annotations

import contextlib
from typing import Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from cardprep.gui.theme import Scheme, Theme
from cardprep.gui.translate import Language, Translators, resolve_language
from cardprep.host.resources import resource_path
from cardprep.wording.catalog import Catalog

FONTS: Final = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "CardprepRareHan.ttf")
FAMILIES: Final = ["Noto Sans SC", "Cardprep Rare Han"]
POINT_SIZE: Final = 10.5


def load_fonts() -> QFont:
    """The font of plain text: the bundled one, so that no character is a box on any computer."""
    families = []
    for name in FONTS:
        with contextlib.suppress(FileNotFoundError):
            number = QFontDatabase.addApplicationFont(str(resource_path(f"fonts/{name}")))
            families += QFontDatabase.applicationFontFamilies(number)
    font = QFont(list(dict.fromkeys(families)) or FAMILIES)
    font.setPointSizeF(POINT_SIZE)
    return font


class Look:
    """What is drawn and spoken now.

    Attributes:
        theme: colours and sizes.
        catalog: sentences by code.
        language: what is spoken.
    """

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translators = Translators(application)
        self._font = load_fonts()
        application.setStyle("Fusion")
        application.setFont(self._font)
        application.setWindowIcon(_own_icon())

    def switch(self, language: str, scheme: str) -> None:
        """Speak and look like that from now on; what is shown already must be made anew."""
        self.language: Language = resolve_language(language, QLocale.system())
        self._translators.switch(self.language)
        self.catalog = Catalog(self.language)
        self.theme = Theme(self._is_dark(scheme), self._font)
        self._application.setPalette(self.theme.palette())
        self._application.setStyleSheet(self.theme.stylesheet())

    def _is_dark(self, scheme: str) -> bool:
        if scheme in (Scheme.LIGHT, Scheme.DARK):
            return scheme == Scheme.DARK
        return self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark


def _own_icon() -> QIcon:
    icon = QIcon()
    with contextlib.suppress(FileNotFoundError):
        icon.addPixmap(QPixmap(str(resource_path("icons/cardprep.svg"))))
    return icon
