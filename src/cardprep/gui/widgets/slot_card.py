"""A slot of the application with its files: drop them here, choose them, paste them, say what is on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtCore import Slot as QtSlot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from cardprep.app.session import Change
from cardprep.case import edits
from cardprep.case.finding import Finding
from cardprep.case.slots import Slot
from cardprep.errors import CardprepError
from cardprep.gui.context import Context
from cardprep.gui.dialogs.prepare import PrepareDialog
from cardprep.gui.widgets.asked import Element, asked_elements, element_of
from cardprep.gui.widgets.discard import discard
from cardprep.gui.widgets.drop_zone import DropZone, files_in, may_hold_files, picture_in
from cardprep.gui.widgets.file_row import FileRow
from cardprep.gui.widgets.message import Line, Message, error_line
from cardprep.gui.widgets.section import Section
from cardprep.gui.widgets.slot_lines import slot_lines
from cardprep.gui.widgets.undo_bar import UndoBar


@dataclass(frozen=True, slots=True)
class SlotText:
    """What stands above a slot."""

    title: str
    hint: str = ""


class SlotCard(Section):
    """One slot.

    What is only still to do keeps quiet until `reveal` was called: an empty slot, a question not answered.

    Signals:
        files_asked: the file dialog was opened (told for tests and the journeys).
    """

    files_asked = Signal(QFileDialog)

    def __init__(self, context: Context, slot: Slot, text: SlotText, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, text.title, text.hint, parent)
        self.setObjectName(str(slot))
        self.setAcceptDrops(True)
        self.slot = slot
        self._context = context
        self._revealed = False
        self._refused: tuple[Line, ...] = ()
        self._rows: list[FileRow] = []
        self._note = Message(context.theme)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._undo = UndoBar(context.theme, context.session, str(slot))
        self._message = Message(context.theme)
        self._zone = DropZone(
            context.theme, str(slot), text.title, context.session.rulebook.limits.file_bytes
        )
        self.body.addWidget(self._note)
        self.body.addLayout(self._column)
        self.body.addWidget(self._undo)
        self.body.addWidget(self._message)
        self.body.addWidget(self._zone)
        self._zone.browse_asked.connect(self.browse)
        self._zone.paste_asked.connect(self.paste)
        context.files.changed.connect(self._show)
        context.files.refused.connect(self._on_refused)
        self._show()

    def refresh(self, change: Change) -> None:
        """Show the files and messages as they are now."""
        if change.case_changed:
            self._refused = ()
        self._undo.refresh()
        self._show()

    def note(self, text: str) -> None:
        """Say above the files what matters just now; "" takes it away."""
        self._note.say((Line("info", text),) if text else ())

    def add_tool(self, widget: QWidget) -> None:
        """Put something to do with the slot's papers above the files."""
        self.body.insertWidget(self.body.indexOf(self._note) + 1, widget)

    def reveal(self) -> None:
        """Say also what has not been done yet."""
        if not self._revealed:
            self._revealed = True
            self._say()

    def focus_on(self, where: str, finding: Finding | None = None) -> bool:
        """Bring the keyboard to the slot when it is the one at `where`."""
        if where != str(self.slot):
            return False
        self.reveal()
        findings = self._context.session.findings_at(str(self.slot))
        self._focus_about(finding or next((found for found in findings if found.is_open), None))
        return True

    def _focus_about(self, finding: Finding | None) -> None:
        """To the question or file that the finding is about, or to the means to bring a file."""
        if not self._rows:
            self._zone.focus()
        elif finding is None:
            self._rows[0].focus()
        else:
            row = next((row for row in self._rows if row.file == finding.file), self._rows[0])
            row.focus(element_of(finding.rule, finding.variant))

    @QtSlot()
    def browse(self) -> None:
        """Choose files, several at once."""
        dialog = self._dialog(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._take_chosen)
        dialog.open()

    @QtSlot()
    def paste(self) -> None:
        """Take files or a picture from the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        files, picture = files_in(mime), picture_in(mime)
        if files:
            self._context.files.take_in(self.slot, files)
        elif picture is not None:
            self._context.files.take_in_bytes(self.slot, self.tr("pasted") + ".png", picture)
        else:
            text = self.tr("Nothing to paste: copy a file or a picture first, then paste it here.")
            self._refused = (Line("warn", text),)
            self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_hold_files(event.mimeData()):
            event.acceptProposedAction()
            self._zone.show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._zone.show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._zone.show_over(False)
        files, picture = files_in(event.mimeData()), picture_in(event.mimeData())
        if files:
            self._context.files.take_in(self.slot, files)
        elif picture is not None:
            self._context.files.take_in_bytes(self.slot, self.tr("dropped") + ".png", picture)
        event.acceptProposedAction()

    def _dialog(self, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self, self.tr("Choose files"))
        dialog.setObjectName(f"files:{self.slot}")
        dialog.setFileMode(mode)
        dialog.setDirectory(str(self._context.files.chosen_in))
        dialog.setNameFilters(
            [self.tr("Scans and photographs (*.jpg *.jpeg *.png *.pdf)"), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(self._remember_folder)
        dialog.finished.connect(dialog.deleteLater)
        self.files_asked.emit(dialog)
        return dialog

    def _remember_folder(self, files: Sequence[str]) -> None:
        self._context.files.chosen_in = Path(files[0]).parent

    def _take_chosen(self, files: Sequence[str]) -> None:
        self._context.files.take_in(self.slot, [Path(file) for file in files])

    def _replace(self, file: str) -> None:
        dialog = self._dialog(QFileDialog.FileMode.ExistingFile)
        dialog.filesSelected.connect(partial(self._put_in_place, file))
        dialog.open()

    def _put_in_place(self, file: str, files: Sequence[str]) -> None:
        self._context.files.replace(self.slot, file, Path(files[0]))

    def _remove(self, file: str) -> None:
        edit = partial(edits.detach, slot=self.slot, file=file)
        self._context.session.apply(edit, where=str(self.slot), initiator=self)
        self._undo.offer(self.tr("“{file}” was removed.").format(file=file.rsplit("/", 1)[-1]))
        if self._rows:
            self._rows[0].focus()
        else:
            self._zone.focus()

    def _prepare(self, file: str) -> None:
        place = next((n for n, row in enumerate(self._rows) if row.file == file), 0)
        dialog = PrepareDialog(self._context, self.slot, file, self)
        dialog.finished.connect(lambda _: self._focus_row(place))
        dialog.open()

    def _restore(self, file: str) -> None:
        place = next((n for n, row in enumerate(self._rows) if row.file == file), 0)
        edit = partial(edits.restore_originals, slot=self.slot, file=file)
        self._context.session.apply(edit, where=str(self.slot), initiator=self)
        self._undo.offer(self.tr("The original is back in its place."))
        self._focus_row(place)

    def _focus_row(self, place: int) -> None:
        if self._rows:
            self._rows[min(place, len(self._rows) - 1)].focus()

    def _shift(self, file: str, by: int) -> None:
        edit = partial(edits.shift_file, slot=self.slot, file=file, by=by)
        self._context.session.apply(edit, where=str(self.slot), initiator=self)
        next(row for row in self._rows if row.file == file).focus()

    def _on_refused(self, slot: Slot, error: CardprepError) -> None:
        if slot == self.slot:
            self._refused = (*self._refused, error_line(self._context, error))
            self._say()

    @QtSlot()
    def _show(self) -> None:
        self._match_rows()
        self._zone.show_state(not self._rows, self._context.files.incoming(self.slot))
        self._say()

    def _match_rows(self) -> None:
        """Keep the rows that still fit, so that the keyboard stays where it is; make the others anew."""
        attachments = self._context.session.case.in_slot(self.slot)
        asked = asked_elements(self._context.session, self.slot)
        kept = {
            (row.file, row.index): row
            for row in self._rows
            if row.panel.asked == asked and row.count == len(attachments)
        }
        rows: list[FileRow] = []
        for index, attachment in enumerate(attachments):
            row = kept.pop((attachment.file, index), None)
            if row is None:
                row = self._new_row(index, asked)
            else:
                row.refresh(attachment)
            rows.append(row)
        for row in self._rows:
            if row not in rows:
                discard(row)
        for row in rows:
            self._column.addWidget(row)
            row.show()
        self._rows = rows

    def _new_row(self, index: int, asked: Sequence[Element]) -> FileRow:
        attachment = self._context.session.case.in_slot(self.slot)[index]
        row = FileRow(self._context, attachment, index, asked, self)
        row.remove_asked.connect(self._remove)
        row.replace_asked.connect(self._replace)
        row.shift_asked.connect(self._shift)
        row.prepare_asked.connect(self._prepare)
        row.restore_asked.connect(self._restore)
        return row

    def _say(self) -> None:
        lines = slot_lines(self._context, self.slot, self._revealed)
        self._message.say((*self._refused, *lines.of_slot))
        for row in self._rows:
            row.say(lines.of_file[row.file], lines.of_question[row.file])
