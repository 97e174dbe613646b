"""Applications go to somebody else: one encrypted file, and a passphrase to be told by another way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QProgressBar, QPushButton, QWidget

from cardprep.app.handing_over import suggested_passphrase
from cardprep.app.library.handing import Item, Parcel
from cardprep.bundle.sealed import ENDING, LEAST_PASSPHRASE
from cardprep.bundle.sealed_header import spelled
from cardprep.case.model import Kind
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.dialog_frame import DialogFrame
from cardprep.gui.widgets.failure_place import FailurePlace
from cardprep.gui.widgets.file_size import file_size
from cardprep.gui.widgets.folder_field import FolderField
from cardprep.gui.widgets.notice import Tone
from cardprep.host.filenames import legal_name
from cardprep.wording.catalog import Catalog

if TYPE_CHECKING:
    from cardprep.errors import CardprepError
    from cardprep.gui.operation import Cancelled, Operation, Operations, Report

Write = Callable[[Path, str, "Report", "Cancelled"], Path]
"""Writes the file to that path under that passphrase; gives where it really is."""


class HandOverDialog(DialogFrame):
    """Where to, under which passphrase, what is in it; afterwards what to tell the receiver.

    Attributes:
        written: the file, once it is there.
    """

    def __init__(
        self,
        theme: Theme,
        catalog: Catalog,
        operations: Operations,
        parcel: Parcel,
        write: Write,
        proposal: Path,
        parent: QWidget | None = None,
    ) -> None:
        lead = self.tr(
            "Everything goes into one encrypted file, with the originals. It opens with its passphrase alone."
        )
        super().__init__(theme, self.tr("Hand over"), lead, parent)
        self.setObjectName("hand-over")
        self.setMinimumWidth(theme.em(46))
        self.written: Path | None = None
        self._operations = operations
        self._write = write
        self._operation: Operation | None = None
        self._add_contents(theme, parcel)
        self._add_target(theme, parcel, proposal)
        self._add_passphrase(theme)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the hand-over"))
        self._doing = QLabel(self.tr("Encrypting and writing…"))
        self._failure = FailurePlace(theme, catalog)
        self._failure.shown.connect(self.make_room)
        for widget in (self._doing, self._bar, self._failure):
            self.body.addWidget(widget)
        self._cancel = self.add_button("cancel", self.tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        self._start = self.add_button("start-hand-over", self.tr("Write the file"), "primary")
        self._start.clicked.connect(self._on_start)
        self._show_running(False)
        self._offer()
        self._start.setFocus()

    def reject(self) -> None:
        """Close, and stop what is under way; it leaves nothing behind."""
        if self._operation is not None:
            self._operation.cancel()
        super().reject()

    def _add_contents(self, theme: Theme, parcel: Parcel) -> None:
        told = self.tr("%n application(s), {size}", "", len(parcel.items))
        self.add_label(told.format(size=file_size(sum(item.size for item in parcel.items))), "label")
        contents = QListWidget()
        contents.setObjectName("contents")
        contents.setAccessibleName(self.tr("What is in it"))
        contents.addItems([self._line(item) for item in parcel.items])
        contents.setMaximumHeight(theme.em(min(9.0, 1.2 + 1.9 * len(parcel.items))))
        self.body.addWidget(contents)

    def _line(self, item: Item) -> str:
        kinds = {
            Kind.NEW_ENTRANT: self.tr("new entrant"),
            Kind.ADDITIONAL_OPERATORS: self.tr("additional operators"),
        }
        case = item.case
        name = case.unit.name.strip() or self.tr("Firm without a name yet")
        kind = kinds[case.kind] if case.kind else self.tr("kind not chosen")
        told = self.tr("{firm} ({kind}), operators: {operators}, files: {files}")
        return told.format(firm=name, kind=kind, operators=len(case.operators), files=item.files)

    def _add_target(self, theme: Theme, parcel: Parcel, proposal: Path) -> None:
        self._folder = FolderField(theme, "hand-over-folder", self.tr("Put it into this folder"), proposal)
        self._folder.changed.connect(self._offer)
        caption = QLabel(self.tr("Name of the file"))
        set_role(caption, "label")
        names = [item.case.unit.name.strip() for item in parcel.items]
        first = parcel.firm.name if parcel.firm is not None else next((name for name in names if name), "")
        self._name = QLineEdit(legal_name(first or self.tr("Hand-over")) + ENDING)
        self._name.setObjectName("hand-over-name")
        self._name.setAccessibleName(self.tr("Name of the file"))
        self._name.textChanged.connect(self._offer)
        caption.setBuddy(self._name)
        self._before: tuple[QWidget, ...] = (self._folder, caption, self._name)
        for widget in self._before:
            self.body.addWidget(widget)

    def _add_passphrase(self, theme: Theme) -> None:
        caption = QLabel(self.tr("Passphrase (may be replaced by one of your own)"))
        set_role(caption, "label")
        self._passphrase = QLineEdit(suggested_passphrase())
        self._passphrase.setObjectName("hand-over-passphrase")
        self._passphrase.setAccessibleName(self.tr("Passphrase"))
        self._passphrase.textChanged.connect(self._offer)
        set_role(self._passphrase, "large")
        caption.setBuddy(self._passphrase)
        copy = QPushButton(theme.icon("copy"), self.tr("Copy"))
        copy.setObjectName("copy-passphrase")
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.setSpacing(theme.em(0.5))
        row.addWidget(self._passphrase, 1)
        row.addWidget(copy)
        self.body.addWidget(caption)
        self.body.addLayout(row)
        self.add_label(
            self.tr("Tell it on the telephone or in person, never in the message that brings the file."),
            "hint",
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._passphrase.text())

    def _target(self) -> Path | None:
        folder, name = self._folder.path, self._name.text().strip()
        return folder / legal_name(name) if folder is not None and name else None

    def _offer(self) -> None:
        long_enough = len(spelled(self._passphrase.text())) >= LEAST_PASSPHRASE
        self._start.setEnabled(self._target() is not None and long_enough and self._operation is None)

    def _on_start(self) -> None:
        target, passphrase, write = self._target(), self._passphrase.text(), self._write
        if target is None:
            return
        self._failure.clear()
        self._show_running(True)
        self._operation = self._operations.run(
            self,
            lambda report, cancelled: write(target, passphrase, report, cancelled),
            self._on_done,
            self._on_failed,
            self._on_progress,
        )
        self._offer()

    def _show_running(self, running: bool) -> None:
        for widget in (self._folder, self._name, self._passphrase):
            widget.setEnabled(not running)
        self._bar.setVisible(running)
        self._doing.setVisible(running)
        self._bar.setRange(0, 0)

    def _on_progress(self, done: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def _on_done(self, written: Path) -> None:
        self._operation = None
        self.written = written
        self._show_running(False)
        for widget in self._before:
            widget.hide()
        self._passphrase.setReadOnly(True)
        self._start.hide()
        self._cancel.setText(self.tr("Close"))
        self._cancel.setFocus()
        detail = self.tr(
            "Send the file. Tell the receiver by another way: the passphrase above, and that cardprep opens "
            "the file by “Take in…” or by dropping it on the window. Without the passphrase nobody can open "
            "it, and it is kept nowhere."
        )
        self.resize(self.width(), self.minimumSizeHint().height())
        self._failure.show_words(Tone.OK, self.tr("Written: {path}").format(path=written), detail)

    def _on_failed(self, error: CardprepError) -> None:
        self._operation = None
        self._show_running(False)
        self._offer()
        self._failure.show_error(error)
