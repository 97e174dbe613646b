"""How the readers of tables say that there is none to be had."""

from __future__ import annotations

from cardprep.evidence.tables import TableFlaw


class TableRefused(Exception):
    """The file is no table, or none that may be read. `flaw` says why."""

    def __init__(self, flaw: TableFlaw) -> None:
        super().__init__(flaw)
        self.flaw = flaw
