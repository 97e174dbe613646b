from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import QLabel

import cardprep.gui
from cardprep.gui.theme import Theme, set_role
from cardprep.gui.tokens import DARK, LIGHT
from cardprep.host.resources import resource_path

TEXTS = ("text", "muted", "accent", "ok", "warn", "block", "info")
SOURCES = Path(cardprep.gui.__file__).parent


def luminance(colour):
    parts = [
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(colour).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_readable_on_every_ground(tokens, text):
    grounds = [tokens.surface, tokens.raised]
    grounds += [getattr(tokens, f"{text}_soft")] if hasattr(tokens, f"{text}_soft") else []
    assert min(contrast(getattr(tokens, text), ground) for ground in grounds) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_edge_of_a_field_is_seen(tokens):
    assert contrast(tokens.line_strong, tokens.raised) >= 2.9


@pytest.mark.parametrize("is_dark", [False, True])
def test_every_length_and_colour_of_the_style_sheet_is_filled_in(qapp, is_dark):
    assert "$" not in Theme(is_dark, QFont()).stylesheet()


def test_lengths_grow_with_the_font(qapp):
    small, large = QFont(), QFont()
    small.setPixelSize(14)
    large.setPixelSize(28)
    assert Theme(False, large).em(4) == pytest.approx(2 * Theme(False, small).em(4), abs=2)


def test_every_icon_that_is_named_is_there():
    named = set()
    for source in SOURCES.rglob("*.py"):
        named |= set(re.findall(r'(?:\.icon|pixmap)\(\s*"([a-z-]+)"', source.read_text("utf-8")))
    assert len(named) > 10
    assert [name for name in named if not resource_path(f"icons/{name}.svg").is_file()] == []


def test_an_icon_has_the_colour_of_its_token_and_is_faint_where_it_is_disabled(qapp):
    theme = Theme(False, QFont())
    icon = theme.icon("circle", "block")
    for mode, token in ((QIcon.Mode.Normal, "block"), (QIcon.Mode.Disabled, "faint")):
        image = icon.pixmap(48, mode=mode).toImage()
        colours = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
        assert theme.colour(token).name() in colours


def test_an_icon_outlives_whoever_asked_for_it(qapp):
    icons = [QIcon(Theme(False, QFont()).icon("home")) for _ in range(200)]
    assert not any(icon.pixmap(16).isNull() for icon in icons)


def test_a_role_given_later_changes_the_look(qtbot):
    theme = Theme(False, QFont())
    label = QLabel("x")
    label.setStyleSheet(theme.stylesheet())
    qtbot.addWidget(label)
    label.show()
    set_role(label, "error")
    assert label.palette().color(label.foregroundRole()) == theme.colour("block")
