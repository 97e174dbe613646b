"""The texts of a row's cells made into the texts of its fields, with everything named that was mended."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cardprep.case.identifiers import (
    customs_code,
    firm_name,
    passport,
    person_name,
    postal_code,
    residence_permits,
    resident_id,
    telephone,
    travel_permits,
    uscc,
)
from cardprep.case.identifiers.documents import check_document
from cardprep.case.identifiers.normalise import fold_number
from cardprep.case.identifiers.verdict import Flaw, Verdict
from cardprep.case.model import IdType
from cardprep.case.tables.fields import ListKind, Terms
from cardprep.case.tables.grid import Cell, CellKind
from cardprep.case.tables.proposal import Mend, Mended, Problem, RowProblem

_NUMBERS = ("id_number", "mobile", "uscc", "customs_code", "postal_code", "phone")
_CHECKS: Mapping[str, Callable[[str], Verdict]] = {
    "name": person_name.check,
    "mobile": telephone.check_mobile,
    "uscc": uscc.check,
    "customs_code": customs_code.check,
    "registered_address": firm_name.check_address,
    "postal_code": postal_code.check,
    "phone": telephone.check,
}
_LINE_BREAKS = re.compile(r"[^\S\n\r]*[\r\n]+[^\S\n\r]*")
_OUTER = re.compile("^[\\s\u200b-\u200f\u2060\ufeff]+|[\\s\u200b-\u200f\u2060\ufeff]+$")
_SPACED_OUT = re.compile("([\u3400-\u9fff])\\s+([\u3400-\u9fff])")


@dataclass(slots=True)
class Row:
    """A row while it is being cleaned."""

    kind: ListKind
    cells: Mapping[str, Cell]
    fields: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    mended: list[Mended] = field(default_factory=list)

    def change(self, name: str, how: Mend, after: str) -> None:
        """Put another text into the field, and say so where it is another."""
        before = self.fields[name]
        if after != before:
            self.fields[name] = after
            self.mended.append(Mended(name, how, before, after))


def clean(row: Row, terms: Terms) -> None:
    """Fill `row` with the texts of its fields, what was mended and what is wrong with each field."""
    for name, cell in row.cells.items():
        row.fields[name] = cell.text
        row.change(name, Mend.LINE_BREAK, _LINE_BREAKS.sub(" ", row.fields[name].strip("\r\n")))
        row.change(name, Mend.TRIMMED, _OUTER.sub("", row.fields[name]))
        if name in _NUMBERS:
            row.change(name, Mend.APOSTROPHE, row.fields[name].lstrip("'‘’"))
        if name == "name" and row.kind is ListKind.OPERATORS:
            _close_spaced_name(row)
    _choose(row, terms)
    for name, cell in row.cells.items():
        row.problems.extend(_cell_problems(name, cell))
        _judge(row, name, terms)


def _close_spaced_name(row: Row) -> None:
    """`张  三`, as lists align names of two characters; nothing longer, where a blank may mean a dot."""
    spaced = _SPACED_OUT.fullmatch(row.fields["name"])
    if spaced is not None:
        row.change("name", Mend.BLANK_IN_NAME, spaced[1] + spaced[2])


def _choose(row: Row, terms: Terms) -> None:
    """Turn the names of choices into their ids; a kind of document that is not told is guessed."""
    if row.fields.get("id_type"):
        found = terms.id_type(row.fields["id_type"])
        if found:
            row.change("id_type", Mend.CHOICE, found)
    elif "id_type" in row.fields and row.fields.get("id_number"):
        row.change("id_type", Mend.GUESSED, guessed_id_type(row.fields["id_number"], terms))
    if row.fields.get("issuing_office"):
        office = terms.office(row.fields["issuing_office"])
        row.change("issuing_office", Mend.CHOICE if office else Mend.DROPPED, office)


def guessed_id_type(number: str, terms: Terms) -> str:
    """The kind of document whose form alone the number has, or "" where more than one may be meant."""
    resident = resident_id.check(number, terms.today)
    if not resident.fault and not resident.oddity:
        return IdType.RESIDENT_ID.value
    if not residence_permits.check_hk_macao_taiwan(number, terms.today).fault:
        return IdType.HK_MACAO_TAIWAN_RESIDENCE.value
    if not residence_permits.check_foreign_permanent(number, terms.today).fault:
        return IdType.FOREIGN_PERMANENT_RESIDENCE.value
    if not travel_permits.check_hk_macao(number).fault:
        return IdType.HK_MACAO_PERMIT.value
    if passport.is_chinese(number):
        return IdType.PASSPORT.value
    # A number of that length can only have been meant for the card that nearly everybody has.
    is_nearly = re.fullmatch(r"[1-8][0-9]{14}(?:[0-9]{2}[0-9X])?|[0-9.]+E\+1[4-9]", fold_number(number))
    return IdType.RESIDENT_ID.value if is_nearly else ""


def _cell_problems(name: str, cell: Cell) -> list[Problem]:
    found = []
    if cell.kind is CellKind.ERROR:
        found.append(Problem(name, RowProblem.ERROR_VALUE))
    if cell.kind is CellKind.DATE:
        found.append(Problem(name, RowProblem.DATE))
    if cell.is_formula:
        has_value = bool(cell.text)
        code = RowProblem.FORMULA if has_value else RowProblem.FORMULA_WITHOUT_VALUE
        found.append(Problem(name, code, refuses=not has_value))
    return found


def _judge(row: Row, name: str, terms: Terms) -> None:
    """Check one field; what its check folded is mended, what it refuses or finds odd is a problem."""
    if name in ("id_type", "issuing_office"):
        _judge_choice(row, name, terms)
        return
    is_told = any(problem.field == name and problem.refuses for problem in row.problems)
    verdict = _verdict(row, name, terms)
    if not verdict.fault and verdict.folded:
        row.change(name, Mend.DOT if name == "name" else Mend.FOLDED, verdict.value)
    if verdict.fault and not is_told and not _may_be_empty(row, name, verdict):
        row.problems.append(Problem(name, verdict.fault))
    elif verdict.oddity:
        row.problems.append(Problem(name, verdict.oddity, refuses=False))


def _may_be_empty(row: Row, name: str, verdict: Verdict) -> bool:
    """A list of firms need not tell all of a firm, and a list of operators need not tell all mobiles."""
    needed = ("name", "uscc") if row.kind is ListKind.FIRMS else ("name", "id_number")
    return verdict.fault == Flaw.EMPTY and name not in needed


def _judge_choice(row: Row, name: str, terms: Terms) -> None:
    typed = row.cells[name].text.strip()
    if name == "id_type":
        if row.fields[name] and row.fields[name] not in terms.id_types.values():
            row.change(name, Mend.DROPPED, "")
            row.problems.append(Problem(name, RowProblem.UNKNOWN_ID_TYPE))
        elif not row.fields[name]:
            row.problems.append(Problem(name, Flaw.EMPTY))
    elif typed and not row.fields[name]:
        row.problems.append(Problem(name, RowProblem.UNKNOWN_OFFICE, refuses=False))


def _verdict(row: Row, name: str, terms: Terms) -> Verdict:
    text = row.fields[name]
    if name == "id_number":
        return _document_verdict(row, text, terms)
    if name == "name" and row.kind is ListKind.FIRMS:
        return firm_name.check(text)
    return _CHECKS[name](text)


def _document_verdict(row: Row, text: str, terms: Terms) -> Verdict:
    """The verdict on the number; where its kind is not known, no more than that it is there and whole."""
    id_type = row.fields.get("id_type", "")
    if id_type in terms.id_types.values():
        return check_document(id_type, text, terms.today)
    return check_document("", text, terms.today)
