"""The running program: which screen is shown, and what the commands do."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from cardprep import __version__
from cardprep.app import rulebooks
from cardprep.app.flow import Step
from cardprep.errors import CardprepError
from cardprep.evidence.client import Worker
from cardprep.gui.case_view import CaseView
from cardprep.gui.commands import Commands
from cardprep.gui.current import Current
from cardprep.gui.dialogs.about import AboutDialog
from cardprep.gui.dialogs.problem import ProblemDialog, redacted_trace
from cardprep.gui.dialogs.shortcuts import ShortcutsDialog
from cardprep.gui.look import Look
from cardprep.gui.messages import Messages
from cardprep.gui.models.recent import read_recent
from cardprep.gui.opened import OpenCase
from cardprep.gui.opening import Opening
from cardprep.gui.operation import Operations
from cardprep.gui.pages.start_page import StartPage
from cardprep.gui.screens import Clerk, make_case_view
from cardprep.gui.theme import Scheme
from cardprep.gui.widgets.dialog_frame import DialogFrame
from cardprep.gui.window import MainWindow
from cardprep.host import settings


class Program(QObject):
    """Owns what lives as long as the program.

    Attributes:
        window: the main window.
    """

    def __init__(self, application: QApplication, settings_file: Path) -> None:
        super().__init__()
        self._settings_file = settings_file
        self._settings = settings.load(settings_file)
        self._operations = Operations(self)
        self._worker = Worker()
        self._look = Look(application)
        self._look.switch(self._settings.language, self._settings.theme)
        self.window = MainWindow()
        self._current = Current(self._operations, self._look, self.window)
        self._opening = Opening(self._operations, self._worker, self.window)
        self._problem: ProblemDialog | None = None
        self._may_go = False
        self._connect(application)
        self._show_start()
        self.window.restore(self._settings.window, self._look.theme)

    def _connect(self, application: QApplication) -> None:
        self.window.may_close = self._may_close
        self.window.path_dropped.connect(self.open_path)
        self._opening.opened.connect(self._on_opened)
        self._opening.failed.connect(self._on_open_failed)
        self._operations.failed.connect(self._show_error)
        application.commitDataRequest.connect(self._current.write_now)
        application.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    def open_path(self, path: Path) -> None:
        """Open a case folder, a `case.json` or a bundle."""
        if not self._current.is_at(path):
            self._opening.open_path(self._look.theme, path)

    def close(self) -> None:
        """End every thread and the worker. Everything is saved by now."""
        self._current.close()
        self._operations.close()
        self._worker.close()
        self._remember(window=self.window.remembered())

    def show_problem(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell of a defect; one window at a time."""
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
        commands.open_asked.connect(self._ask_what_to_open)
        commands.quit_asked.connect(self.window.close)
        commands.shortcuts_asked.connect(self._show_shortcuts)
        commands.about_asked.connect(self._show_about)
        commands.language_chosen.connect(self._on_language)
        commands.scheme_chosen.connect(self._on_scheme)
        return commands

    def _show_start(self) -> None:
        stage, theme = QWidget(), self._look.theme
        page = StartPage(theme, Messages(theme, self._look.catalog), self._commands(stage))
        page.kind_chosen.connect(partial(self._opening.new, theme))
        page.path_chosen.connect(self.open_path)
        page.sample_chosen.connect(partial(self._opening.open_sample, theme))
        self._show(stage, page)
        recent = self._settings.recent
        if recent:
            self._operations.run(page, lambda _report, _cancelled: read_recent(recent), page.show_recent)

    def _show_case(self, step: Step = Step.UNIT) -> None:
        if self._current.opened is None:
            return
        stage = QWidget()
        clerk = Clerk(self._settings.preparer, self._on_preparer, self._go_home)
        commands = self._commands(stage)
        view = make_case_view(self._current.opened, self._look, self._operations, commands, clerk)
        view.show_step(step)
        self._show(stage, view)

    def _show(self, stage: QWidget, screen: StartPage | CaseView) -> None:
        former = self.window.screen_widget
        if isinstance(former, CaseView):
            former.close_view()
        self.window.show_screen(stage, screen, self._look.theme)
        screen.take_focus()

    def _show_again(self) -> None:
        """Make what is shown anew, in the look and language of now; the case stays as it is."""
        self._look.switch(self._settings.language, self._settings.theme)
        shown = self.window.screen_widget
        if isinstance(shown, CaseView):
            self._show_case(shown.step)
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
        self._current.leave(self._show_start, _stay)

    def _ask_what_to_open(self) -> None:
        self._opening.ask(self._look.theme)

    def _on_opened(self, opened: OpenCase) -> None:
        def show() -> None:
            self._current.opened = opened
            self._settings = self._settings.with_recent(opened.folder.path)
            self._remember()
            self._show_case()

        self._current.leave(show, opened.close)

    def _on_open_failed(self, error: CardprepError, path: Path) -> None:
        self._settings = self._settings.without_recent(path)
        self._show_error(error)

    def _may_close(self) -> bool:
        if self._current.opened is None or self._may_go:
            return True
        self._current.leave(self._go, _stay)
        return False

    def _go(self) -> None:
        self._may_go = True
        self.window.close()

    def _show_error(self, error: CardprepError) -> None:
        messages = getattr(self.window.screen_widget, "messages", None)
        if isinstance(messages, Messages):
            messages.show_error(error)

    def _show_shortcuts(self) -> None:
        self._show_dialog(ShortcutsDialog(self._look.theme, self.window))

    def _show_about(self) -> None:
        opened = self._current.opened
        pack = opened.session.rulebook if opened is not None else rulebooks.rulebook()
        self._show_dialog(AboutDialog(self._look.theme, __version__, pack, self.window))

    def _show_dialog(self, dialog: DialogFrame) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _remember(self, **changes: str) -> None:
        self._settings = replace(self._settings, **changes)  # type: ignore[arg-type]
        with contextlib.suppress(OSError):
            settings.save(self._settings_file, self._settings)


def _stay() -> None:
    """The clerk goes back to her case: nothing else is to be done."""
