"""Operators and firms from a list: into the application, or into the library."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cardprep.app.importing_tables import known_operators
from cardprep.app.library.firm_lists import FirmsAdded, add_firms, firms_there
from cardprep.case.tables.fields import ListKind
from cardprep.case.tables.proposal import ProposedRow
from cardprep.gui.context import Context
from cardprep.gui.library_desk import LibraryDesk
from cardprep.gui.widgets.table_dialog import ListDesk, TableDialog

if TYPE_CHECKING:
    from cardprep.errors import CardprepError


class OperatorsFromTable(TableDialog):
    """Operators for the open application, as drafts.

    Attributes:
        rows: what was chosen, once the dialog is accepted.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        session = context.session
        self._there = len(session.case.operators)
        self._most = session.rulebook.limits.most_operators
        self.rows: tuple[ProposedRow, ...] = ()
        desk = ListDesk(
            theme=context.theme,
            catalog=context.catalog,
            operations=context.operations,
            worker=context.files.worker,
            rulebook=session.rulebook,
            today=session.today,
        )
        known = known_operators(session.case)
        words = (
            self.tr("Operators from a list"),
            self.tr(
                "Rows without faults are ticked. Everybody becomes a draft: the files are still to come."
            ),
        )
        super().__init__(desk, ListKind.OPERATORS, words, lambda _: known, self._room(), parent)

    def room(self) -> int | None:
        """As many as the application has not got yet (APP-2)."""
        return self._room()

    def take(self, rows: tuple[ProposedRow, ...]) -> None:
        """Close; who asked puts them into the application."""
        self.rows = rows
        self.accept()

    def button_text(self, count: int) -> str:
        """As `TableDialog`."""
        return self.tr("Add %n operator(s)", "", count)

    def surplus_text(self, surplus: int) -> str:
        """As `TableDialog`."""
        told = self.tr(
            "One application takes at most {most} operators and has {there}: %n row(s) too many."
            " Put them into a further application.",
            "",
            surplus,
        )
        return told.format(most=self._most, there=self._there)

    def _room(self) -> int:
        return max(0, self._most - self._there)


class FirmsFromTable(TableDialog):
    """Firms for the library; of a firm that is known only what is blank is filled in.

    Attributes:
        added: what became of them, once the dialog is accepted.
    """

    def __init__(self, desk: ListDesk, library_desk: LibraryDesk, parent: QWidget | None = None) -> None:
        self.added = FirmsAdded()
        self._library_desk = library_desk
        self._halt = threading.Event()
        self._is_writing = False
        words = (
            self.tr("Firms from a list"),
            self.tr(
                "Rows without faults are ticked. A firm that is there already gets what is blank filled in if"
                " you tick it; nothing is overwritten."
            ),
        )
        library = library_desk.library
        super().__init__(
            desk, ListKind.FIRMS, words, lambda cancelled: firms_there(library, cancelled), parent=parent
        )

    def take(self, rows: tuple[ProposedRow, ...]) -> None:
        """Write them into the library, as one piece of work; the dialog closes when it is done."""
        library, units, halt = self._library_desk.library, [row.unit() for row in rows], self._halt
        self._is_writing = True
        self.show_failure(None)
        self.show_busy(self.tr("The firms are being added …"))
        self._library_desk.run(
            self, lambda: add_firms(library, units, halt.is_set), self._on_added, self._on_not_added
        )

    def button_text(self, count: int) -> str:
        """As `TableDialog`."""
        return self.tr("Add %n firm(s)", "", count)

    def surplus_text(self, surplus: int) -> str:
        """There is room for every firm."""
        return ""

    def reject(self) -> None:
        """Close; what is being written stops after the present firm, and what was written is told."""
        if self._is_writing:
            self._halt.set()
        else:
            super().reject()

    def _on_added(self, added: FirmsAdded) -> None:
        self._is_writing = False
        self.added = added
        self.accept()

    def _on_not_added(self, error: CardprepError) -> None:
        self._is_writing = False
        self.show_busy("")
        self.show_failure(error)
        self._library_desk.changed.emit()
