"""What may be wrong with a rule pack."""

from __future__ import annotations

from cardprep.errors import CardprepError


class RulebookFault(CardprepError):
    """The pack is faulty at `where`; values: problem (a short code), found."""

    code = "rulebook-fault"
