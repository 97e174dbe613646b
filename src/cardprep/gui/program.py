"""The running program: which screen is shown, and what the commands do.

Only the start page is imported with it; what the library and its applications need (`Workroom`) comes
after the first paint.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from cardprep import __version__
from cardprep.gui.commands import Commands
from cardprep.gui.look import Look, load_rare_font
from cardprep.gui.messages import Messages
from cardprep.gui.operation import Operations
from cardprep.gui.pages.start_page import StartPage
from cardprep.gui.screen import Screen
from cardprep.gui.theme import Scheme
from cardprep.gui.widgets.notice import Action, Tone
from cardprep.gui.window import MainWindow
from cardprep.host import settings
from cardprep.host.paths import library_folder

if TYPE_CHECKING:
    from cardprep.app.library.entering import Door
    from cardprep.errors import CardprepError
    from cardprep.gui.case_view import CaseView
    from cardprep.gui.dialogs.problem import ProblemDialog
    from cardprep.gui.idle import IdleWatch
    from cardprep.gui.pages.unlock_page import UnlockPage
    from cardprep.gui.workroom import Workroom
    from cardprep.host.secrets import Keyring

WARM_UP_AFTER_MS = 150


class Program(QObject):
    """Owns what lives as long as the program.

    Attributes:
        window: the main window.
    """

    def __init__(
        self,
        application: QApplication,
        settings_file: Path,
        window: MainWindow | None = None,
        detect_keyring: Callable[[], Keyring | None] | None = None,
    ) -> None:
        super().__init__()
        self._application = application
        self._settings_file = settings_file
        self._settings = settings.load(settings_file)
        self._detect_keyring = detect_keyring
        self._operations = Operations(self)
        self._look = Look(application)
        self._look.switch(self._settings.language, self._settings.theme)
        self.window = window or MainWindow()
        self._room: Workroom | None = None
        self._idle: IdleWatch | None = None
        self._case_view: CaseView | None = None
        self._unlock: UnlockPage | None = None
        self._problem: ProblemDialog | None = None
        self._wanted: Path | None = None
        self._may_go = False
        self._connect(application)
        self._show_start()
        if window is None:
            self.window.restore(self._settings.window, self._look.theme.tokens.surface)
        self._warm_up = QTimer(self, singleShot=True, interval=WARM_UP_AFTER_MS)
        self._warm_up.timeout.connect(self._on_warm_up)
        self._warm_up.start()

    def _connect(self, application: QApplication) -> None:
        self.window.may_close = self._may_close
        self.window.path_dropped.connect(self.open_path)
        self._operations.failed.connect(self._show_error)
        application.commitDataRequest.connect(self._on_session_end)
        application.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    def _on_warm_up(self) -> None:
        load_rare_font()
        self.workroom().keeper.begin()

    def workroom(self) -> Workroom:
        """What applications need, brought in now if it was not yet."""
        if self._room is None:
            self._room = self._make_room()
        return self._room

    def _make_room(self) -> Workroom:
        from cardprep.gui.idle import IdleWatch
        from cardprep.gui.keeper import Keeper
        from cardprep.gui.memory import Memory
        from cardprep.gui.workroom import Workroom
        from cardprep.host.secrets import system_keyring

        folder = Path(self._settings.library) if self._settings.library else library_folder()
        keeper = Keeper(self._operations, folder, self, self._detect_keyring or system_keyring)
        keeper.asked.connect(self._show_unlock)
        keeper.failed.connect(self._show_library_trouble)
        room = Workroom(
            self._operations,
            self._look,
            self.window,
            keeper,
            lambda: self._settings.preparer,
            Memory(lambda: self._settings, self._remember),
        )
        room.entered.connect(self._on_entered)
        room.refused.connect(self._show_error)
        room.library_opened.connect(self._on_library)
        room.office.lock_after_chosen.connect(self._watch_idle)
        self._idle = IdleWatch(self._application, self)
        self._idle.idle.connect(self._lock)
        return room

    def open_path(self, path: Path) -> None:
        """Take in a case folder, a `case.json` or a bundle, and open it, once the library is open."""
        room = self.workroom()
        if room.desk is None:
            self._wanted = path
        else:
            room.take_in(path)

    def close(self) -> None:
        """End every thread and the worker. Everything is saved by now."""
        self._warm_up.stop()
        if self._idle is not None:
            self._idle.stop()
        if self._case_view is not None:
            self._case_view.leave()
        self._operations.close()
        if self._room is not None:
            self._room.close()
        self._remember(window=self.window.remembered())
        self._look.close()

    def show_problem(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell of a defect; one window at a time."""
        from cardprep.gui.dialogs.problem import ProblemDialog, redacted_trace

        sys.__excepthook__(kind, error, trace)
        if self._problem is None:
            told = redacted_trace(kind, trace, __version__)
            self._problem = ProblemDialog(self._look.theme, told, self.window)
            self._problem.finished.connect(self._forget_problem)
            self._problem.open()

    def _forget_problem(self) -> None:
        if self._problem is not None:
            self._problem.deleteLater()
            self._problem = None

    def _commands(self, owner: QWidget) -> Commands:
        commands = Commands(self._look.theme, self._settings, owner)
        commands.new_asked.connect(self._go_home)
        commands.home_asked.connect(self._go_home)
        commands.open_asked.connect(lambda: self.workroom().ask())
        commands.library_asked.connect(lambda: self.workroom().office.show_library())
        commands.lock_asked.connect(self._lock)
        commands.quit_asked.connect(self.window.close)
        commands.shortcuts_asked.connect(lambda: self.workroom().show_shortcuts())
        commands.about_asked.connect(lambda: self.workroom().show_about())
        commands.language_chosen.connect(self._on_language)
        commands.scheme_chosen.connect(self._on_scheme)
        return commands

    def _show_start(self) -> None:
        stage = QWidget()
        messages = Messages(self._look.theme, self._look.error_text)
        page = StartPage(self._look.theme, messages, self._commands(stage))
        page.kind_chosen.connect(lambda kind: self.workroom().begin(kind))
        page.sample_chosen.connect(lambda name: self.workroom().open_sample(name))
        self._case_view = self._unlock = None
        self._show(stage, page)
        self._fill(page)

    def _fill(self, page: StartPage) -> None:
        """Put the lists on the home page, if the library is open by now."""
        if self._room is not None and self._room.desk is not None:
            self._room.show_lists(page)
            page.take_focus()

    def _show_unlock(self, door: Door | None) -> None:
        from cardprep.gui.pages.unlock_page import UnlockPage

        stage = QWidget()
        messages = Messages(self._look.theme, self._look.error_text)
        page = UnlockPage(self._look.theme, messages, door)
        keeper = self.workroom().keeper
        page.way_given.connect(lambda way: keeper.enter(way, page.show_failure))
        page.passphrase_given.connect(lambda text: keeper.create(text, page.show_failure))
        page.keyring_asked.connect(lambda: keeper.enter_by_keyring(page.show_failure))
        page.retry_asked.connect(lambda: keeper.begin())
        page.restore_asked.connect(lambda: self.workroom().office.restore())
        page.elsewhere_asked.connect(lambda: self.workroom().office.go_elsewhere())
        self._commands(stage)
        self._case_view, self._unlock = None, page
        self._show(stage, page)

    def _show_library_trouble(self, error: CardprepError) -> None:
        self._show_unlock(None)
        if self._unlock is not None:
            self._unlock.show_trouble(error)

    def _on_library(self) -> None:
        self._watch_idle()
        shown = self.window.screen_shown
        if isinstance(shown, StartPage):
            self._fill(shown)
        else:
            self._show_start()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.workroom().take_in(wanted)
        elif self._settings.recent:
            self._offer_former()

    def _offer_former(self) -> None:
        """Case folders of the first version: the library can take them in, or leave them where they are."""
        shown = self.window.screen_shown
        if shown is None:
            return
        text = self.tr(
            "%n application(s) of the former version lie in folders.", "", len(self._settings.recent)
        )
        detail = self.tr("Take them into the encrypted library? The folders stay as they are.")
        actions = (
            Action("take-former", self.tr("Take in"), self._take_former),
            Action("leave-former", self.tr("Leave them"), self._forget_former),
        )
        shown.messages.show_message("former", Tone.INFO, text, detail, actions)

    def _take_former(self) -> None:
        self.workroom().take_in_all([Path(path) for path in self._settings.recent], self._forget_former)

    def _forget_former(self) -> None:
        self._settings = replace(self._settings, recent=())
        self._remember()
        if self.window.screen_shown is not None:
            self.window.screen_shown.messages.withdraw("former")

    def _lock(self) -> None:
        """Close the library until somebody opens it again; what is open is saved first."""
        room = self.workroom()
        if room.desk is not None:
            room.leave(room.lock)

    def _watch_idle(self) -> None:
        if self._idle is not None:
            self._idle.start(self._settings.lock_after_minutes)

    def _show_case(self) -> None:
        from cardprep.app.flow import Step
        from cardprep.gui.screens import Clerk

        stage = QWidget()
        step = self._case_view.step if self._case_view is not None else Step.UNIT
        clerk = Clerk(self._settings.preparer, self._on_preparer, self._go_home)
        view = self.workroom().make_view(self._commands(stage), clerk, step)
        if view is not None:
            self._case_view = view
            self._show(stage, view)

    def _show(self, stage: QWidget, screen: Screen) -> None:
        self.window.show_screen(stage, screen, self._look.theme)
        screen.take_focus()

    def _show_again(self) -> None:
        """Make what is shown anew, in the look and language of now; the case stays as it is."""
        self._look.switch(self._settings.language, self._settings.theme)
        if self._case_view is not None:
            self._show_case()
        elif self._unlock is not None:
            self._show_unlock(self.workroom().keeper.door)
        else:
            self._show_start()

    def _on_language(self, language: str) -> None:
        self._remember(language=language)
        self._show_again()

    def _on_scheme(self, scheme: str) -> None:
        self._remember(theme=scheme)
        self._show_again()

    def _on_system_scheme(self) -> None:
        if self._settings.theme == Scheme.SYSTEM:
            self._show_again()

    def _on_preparer(self, name: str) -> None:
        self._remember(preparer=name)

    def _go_home(self) -> None:
        room = self.workroom()
        if room.desk is not None:
            room.leave(self._show_start)

    def _on_entered(self) -> None:
        self._case_view = None
        self._show_case()

    def _may_close(self) -> bool:
        if self._may_go or self._room is None or self._room.desk is None:
            return True
        self._room.leave(self._say_goodbye)
        return False

    def _say_goodbye(self) -> None:
        self.window.setEnabled(False)
        self.workroom().say_goodbye(self._go)

    def _go(self) -> None:
        self._may_go = True
        # Not from within the event that asked: a window that is closing cannot be closed.
        QTimer.singleShot(0, self.window.close)

    def _on_session_end(self) -> None:
        if self._room is not None:
            self._room.write_now()

    def _show_error(self, error: CardprepError) -> None:
        if self.window.screen_shown is not None:
            self.window.screen_shown.messages.show_error(error)

    def _remember(self, **changes: str) -> None:
        self._settings = replace(self._settings, **changes)  # type: ignore[arg-type]
        with contextlib.suppress(OSError):
            settings.save(self._settings_file, self._settings)
