"""Names for the moments at which a change may be cut off, so that tests can cut it off there."""

from __future__ import annotations

from collections.abc import Callable

Step = Callable[[str], None]


def no_step(_name: str) -> None:
    """Nothing happens at the step; a test raises or ends the process instead."""
