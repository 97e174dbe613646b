"""The tools of the attachment desk. None of them adds ink to a page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from cardprep.case.preparation import MOST_STRAIGHTEN, PreparedPage
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.widgets.mark_canvas import Shape

MOST_DEGREES = 15.0  # a slider's; a page that lies further askew is turned, or its corners found
TENTHS = 10


@dataclass(frozen=True, slots=True)
class ToolState:
    """What the tools show: the page, which of them marks, and what can be done.

    Attributes:
        can: the object names of the buttons that can be used now.
    """

    page: PreparedPage
    shape: Shape
    is_card: bool
    can: frozenset[str]


class PrepareTools(QWidget):
    """A column of tools.

    Signals:
        asked: the object name of the button that was pressed.
        straightened: degrees clockwise.
        marking: the `Shape` to mark on the page.
        brightened, carded: whether it is wanted.
    """

    asked = Signal(str)
    straightened = Signal(float)
    marking = Signal(object)
    brightened = Signal(bool)
    carded = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[str, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.em(1), theme.em(0.8), theme.em(1), theme.em(0.8))
        self._column.setSpacing(theme.em(0.5))
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._degrees = QDoubleSpinBox()
        self._brighten = QCheckBox(self.tr("Take shadows away"))
        self._card = QCheckBox(self.tr("Front and back of an ID card on one A4 page"))
        self._build_page_tools()
        self._build_file_tools()
        self._column.addStretch(1)

    def show_state(self, state: ToolState) -> None:
        """Show what is so now, without asking for anything."""
        blockers = [QSignalBlocker(w) for w in (self._slider, self._degrees, self._brighten, self._card)]
        self._degrees.setValue(state.page.straighten)
        self._slider.setValue(round(state.page.straighten * TENTHS))
        self._brighten.setChecked(state.page.brighten)
        self._card.setChecked(state.is_card)
        self._card.setEnabled("id-card" in state.can)
        del blockers
        for shape, name in ((Shape.CORNERS, "corners"), (Shape.FRAME, "crop")):
            self._buttons[name].setChecked(state.shape is shape)
        for name, button in self._buttons.items():
            button.setEnabled(name in state.can)

    def _build_page_tools(self) -> None:
        self._heading(self.tr("This page"))
        self._pair(("turn-left", self.tr("Turn left")), ("turn-right", self.tr("Turn right")))
        self._marker("corners", self.tr("Corners of the paper"), Shape.CORNERS)
        self._pair(("take-corners", self.tr("Flatten")), ("whole-page", self.tr("Whole page")))
        self._label(self.tr("Straighten (degrees)"), self._degrees)
        self._column.addLayout(self._straightening())
        self._row(("propose", self.tr("Propose an angle")))
        self._marker("crop", self.tr("Crop"), Shape.FRAME)
        self._row(("uncrop", self.tr("Keep all of it")))
        self._brighten.setObjectName("brighten")
        self._brighten.setToolTip(self.tr("Red ink stays red, handwriting stays dark"))
        self._brighten.toggled.connect(self.brightened)
        self._column.addWidget(self._brighten)
        self._row(("reset-page", self.tr("Back to the original")))

    def _build_file_tools(self) -> None:
        self._column.addSpacing(self._theme.em(0.6))
        self._heading(self.tr("Pages and files"))
        self._pair(("page-up", self.tr("Move up")), ("page-down", self.tr("Move down")))
        self._row(("remove-page", self.tr("Remove this page")))
        self._row(("split", self.tr("Begin a new file here")))
        self._row(("merge", self.tr("All files as one PDF")))
        self._card.setObjectName("id-card")
        self._card.toggled.connect(self.carded)
        self._column.addWidget(self._wrapped(self._card))

    def _wrapped(self, box: QCheckBox) -> QWidget:
        """A check box whose long text breaks: the box itself knows one line only."""
        text = QLabel(box.text())
        text.setWordWrap(True)
        text.setBuddy(box)
        box.setAccessibleName(box.text())
        box.setText("")
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.em(0.5))
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        return holder

    def _straightening(self) -> QHBoxLayout:
        self._slider.setObjectName("straighten-slider")
        self._slider.setAccessibleName(self.tr("Straighten (degrees)"))
        self._slider.setRange(-round(MOST_DEGREES * TENTHS), round(MOST_DEGREES * TENTHS))
        self._slider.setPageStep(TENTHS)
        self._slider.valueChanged.connect(self._on_slid)
        self._degrees.setObjectName("straighten")
        self._degrees.setAccessibleName(self.tr("Straighten (degrees)"))
        self._degrees.setDecimals(1)
        self._degrees.setSingleStep(1 / TENTHS)
        self._degrees.setRange(-MOST_STRAIGHTEN, MOST_STRAIGHTEN)
        self._degrees.setSuffix("°")
        self._degrees.setKeyboardTracking(False)
        self._degrees.valueChanged.connect(self.straightened)
        self._degrees.setFixedWidth(self._theme.em(5.5))
        row = QHBoxLayout()
        row.setSpacing(self._theme.em(0.4))
        row.addWidget(self._slider, 1)
        row.addWidget(self._degrees)
        return row

    def _heading(self, text: str) -> None:
        label = QLabel(text)
        set_role(label, "section")
        self._column.addWidget(label)

    def _label(self, text: str, buddy: QWidget) -> None:
        label = QLabel(text)
        set_role(label, "label")
        label.setBuddy(buddy)
        self._column.addWidget(label)

    def _marker(self, name: str, text: str, shape: Shape) -> None:
        button = self._button(name, text)
        button.setCheckable(True)
        button.clicked.disconnect()
        button.clicked.connect(lambda on: self.marking.emit(shape if on else Shape.NONE))
        self._column.addWidget(button)

    def _pair(self, *named: tuple[str, str]) -> None:
        grid = QGridLayout()
        grid.setSpacing(self._theme.em(0.4))
        for at, (name, text) in enumerate(named):
            grid.addWidget(self._button(name, text), 0, at)
            grid.setColumnStretch(at, 1)
        self._column.addLayout(grid)

    def _row(self, named: tuple[str, str]) -> None:
        self._column.addWidget(self._button(*named))

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.asked.emit(name))
        self._buttons[name] = button
        return button

    @Slot(int)
    def _on_slid(self, tenths: int) -> None:
        self.straightened.emit(tenths / TENTHS)
