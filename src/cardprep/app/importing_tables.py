"""`import`: lists of operators and firms, from a workbook, CSV or the clipboard. Proposed, then chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from cardprep.case.edits import Edit, add_operator
from cardprep.case.identifiers.verdict import Oddity
from cardprep.case.model import Case, IdType
from cardprep.case.tables.fields import ListKind, Terms
from cardprep.case.tables.grid import Table
from cardprep.case.tables.layout import Layout
from cardprep.case.tables.pasted import parse_pasted
from cardprep.case.tables.proposal import Mended, Problem, Proposal, ProposedRow, RowProblem
from cardprep.case.tables.proposing import propose, row_key
from cardprep.evidence.client import Worker
from cardprep.rules.rulebook import Choice, Rulebook
from cardprep.wording.catalog import Catalog

IsCancelled = Callable[[], bool]

_ALIASES = {
    IdType.RESIDENT_ID: (
        "身份证",
        "二代身份证",
        "第二代居民身份证",
        "中华人民共和国居民身份证",
        "ID card",
        "ID",
    ),
    IdType.PASSPORT: ("中国护照", "外国护照", "普通护照"),
    IdType.HK_MACAO_PERMIT: ("回乡证", "港澳通行证", "港澳居民通行证", "港澳来往内地通行证"),
    IdType.TAIWAN_PERMIT: ("台胞证", "台湾通行证", "台湾居民通行证"),
    IdType.HK_MACAO_TAIWAN_RESIDENCE: ("港澳台居住证", "居住证", "港澳居民居住证", "台湾居民居住证"),
    IdType.FOREIGN_PERMANENT_RESIDENCE: ("永居证", "外国人永久居留证", "外国人永居证", "五星卡"),
}


@dataclass(frozen=True, slots=True)
class ListRequest:
    """What a list is to be read as.

    Attributes:
        known: the keys of those that are there already (`known_operators`, `known_firms`).
        layout: which column is what, as a person wants it, else it is found out.
    """

    kind: ListKind
    rulebook: Rulebook
    today: dt.date
    known: frozenset[str] = frozenset()
    layout: Layout | None = None


def read_table(path: Path, worker: Worker, sheet: str = "", cancelled: IsCancelled = lambda: False) -> Table:
    """The table in a file; of several sheets the one called `sheet`, or the first with anything in it.

    Raises:
        NotATable: it is none, and why.
        CardprepError: as `Worker.table`.
    """
    return worker.table(path, sheet, cancelled)


def read_pasted(text: str) -> Table:
    """The table in a pasted text (`PastedTooMuch` where it is no list)."""
    return parse_pasted(text)


def propose_rows(table: Table, request: ListRequest) -> Proposal:
    """What would be taken over of the table, row by row (`NothingInTable` where there is none)."""
    return propose(table, request.kind, _terms(request), request.layout, request.known)


def known_operators(case: Case) -> frozenset[str]:
    """The keys of the operators of a case."""
    keys = (row_key({"id_number": operator.id_number}, ListKind.OPERATORS) for operator in case.operators)
    return frozenset(keys) - {""}


def known_firms(codes: Iterable[str]) -> frozenset[str]:
    """The keys of firms by their credit codes."""
    return frozenset(row_key({"uscc": code}, ListKind.FIRMS) for code in codes) - {""}


def adding_operators(rows: Iterable[ProposedRow]) -> Edit:
    """The edit that adds the chosen rows as operators in draft: one step of undo."""
    operators = tuple(row.operator() for row in rows)

    def add(case: Case) -> Case:
        for operator in operators:
            case = add_operator(case, operator)
        return case

    return add


def problem_text(problem: Problem, catalog: Catalog) -> str:
    """What is wrong, in words, without a full stop."""
    if problem.code in tuple(RowProblem):
        return catalog.text(f"tables.problem.{problem.code}", row=problem.row)
    return catalog.oddity(problem.code) if problem.code in tuple(Oddity) else catalog.flaw(problem.code)


def mended_text(mended: Mended, catalog: Catalog) -> str:
    """What was mended, in words, without a full stop."""
    return catalog.text(f"tables.mend.{mended.how}", before=mended.before, after=mended.after)


def _terms(request: ListRequest) -> Terms:
    book = request.rulebook
    id_types = _by_name(book.id_types)
    present = set(id_types.values())
    for id_, aliases in _ALIASES.items():
        if id_ in present:
            id_types |= {alias: id_.value for alias in aliases if alias not in id_types}
    return Terms(id_types, _by_name(book.issuing_offices), request.today)


def _by_name(choices: Iterable[Choice]) -> dict[str, str]:
    """The id of each choice by its names and by itself."""
    return {name: choice.id for choice in choices for name in (choice.name, choice.english, choice.id)}
