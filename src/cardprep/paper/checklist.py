"""The checklist (材料核对单): what the clerk attests, to be ticked again on paper and signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Table

from cardprep.paper import forms
from cardprep.paper.frame import WIDTH, compose
from cardprep.paper.qr import QrCode
from cardprep.paper.sheets import ChecklistSheet, ElementTick, FindingRow, MaterialRow, Paper
from cardprep.paper.typeset import Style, Typesetter

_ACROSS = 4  # elements side by side
_NUMBER, _ELEMENT = 9 * mm, 28 * mm
_MATERIAL = WIDTH - _NUMBER - _ACROSS * _ELEMENT
_QR = 31 * mm
_SIGNATURE_HEIGHT = 15 * mm
_HEX = 24 * mm


class _Checklist:
    """Sets one sheet."""

    def __init__(self, sheet: ChecklistSheet) -> None:
        self._sheet = sheet
        self._words = sheet.labels
        self.typesetter = Typesetter(sheet.heading.language)
        self._set = self.typesetter.block

    def story(self) -> Iterator[Flowable]:
        """The whole sheet, in the order of reading."""
        yield from forms.masthead(self.typesetter, self._sheet.heading)
        yield self._status()
        yield forms.gap(5)
        yield self._set(self._words.intro, forms.NOTE)
        yield from self._grids()
        yield from self._materials()
        yield from self._findings(
            self._words.open_findings, self._sheet.open_findings, self._words.no_open_findings
        )
        yield from self._findings(
            self._words.acknowledged_findings,
            self._sheet.acknowledged_findings,
            self._words.no_acknowledged_findings,
        )
        yield KeepTogether([*self._digest(), *self._signatures()])

    def _status(self) -> Table:
        sign, sentence = self._sheet.status
        block = self._set(f"{forms.SIGNS[sign]}  {sentence}", Style(11, 17, bold=True))
        return forms.table([[block]], [WIDTH])

    def _grids(self) -> Iterator[Flowable]:
        words, sheet = self._words, self._sheet
        parts = ((words.facts, sheet.facts), (words.cards, sheet.cards), (words.collection, sheet.collection))
        for title, rows in parts:
            grid = forms.grid(self.typesetter, rows, words.empty)
            yield from forms.section(self.typesetter, title, grid)

    def _materials(self) -> Iterator[Flowable]:
        words = self._words
        rows = [forms.header_row(self.typesetter, (words.number, words.material, words.elements, "", "", ""))]
        commands: list[forms.Command] = [("SPAN", (2, 0), (-1, 0))]
        for number, material in enumerate(self._sheet.materials, start=1):
            for line in self._material(number, material):
                used = sum(1 for cell in line[2:] if cell != "")
                if used < _ACROSS:
                    commands.append(("SPAN", (1 + max(used, 1), len(rows)), (-1, len(rows))))
                rows.append(line)
        widths = [_NUMBER, _MATERIAL, *[_ELEMENT] * _ACROSS]
        body = forms.table(rows, widths, commands, header=True)
        yield from forms.section(self.typesetter, words.materials, body)
        yield forms.gap(4)
        yield self._set(words.tick, forms.NOTE)

    def _material(self, number: int, material: MaterialRow) -> Iterator[list[forms.Cell]]:
        files = material.files or (self._words.no_file,)
        told: list[Flowable] = [self._set(material.owner, forms.STRONG)] if material.owner else []
        told.append(self._set(material.paper, forms.BODY))
        told += [self._set(file, forms.NOTE) for file in files]
        lead: list[forms.Cell] = [self._set(str(number), forms.BODY), told]
        for start in range(0, max(len(material.elements), 1), _ACROSS):
            cells: list[forms.Cell] = [
                self._element(element) for element in material.elements[start : start + _ACROSS]
            ]
            yield [*lead, *cells, *[""] * (_ACROSS - len(cells))]
            lead = ["", ""]

    def _element(self, element: ElementTick) -> list[Flowable]:
        words = self._words
        said = {True: words.seen, False: words.not_seen, None: words.not_looked}[element.seen]
        look = forms.BODY if element.seen else forms.STRONG
        line = forms.bare_table([[self._set(said, look), forms.TickBox()]], (_ELEMENT - 10 - 14, 14))
        cell: list[Flowable] = [self._set(element.label, forms.NOTE), line]
        return [*cell, self._set(element.detail, forms.NOTE)] if element.detail else cell

    def _findings(self, title: str, findings: Sequence[FindingRow], none: str) -> Iterator[Flowable]:
        words = self._words
        rows = [forms.header_row(self.typesetter, (words.finding, words.place, words.message))]
        rows += [self._finding(finding) for finding in findings]
        filled = forms.table(rows, (33 * mm, 36 * mm, WIDTH - 69 * mm), header=True)
        body = filled if findings else self._set(none, forms.BODY)
        yield from forms.section(self.typesetter, title, body)

    def _finding(self, finding: FindingRow) -> list[forms.Cell]:
        sign = self._set(f"{forms.SIGNS[finding.sign]} {finding.severity}", forms.SEVERITY)
        told: list[Flowable] = [self._set(finding.message, forms.BODY)]
        words = self._words
        for label, text in (
            (words.remedy, finding.remedy),
            (words.reason, finding.reason),
            (words.by, finding.by),
        ):
            if text:
                told.append(self._set(label + text, forms.NOTE if label != words.reason else forms.BODY))
        return [[sign, self._set(finding.rule, forms.NOTE)], self._set(finding.place, forms.BODY), told]

    def _digest(self) -> Iterator[Flowable]:
        yield self._set(self._words.digest, forms.SECTION)
        digest = self._sheet.digest
        groups = [self._set(digest[start : start + 8], forms.BODY) for start in range(0, len(digest), 8)]
        lines = [groups[start : start + _ACROSS] for start in range(0, len(groups), _ACROSS)]
        columns = forms.bare_table(lines, [_HEX] * _ACROSS)
        told = [columns, forms.gap(3), self._set(self._words.digest_note, forms.NOTE)]
        centred: list[forms.Command] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
        yield forms.table([[QrCode(self._sheet.qr, _QR), told]], (_QR + 10, WIDTH - _QR - 10), centred)

    def _signatures(self) -> Iterator[Flowable]:
        words = self._words
        yield self._set(words.signatures, forms.SECTION)
        rows: list[list[forms.Cell]] = [
            [
                self._set(line.role, forms.STRONG),
                self._set(line.statement, forms.NOTE),
                self._set(words.signature, forms.LABEL),
                [self._set(words.date_label, forms.LABEL), self._set(words.date_blank, forms.BODY)],
            ]
            for line in self._sheet.signatures
        ]
        heights: list[forms.Command] = [("BOTTOMPADDING", (0, 0), (-1, -1), _SIGNATURE_HEIGHT - 30)]
        if rows:
            yield forms.table(rows, (24 * mm, 62 * mm, 48 * mm, WIDTH - 134 * mm), heights)


def draw(sheet: ChecklistSheet) -> Paper:
    """The checklist as a PDF."""
    checklist = _Checklist(sheet)
    return compose(sheet.heading, checklist.typesetter, list(checklist.story()))
