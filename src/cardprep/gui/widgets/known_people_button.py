"""The button that offers the people of the library, and what comes of it as one step of undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from cardprep.app.library.beginning import Brought, bring_people
from cardprep.case.identifiers.documents import person_key
from cardprep.case.model import Case
from cardprep.gui.context import Context
from cardprep.gui.dialogs.known_people import KnownPeopleDialog, Room
from cardprep.gui.operation import Lane

if TYPE_CHECKING:
    from cardprep.case.edits import Edit
    from cardprep.errors import CardprepError


class KnownPeopleButton(QPushButton):
    """Hidden where the case is in no library.

    Signals:
        brought: how many came.
        failed: a `CardprepError`; nothing of the case has changed.
    """

    brought = Signal(int)
    failed = Signal(object)

    def __init__(
        self,
        context: Context,
        text: str,
        room: Callable[[Case], Room],
        edit: Callable[[tuple[Brought, ...]], Edit],
        where: Callable[[Case], str],
        parent: QWidget | None = None,
    ) -> None:
        """`room` says who may be chosen, `edit` what becomes of them, `where` the place of the edit."""
        super().__init__(context.theme.icon("people"), text, parent)
        self.setObjectName("known-people-button")
        self._context = context
        self._room = room
        self._edit = edit
        self._where = where
        self.setVisible(context.desk is not None)
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        context = self._context
        if context.desk is None:
            return
        language = context.catalog.language
        id_types = {choice.id: choice.named(language) for choice in context.session.rulebook.id_types}
        room = self._room(context.session.case)
        dialog = KnownPeopleDialog(context.theme, context.desk, id_types, room, self.window())
        dialog.accepted.connect(lambda: self._bring(dialog.chosen))
        dialog.finished.connect(dialog.deleteLater)
        context.desk.destroyed.connect(dialog.close)
        dialog.open()

    def _bring(self, people: tuple[str, ...]) -> None:
        context = self._context
        if context.desk is None:
            return
        library, place = context.desk.library, context.place
        self.setEnabled(False)

        def done(brought: tuple[Brought, ...]) -> None:
            self.setEnabled(True)
            where = self._where(context.session.case)
            context.session.apply(self._edit(brought), where=where)
            self.brought.emit(len(brought))

        def failed(error: CardprepError) -> None:
            self.setEnabled(True)
            self.failed.emit(error)

        context.operations.run(
            self,
            lambda _report, _cancelled: bring_people(library, people, place),
            done,
            failed,
            lane=Lane.SAVING,
        )


def keys_of_operators(case: Case) -> frozenset[str]:
    """Who stands among the operators, as OPER-6 tells people apart."""
    return frozenset(key for operator in case.operators if (key := person_key(operator.id_number)))
