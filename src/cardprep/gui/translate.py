"""The language of the window: which one, and the translators that speak it."""

from __future__ import annotations

import contextlib
from typing import Final, Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator

from cardprep.host.resources import resource_path

Language = Literal["zh_CN", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("zh_CN", "en")

MISSING_IN_QT: Final = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)
"""Words of the file dialog that Qt 6.11 does not speak Chinese for: the program's translation has them."""


def resolve_language(chosen: str, system: QLocale | None = None) -> Language:
    """The language to speak: what was chosen, else English on an English system, else Chinese."""
    if chosen in LANGUAGES:
        return chosen
    is_english = (system or QLocale.system()).language() == QLocale.Language.English
    return "en" if is_english else "zh_CN"


class Translators:
    """The translators that are installed in the application at the moment."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []

    def switch(self, language: Language) -> None:
        """Let every text made from now on be in `language`."""
        self.remove()
        self._installed = [t for t in (_of_qt(language), _of_program(language)) if t is not None]
        for translator in self._installed:
            self._application.installTranslator(translator)
        QLocale.setDefault(QLocale(language))

    def remove(self) -> None:
        """Let the source texts stand."""
        while self._installed:
            self._application.removeTranslator(self._installed.pop())


def _of_qt(language: Language) -> QTranslator | None:
    """Qt's own words: the context menus of fields, the buttons of file dialogs."""
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator if translator.load(f"qtbase_{language}", folder) else None


def _of_program(language: Language) -> QTranslator | None:
    """The window's words. English needs its file too, for plurals; without a file, the source texts stand."""
    translator = QTranslator()
    with contextlib.suppress(FileNotFoundError):
        if translator.load(str(resource_path(f"cardprep_{language}.qm", "i18n"))):
            return translator
    return None
