"""Two records that are one firm, or one person, by their number: which to keep, and making them one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QRadioButton, QWidget

from cardprep.app.clock import now
from cardprep.app.library.looking_up import next_duplicates
from cardprep.case.model import Unit
from cardprep.gui.theme import set_role
from cardprep.gui.widgets.discard import discard
from cardprep.gui.widgets.notice import Tone
from cardprep.gui.widgets.working_dialog import WorkingDialog
from cardprep.library.records import Firm, Person, RecordKind, Stamp

if TYPE_CHECKING:
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.theme import Theme
    from cardprep.wording.catalog import Catalog

VALUE_EM = 20.0
Records = Sequence[Firm | Person]


class MergeDialog(WorkingDialog):
    """Shows the two side by side, pair after pair, until there is none left or the clerk stops.

    `names` are the words for the ids of documents and offices.
    """

    def __init__(
        self,
        theme: Theme,
        catalog: Catalog,
        desk: LibraryDesk,
        kind: RecordKind,
        records: Records,
        names: dict[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, catalog, desk.operations, *self._words(), parent)
        self._desk = desk
        self._kind = kind
        self._names = names
        self._records: tuple[Firm | Person, ...] = ()
        self._keeps: list[QRadioButton] = []
        self.setMinimumWidth(theme.em(VALUE_EM * 2 + 18))
        holder = QFrame()
        set_role(holder, "card")
        self._grid = QGridLayout(holder)
        self._grid.setHorizontalSpacing(theme.em(1.5))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.body.addWidget(holder)
        later = self.add_button("cancel", self.tr("Later"))
        self._merge = self.add_button("merge", self.tr("Merge the two"), "primary")
        later.clicked.connect(self.reject)
        self._merge.clicked.connect(self._on_merge)
        self.hold(holder, later, self._merge)
        self._show(records)

    def _words(self) -> tuple[str, str]:
        return self.tr("The same record twice"), self.tr(
            "The one that you keep gets what it lacks from the other, and everything that hangs on it. The "
            "other goes to “Deleted”."
        )

    def _show(self, records: Records) -> None:
        """The first two of the group; the rest of it comes afterwards."""
        self._records, self._keeps = tuple(records)[:2], []
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                discard(widget)
        for column, record in enumerate(self._records, start=1):
            keep = QRadioButton(self.tr("Keep this one"))
            keep.setObjectName(f"keep:{record.id}")
            self._keeps.append(keep)
            self._grid.addWidget(keep, 0, column)
        for row, (label, texts) in enumerate(self._lines(), start=1):
            caption = QLabel(label)
            set_role(caption, "muted")
            self._grid.addWidget(caption, row, 0)
            for column, text in enumerate(texts, start=1):
                self._grid.addWidget(self._value(text, differs=len(set(texts)) > 1), row, column)
        self._keeps[0].setChecked(True)
        self._keeps[0].setFocus()

    def _value(self, text: str, differs: bool) -> QLabel:
        label = QLabel(text or "–")
        label.setWordWrap(True)
        set_role(label, "label" if differs else "")
        # A grid asks no label for its height at a width: a long address would be cut off.
        label.setMinimumWidth(self._theme.em(VALUE_EM))
        label.setMinimumHeight(label.heightForWidth(self._theme.em(VALUE_EM)))
        return label

    def _lines(self) -> list[tuple[str, list[str]]]:
        told = [self._told(record) for record in self._records]
        return [(label, [one[label] for one in told]) for label in told[0]]

    def _told(self, record: Firm | Person) -> dict[str, str]:
        place = self.catalog.place
        if isinstance(record, Firm):
            legal = record.legal_representative
            unit = {f.name: str(getattr(record.unit, f.name)) for f in fields(Unit)}
            told = {place(f"unit.{name}"): self._names.get(text, text) for name, text in unit.items()}
            return {**told, place("legal_representative.name"): legal.name}
        return {
            self.tr("Name"): record.name,
            self.tr("Kind of document"): self._names.get(record.id_type, record.id_type),
            self.tr("Number of the document"): record.id_number,
            self.tr("Mobile number"): record.mobile,
        }

    def _on_merge(self) -> None:
        first, second = (record.id for record in self._records)
        keep, gone = (first, second) if self._keeps[0].isChecked() else (second, first)
        library, kind, stamp = self._desk.library, self._kind, Stamp(self._desk.who(), now())

        def work() -> Records:
            library.written(lambda: library.store.merge(kind, keep, gone, stamp))
            return next_duplicates(library, kind)

        self.work(work, self._on_merged)

    def _on_merged(self, records: Records) -> None:
        self._desk.changed.emit()
        if len(records) > 1:
            self._show(records)
            self.tell(Tone.OK, self.tr("Merged. Here are the next two."))
        else:
            self.accept()
