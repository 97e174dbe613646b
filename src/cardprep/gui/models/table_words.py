"""A proposed row in words: what is wrong with it, what was mended, and how grave that is."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QCoreApplication

from cardprep.app.importing_tables import mended_text, problem_text
from cardprep.case.tables.fields import ListKind
from cardprep.case.tables.proposal import Mend, Mended, Problem, ProposedRow, RowProblem
from cardprep.rules.rulebook import Choice, Rulebook
from cardprep.wording.catalog import LANGUAGES, Catalog

_PLACES = {ListKind.OPERATORS: "operators[].", ListKind.FIRMS: "unit."}
_DOUBLES = frozenset({RowProblem.DUPLICATE, RowProblem.ALREADY_THERE})


class Grade(Enum):
    """How a row, or one of its cells, stands: the role of its message, the icon, its colour token."""

    FAULTY = ("error", "error-circle-filled", "block")
    DOUBLE = ("info", "info-filled", "info")
    ODD = ("warn", "warning-filled", "warn")
    MENDED = ("info", "edit", "accent")
    GOOD = ("ok", "checkmark-circle", "ok")

    @property
    def role(self) -> str:
        """The role of a line about it."""
        return self.value[0]

    @property
    def icon(self) -> str:
        """The name of its icon."""
        return self.value[1]

    @property
    def colour(self) -> str:
        """The token of the icon's colour."""
        return self.value[2]


class TableWords:
    """Speaks of the rows of one kind of list.

    Attributes:
        kind: what a row is.
    """

    def __init__(self, kind: ListKind, book: Rulebook, catalog: Catalog) -> None:
        self.kind = kind
        self._catalog = catalog
        self._choices: dict[str, tuple[Choice, ...]] = {
            "id_type": book.id_types,
            "issuing_office": book.issuing_offices,
        }

    def heading(self, field: str) -> str:
        """What the field is called."""
        name = self._catalog.text(f"places.{_PLACES[self.kind]}{field}")
        return name[:1].upper() + name[1:]

    def choices(self, field: str) -> tuple[str, ...]:
        """The names to choose from; none where anything can be typed."""
        return tuple(self._name(choice) for choice in self._choices.get(field, ()))

    def shown(self, row: ProposedRow, field: str) -> str:
        """The text of a field; a choice by its name."""
        text = row.fields.get(field, "")
        chosen = next((choice for choice in self._choices.get(field, ()) if choice.id == text), None)
        return text if chosen is None else self._name(chosen)

    def grade(self, row: ProposedRow, field: str = "") -> Grade:
        """How the row stands, or one of its fields."""
        problems = [p for p in row.problems if field in ("", p.field)]
        refusing = [p for p in problems if p.refuses]
        if any(p.code not in _DOUBLES for p in refusing):
            return Grade.FAULTY
        if refusing:
            return Grade.DOUBLE
        if problems:
            return Grade.ODD
        return Grade.MENDED if any(field in ("", m.field) for m in self._told(row)) else Grade.GOOD

    def lines(self, row: ProposedRow, field: str = "") -> list[tuple[Grade, str]]:
        """What there is to say of a row, or of one of its fields: what is wrong first."""
        said = [(_grade_of(p), p.field, problem_text(p, self._catalog)) for p in row.problems]
        said.sort(key=lambda line: line[0] is not Grade.FAULTY)
        said += [(Grade.MENDED, m.field, mended_text(m, self._catalog)) for m in self._told(row)]
        template = QCoreApplication.translate("TableWords", "{field}: {what}")
        return [
            (grade, template.format(field=self.heading(name), what=what))
            for grade, name, what in said
            if field in ("", name)
        ]

    def summary(self, row: ProposedRow) -> str:
        """What there is to say of a row, in one line."""
        mark = "；" if self._catalog.language == LANGUAGES[0] else "; "
        good = QCoreApplication.translate("TableWords", "No faults")
        return mark.join(text for _, text in self.lines(row)) or good

    def _told(self, row: ProposedRow) -> Iterable[Mended]:
        """What was mended, but for a choice that was named as the list names it."""
        return [m for m in row.mended if m.how is not Mend.CHOICE or not self._is_named(m)]

    def _is_named(self, mended: Mended) -> bool:
        names = (n for c in self._choices.get(mended.field, ()) for n in (c.name, c.english) if n)
        return mended.before in names

    def _name(self, choice: Choice) -> str:
        return choice.named(self._catalog.language)


def _grade_of(problem: Problem) -> Grade:
    if not problem.refuses:
        return Grade.ODD
    return Grade.DOUBLE if problem.code in _DOUBLES else Grade.FAULTY
