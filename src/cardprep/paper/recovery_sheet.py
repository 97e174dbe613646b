"""The recovery key on paper: the only place where it is ever kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from cardprep.paper import forms
from cardprep.paper.frame import WIDTH, compose
from cardprep.paper.qr import QrCode
from cardprep.paper.sheets import Heading, Paper, Row
from cardprep.paper.typeset import Align, Style, Typesetter

_PAPER = "recovery"
_QR = 44 * mm
_NUMBER = Style(9, 12, grey=0.3, align=Align.CENTRE)
_ACROSS = 4  # groups side by side: even five W have room
_KEY = Style(22, 30, bold=True, align=Align.CENTRE)
_ADVICE = Style(10.5, 17, after=3)
_BLANK = 13 * mm


@dataclass(frozen=True, slots=True)
class RecoveryLabels:
    """The fixed words of the sheet: keys of `papers.<language>.json` after `recovery.`."""

    intro: str
    about: str
    library: str
    date: str
    mark: str
    key: str
    reading: str
    qr_note: str
    advice: str
    advice_keep: str
    advice_open: str
    advice_lost: str
    advice_never: str
    kept_at: str
    kept_by: str


def recovery_labels(texts: Mapping[str, str]) -> RecoveryLabels:
    """The labels from the papers' texts (KeyError where one is missing)."""
    return RecoveryLabels(**{label.name: texts[f"{_PAPER}.{label.name}"] for label in fields(RecoveryLabels)})


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What is printed once, when a library or a new recovery key is made.

    Attributes:
        library: what the person calls the library.
        date: the day the key was made.
        mark: the first characters of the library's id, to tell two sheets apart.
        groups: the groups of the key, each ending in its check character. A secret.
        qr: what the QR code says. A secret.
    """

    heading: Heading
    labels: RecoveryLabels
    library: str
    date: str
    mark: str
    groups: tuple[str, ...] = field(repr=False)
    qr: str = field(repr=False)


class _Recovery:
    """Sets one sheet."""

    def __init__(self, sheet: RecoverySheet) -> None:
        self._sheet = sheet
        self._words = sheet.labels
        self.typesetter = Typesetter(sheet.heading.language)
        self._set = self.typesetter.block

    def story(self) -> Iterator[Flowable]:
        """The whole sheet, in the order of reading."""
        sheet, words = self._sheet, self._words
        yield from forms.masthead(self.typesetter, sheet.heading)
        yield self._set(words.intro, _ADVICE)
        about = (
            Row(words.library, sheet.library, wide=True),
            Row(words.date, sheet.date),
            Row(words.mark, sheet.mark),
        )
        yield from forms.section(self.typesetter, words.about, forms.grid(self.typesetter, about, ""))
        yield from forms.section(self.typesetter, words.key, self._groups())
        yield forms.gap(5)
        yield self._reading()
        advice = (words.advice_keep, words.advice_open, words.advice_lost, words.advice_never)
        yield self._set(words.advice, forms.SECTION)
        for sentence in advice:
            yield self._set(sentence, _ADVICE)
        yield forms.gap(8)
        yield self._blanks()

    def _groups(self) -> Table:
        cells: list[forms.Cell] = [
            [self._set(str(number), _NUMBER), self._set(group, _KEY)]
            for number, group in enumerate(self._sheet.groups, start=1)
        ]
        cells += [""] * (-len(cells) % _ACROSS)
        rows = [cells[start : start + _ACROSS] for start in range(0, len(cells), _ACROSS)]
        return forms.table(rows, [WIDTH / _ACROSS] * _ACROSS)

    def _reading(self) -> Table:
        words = self._words
        told = [self._set(words.reading, _ADVICE), self._set(words.qr_note, forms.NOTE)]
        return forms.bare_table([[told, QrCode(self._sheet.qr, _QR)]], (WIDTH - _QR, _QR))

    def _blanks(self) -> Table:
        cells: list[forms.Cell] = [
            self._set(label, forms.LABEL) for label in (self._words.kept_at, self._words.kept_by)
        ]
        room: list[forms.Command] = [("BOTTOMPADDING", (0, 0), (-1, -1), _BLANK)]
        return forms.table([cells], (WIDTH / 2, WIDTH / 2), room)


def draw(sheet: RecoverySheet) -> Paper:
    """The sheet as a PDF."""
    recovery = _Recovery(sheet)
    return compose(sheet.heading, recovery.typesetter, list(recovery.story()))
