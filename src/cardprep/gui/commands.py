"""What the clerk can do from anywhere, with its keys. Screens show the commands; the program does them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from cardprep.gui.theme import Scheme, Theme
from cardprep.gui.translate import LANGUAGES, resolve_language
from cardprep.host.settings import Settings

LANGUAGE_NAMES = {"zh_CN": "简体中文", "en": "English"}


class Commands(QObject):
    """The commands that every screen has.

    Signals:
        new_asked, open_asked, home_asked, about_asked, shortcuts_asked, library_asked, lock_asked,
            quit_asked: the clerk wants that.
        language_chosen: one of `LANGUAGES`.
        scheme_chosen: a value of `Scheme`.
    """

    new_asked = Signal()
    open_asked = Signal()
    home_asked = Signal()
    about_asked = Signal()
    shortcuts_asked = Signal()
    quit_asked = Signal()
    lock_asked = Signal()
    library_asked = Signal()
    language_chosen = Signal(str)
    scheme_chosen = Signal(str)

    def __init__(self, theme: Theme, settings: Settings, owner: QWidget) -> None:
        super().__init__(owner)
        self._theme = theme
        self._owner = owner
        self._language = resolve_language(settings.language)
        self._scheme = settings.theme
        standard = QKeySequence.StandardKey
        self.new = self.add("new", self.tr("New application"), "document-add", self.new_asked, standard.New)
        self.open = self.add("open", self.tr("Take in…"), "folder-open", self.open_asked, standard.Open)
        self.home = self.add("home", self.tr("Start page"), "home", self.home_asked, "Alt+Home")
        self.shortcuts = self.add("shortcuts", self.tr("Keyboard"), "keyboard", self.shortcuts_asked, "F1")
        self.about = self.add("about", self.tr("About cardprep"), "info", self.about_asked)
        self.library = self.add("library", self.tr("Library…"), "certificate", self.library_asked)
        self.lock = self.add(
            "lock", self.tr("Lock the library"), "lock-closed", self.lock_asked, "Ctrl+Shift+L"
        )
        self.quit = self.add("quit", self.tr("Quit"), "dismiss", self.quit_asked, "Ctrl+Q")

    def add(
        self,
        name: str,
        text: str,
        icon: str,
        run: SignalInstance | Callable[[], object],
        keys: QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        """Make an action of the screen that works wherever the focus is."""
        action = QAction(self._theme.icon(icon), text, self._owner)
        action.setObjectName(name)
        if keys is not None:
            action.setShortcuts(
                QKeySequence.keyBindings(keys) if not isinstance(keys, str) else [QKeySequence(keys)]
            )
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text}  ({shown})" if shown else text)
        action.triggered.connect(run)
        self._owner.addAction(action)
        return action

    def fill_menu(self, menu: QMenu, with_case: bool) -> None:
        """The menu behind the three dots."""
        if with_case:
            menu.addActions([self.new, self.open, self.home])
            menu.addSeparator()
        self._add_choices(
            menu.addMenu(self._theme.icon("local-language"), self.tr("Language")), self._languages()
        )
        self._add_choices(menu.addMenu(self._theme.icon("dark-theme"), self.tr("Look")), self._schemes())
        menu.addSeparator()
        menu.addActions([self.shortcuts, self.about])
        menu.addSeparator()
        menu.addActions([self.library, self.lock, self.quit])

    def _languages(self) -> list[QAction]:
        return [
            self._choice(
                f"language:{code}", LANGUAGE_NAMES[code], code == self._language, self.language_chosen, code
            )
            for code in LANGUAGES
        ]

    def _schemes(self) -> list[QAction]:
        names = {
            Scheme.SYSTEM: self.tr("Like the system"),
            Scheme.LIGHT: self.tr("Light"),
            Scheme.DARK: self.tr("Dark"),
        }
        return [
            self._choice(
                f"look:{scheme.value}", name, scheme == self._scheme, self.scheme_chosen, scheme.value
            )
            for scheme, name in names.items()
        ]

    def _choice(self, name: str, text: str, checked: bool, signal: SignalInstance, value: str) -> QAction:
        action = QAction(text, self._owner)
        action.setObjectName(name)
        action.setCheckable(True)
        action.setChecked(checked)
        action.setData(value)
        action.triggered.connect(lambda: signal.emit(value))
        return action

    def _add_choices(self, menu: QMenu, actions: list[QAction]) -> None:
        group = QActionGroup(menu)
        for action in actions:
            group.addAction(action)
            menu.addAction(action)
