"""How the window looks: colour tokens for light and dark, sizes in font units, icons and the style sheet.

A `Theme` is made once by `cardprep.gui.start` (again when the clerk switches) and handed down.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from cardprep.gui.stylesheet import build_stylesheet
from cardprep.gui.tokens import DARK, LIGHT, Tokens
from cardprep.host.resources import read_text, resource_path

__all__ = ["DARK", "LIGHT", "Scheme", "Theme", "Tokens", "set_role"]

ICON_SIZES = (16, 20, 24, 32, 48)
COLUMN_EM = 62.0


class Scheme(StrEnum):
    """What the clerk chose; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class _Ink:
    normal: str
    faint: str


class Theme:
    """Colours, sizes and icons of one look.

    Attributes:
        tokens: the colours, as `#rrggbb`.
        is_dark: whether it is the dark look.
        font: the font of plain text.
    """

    def __init__(self, is_dark: bool, font: QFont) -> None:
        self.tokens = DARK if is_dark else LIGHT
        self.is_dark = is_dark
        self.font = font
        self._em = QFontMetricsF(font).height() / 1.45
        self._icons: dict[tuple[str, str], QIcon] = {}

    def em(self, units: float = 1.0) -> int:
        """A length in font units, as device-independent pixels; gaps, icons and paddings are made of it."""
        return max(1, round(self._em * units)) if units else 0

    @property
    def column_width(self) -> int:
        """The width of the one column that text and fields stand in."""
        return self.em(COLUMN_EM)

    def colour(self, token: str) -> QColor:
        """The colour of a token by its name (`accent`, `muted` …), or of a literal `#rrggbb`."""
        return QColor(token if token.startswith("#") else str(getattr(self.tokens, token)))

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """The icon `resources/icons/<name>.svg` in the colour of a token; faint where it is disabled."""
        key = (name, colour)
        if key not in self._icons:
            self._icons[key] = self._drawn(name, _Ink(self.colour(colour).name(), self.tokens.faint))
        return self._icons[key]

    def pixmap(self, name: str, colour: str = "text", units: float = 1.25, ratio: float = 0.0) -> QPixmap:
        """The icon as a picture of `units` font units, sharp on this screen."""
        sharp = ratio or QGuiApplication.primaryScreen().devicePixelRatio()
        return _render(_recoloured(name, self.colour(colour).name()), self.em(units), sharp)

    def _drawn(self, name: str, ink: _Ink) -> QIcon:
        icon = QIcon()
        for mode, colour in ((QIcon.Mode.Normal, ink.normal), (QIcon.Mode.Disabled, ink.faint)):
            svg = _recoloured(name, colour)
            for size in ICON_SIZES:
                for ratio in (1.0, 2.0):
                    icon.addPixmap(_render(svg, size, ratio), mode)
        return icon

    def stylesheet(self) -> str:
        """The style sheet of the whole program in this look."""
        folder = resource_path(f"themes/{'dark' if self.is_dark else 'light'}").as_posix()
        return build_stylesheet(self.tokens, self._em, folder)

    def palette(self) -> QPalette:
        """The same colours for what the style sheet does not reach (selections, placeholders, tool tips)."""
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("faint"))
        return palette


_PALETTE = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Accent: "accent",
}


def _recoloured(name: str, colour: str) -> str:
    """Fluent's icons name no colour and take that of the root; the program's own icon keeps its own."""
    return read_text(f"icons/{name}.svg").replace("<svg ", f'<svg fill="{colour}" ', 1)


def _render(svg: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def set_role(widget: QWidget, role: str) -> None:
    """Give `widget` its look by role (`title`, `hint`, `primary` …, see `stylesheet.py`)."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def token_names() -> tuple[str, ...]:
    """The names that `Theme.colour` knows."""
    return tuple(field.name for field in fields(Tokens))
