"""The heads of a proposed list, each with a box beneath it: which column of the table it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from cardprep.case.tables.layout import ColumnBy, Layout
from cardprep.gui.theme import Theme
from cardprep.gui.widgets.choice_field import Combo
from cardprep.wording.catalog import Catalog

_ALPHABET = 26
_DOUBTFUL = (ColumnBy.CONTENT, ColumnBy.SWAPPED)


class MappingHeader(QHeaderView):
    """Holds the boxes above their columns while these are moved and scrolled.

    Signals:
        mapped: a field, and the column of the table that it is to come from (-1: none).
        reached: the keyboard came to the box of this section.
    """

    mapped = Signal(str, int)
    reached = Signal(int)

    def __init__(
        self,
        theme: Theme,
        catalog: Catalog,
        fields: Sequence[tuple[str, str]],
        first: int,
        parent: QWidget | None = None,
    ) -> None:
        """`fields` are names and headings; `first` is the section of the first of them."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._catalog = catalog
        self._first = first
        self.boxes = {field: self._box(field, heading) for field, heading in fields}
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.sectionResized.connect(self._place)
        self.geometriesChanged.connect(self._place)

    def offer(self, layout: Layout) -> None:
        """Show the columns of the table, and which of them are taken."""
        for field, box in self.boxes.items():
            box.clear()
            box.addItem(self.tr("(none)"), -1)
            for number, column in enumerate(layout.columns):
                letter = self.tr("Column {letter}").format(letter=_letters(number))
                box.addItem(column.header or letter, number)
            source = layout.column_of(field)
            by = ColumnBy.NOTHING if source is None else layout.columns[source].by
            box.setCurrentIndex(0 if source is None else box.findData(source))
            box.setToolTip(self._catalog.text(f"tables.by.{by}"))
            self._mark(box, "warn" if by in _DOUBTFUL else "")

    def scrolled(self) -> None:
        """The table was scrolled sideways."""
        self._place()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        box = next(iter(self.boxes.values()))
        return QSize(size.width(), size.height() + box.sizeHint().height() + self._theme.em(0.3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for position, box in enumerate(self.boxes.values()):
                if box is watched:
                    self.reached.emit(self._first + position)
        return super().eventFilter(watched, event)

    def _box(self, field: str, heading: str) -> Combo:
        box = Combo(self.viewport())
        box.setObjectName(f"column:{field}")
        box.setAccessibleName(self.tr("Column for “{field}”").format(field=heading))
        box.setMinimumContentsLength(2)
        box.activated.connect(lambda index, box=box: self.mapped.emit(field, box.itemData(index)))
        box.installEventFilter(self)
        return box

    def _mark(self, box: Combo, state: str) -> None:
        if box.property("state") != state:
            box.setProperty("state", state)
            box.style().unpolish(box)
            box.style().polish(box)

    def _place(self) -> None:
        gap = self._theme.em(0.3)
        for position, box in enumerate(self.boxes.values()):
            section, height = self._first + position, box.sizeHint().height()
            box.setGeometry(
                self.sectionViewportPosition(section) + gap,
                self.height() - height - gap,
                max(0, self.sectionSize(section) - 2 * gap),
                height,
            )


def _letters(number: int) -> str:
    """A column as Excel calls it, counted from 0."""
    before, last = divmod(number, _ALPHABET)
    return (_letters(before - 1) if before else "") + chr(ord("A") + last)
