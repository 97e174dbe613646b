"""The pages of a slot one below the other, under the name of the file that they will be in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDropEvent, QIcon, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from cardprep.app.preparing import Spot
from cardprep.gui.theme import Theme, set_role

_SPOT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class StripFile:
    """A file of the strip: its name, and how many pages it has."""

    name: str
    pages: int


class PageStrip(QListWidget):
    """Pages to choose and to put in order: by dragging, or with Alt and the arrows.

    Signals:
        chosen: the `Spot` of the page to work on.
        move_asked: a `Spot`, and the place among the pages of its file where it is to go.
        remove_asked: a `Spot`.
        foreign_drop: a page was dropped among the pages of another file.
    """

    chosen = Signal(object)
    move_asked = Signal(object, int)
    remove_asked = Signal(object)
    foreign_drop = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("page-strip")
        self.setAccessibleName(self.tr("Pages"))
        self.setToolTip(self.tr("Drag a page, or move it with Alt and the arrow keys; Delete removes it"))
        set_role(self, "strip")
        self.setIconSize(QSize(theme.em(8), theme.em(9)))
        self.setFixedWidth(theme.em(13.5))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.currentItemChanged.connect(self._on_current)

    @property
    def spot(self) -> Spot | None:
        """The page that is chosen."""
        item = self.currentItem()
        spot: Spot | None = None if item is None else item.data(_SPOT)
        return spot

    def side(self) -> int:
        """The longest side of a page's picture, in the pixels of the screen."""
        return round(self.iconSize().height() * self.devicePixelRatioF())

    def show_files(self, files: tuple[StripFile, ...], at: Spot) -> None:
        """Show these pages, and which one is worked on."""
        self.blockSignals(True)
        self.clear()
        for number, file in enumerate(files):
            self._add_heading(file)
            for page in range(file.pages):
                self._add_page(Spot(number, page), file)
        self.blockSignals(False)
        self.choose(at)

    def choose(self, at: Spot) -> None:
        """Mark the page without telling anybody."""
        self.blockSignals(True)
        row = self._row(at)
        if row is not None:
            self.setCurrentRow(row)
            self.scrollToItem(self.item(row))
        self.blockSignals(False)

    def show_picture(self, at: Spot, image: QImage) -> None:
        """Show the picture of a page."""
        row = self._row(at)
        if row is not None:
            self.item(row).setIcon(self._icon(image))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        spot, by = self.spot, {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if spot is not None and by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_asked.emit(spot, spot.page + by)
        elif spot is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit(spot)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the list shows it when it was made."""
        spot, target = self.spot, self._dropped_at(event)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if spot is None or target is None:
            return
        if target.paper != spot.paper:
            self.foreign_drop.emit()
            return
        to = target.page - 1 if target.page > spot.page else target.page
        if to != spot.page:
            self.move_asked.emit(spot, to)

    def _dropped_at(self, event: QDropEvent) -> Spot | None:
        """The place before which it was dropped."""
        index: QModelIndex = self.indexAt(event.position().toPoint())
        if not index.isValid():
            last = self.item(self.count() - 1).data(_SPOT)
            return Spot(last.paper, last.page + 1)
        over: Spot | None = index.data(_SPOT)
        if over is None:
            following: Spot = self.item(index.row() + 1).data(_SPOT)
            return following
        below = event.position().y() > self.visualRect(index).center().y()
        return Spot(over.paper, over.page + below)

    def _add_heading(self, file: StripFile) -> None:
        item = QListWidgetItem(file.name)
        item.setFlags(Qt.ItemFlag.NoItemFlags | Qt.ItemFlag.ItemIsDropEnabled)
        item.setForeground(self._theme.colour("muted"))
        item.setToolTip(file.name)
        self.addItem(item)

    def _add_page(self, spot: Spot, file: StripFile) -> None:
        item = QListWidgetItem(self._icon(QImage()), str(spot.page + 1))
        text = self.tr("Page {page} of {count}, {file}")
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole,
            text.format(page=spot.page + 1, count=file.pages, file=file.name),
        )
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | Qt.ItemFlag.ItemIsDragEnabled)
        item.setData(_SPOT, spot)
        self.addItem(item)

    def _icon(self, image: QImage) -> QIcon:
        """The picture in a room of one size, so that the list does not move when it comes."""
        room, ratio = self.iconSize(), self.devicePixelRatioF()
        pixmap = QPixmap(room * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        picture = self._theme.pixmap("document", "muted", 2.5) if image.isNull() else QPixmap.fromImage(image)
        if not image.isNull():
            picture = picture.scaled(
                pixmap.size(),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        painter = QPainter(pixmap)
        place = picture.rect()
        place.moveCenter(pixmap.rect().center())
        painter.drawPixmap(place, picture)
        if not image.isNull():
            painter.setPen(self._theme.colour("line_strong"))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        icon = QIcon(pixmap)
        icon.addPixmap(pixmap, QIcon.Mode.Selected)  # Qt would colour it, and a page is to be judged
        return icon

    def _row(self, at: Spot) -> int | None:
        return next((row for row in range(self.count()) if self.item(row).data(_SPOT) == at), None)

    @Slot(QListWidgetItem)
    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_SPOT) is not None:
            self.chosen.emit(item.data(_SPOT))
