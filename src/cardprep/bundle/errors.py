"""What can go wrong with a bundle."""

from __future__ import annotations

from cardprep.errors import CardprepError


class ExportTarget(CardprepError):
    """The place for the export cannot be written to; values: found, reason (a code)."""

    code = "export-target"


class ExportChanged(CardprepError):
    """A file changed while it was exported; values: found."""

    code = "export-changed"


class ExportTooLarge(CardprepError):
    """The copy that would go out is over the limit; values: found, size, limit."""

    code = "export-too-large"


class ExportSelfCheck(CardprepError):
    """The written bundle does not pass its own verification; values: problem."""

    code = "export-self-check"


class NotABundle(CardprepError):
    """The file is no bundle of this program."""

    code = "bundle-not-a-bundle"
