"""The attachment desk: the pages of a slot are put right, and one step of undo puts the result in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtCore import Slot as QtSlot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cardprep.app import preparing
from cardprep.app.preparing import Draft, Spot
from cardprep.case.facts import Active
from cardprep.case.slots import Slot
from cardprep.evidence.errors import RenderFailed
from cardprep.evidence.protocol import Refusal
from cardprep.gui.context import Context
from cardprep.gui.theme import set_role
from cardprep.gui.widgets.message import Message, error_line
from cardprep.gui.widgets.notice import Notice, Tone
from cardprep.gui.widgets.prepare_board import PrepareBoard

if TYPE_CHECKING:
    from cardprep.app.preparing import Made
    from cardprep.errors import CardprepError
    from cardprep.gui.operation import Operation


class PrepareDialog(QDialog):
    """Prepares the readable files of a slot.

    Keys: + − 0 1 zoom, Ctrl+Z and Ctrl+Y take back and make again, Esc puts the points away, then closes.
    Nothing is changed before “Apply”; when that fails or is stopped, all that was done stays here.
    """

    def __init__(self, context: Context, slot: Slot, file: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("prepare")
        self.setWindowTitle(self.tr("Prepare: {file}").format(file=file.rsplit("/", 1)[-1]))
        self._context = context
        self._slot = slot
        self._operation: Operation | None = None
        draft = Draft(preparing.papers_of(context.session.case.in_slot(slot), context.session.facts))
        draft.choose(Spot(next((n for n, paper in enumerate(draft.papers) if file in paper.of), 0)))
        self._message = Message(context.theme)
        self._signed = self._signed_notice()
        self._board = PrepareBoard(context, draft)
        self._bar = QProgressBar()
        self._doing = QLabel(self.tr("Making the files …"))
        self._undo = self._button("undo-step", self.tr("Undo"))
        self._redo = self._button("redo-step", self.tr("Redo"))
        self._cancel = self._button("cancel", self.tr("Cancel"))
        self._apply = self._button("apply", self.tr("Apply"))
        self._build()
        self._connect()
        self._show_state()
        room = parent.window().size()
        self.resize(
            max(room.width() * 19 // 20, context.theme.em(72)),
            max(room.height() * 19 // 20, context.theme.em(44)),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        panes = self._board.panes
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        if event.matches(QKeySequence.StandardKey.Undo):
            self._undo.click()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._redo.click()
        elif event.key() == Qt.Key.Key_Escape and self._board.is_marking and self._operation is None:
            self._board.stop_marking()
        elif event.key() in zooms:
            panes.step(zooms[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_0:
            panes.fit()
        elif event.key() == Qt.Key.Key_1:
            panes.set_zoom(1.0)
        else:
            super().keyPressEvent(event)

    @QtSlot()
    def reject(self) -> None:
        """Stop the work that is under way; else close, and leave everything as it was."""
        if self._operation is None:
            super().reject()
        else:
            self._doing.setText(self.tr("Stopping …"))
            self._operation.cancel()

    def _build(self) -> None:
        theme = self._context.theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.em(1), theme.em(0.8), theme.em(1), theme.em(1))
        outer.setSpacing(theme.em(0.8))
        outer.addWidget(self._message)
        outer.addWidget(self._signed)
        outer.addWidget(self._board, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.em(0.6))
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addStretch(1)
        row.addWidget(self._doing)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        row.addWidget(self._apply)
        outer.addLayout(row)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.em(14))
        self._bar.setAccessibleName(self.tr("Progress"))
        self._undo.setIcon(theme.icon("arrow-undo"))
        self._redo.setIcon(theme.icon("arrow-redo"))
        set_role(self._apply, "primary")
        self._show_running(False)

    def _connect(self) -> None:
        self._board.told.connect(self._message.say)
        self._board.changed.connect(self._show_state)
        self._undo.clicked.connect(self._board.undo)
        self._redo.clicked.connect(self._board.redo)
        self._cancel.clicked.connect(self.reject)
        self._apply.clicked.connect(lambda: self._start(break_signature=False))
        self._flatten.clicked.connect(lambda: self._start(break_signature=True))

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _signed_notice(self) -> Notice:
        notice = Notice(
            self._context.theme,
            Tone.WARN,
            self.tr("This PDF is digitally signed."),
            self.tr(
                "Any change makes its signature invalid, and the prepared copy carries none. "
                "Leave it as it is if the signature is needed; the original is kept in any case."
            ),
        )
        notice.setObjectName("signed")
        self._flatten = self._button("flatten", self.tr("Prepare a copy without the signature"))
        notice.words.addWidget(self._flatten, 0, Qt.AlignmentFlag.AlignLeft)
        notice.hide()
        return notice

    def _show_state(self) -> None:
        draft = self._board.draft
        running = self._operation is not None
        self._undo.setEnabled(draft.can_undo and not running)
        self._redo.setEnabled(draft.can_redo and not running)
        self._apply.setEnabled(bool(draft.groups) and not running)
        self._signed.hide()

    def _start(self, break_signature: bool) -> None:
        draft = self._board.draft
        self._message.say(())
        self._signed.hide()
        if not break_signature and self._is_signed():
            self._ask_about_signature()
            return
        self._operation = self._context.files.preparer.make(
            self, draft.groups, break_signature, self._on_made, self._on_failed, self._on_progress
        )
        self._operation.ended.connect(self._on_ended)
        self._show_running(True)

    def _is_signed(self) -> bool:
        """Whether an original of what is to be made is known to be signed; the worker knows of the others."""
        facts = self._context.session.facts
        papers = [paper for group in self._board.draft.groups for paper in group.papers]
        files = [file for paper in papers for file in paper.recipe.files]
        return any(Active.SIGNED in facts[file].active for file in files if file in facts)

    def _ask_about_signature(self) -> None:
        self._signed.show()
        self._flatten.setFocus()

    def _show_running(self, running: bool) -> None:
        self._board.setEnabled(not running)
        self._bar.setVisible(running)
        self._doing.setVisible(running)
        self._doing.setText(self.tr("Making the files …"))
        self._bar.setRange(0, 0)
        self._show_state()

    @QtSlot(int, int)
    def _on_progress(self, done: int, of: int) -> None:
        self._bar.setRange(0, of if of > 1 else 0)
        self._bar.setValue(done)

    def _on_made(self, made: tuple[Made, ...]) -> None:
        self._operation = None
        edit = preparing.edit_for(self._slot, made)
        self._context.session.apply(edit, where=str(self._slot), initiator=self)
        self.accept()

    def _on_failed(self, error: CardprepError) -> None:
        if isinstance(error, RenderFailed) and error.values.get("reason") == Refusal.SIGNED:
            self._operation = None
            self._show_running(False)
            self._ask_about_signature()
        else:
            self._message.say((error_line(self._context, error),))

    @QtSlot()
    def _on_ended(self) -> None:
        """The work is over, whether it was done, failed or was stopped."""
        if self._operation is not None:
            self._operation = None
            self._show_running(False)
