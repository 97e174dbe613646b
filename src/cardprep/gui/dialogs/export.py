"""The export: where to, then progress with a way out. It closes when all is written and verified."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from cardprep.app.exporting import Exported, ExportRequest, export_case
from cardprep.gui.context import Context
from cardprep.gui.widgets.dialog_frame import DialogFrame
from cardprep.gui.widgets.folder_field import FolderField
from cardprep.gui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from cardprep.case.model import Case
    from cardprep.errors import CardprepError
    from cardprep.evidence.client import Worker
    from cardprep.gui.operation import Cancelled, Operation, Report


class ExportDialog(DialogFrame):
    """Exports the case of the context.

    Attributes:
        exported: what was written, once the dialog is accepted.
    """

    def __init__(
        self, context: Context, worker: Worker, draft: bool, proposal: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(context.theme, *self._words(draft), parent=parent)
        self.exported: Exported | None = None
        self._context = context
        self._worker = worker
        self._draft = draft
        self._operation: Operation | None = None
        self._failure: Notice | None = None
        self._field = FolderField(
            context.theme, "export-folder", self.tr("Put it into this folder"), proposal
        )
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        self._doing = QLabel()
        self.body.addWidget(self._field)
        self.body.addWidget(self._doing)
        self.body.addWidget(self._bar)
        self._bar.hide()
        self._doing.hide()
        self._cancel = self.add_button("cancel", self.tr("Cancel"))
        self._start = self.add_button("start-export", self.tr("Export"), "primary")
        self._cancel.clicked.connect(self.reject)
        self._start.clicked.connect(self._on_start)
        self._field.changed.connect(lambda: self._start.setEnabled(self._field.path is not None))

    def _words(self, draft: bool) -> tuple[str, str]:
        if draft:
            return self.tr("Export as a draft"), self.tr(
                "Every page is marked as a draft. It is for looking at, not for filing."
            )
        return self.tr("Export"), self.tr(
            "The files are checked once more, copied with the names to upload them by, and verified."
        )

    def _on_start(self) -> None:
        target = self._field.path
        if target is None:
            return
        case, place, worker = self._context.session.case, self._context.place, self._worker

        def work(report: Report, cancelled: Cancelled) -> Exported:
            with place.in_plain(case) as folder:
                return export_case(self._request(case, folder, target), worker, report, cancelled)

        self._show_running(True)
        self._operation = self._context.operations.run(
            self, work, self._on_done, self._on_failed, self._on_progress
        )

    def _request(self, case: Case, folder: Path, target: Path) -> ExportRequest:
        session = self._context.session
        return ExportRequest(
            folder=folder,
            case=case,
            target=target,
            draft=self._draft,
            language=self._context.catalog.language,
            today=session.today,
        )

    def _show_running(self, running: bool) -> None:
        self._field.setEnabled(not running)
        self._start.setEnabled(not running)
        self._bar.setVisible(running)
        self._doing.setVisible(running)
        self._bar.setRange(0, 0)
        self._doing.setText(self.tr("Writing and verifying…"))
        if self._failure is not None:
            self._failure.hide()
            self._failure.deleteLater()
            self._failure = None

    def _on_progress(self, done: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def _on_done(self, exported: Exported) -> None:
        self._operation = None
        self.exported = exported
        self.accept()

    def _on_failed(self, error: CardprepError) -> None:
        self._operation = None
        self._show_running(False)
        told = self._context.catalog.error(error)
        self._failure = Notice(self._context.theme, Tone.BLOCK, told.what, told.remedy)
        self.body.addWidget(self._failure)

    def reject(self) -> None:
        """Close, and stop an export that is under way; it leaves nothing behind."""
        if self._operation is not None:
            self._operation.cancel()
        super().reject()
