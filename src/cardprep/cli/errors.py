"""What can be wrong with a command line."""

from __future__ import annotations

from cardprep.errors import CardprepError


class UsageError(CardprepError):
    """The command line is not one of the contract's; values: message."""

    code = "usage"


class Unexpected(CardprepError):
    """A defect of the program; values: code (the kind of exception, no data)."""

    code = "unexpected"
