"""Lists of operators into the open application and out of it: what the page of operators has for Excel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cardprep.app.exporting_tables import export_operators, write_template
from cardprep.app.importing_tables import adding_operators
from cardprep.case.tables.fields import ListKind
from cardprep.gui.context import Context
from cardprep.gui.dialogs.tables import OperatorsFromTable
from cardprep.gui.table_source import TableSource
from cardprep.gui.widgets.message import Line, error_line
from cardprep.gui.widgets.table_button import TableButton, TableButtonText

if TYPE_CHECKING:
    from cardprep.errors import CardprepError


class OperatorTables(QObject):
    """Owns the button, opens the dialog, and puts what was chosen into the application.

    Signals:
        said: a `Line` to show.
        added: how many operators came in; they can be taken back in one step.

    Attributes:
        button: to be put on the page.
    """

    said = Signal(object)
    added = Signal(int)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        text = TableButtonText(
            button=self.tr("From Excel…"),
            export=self.tr("Save the operators as Excel…"),
            template_file=self.tr("Operators (template)"),
            export_file=self.tr("Operators"),
        )
        self.button = TableButton(context.theme, "operator-tables", text)
        self.button.source_chosen.connect(self.open)
        self.button.nothing_copied.connect(self._on_nothing_copied)
        self.button.template_asked.connect(self._write_template)
        self.button.export_asked.connect(self._export)

    def open(self, source: TableSource) -> OperatorsFromTable:
        """Show what would be taken over from there."""
        dialog = OperatorsFromTable(self._context, self._page.window())
        dialog.setObjectName("operators-from-table")
        dialog.accepted.connect(lambda: self._add(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.load(source)
        return dialog

    def _add(self, dialog: OperatorsFromTable) -> None:
        self._context.session.apply(adding_operators(dialog.rows), where="operators", initiator=self._page)
        self.added.emit(len(dialog.rows))

    def _on_nothing_copied(self) -> None:
        told = self.tr("Nothing to paste: select rows in Excel or WPS and copy them first.")
        self.said.emit(Line("warn", told))

    def _write_template(self, target: Path) -> None:
        book, catalog = self._context.session.rulebook, self._context.catalog
        told = self.tr("The template was saved: {file}").format(file=target)
        self._run(lambda: write_template(target, ListKind.OPERATORS, book, catalog), told)

    def _export(self, target: Path) -> None:
        session, catalog = self._context.session, self._context.catalog
        operators, book = session.case.operators, session.rulebook
        told = self.tr("Saved: {file}. It is not encrypted: delete it as soon as it is not needed.")
        self._run(lambda: export_operators(target, operators, book, catalog), told.format(file=target))

    def _run(self, write: Callable[[], None], told: str) -> None:
        """Write a workbook, and say that it is written."""
        self._context.operations.run(
            self,
            lambda _report, _cancelled: write(),
            lambda _none: self.said.emit(Line("ok", told)),
            self._on_failed,
        )

    def _on_failed(self, error: CardprepError) -> None:
        self.said.emit(error_line(self._context, error))
