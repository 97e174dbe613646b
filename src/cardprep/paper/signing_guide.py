"""The signing guide: a page for each person, to be laid beside the copies while they are written on.

What is to be written stands here, word for word and large, and nowhere on the copies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepInFrame, PageBreak

from cardprep.paper import forms
from cardprep.paper.frame import BODY_HEIGHT, WIDTH, compose
from cardprep.paper.handwriting import GuideLabels, GuidePage
from cardprep.paper.sheets import Heading, Paper, Row
from cardprep.paper.typeset import Align, Style, Typesetter

_SENTENCE = Style(22, 34, bold=True, align=Align.CENTRE)
_LINE = Style(10, 15.5, after=1.5)
_WARN = Style(10, 15.5, bold=True, after=1.5)
_SUBTITLE = Style(9.5, 14, grey=0.2, after=2)
_PADDING = 3 * mm


class _Guide:
    """Sets the pages of one document."""

    def __init__(self, heading: Heading, labels: GuideLabels, firm: str) -> None:
        self._heading, self._words, self._firm = heading, labels, firm
        self.typesetter = Typesetter(heading.language)
        self._set = self.typesetter.block

    def story(self, pages: Sequence[GuidePage]) -> Iterator[Flowable]:
        """Person after person, each on one page: set smaller where a long name would need a second."""
        for number, page in enumerate(pages):
            if number:
                yield PageBreak()
            yield KeepInFrame(WIDTH, BODY_HEIGHT - 1, list(self._page(page)), mode="shrink")

    def _page(self, page: GuidePage) -> Iterator[Flowable]:
        yield self._set(self._words.title, forms.TITLE)
        yield self._set(self._words.intro, _LINE)
        yield forms.gap(4)
        yield forms.grid(self.typesetter, self._about(page), self._words.empty)
        yield from self._sentences(page)
        yield from self._rest(page)

    def _about(self, page: GuidePage) -> tuple[Row, ...]:
        words = self._words
        return (
            Row(words.person, page.name),
            Row(words.role, page.roles),
            Row(words.firm, self._firm, wide=True),
        )

    def _sentences(self, page: GuidePage) -> Iterator[Flowable]:
        yield self._set(self._words.write, forms.SECTION)
        padding: list[forms.Command] = [
            ("TOPPADDING", (0, 0), (-1, -1), _PADDING),
            ("BOTTOMPADDING", (0, 0), (-1, -1), _PADDING),
        ]
        for paper in page.papers:
            cell: list[Flowable] = [self._set(paper.paper, _SUBTITLE), self._set(paper.sentence, _SENTENCE)]
            yield forms.table([[cell]], (WIDTH,), padding)
            yield forms.gap(4)
        yield self._set(self._words.write_note, _LINE)
        for hint in page.hints:
            yield self._set(hint, _LINE)

    def _rest(self, page: GuidePage) -> Iterator[Flowable]:
        words = self._words
        sections = (
            (words.sign, (page.sign, words.sign_where)),
            (words.date, (words.date_how,)),
            (words.seal, (words.seal_which, words.seal_fresh)),
        )
        for title, lines in sections:
            yield self._set(title, forms.SECTION)
            for line in lines:
                yield self._set(line, _LINE)
        yield self._set(words.seal_not, _WARN)
        yield self._set(words.mistakes, forms.SECTION)
        for mistake in (
            words.mistake_printed,
            words.mistake_words,
            words.mistake_date,
            words.mistake_covered,
            words.mistake_original,
            words.mistake_pasted,
        ):
            yield self._set(f"× {mistake}", _LINE)


def draw(heading: Heading, labels: GuideLabels, firm: str, pages: Sequence[GuidePage]) -> Paper:
    """All pages as one PDF, in the order given."""
    guide = _Guide(heading, labels, firm)
    return compose(heading, guide.typesetter, list(guide.story(pages)))
