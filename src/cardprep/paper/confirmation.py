"""The confirmation sheet (申请单确认): everything typed and attached, screen by screen (VIEW-1)."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Table

from cardprep.paper import forms
from cardprep.paper.frame import WIDTH, compose
from cardprep.paper.sheets import ConfirmationSheet, Group, Paper
from cardprep.paper.typeset import Style, Typesetter

_FACTS = Style(8.5, 15, grey=0.25)
_GROUP = Style(10, 15, bold=True, before=5, after=2)
_DETAIL = 79 * mm
_WIDTHS = (forms.LABEL_WIDTH, WIDTH - forms.LABEL_WIDTH - _DETAIL, _DETAIL)


class _Confirmation:
    """Sets one sheet."""

    def __init__(self, sheet: ConfirmationSheet) -> None:
        self._sheet = sheet
        self._words = sheet.labels
        self.typesetter = Typesetter(sheet.heading.language)
        self._set = self.typesetter.block

    def story(self) -> Iterator[Flowable]:
        """The whole sheet, in the order of the online form."""
        yield from forms.masthead(self.typesetter, self._sheet.heading)
        yield self._set(self._words.intro, forms.NOTE)
        for screen in self._sheet.screens:
            title: list[Flowable] = [self._set(screen.title, forms.SECTION)]
            for group in screen.groups:
                yield KeepTogether([*title, *self._group(group)])
                title = []

    def _group(self, group: Group) -> Iterator[Flowable]:
        if group.title:
            yield self._set(group.title, _GROUP)
        if group.rows:
            yield forms.grid(self.typesetter, group.rows, self._words.empty)
        if group.files:
            yield self._files(group)
        yield forms.gap(4)

    def _files(self, group: Group) -> Table:
        rows: list[list[forms.Cell]] = [
            [
                self._set(file.paper, forms.LABEL),
                self._set(file.name or self._words.no_file, forms.BODY),
                self._set(file.detail, _FACTS),
            ]
            for file in group.files
        ]
        return forms.table(rows, _WIDTHS, [forms.SHADED_LABELS])


def draw(sheet: ConfirmationSheet) -> Paper:
    """The confirmation sheet as a PDF."""
    confirmation = _Confirmation(sheet)
    return compose(sheet.heading, confirmation.typesetter, list(confirmation.story()))
