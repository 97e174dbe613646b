"""The applications that were open lately, on the start page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from cardprep.gui.delegates.recent import RecentDelegate
from cardprep.gui.models.recent import RecentCase, RecentModel, RecentRole
from cardprep.gui.theme import Theme, set_role


class RecentList(QWidget):
    """A heading and the list, as high as its rows.

    Signals:
        chosen: the folder of the case that was pressed.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, cases: tuple[RecentCase, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(self.tr("Recent applications"))
        set_role(heading, "section")
        self._model = RecentModel(self)
        self._model.show_cases(cases)
        view = self._make_view(theme)
        view.setAccessibleName(heading.text())
        heading.setBuddy(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.em(0.6), 0, 0)
        column.addWidget(heading)
        column.addWidget(view)

    def _make_view(self, theme: Theme) -> QListView:
        view = QListView()
        view.setObjectName("recent")
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(view, "bare")
        view.setModel(self._model)
        view.setItemDelegate(RecentDelegate(theme, view))
        view.clicked.connect(self._on_chosen)
        view.activated.connect(self._on_chosen)
        height = sum(view.sizeHintForRow(row) for row in range(self._model.rowCount()))
        view.setFixedHeight(height + theme.em(0.5))
        return view

    def _on_chosen(self, index: QModelIndex) -> None:
        case: RecentCase = index.data(RecentRole.CASE)
        path: Path = case.path
        self.chosen.emit(path)
