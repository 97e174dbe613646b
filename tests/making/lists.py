"""Lists of made people and firms as tables, and what they are judged by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from cardprep.app import rulebooks
from cardprep.app.importing_tables import ListRequest, propose_rows
from cardprep.case.tables.fields import ListKind
from cardprep.case.tables.grid import Table, text_cell
from cardprep.case.tables.proposal import Proposal
from making import people

TODAY = dt.date(2026, 11, 23)
HEAD = ("姓名", "证件类型", "证件号码", "手机号码")


def table(*rows: Sequence[str]) -> Table:
    """A table of texts."""
    return Table(tuple(tuple(text_cell(text) for text in row) for row in rows))


def person(i: int, **other: str) -> tuple[str, str, str, str]:
    """A row of the `i`-th person under `HEAD`; `other` spoils it (name, kind, number, mobile)."""
    made = people.person(i)
    fields = {"name": made.name, "kind": "居民身份证", "number": made.id_number, "mobile": made.mobile}
    told = {**fields, **other}
    return told["name"], told["kind"], told["number"], told["mobile"]


def firm(i: int) -> tuple[str, str, str]:
    """Name, credit code and customs code of the `i`-th firm."""
    made = people.firm(i)
    return made.name, made.uscc, made.customs_code


def request(kind: ListKind = ListKind.OPERATORS, **more: object) -> ListRequest:
    """What a list is read as, on the day of the made cases."""
    return ListRequest(kind, rulebooks.rulebook(), TODAY, **more)


def proposed(*rows: Sequence[str], kind: ListKind = ListKind.OPERATORS, **more: object) -> Proposal:
    """The proposal for a table of these rows."""
    return propose_rows(table(*rows), request(kind, **more))
