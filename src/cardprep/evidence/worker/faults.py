"""How the child's own modules say that a file is not to be had."""

from __future__ import annotations

from cardprep.case.facts import Fault
from cardprep.evidence.protocol import Refusal


class Unreadable(Exception):
    """The file is at fault. `fault` says how."""

    def __init__(self, fault: Fault = Fault.DAMAGED) -> None:
        super().__init__(fault)
        self.fault = fault


class Refused(Exception):
    """The request cannot be met. `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal
