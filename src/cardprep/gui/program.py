"""The running program: which screen is shown, and what the commands do.

Only the start page is imported with it; what cases need (`Workroom`) comes after the first paint.
"""

from __future__ import annotations

import contextlib
import sys
from dataclasses import replace
from functools import partial
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
from cardprep.gui.window import MainWindow
from cardprep.host import settings

if TYPE_CHECKING:
    from cardprep.errors import CardprepError
    from cardprep.gui.case_view import CaseView
    from cardprep.gui.dialogs.problem import ProblemDialog
    from cardprep.gui.models.recent import RecentCase
    from cardprep.gui.operation import Cancelled, Report
    from cardprep.gui.workroom import Workroom

WARM_UP_AFTER_MS = 150


class Program(QObject):
    """Owns what lives as long as the program.

    Attributes:
        window: the main window.
    """

    def __init__(
        self, application: QApplication, settings_file: Path, window: MainWindow | None = None
    ) -> None:
        super().__init__()
        self._settings_file = settings_file
        self._settings = settings.load(settings_file)
        self._operations = Operations(self)
        self._look = Look(application)
        self._look.switch(self._settings.language, self._settings.theme)
        self.window = window or MainWindow()
        self._room: Workroom | None = None
        self._case_view: CaseView | None = None
        self._problem: ProblemDialog | None = None
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
        self.workroom()

    def workroom(self) -> Workroom:
        """What cases need, brought in now if it was not yet."""
        if self._room is None:
            from cardprep.gui.workroom import Workroom

            self._room = Workroom(self._operations, self._look, self.window)
            self._room.entered.connect(self._on_entered)
            self._room.refused.connect(self._on_refused)
        return self._room

    def open_path(self, path: Path) -> None:
        """Open a case folder, a `case.json` or a bundle."""
        self.workroom().open_path(path)

    def close(self) -> None:
        """End every thread and the worker. Everything is saved by now."""
        self._warm_up.stop()
        if self._case_view is not None:
            self._case_view.leave()
        if self._room is not None:
            self._room.close()
        self._operations.close()
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
        page.path_chosen.connect(self.open_path)
        page.sample_chosen.connect(lambda name: self.workroom().open_sample(name))
        self._case_view = None
        self._show(stage, page)
        if self._settings.recent:
            self._operations.run(page, partial(_read_recent, self._settings.recent), page.show_recent)

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
        self.workroom().leave(self._show_start)

    def _on_entered(self, folder: Path) -> None:
        self.workroom().compare_with([Path(path) for path in self._settings.recent])
        self._settings = self._settings.with_recent(folder)
        self._remember()
        self._case_view = None
        self._show_case()

    def _on_refused(self, error: CardprepError, path: Path) -> None:
        self._settings = self._settings.without_recent(path)
        self._show_error(error)

    def _may_close(self) -> bool:
        if self._may_go or self._room is None or not self._room.is_occupied:
            return True
        self._room.leave(self._go)
        return False

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


def _read_recent(paths: tuple[str, ...], _report: Report, _cancelled: Cancelled) -> tuple[RecentCase, ...]:
    from cardprep.gui.models.recent import read_recent

    return read_recent(paths)
