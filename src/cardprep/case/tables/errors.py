"""Why something cannot be taken for a list of operators or firms."""

from __future__ import annotations

from cardprep.errors import CardprepError


class PastedTooMuch(CardprepError):
    """What was pasted has more rows or columns than any list; values: rows, columns (the limits)."""

    code = "table-pasted-too-much"


class NothingInTable(CardprepError):
    """There is no row with anything in it."""

    code = "table-empty"
