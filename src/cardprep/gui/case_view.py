"""An open case in the window: steps on the left, one page in one column, what is open on the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from cardprep.app.flow import STEPS, Step, neighbour, step_of
from cardprep.app.session import Change
from cardprep.case import edits
from cardprep.case.finding import Finding
from cardprep.case.model import Kind
from cardprep.gui.autosave import Autosave, SaveState
from cardprep.gui.commands import Commands
from cardprep.gui.context import Context
from cardprep.gui.messages import Messages
from cardprep.gui.pages.page import Page
from cardprep.gui.screen import Screen
from cardprep.gui.theme import set_role
from cardprep.gui.widgets.beside import Beside
from cardprep.gui.widgets.column import PageColumn
from cardprep.gui.widgets.findings_panel import FindingsPanel
from cardprep.gui.widgets.saved_label import SavedLabel
from cardprep.gui.widgets.step_footer import StepFooter
from cardprep.gui.widgets.step_list import StepList
from cardprep.gui.widgets.tab_order import order_tabs
from cardprep.gui.widgets.top_bar import TopBar

PageMaker = Callable[[Context], Page]
NARROW_EM = 88.0


class CaseView(Screen):
    """The wizard's frame. Pages are made when they are first shown.

    Signals:
        step_shown: the `Step` that is shown now.
        history_asked: the clerk wants to see how the case came to be what it is.
        copy_asked: she wants it as a case folder.

    Attributes:
        step: the step that is shown.
        context: what the screen was made with.
    """

    step_shown = Signal(object)
    history_asked = Signal()
    copy_asked = Signal()

    def __init__(
        self,
        context: Context,
        autosave: Autosave,
        commands: Commands,
        makers: dict[Step, PageMaker],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Messages(context.theme, context.catalog.error), parent)
        self.step = Step.UNIT
        self.context = context
        self._makers = makers
        self._pages: dict[Step, Page] = {}
        self._stale: set[Step] = set()
        self._asked_all: set[Step] = set()
        self._autosave = autosave
        self._changed_at = ""
        self._is_narrow: bool | None = None
        self._steps = StepList(context.theme)
        self._panel = FindingsPanel(context.theme, context.catalog, context.session)
        self._footer = StepFooter(context.theme)
        self._stack = QStackedWidget()
        self._columns = {step: PageColumn(context.theme) for step in STEPS}
        self._make_actions(commands)
        self._bar = self._make_bar(commands)
        self._lay_out()
        self._connect()
        self.show_step(Step.UNIT)

    def _make_actions(self, commands: Commands) -> None:
        add = commands.add
        self._undo = add("undo", self.tr("Undo"), "arrow-undo", self._take_back, "Ctrl+Z")
        self._redo = add("redo", self.tr("Redo"), "arrow-redo", self._make_again, "Ctrl+Y")
        self._redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self._next_finding = add(
            "next-finding", self.tr("Next open item"), "arrow-down", lambda: self._panel.step(1), "F8"
        )
        add(
            "previous-finding",
            self.tr("Previous open item"),
            "arrow-up",
            lambda: self._panel.step(-1),
            "Shift+F8",
        )
        add("next-step", self.tr("Next step"), "arrow-right", lambda: self.go_on(1), "Ctrl+Tab")
        add("previous-step", self.tr("Previous step"), "arrow-left", lambda: self.go_on(-1), "Ctrl+Shift+Tab")
        add("export-now", self.tr("Export"), "save", self._export, "Ctrl+E")
        self._history = add("history", self.tr("History…"), "history", self.history_asked, "Ctrl+H")
        self._copy = add("copy-case", self.tr("Save as case folder…"), "folder", self.copy_asked)
        self._toggle = add(
            "findings-panel", self.tr("What is open"), "text-bullet-list-square-warning", self._show_panel
        )
        self._toggle.setCheckable(True)
        self._toggle.setShortcut("F9")

    def _make_bar(self, commands: Commands) -> TopBar:
        bar = TopBar(self.context.theme, commands.home)
        bar.add_widget(SavedLabel(self.context.theme, self._autosave))
        bar.add_action(self._undo)
        bar.add_action(self._redo)
        bar.add_action(self._toggle, with_text=True)
        menu = QMenu(bar)
        menu.addActions([self._history, self._copy])
        menu.addSeparator()
        commands.fill_menu(menu, with_case=True)
        bar.add_menu("menu", self.tr("Menu"), "more-horizontal", menu)
        return bar

    def _lay_out(self) -> None:
        em = self.context.theme.em
        for column in self._columns.values():
            self._stack.addWidget(column)
        left = QFrame()
        set_role(left, "bar")
        left.setMinimumWidth(em(15))
        side = QVBoxLayout(left)
        side.setContentsMargins(em(0.8), em(1.2), em(0.8), em(1))
        side.addWidget(self._steps)
        side.addStretch(1)
        page = QWidget()
        centre = QVBoxLayout(page)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.setSpacing(0)
        self.messages.setContentsMargins(em(1.5), em(0.8), em(1.5), em(0.4))
        centre.addWidget(self.messages)
        centre.addWidget(self._stack, 1)
        centre.addWidget(_rule())
        centre.addWidget(self._footer)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(left)
        body.addWidget(_rule(upright=True))
        self._beside = Beside(self.context.theme, page, self._panel)
        body.addWidget(self._beside, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addWidget(_rule())
        whole.addLayout(body, 1)

    def _connect(self) -> None:
        self._steps.chosen.connect(self._jump)
        self._bar.kind.chosen.connect(self._choose_kind)
        self._panel.chosen.connect(self.lead_to)
        self._footer.back_asked.connect(lambda: self.go_on(-1))
        self._footer.next_asked.connect(lambda: self.go_on(1))
        self._autosave.changed.connect(self._on_saving)
        self._unsubscribe = self.context.session.subscribe(self._on_change)
        self._refresh_frame()

    def focusNextPrevChild(self, forward: bool) -> bool:
        order_tabs(self)
        return super().focusNextPrevChild(forward)

    def leave(self) -> None:
        self._unsubscribe()
        self._unsubscribe = _nothing

    def show_step(self, step: Step) -> None:
        """Show the page of that step."""
        page = self._page(step)
        if step in self._stale:
            self._stale.discard(step)
            page.refresh(Change())
        self.step = step
        self._stack.setCurrentWidget(self._columns[step])
        self._steps.show_current(step)
        self._footer.show_step(neighbour(step, -1), neighbour(step, 1))
        self.step_shown.emit(step)

    def go_on(self, by: int) -> None:
        """Go one step on or back; what is missing on the page that is left is said there from now on."""
        self._ask_all(self.step)
        target = neighbour(self.step, by)
        if target is not None:
            self.context.session.seal()
            self._jump(target)

    def go_to(self, where: str) -> None:
        """Show the place and put the focus there."""
        self._go(where, None)

    def lead_to(self, finding: Finding) -> None:
        """Show the place of the finding and put the focus on what it is about."""
        if self._beside.is_over:
            self._toggle.setChecked(False)
            self._show_panel()
        self._go(finding.where, finding)

    def _go(self, where: str, finding: Finding | None) -> None:
        if where == "kind":
            self._bar.kind.setFocus()
            return
        step = step_of(where)
        self.show_step(step)
        if not self._page(step).focus_on(where, finding):
            self._go_to_first(step)

    def _jump(self, step: Step) -> None:
        """Show a step from its beginning."""
        self.show_step(step)
        self._go_to_first(step)

    def _go_to_first(self, step: Step) -> None:
        self._columns[step].go_to_top()
        self._columns[step].focus_first()

    def _export(self) -> None:
        """Lead to the export; where it can be seen already, begin it."""
        if self.step is Step.PREVIEW:
            self._page(Step.PREVIEW).start_export()
        else:
            self.go_to("export")

    def take_focus(self) -> None:
        self._columns[self.step].focus_first()

    def fit_width(self, width: int) -> None:
        """Show or hide the panel when the width begins or ceases to allow it; the clerk may change that."""
        narrow = width < self.context.theme.em(NARROW_EM)
        if narrow is not self._is_narrow:
            self._is_narrow = narrow
            self._beside.set_over(narrow)
            self._toggle.setChecked(not narrow)
            self._show_panel()

    def _page(self, step: Step) -> Page:
        if step not in self._pages:
            page = self._makers[step](self.context)
            page.go_to.connect(self.go_to)
            page.lead_to.connect(self.lead_to)
            page.reveal_asked.connect(self._columns[step].reveal)
            self._pages[step] = page
            self._columns[step].hold(page)
            page.refresh(Change())
            if step in self._asked_all:
                page.show_all()
        return self._pages[step]

    def _ask_all(self, step: Step) -> None:
        self._asked_all.add(step)
        if step in self._pages:
            self._pages[step].show_all()

    def _on_change(self, change: Change) -> None:
        self._stale.update(step for step in self._pages if step is not self.step)
        column = self._columns[self.step]
        had_focus = column.has_focus
        self._pages[self.step].refresh(change)
        if had_focus and not column.has_focus:
            # What had it is gone: the keyboard stays on the page, and never falls on the bar.
            column.focus_first()
        self._refresh_frame()
        self._changed_at = change.where

    def _take_back(self) -> None:
        self.context.session.undo()
        self._go_to_change()

    def _make_again(self) -> None:
        self.context.session.redo()
        self._go_to_change()

    def _go_to_change(self) -> None:
        """Undo and redo lead to where something changed, when it cannot be seen."""
        if self._changed_at and step_of(self._changed_at) is not self.step:
            self.go_to(self._changed_at)

    def _refresh_frame(self) -> None:
        session, case = self.context.session, self.context.session.case
        found = [finding for finding in session.findings if finding.is_open]
        self._steps.show_states(session.states(), Counter(step_of(finding.where) for finding in found))
        self._panel.refresh()
        self._toggle.setText(self.tr("%n open", "", len(found)))
        self._undo.setEnabled(session.can_undo)
        self._redo.setEnabled(session.can_redo)
        self._bar.title.setText(case.unit.name.strip() or self.tr("Firm without a name yet"))
        self._bar.kind.show_kind(case.kind)

    def _on_saving(self) -> None:
        error = self._autosave.error
        if self._autosave.state is SaveState.FAILED and error is not None:
            self.messages.show_error(error, "saving")
        elif self._autosave.state is SaveState.SAVED:
            self.messages.withdraw("saving")

    def _choose_kind(self, kind: Kind) -> None:
        self.context.session.apply(lambda case: edits.set_kind(case, kind), where="kind", initiator=self)

    def _show_panel(self) -> None:
        self._beside.show_panel(self._toggle.isChecked())


def _nothing() -> None:
    """It listens to nothing any more."""


def _rule(upright: bool = False) -> QFrame:
    rule = QFrame()
    set_role(rule, "rule-upright" if upright else "rule")
    return rule
