"""How the window looks: colour tokens for light and dark, sizes in font units, icons and the style sheet.

A `Theme` is made once by `cardprep.gui.start` (again when the clerk switches) and handed down.
"""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from cardprep.gui.icons import SvgIconEngine
from cardprep.gui.stylesheet import build_stylesheet
from cardprep.gui.tokens import DARK, LIGHT, Tokens
from cardprep.host.resources import resource_path

__all__ = ["DARK", "LIGHT", "Scheme", "Theme", "Tokens", "set_role"]

COLUMN_EM = 62.0


class Scheme(StrEnum):
    """What the clerk chose; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


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
            engine = SvgIconEngine(name, self.colour(colour).name(), self.tokens.faint)
            self._icons[key] = QIcon(engine)
        return self._icons[key]

    def pixmap(self, name: str, colour: str = "text", units: float = 1.25, ratio: float = 0.0) -> QPixmap:
        """The icon as a picture of `units` font units, sharp on this screen."""
        sharp = ratio or QGuiApplication.primaryScreen().devicePixelRatio()
        side = round(self.em(units) * sharp)
        pixmap = self.icon(name, colour).pixmap(QSize(side, side), 1.0)
        pixmap.setDevicePixelRatio(sharp)
        return pixmap

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


def set_role(widget: QWidget, role: str) -> None:
    """Give `widget` its look by role (`title`, `hint`, `primary` …, see `stylesheet.py`)."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    # Before the first polish nothing is to be done, and asking for the style makes start-up slower:
    # the first use of a QStyle in Python builds all of its many enumerations.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def token_names() -> tuple[str, ...]:
    """The names that `Theme.colour` knows."""
    return tuple(field.name for field in fields(Tokens))
