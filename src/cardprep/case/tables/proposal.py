"""A row of a list as it is proposed: its fields, what is wrong with them, what was mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cardprep.case.model import Operator, Unit
from cardprep.case.tables.fields import FIELDS, ListKind
from cardprep.case.tables.grid import Cell, TableNote
from cardprep.case.tables.layout import Layout


class RowProblem(StrEnum):
    """What is wrong with a row beside the flaws and oddities of its identifiers."""

    DUPLICATE = "duplicate"
    ALREADY_THERE = "already-there"
    UNKNOWN_ID_TYPE = "unknown-id-type"
    UNKNOWN_OFFICE = "unknown-office"
    DATE = "date"
    ERROR_VALUE = "error-value"
    FORMULA = "formula"
    FORMULA_WITHOUT_VALUE = "formula-without-value"


class Mend(StrEnum):
    """What was done to a cell's text to make it the field's."""

    FOLDED = "folded"
    DOT = "dot"
    TRIMMED = "trimmed"
    BLANK_IN_NAME = "blank-in-name"
    APOSTROPHE = "apostrophe"
    LINE_BREAK = "line-break"
    CHOICE = "choice"
    DROPPED = "dropped"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with, or unusual about, one field of a row.

    Attributes:
        field: the name of the field.
        code: a `Flaw`, an `Oddity` or a `RowProblem`; its sentence stands in the wording.
        refuses: whether the row is not proposed to be taken over because of it.
        row: the number of the other row, for a duplicate, else 0.
    """

    field: str
    code: str
    refuses: bool = True
    row: int = 0


@dataclass(frozen=True, slots=True)
class Mended:
    """One thing that was mended: the field, how, and its text before and after."""

    field: str
    how: Mend
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ProposedRow:
    """One row of the table.

    Attributes:
        number: of the row in the sheet or the pasted text, from 1.
        cells: as they were found.
        fields: the text proposed for each field, by its name; "" where there is none.
        problems: what is wrong, in the order of the fields.
        mended: what was changed between `cells` and `fields`.
    """

    number: int
    cells: tuple[Cell, ...]
    fields: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    mended: tuple[Mended, ...] = ()

    @property
    def is_proposed(self) -> bool:
        """Whether nothing refuses it. A person may take a refused row over all the same."""
        return not any(problem.refuses for problem in self.problems)

    def operator(self) -> Operator:
        """The row as an operator in draft."""
        name, id_type, id_number, mobile = (self.fields.get(key, "") for key in FIELDS[ListKind.OPERATORS])
        return Operator(name=name, id_type=id_type, id_number=id_number, mobile=mobile)

    def unit(self) -> Unit:
        """The row as a firm."""
        return Unit(**{key: self.fields.get(key, "") for key in FIELDS[ListKind.FIRMS]})


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed of a whole table: the columns, the rows with anything in them, what else is there."""

    layout: Layout
    rows: tuple[ProposedRow, ...]
    notes: tuple[TableNote, ...] = ()
