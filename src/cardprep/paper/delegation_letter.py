"""The mail-delegation letter (邮寄业务委托书), with empty rooms for seal and signature.

Where the delivery address is not the registered one it has room for the legal representative's
signature and his personal seal too (HAND-7). Nothing that a hand or a seal must make is printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Table

from cardprep.paper import forms
from cardprep.paper.frame import WIDTH, compose
from cardprep.paper.sheets import LetterSheet, Paper
from cardprep.paper.typeset import Align, Style, Typesetter

_BODY = Style(11, 21, indent=22, after=3)
_ADDRESSEE = Style(11, 21, bold=True, before=10, after=3)
_RIGHT = Style(11, 21, align=Align.RIGHT)
_UNIT = Style(11, 18, bold=True)
_GUTTER = 6 * mm
_UNIT_SEAL, _SIGNATURE, _LEGAL_SEAL = 56 * mm, 22 * mm, 32 * mm
_HALF = (WIDTH - _GUTTER) / 2


class _Letter:
    """Sets one sheet."""

    def __init__(self, sheet: LetterSheet) -> None:
        self._sheet = sheet
        self._words = sheet.labels
        self.typesetter = Typesetter(sheet.heading.language)
        self._set = self.typesetter.block

    def story(self) -> Iterator[Flowable]:
        """The whole letter, in the order of reading."""
        yield self._set(self._sheet.heading.title, forms.TITLE)
        yield self._set(self._sheet.addressee, _ADDRESSEE)
        for paragraph in self._sheet.paragraphs:
            yield self._set(paragraph, _BODY)
        yield forms.gap(4)
        yield forms.grid(self.typesetter, self._sheet.recipient, self._words.empty)
        yield forms.gap(12)
        yield KeepTogether([self._rooms(), forms.gap(10), self._date(), forms.gap(12), self._note()])

    def _room(self, title: str, note: str, height: float) -> forms.Room:
        return forms.Room(self.typesetter, (title, note), height)

    def _rooms(self) -> Table:
        words, sheet = self._words, self._sheet
        title = f"{words.unit_seal}\n{sheet.unit}"
        unit = self._room(title, words.unit_seal_note, _UNIT_SEAL)
        legal: list[Flowable] = []
        if sheet.legal_representative is not None:
            title = f"{words.legal_signature}\n{sheet.legal_representative}"
            legal = [
                self._room(title, words.legal_signature_note, _SIGNATURE),
                forms.gap(_UNIT_SEAL - _SIGNATURE - _LEGAL_SEAL),
                self._room(words.legal_seal, words.legal_seal_note, _LEGAL_SEAL),
            ]
        return forms.bare_table([[legal, "", unit]], (_HALF, _GUTTER, _HALF))

    def _date(self) -> Flowable:
        return self._set(f"{self._words.date}{self._words.date_blank}", _RIGHT)

    def _note(self) -> Flowable:
        return self._set(self._words.official_form, forms.NOTE)


def draw(sheet: LetterSheet) -> Paper:
    """The letter as a PDF."""
    letter = _Letter(sheet)
    return compose(sheet.heading, letter.typesetter, list(letter.story()))
