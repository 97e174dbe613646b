"""Lists of firms into the library and out of it: what the home page has for Excel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence

from cardprep.app import clock, rulebooks
from cardprep.app.exporting_tables import export_firms, write_template
from cardprep.app.library.firm_lists import firms_found
from cardprep.case.tables.fields import ListKind
from cardprep.gui.dialogs.tables import FirmsFromTable
from cardprep.gui.table_source import copied_table, table_file_in
from cardprep.gui.widgets.notice import Action, Tone
from cardprep.gui.widgets.table_button import TableButton, TableButtonText
from cardprep.gui.widgets.table_dialog import ListDesk
from cardprep.library.records import DirectoryQuery, RecordKind, Shelf

if TYPE_CHECKING:
    from cardprep.app.library.firm_lists import FirmsAdded
    from cardprep.errors import CardprepError
    from cardprep.evidence.client import Worker
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.look import Look
    from cardprep.gui.operation import Cancelled
    from cardprep.gui.pages.start_page import StartPage
    from cardprep.gui.table_source import TableSource
    from cardprep.gui.widgets.library_view import LibraryView

SUBJECT = "firm-tables"


class FirmTables(QObject):
    """Puts the button onto the home page, opens the dialog, and tells what became of the list."""

    def __init__(
        self, look: Look, desk: LibraryDesk, worker: Worker, page: StartPage, lists: LibraryView
    ) -> None:
        super().__init__(page)
        self._look = look
        self._desk = desk
        self._worker = worker
        self._page = page
        self._lists = lists
        text = TableButtonText(
            button=self.tr("Firms in Excel"),
            export=self.tr("Save the firms that the search finds…"),
            template_file=self.tr("Firms (template)"),
            export_file=self.tr("Firms"),
        )
        self.button = TableButton(look.theme, "tables", text)
        self.button.source_chosen.connect(self.open)
        self.button.nothing_copied.connect(self._on_nothing_copied)
        self.button.template_asked.connect(self._write_template)
        self.button.export_asked.connect(self._export)
        page.openers.insertWidget(page.openers.count() - 1, self.button)
        lists.setAcceptDrops(True)
        lists.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A list that is dropped on the home page's lists, or pasted there, is one of firms."""
        source: TableSource | None = None
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            source = copied_table() if event.matches(QKeySequence.StandardKey.Paste) else None
        elif isinstance(event, QDropEvent):  # what is dragged in, too; both tell what they carry
            source = table_file_in(event.mimeData())
        if source is None:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() != QEvent.Type.DragEnter and event.type() != QEvent.Type.DragMove:
            self.open(source)
        return True

    def open(self, source: TableSource) -> FirmsFromTable:
        """Show what would be taken over from there."""
        desk = ListDesk(
            theme=self._look.theme,
            catalog=self._look.catalog,
            operations=self._desk.operations,
            worker=self._worker,
            rulebook=rulebooks.rulebook(),
            today=clock.today(),
        )
        dialog = FirmsFromTable(desk, self._desk, self._page.window())
        dialog.setObjectName("firms-from-table")
        dialog.accepted.connect(lambda: self._on_added(dialog.added))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.load(source)
        return dialog

    def _on_added(self, added: FirmsAdded) -> None:
        told = self.tr("%n firm(s) added.", "", len(added.new))
        known = []
        if added.filled:
            known.append(self.tr("%n known firm(s) filled in where something was blank.", "", added.filled))
        if added.unchanged:
            known.append(self.tr("%n known firm(s) unchanged.", "", added.unchanged))
        undo = Action("undo-firms", self.tr("Undo"), lambda: self._take_back(added))
        actions = (undo,) if added.new else ()
        self._page.messages.show_message(SUBJECT, Tone.OK, told, " ".join(known), actions)

    def _take_back(self, added: FirmsAdded) -> None:
        """Those that are new go into the trash, from where they can still come back."""
        self._page.messages.withdraw(SUBJECT)
        self._desk.move(RecordKind.FIRM, added.new, Shelf.ACTIVE, Shelf.TRASH)

    def _on_nothing_copied(self) -> None:
        told = self.tr("Nothing to paste: select rows in Excel or WPS and copy them first.")
        self._page.messages.show_message(SUBJECT, Tone.WARN, told)

    def _write_template(self, target: Path) -> None:
        catalog = self._look.catalog
        told = self.tr("The template was saved: {file}").format(file=target)
        self._run(lambda _: write_template(target, ListKind.FIRMS, rulebooks.rulebook(), catalog), told)

    def _export(self, target: Path) -> None:
        """All that the search finds, however far the list was scrolled."""
        wanted, library, catalog = self._lists.filter.wanted, self._desk.library, self._look.catalog
        query = DirectoryQuery(wanted.search, wanted.shelf, wanted.firm)

        def write(cancelled: Cancelled) -> None:
            firms = firms_found(library, query, cancelled)
            export_firms(target, firms, rulebooks.rulebook(), catalog)

        told = self.tr("Saved: {file}. It is not encrypted: delete it as soon as it is not needed.")
        self._run(write, told.format(file=target))

    def _run(self, write: Callable[[Cancelled], None], told: str) -> None:
        """Write a workbook, and say that it is written."""
        self._desk.operations.run(
            self,
            lambda _report, cancelled: write(cancelled),
            lambda _none: self._page.messages.show_message(SUBJECT, Tone.OK, told),
            self._on_failed,
        )

    def _on_failed(self, error: CardprepError) -> None:
        self._page.messages.show_error(error, SUBJECT)
