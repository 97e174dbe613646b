"""Where files are dropped, chosen or pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.file_size import file_size


def files_in(mime: QMimeData | None) -> tuple[Path, ...]:
    """The files of this computer that were dropped or copied; folders and addresses are left out."""
    urls = () if mime is None else mime.urls()
    paths = (Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    return tuple(path for path in paths if path.is_file())


def picture_in(mime: QMimeData | None) -> bytes | None:
    """The picture that was copied, as PNG, or None."""
    image = mime.imageData() if mime is not None and mime.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return None
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return bytes(data.data()) if QImageWriter(buffer, QByteArray(b"png")).write(image) else None


def may_hold_files(mime: QMimeData) -> bool:
    """Whether something is carried that can be put into a slot."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


class DropZone(QFrame):
    """The invitation to bring files: large in an empty slot, one line in a filled one.

    Signals:
        browse_asked, paste_asked: a button was pressed.
    """

    browse_asked = Signal()
    paste_asked = Signal()

    def __init__(
        self, theme: Theme, slot: str, title: str, most_bytes: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        set_role(self, "drop")
        self._icon = QLabel()
        self._icon.setPixmap(theme.pixmap("arrow-upload", "accent", 2))
        self._text = QLabel()
        self._text.setWordWrap(True)
        told = self.tr("jpg, jpeg, png or pdf, each at most {size}; several at once are fine")
        self._hint = QLabel(told.format(size=file_size(most_bytes)))
        self._hint.setWordWrap(True)
        set_role(self._hint, "hint")
        self._browse = QPushButton(theme.icon("folder-open"), self.tr("Choose files …"))
        self._browse.setObjectName(f"browse:{slot}")
        self._browse.setAccessibleName(self.tr("Choose files for {slot}").format(slot=title))
        self._paste = QPushButton(theme.icon("clipboard-paste"), self.tr("Paste (Ctrl+V)"))
        self._paste.setObjectName(f"paste:{slot}")
        self._paste.setAccessibleName(self.tr("Paste into {slot}").format(slot=title))
        self._browse.clicked.connect(self.browse_asked)
        self._paste.clicked.connect(self.paste_asked)
        self._build()
        self.show_state(empty=True, incoming=0)

    def show_state(self, empty: bool, incoming: int) -> None:
        """Be large when the slot is empty; say so while files are being copied."""
        text = self.tr("Drag files here") if empty else self.tr("Drag further files here")
        self._text.setText(self.tr("Copying %n file(s) …", "", incoming) if incoming else text)
        self._hint.setVisible(empty)
        self._icon.setVisible(empty)

    def show_over(self, over: bool) -> None:
        """Show that what is being dragged can be dropped here."""
        set_role(self, "drop-over" if over else "drop")

    def focus(self) -> None:
        """Bring the keyboard to the first button."""
        self._browse.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(*(self._theme.em(units) for units in (1.1, 0.8, 1.1, 0.8)))
        row.setSpacing(self._theme.em(0.9))
        words = QVBoxLayout()
        words.setSpacing(self._theme.em(0.15))
        words.addWidget(self._text)
        words.addWidget(self._hint)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self._browse)
        row.addWidget(self._paste)
