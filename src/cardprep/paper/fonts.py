"""The bundled fonts, and which of them draws which character.

Noto Sans SC draws Chinese and plain Latin, Noto Sans the other European letters (the former lacks most
of them, and its Cyrillic is full width), Cardprep Rare Han the ideographs that Noto Sans SC lacks.
reportlab's register of fonts is one for the process: they are entered once, under fixed names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from reportlab.pdfbase import pdfmetrics

from cardprep.host.resources import resource_path
from cardprep.paper.embedding import EmbeddedFont

HAN, LATIN, RARE = "CardprepHan", "CardprepLatin", "CardprepRare"
_BOLD = {HAN: f"{HAN}-Bold", LATIN: f"{LATIN}-Bold", RARE: RARE}
_FILES = {
    HAN: "NotoSansSC-Regular.ttf",
    f"{HAN}-Bold": "NotoSansSC-Bold.ttf",
    LATIN: "NotoSans-Regular.ttf",
    f"{LATIN}-Bold": "NotoSans-Bold.ttf",
    RARE: "CardprepRareHan.ttf",
}
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f\u0300-\u052f\u1e00-\u1fff'’]+")
_FULL_WIDTH_IN_HAN = re.compile(r"[\u0370-\u052f]")
_SPACES = frozenset("\t\u00a0\u2002\u2003\u2009\u202f")
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_NOT_PRINTED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that one font draws."""

    font: str
    text: str


@dataclass(frozen=True, slots=True)
class Legible:
    """Text of which every character can be drawn, and the characters that could not."""

    text: str
    missing: frozenset[str]


def register() -> None:
    """Enter the bundled fonts into reportlab's register, unless they are there."""
    known = set(pdfmetrics.getRegisteredFontNames())
    for name, file in _FILES.items():
        if name not in known:
            pdfmetrics.registerFont(EmbeddedFont(name, str(resource_path(f"fonts/{file}"))))


def code_point(character: str) -> str:
    """How a character that cannot be drawn is printed: `〔U+1F600〕`."""
    return f"〔U+{ord(character):04X}〕"


def is_variation_selector(character: str) -> bool:
    """Whether it asks for another shape of the ideograph before it."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _has(font: str, character: str) -> bool:
    return ord(character) in pdfmetrics.getFont(font).face.charToGlyph


def _font_of(character: str, order: Iterable[str]) -> str | None:
    return next((font for font in order if _has(font, character)), None)


def _drawn(character: str) -> str:
    """What is printed for one character; "" for what is not seen anyway."""
    if character == "\n" or character == " ":
        return character
    if character in _SPACES:
        return " "
    if character in _UNSEEN or is_variation_selector(character):
        return ""
    if unicodedata.category(character) in _NOT_PRINTED or not _font_of(character, _BOLD):
        return code_point(character)
    return character


def _composed(text: str) -> str:
    """Letters joined with their accents; ideographs stay as typed, which plain NFC would not do."""
    return _WORD.sub(lambda word: unicodedata.normalize("NFC", word[0]), text)


def legible(text: str) -> Legible:
    """Replace what no font has by its code point.

    Zero-width characters are left out. A variation selector is left out too, but reported: the plain
    shape is printed, which may not be the one meant.
    """
    plain = _composed(text.replace("\r\n", "\n").replace("\r", "\n"))
    pieces = [(character, _drawn(character)) for character in plain]
    missing = {c for c, drawn in pieces if is_variation_selector(c) or drawn == code_point(c)}
    return Legible("".join(drawn for _, drawn in pieces), frozenset(missing))


def _is_latin(word: str, *, latin_first: bool) -> bool:
    """A word is drawn by one font, so that its letters match."""
    if not all(_has(LATIN, character) for character in word):
        return False
    alien = _FULL_WIDTH_IN_HAN.search(word) or not all(_has(HAN, character) for character in word)
    return latin_first or bool(alien)


def _assigned(text: str, *, latin_first: bool) -> Iterator[Run]:
    order = (LATIN, HAN, RARE) if latin_first else (HAN, LATIN, RARE)
    end = 0
    for word in [*_WORD.finditer(text), None]:
        for character in text[end : word.start() if word else len(text)]:
            yield Run(_font_of(character, order) or HAN, character)
        if word is None:
            return
        if _is_latin(word[0], latin_first=latin_first):
            yield Run(LATIN, word[0])
        else:
            yield from (Run(_font_of(character, order) or HAN, character) for character in word[0])
        end = word.end()


def runs(text: str, *, bold: bool = False, latin_first: bool = False) -> tuple[Run, ...]:
    """Cut `legible` text into runs of one font; `latin_first` is for documents in English."""
    register()
    pieces = groupby(_assigned(text, latin_first=latin_first), key=lambda run: run.font)
    return tuple(
        Run(_BOLD[font] if bold else font, "".join(run.text for run in group)) for font, group in pieces
    )
