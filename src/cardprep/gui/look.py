"""Fonts, colours and language of the application, switched at run time."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from cardprep.gui.theme import Scheme, Theme
from cardprep.gui.translate import Language, Translators, resolve_language
from cardprep.host.resources import resource_path

if TYPE_CHECKING:
    from cardprep.errors import CardprepError
    from cardprep.wording.catalog import Catalog, ErrorText

FONTS: Final = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
RARE_FONT: Final = "CardprepRareHan.ttf"
FAMILIES: Final = ["Noto Sans SC", "Cardprep Rare Han"]
POINT_SIZE: Final = 10.5


def load_fonts() -> QFont:
    """The font of plain text: the bundled one, so that no character is a box on any computer."""
    for name in FONTS:
        _add_font(name)
    font = QFont(FAMILIES)
    font.setPointSizeF(POINT_SIZE)
    return font


def load_rare_font() -> None:
    """Characters of rare names; after the first paint, which needs none of them."""
    _add_font(RARE_FONT)


def _add_font(name: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        QFontDatabase.addApplicationFont(str(resource_path(f"fonts/{name}")))


class Look:
    """What is drawn and spoken now.

    Attributes:
        theme: colours and sizes.
        language: what is spoken.
    """

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translators = Translators(application)
        self._font = load_fonts()
        self._catalog: Catalog | None = None
        application.setFont(self._font)

    def switch(self, language: str, scheme: str) -> None:
        """Speak and look like that from now on; what is shown already must be made anew."""
        self.language: Language = resolve_language(language, QLocale.system())
        self._translators.switch(self.language)
        self._catalog = None
        self.theme = Theme(self._is_dark(scheme), self._font)
        self._application.setWindowIcon(self.theme.icon("cardprep"))
        self._application.setPalette(self.theme.palette())
        self._application.setStyleSheet(self.theme.stylesheet())

    def close(self) -> None:
        """Leave the application as it was found."""
        self._translators.remove()
        self._application.setStyleSheet("")

    @property
    def catalog(self) -> Catalog:
        """Sentences by code, read when the first one is needed."""
        if self._catalog is None:
            from cardprep.wording.catalog import Catalog

            self._catalog = Catalog(self.language)
        return self._catalog

    def error_text(self, error: CardprepError) -> ErrorText:
        """An error in words."""
        return self.catalog.error(error)

    def _is_dark(self, scheme: str) -> bool:
        if scheme in (Scheme.LIGHT, Scheme.DARK):
            return scheme == Scheme.DARK
        return self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
