"""The confirmation screen: everything once more, warnings to confirm, the declaration, the export."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cardprep.app.session import Change
from cardprep.case import edits
from cardprep.case.finding import Finding
from cardprep.case.model import Acknowledgement
from cardprep.gui.context import Context
from cardprep.gui.dialogs.acknowledge import AcknowledgeDialog
from cardprep.gui.dialogs.export import ExportDialog
from cardprep.gui.outside import open_file
from cardprep.gui.pages.page import Page
from cardprep.gui.widgets.cards_panel import CardsPanel
from cardprep.gui.widgets.declaration import Declaration
from cardprep.gui.widgets.entry_list import EntryList
from cardprep.gui.widgets.export_panel import ExportPanel
from cardprep.gui.widgets.warning_list import WarningList
from cardprep.host.paths import documents_folder

if TYPE_CHECKING:
    from cardprep.evidence.client import Worker

DECLARATION, EXPORT = "declaration", "export"


class PreviewPage(Page):
    """Screen 5.

    Signals:
        preparer_named: the name that the clerk confirmed a warning under, for the next time.
        another_asked: begin another application.
    """

    preparer_named = Signal(str)
    another_asked = Signal()

    def __init__(
        self,
        context: Context,
        worker: Worker,
        now: Callable[[], dt.datetime],
        preparer: str,
        open_file: Callable[[Path], bool] = open_file,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, self.tr("Preview"), self._lead(), parent)
        self._worker = worker
        self._now = now
        self._preparer = preparer
        self._entries = EntryList(context)
        self._warnings = WarningList(context)
        self._cards = CardsPanel(context)
        self._declaration = Declaration(context.theme)
        self._export = ExportPanel(context.theme, open_file)
        for part in (self._entries, self._warnings, self._cards, self._declaration, self._export):
            self.column.addWidget(part)
        self._entries.chosen.connect(self.go_to)
        self._warnings.chosen.connect(self.lead_to)
        self._warnings.acknowledge_asked.connect(self._acknowledge)
        self._warnings.withdraw_asked.connect(self._withdraw)
        self._declaration.ticked.connect(self._declare)
        self._export.export_asked.connect(self._on_export)
        self._export.another_asked.connect(self.another_asked)
        self._export.open_asked.connect(self._go_to_first)
        self._export.opening_failed.connect(partial(self.reveal_asked.emit, self._export))

    def _lead(self) -> str:
        return self.tr(
            "What you see here is what is filed. Compare it with the papers: everything must agree "
            "completely. Each line leads to its field."
        )

    def refresh(self, change: Change) -> None:
        if change.case_changed and change.initiator is not self._export:
            self._export.forget_result()
        self._entries.refresh()
        self._warnings.refresh()
        self._cards.refresh()
        # Undoing the declaration itself is no change that asks for a second look.
        edited = change.where != DECLARATION
        self._declaration.show_ticked(self.context.session.case.declaration, edited)
        self._export.refresh(self.context.session)

    def focus_on(self, where: str, finding: Finding | None = None) -> bool:
        if where == DECLARATION:
            self._declaration.take_focus()
        elif where == EXPORT:
            self._export.take_focus()
        else:
            return self._warnings.focus_on(where, finding)
        return True

    def start_export(self) -> None:
        self._export.start()

    def _declare(self, ticked: bool) -> None:
        self.context.session.apply(
            lambda case: edits.declare(case, ticked), where=DECLARATION, initiator=self
        )

    def _go_to_first(self) -> None:
        first = next((f for f in self.context.session.findings if f.is_open), None)
        if first is not None:
            self.lead_to.emit(first)

    def _acknowledge(self, finding: Finding) -> None:
        told = self.context.catalog.finding(finding, self.context.session.case)
        dialog = AcknowledgeDialog(self.context.theme, told.place, told.message, self._preparer, self)
        dialog.accepted.connect(partial(self._on_acknowledged, dialog, finding))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_acknowledged(self, dialog: AcknowledgeDialog, finding: Finding) -> None:
        self._preparer = dialog.preparer
        self.preparer_named.emit(dialog.preparer)
        entry = Acknowledgement(
            rule=finding.rule,
            where=finding.where,
            reason=dialog.reason,
            file=finding.file,
            by=dialog.preparer,
            at=self._now().isoformat(timespec="seconds"),
            about=finding.about,
        )
        self.context.session.apply(
            lambda case: edits.acknowledge(case, entry), where=finding.where, initiator=self
        )
        if not self._warnings.focus_next_open(finding):
            self._declaration.take_focus()

    def _withdraw(self, finding: Finding) -> None:
        self.context.session.apply(
            lambda case: edits.withdraw_acknowledgement(case, finding.rule, finding.where, finding.file),
            where=finding.where,
            initiator=self,
        )
        self._warnings.focus_on(finding.where, finding)

    def _on_export(self, draft: bool) -> None:
        proposal = documents_folder() / "cardprep"
        dialog = ExportDialog(self.context, self._worker, draft, proposal, self)
        dialog.accepted.connect(partial(self._on_exported, dialog, draft))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_exported(self, dialog: ExportDialog, draft: bool) -> None:
        if dialog.exported is not None:
            self._export.show_result(dialog.exported, draft)
            self.reveal_asked.emit(self._export)
