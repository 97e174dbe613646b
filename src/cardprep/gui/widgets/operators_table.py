"""The table of operators with 编辑 and 删除 in every row; as high as its rows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QPushButton, QTableView, QWidget

from cardprep.gui.models.operators import Column, OperatorsModel
from cardprep.gui.theme import Theme, set_role

KIND_EM = 4.0


class OperatorsTable(QTableView):
    """Enter edits, Delete deletes.

    Signals:
        edit_asked, delete_asked: the row.
    """

    edit_asked = Signal(int)
    delete_asked = Signal(int)

    def __init__(self, theme: Theme, model: OperatorsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("operators")
        self.setAccessibleName(self.tr("Operators"))
        self._theme = theme
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_headers()
        self.doubleClicked.connect(self._on_double_clicked)
        # Its own height counts as soon as it comes: it must not cover the last row.
        self.horizontalScrollBar().rangeChanged.connect(lambda _least, _most: self.updateGeometry())
        model.modelReset.connect(self._fill_actions)
        self._fill_actions()

    def sizeHint(self) -> QSize:
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        height += self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        if self.horizontalScrollBar().maximum() > 0:
            height += self.horizontalScrollBar().sizeHint().height()
        return QSize(self._theme.em(40), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.em(20), self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_actions()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_kind()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_asked.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit(row)
        else:
            super().keyPressEvent(event)

    def _set_headers(self) -> None:
        upright, across = self.verticalHeader(), self.horizontalHeader()
        upright.setDefaultSectionSize(self._theme.em(2.9))
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.hide()
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(Column.ID_TYPE, QHeaderView.ResizeMode.Stretch)
        across.setSectionResizeMode(Column.ACTIONS, QHeaderView.ResizeMode.Fixed)

    def _fill_actions(self) -> None:
        for row in range(self.model().rowCount()):
            self.setIndexWidget(self.model().index(row, Column.ACTIONS), self._actions(row))
        self._fit_actions()
        self.updateGeometry()

    def _fit_actions(self) -> None:
        """Qt measures the buttons before the style sheet reaches them, hence too narrow."""
        holder = self.indexWidget(self.model().index(0, Column.ACTIONS))
        if holder is not None:
            for button in holder.findChildren(QPushButton):
                button.ensurePolished()
            layout = holder.layout()
            if layout is not None:
                layout.invalidate()
            self.setColumnWidth(Column.ACTIONS, holder.sizeHint().width() + self._theme.em(1))
        self._fit_kind()

    def _fit_kind(self) -> None:
        """The kind of document goes first where there is no room for it: the form has it too."""
        across = self.horizontalHeader()
        others = sum(across.sectionSize(column) for column in Column if column is not Column.ID_TYPE)
        self.setColumnHidden(Column.ID_TYPE, self.viewport().width() - others < self._theme.em(KIND_EM))

    def _actions(self, row: int) -> QWidget:
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(self._theme.em(0.2), 0, self._theme.em(0.2), 0)
        layout.setSpacing(self._theme.em(0.2))
        for verb, text, signal in (
            ("edit", self.tr("Edit"), self.edit_asked),
            ("delete", self.tr("Delete"), self.delete_asked),
        ):
            button = QPushButton(text)
            button.setObjectName(f"{verb}-operator:{row}")
            button.setAccessibleName(self.tr("{verb} operator {number}").format(verb=text, number=row + 1))
            set_role(button, "link")
            button.clicked.connect(partial(signal.emit, row))
            layout.addWidget(button)
        return holder

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.edit_asked.emit(index.row())
