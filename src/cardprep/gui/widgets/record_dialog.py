"""A dialog that edits one record of the library with the forms of the application."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from cardprep.app.session import Change
from cardprep.gui.forms.parts import Parts
from cardprep.gui.record_sheet import RecordSheet
from cardprep.gui.widgets.notice import Tone
from cardprep.gui.widgets.scrolled import scrolled
from cardprep.gui.widgets.section import Section
from cardprep.gui.widgets.working_dialog import WorkingDialog

if TYPE_CHECKING:
    from cardprep.gui.forms.form import Form


class RecordDialog(WorkingDialog):
    """Shows forms in cards; keeps the record when all of it is sound. Subclasses say how (`keep`)."""

    def __init__(self, sheet: RecordSheet, title: str, lead: str, parent: QWidget | None = None) -> None:
        context = sheet.context
        super().__init__(context.theme, context.catalog, context.operations, title, lead, parent)
        self.sheet = sheet
        self._forms = Parts()
        self._warned = False
        self._unsubscribe: Callable[[], None] = sheet.session.subscribe(self._on_change)
        for keys, run in (
            (QKeySequence.StandardKey.Undo, sheet.session.undo),
            (QKeySequence.StandardKey.Redo, sheet.session.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        self.resize(context.theme.em(54), context.theme.em(44))
        self.finished.connect(self._on_finished, Qt.ConnectionType.SingleShotConnection)

    def keep(self) -> None:
        """Write the record; runs in a thread."""
        raise NotImplementedError

    def card(self, title: str, form: Form) -> Section:
        """A card with a form in it."""
        section = Section(self._theme, title)
        section.body.addWidget(self._forms.add(form))
        form.refresh(Change())
        self.hold(form)
        return section

    def show_cards(self, *cards: QWidget) -> None:
        """Show the cards, and the buttons below."""
        self.body.addWidget(scrolled(self._theme, *cards), 1)
        cancel = self.add_button("cancel", self.tr("Cancel"))
        save = self.add_button("save-record", self.tr("Save"), "primary")
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._save)
        self.hold(cancel, save)

    def _on_change(self, change: Change) -> None:
        self._warned = False
        self._forms.refresh(change)

    def _save(self) -> None:
        self._forms.reveal()
        faults = self.sheet.session.faults
        if faults:
            self.tell(Tone.BLOCK, self.tr("Something is to be corrected before it can be saved."))
            self._forms.focus_on(faults[0].where)
            return
        self.work(self.keep, lambda _nothing: self.accept())

    def reject(self) -> None:
        """Close; what was typed and not saved is dropped only when asked twice."""
        if self.sheet.is_changed and not self._warned and not self.is_working:
            self._warned = True
            self.tell(
                Tone.WARN,
                self.tr("Your changes are not saved yet."),
                self.tr("Press “Save” to keep them, or “Cancel” once more to drop them."),
            )
            return
        super().reject()

    def _on_finished(self) -> None:
        self._unsubscribe()
        self.sheet.close()
