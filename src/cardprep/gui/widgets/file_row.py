"""One file of a slot: its picture, what is known of it, and what the clerk can do with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtCore import Slot as QtSlot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from cardprep.case import edits
from cardprep.case.edits import Edit
from cardprep.case.model import Attachment
from cardprep.case.slots import Part
from cardprep.errors import CardprepError
from cardprep.gui.context import Context
from cardprep.gui.previews import PageKey
from cardprep.gui.theme import set_role
from cardprep.gui.widgets.asked import Element
from cardprep.gui.widgets.attest_panel import AttestPanel
from cardprep.gui.widgets.file_size import file_size
from cardprep.gui.widgets.message import Line, Message, error_line
from cardprep.gui.widgets.page_view import PageView
from cardprep.gui.widgets.thumbnail import Thumbnail


class FileRow(QWidget):
    """Shows one attachment.

    Signals:
        remove_asked, replace_asked, prepare_asked, restore_asked: the file's name in the case.
        shift_asked: its name, and by how many places to move it.

    Attributes:
        count: how many files the slot had when the row was made.
    """

    remove_asked = Signal(str)
    replace_asked = Signal(str)
    prepare_asked = Signal(str)
    restore_asked = Signal(str)
    shift_asked = Signal(str, int)

    def __init__(
        self, context: Context, attachment: Attachment, index: int, asked: Sequence[Element], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._slot = attachment.slot
        self._attachment = attachment
        self._index = index
        self.count = len(context.session.case.in_slot(attachment.slot))
        self._key: PageKey | None = None
        self._thumbnail = Thumbnail(context.theme)
        self._facts = QLabel()
        self._message = Message(context.theme)
        self._foreign = QCheckBox(self.tr("This material is in a foreign language"))
        self.panel = AttestPanel(context, attachment.slot, attachment.file, index, asked)
        self._build()
        self._connect()
        self.refresh(attachment)

    @property
    def file(self) -> str:
        """The case's name of the file."""
        return self._attachment.file

    @property
    def index(self) -> int:
        """The place in the slot."""
        return self._index

    def refresh(self, attachment: Attachment) -> None:
        """Show the file as it is now."""
        self._attachment = attachment
        self._foreign.setChecked(attachment.foreign_language)
        self._facts.setText(self._described())
        self.panel.refresh()
        self._show_what_can_be_asked()
        self._show_picture()

    def say(self, own: Sequence[Line], of_elements: Mapping[Element, Sequence[Line]]) -> None:
        """Show what the rules say of the file and of its elements."""
        failure = self._context.files.failure(self.file)
        self._message.say(own if failure is None else (error_line(self._context, failure), *own))
        self._again.setVisible(failure is not None)
        self.panel.say(of_elements)

    def focus(self, element: Element | None = None) -> None:
        """Bring the keyboard to the question about `element`, or to the picture."""
        if element is None or not self._is_readable or not self.panel.focus(element):
            self._thumbnail.setFocus(Qt.FocusReason.OtherFocusReason)

    @QtSlot()
    def view(self) -> None:
        """Look at the file in full size."""
        if self._context.files.picture(self._attachment, 0, self._thumbnail.side) is not None:
            PageView(self._context, self._slot, self.file, self._index, self).open()

    def _build(self) -> None:
        theme = self._context.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.em(0.8), 0, theme.em(0.8))
        row.setSpacing(theme.em(1.4))
        row.addLayout(self._picture_column())
        column = QVBoxLayout()
        column.setSpacing(theme.em(0.5))
        column.addLayout(self._heading())
        column.addWidget(self._facts)
        column.addWidget(self._message)
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._foreign)
        column.addSpacing(theme.em(0.4))
        column.addWidget(self.panel)
        column.addStretch(1)
        row.addLayout(column, 1)
        set_role(self._facts, "muted")
        self._facts.setWordWrap(True)

    def _picture_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._context.theme.em(0.3))
        column.addWidget(self._thumbnail)
        tools = QHBoxLayout()
        tools.setSpacing(self._context.theme.em(0.2))
        self._viewing = (
            self._tool("view", "zoom-in", self.tr("Full size"), self.view),
            self._tool("turn", "arrow-rotate-clockwise", self.tr("Turn clockwise"), self._turn),
            self._tool("prepare", "edit", self.tr("Prepare …"), self._ask_prepare),
        )
        for tool in self._viewing:
            tools.addWidget(tool)
        tools.addStretch(1)
        column.addLayout(tools)
        column.addStretch(1)
        return column

    def _heading(self) -> QHBoxLayout:
        heading = QHBoxLayout()
        heading.setSpacing(self._context.theme.em(0.2))
        name = QLabel(self.file.rsplit("/", 1)[-1])
        name.setWordWrap(True)
        set_role(name, "label")
        heading.addWidget(name, 1)
        if self._index > 0:
            heading.addWidget(
                self._tool(
                    "up", "arrow-up", self.tr("Move up"), partial(self.shift_asked.emit, self.file, -1)
                )
            )
        if self._index + 1 < self.count:
            heading.addWidget(
                self._tool(
                    "down", "arrow-down", self.tr("Move down"), partial(self.shift_asked.emit, self.file, 1)
                )
            )
        self._restore = self._tool("restore", "history", self.tr("Restore the original"), self._ask_restore)
        heading.addWidget(self._restore)
        heading.addWidget(self._tool("replace", "arrow-swap", self.tr("Replace …"), self._ask_replace))
        heading.addWidget(self._tool("remove", "delete", self.tr("Remove"), self._ask_remove))
        self._again = QPushButton(self.tr("Try again"))
        self._again.setObjectName(f"again:{self._slot}:{self._index}")
        return heading

    def _tool(self, verb: str, icon: str, text: str, run: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{verb}:{self._slot}:{self._index}")
        button.setIcon(self._context.theme.icon(icon))
        button.setToolTip(text)
        button.setAccessibleName(f"{text}: {self.file.rsplit('/', 1)[-1]}")
        set_role(button, "tool")
        button.clicked.connect(run)
        return button

    def _connect(self) -> None:
        self._thumbnail.setObjectName(f"thumbnail:{self._slot}:{self._index}")
        self._thumbnail.setToolTip(self.tr("Enter: full size · R: turn · Delete: remove"))
        self._thumbnail.clicked.connect(self.view)
        self._thumbnail.turn_asked.connect(self._turn_readable)
        self._thumbnail.remove_asked.connect(self._ask_remove)
        self._foreign.setObjectName(f"foreign:{self._slot}:{self._index}")
        self._foreign.clicked.connect(self._mark_foreign)
        self._again.clicked.connect(self._try_again)
        self._context.files.previews.ready.connect(self._on_ready)
        self._context.files.previews.failed.connect(self._on_preview_failed)

    def _described(self) -> str:
        facts = self._context.session.facts.get(self.file)
        if facts is None:
            unread = self._context.files.failure(self.file) is not None
            return self.tr("Not looked into") if unread else self.tr("Looking into the file …")
        if not facts.size:
            return self.tr("Empty file")
        parts = [self._context.catalog.format_name(facts.format), file_size(facts.size)]
        if facts.pages:
            parts.append(self.tr("%n page(s)", "", len(facts.pages)))
        if len(facts.pages) == 1:
            parts.append(f"{facts.pages[0].width} × {facts.pages[0].height}")
        return " · ".join(parts)

    def _show_picture(self) -> None:
        found = self._context.files.picture(self._attachment, 0, self._thumbnail.side)
        self._key, image = found if found is not None else (None, None)
        facts = self._context.session.facts.get(self.file)
        if found is None and facts is not None:
            self._thumbnail.show_icon("error-circle", "block")
        else:
            self._thumbnail.show_picture(image)
        described = f"{self.file.rsplit('/', 1)[-1]}, {self._described()}"
        self._thumbnail.setAccessibleName(self.tr("Picture of {file}").format(file=described))

    @property
    def _is_readable(self) -> bool:
        """Whether nothing speaks against looking at the file, as far as is known."""
        facts = self._context.session.facts.get(self.file)
        return facts is None or facts.is_readable

    def _show_what_can_be_asked(self) -> None:
        """Of a file that nobody can read nothing is asked; what was answered is kept."""
        readable = self._is_readable
        for widget in (self.panel, *self._viewing):
            widget.setVisible(readable)
        self._viewing[-1].setEnabled(self.file in self._context.session.facts)
        self._restore.setVisible(self._attachment.prepared is not None)
        self._foreign.setVisible(readable and self._slot.part is not Part.TRANSLATION)

    def _apply(self, edit: Edit) -> None:
        self._context.session.apply(edit, where=str(self._slot), initiator=self)

    def _turn(self) -> None:
        self._apply(partial(edits.turn_file, slot=self._slot, file=self.file))

    def _turn_readable(self) -> None:
        if self._is_readable:
            self._turn()

    def _mark_foreign(self, ticked: bool) -> None:
        self._apply(partial(edits.mark_foreign, slot=self._slot, file=self.file, foreign=ticked))

    def _ask_remove(self) -> None:
        self.remove_asked.emit(self.file)

    def _ask_replace(self) -> None:
        self.replace_asked.emit(self.file)

    def _ask_prepare(self) -> None:
        self.prepare_asked.emit(self.file)

    def _ask_restore(self) -> None:
        self.restore_asked.emit(self.file)

    def _try_again(self) -> None:
        self._context.files.try_again(self.file)

    @QtSlot(object, QImage)
    def _on_ready(self, key: PageKey, image: QImage) -> None:
        if key == self._key:
            self._thumbnail.show_picture(image)

    @QtSlot(object, object)
    def _on_preview_failed(self, key: PageKey, error: CardprepError) -> None:
        if key == self._key:
            self._thumbnail.show_icon("error-circle", "block")
