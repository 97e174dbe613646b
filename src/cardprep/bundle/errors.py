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


class SealedError(CardprepError):
    """A hand-over file cannot be used; each kind has its own code; values: found (its name)."""


class NotSealed(SealedError):
    """It is no hand-over file; values: found."""

    code = "sealed-not-one"


class SealedDamaged(SealedError):
    """It was changed or cut since it was made, nothing of it was written; values: found."""

    code = "sealed-damaged"


class SealedTooCostly(SealedError):
    """It asks for more memory or time than one of this program ever does; values: found."""

    code = "sealed-too-costly"


class SealedTooNew(SealedError):
    """A later version of the program made it; values: found."""

    code = "sealed-too-new"


class WrongPassphrase(SealedError):
    """The passphrase is not the one it was sealed with; values: found."""

    code = "sealed-wrong-passphrase"


class WeakPassphrase(CardprepError):
    """The passphrase is too short to seal with; values: least (characters)."""

    code = "sealed-weak-passphrase"


class HandOverTooLarge(CardprepError):
    """More than can be handed over in one file; values: found, limit (bytes or files)."""

    code = "handover-too-large"


class NotAHandOver(CardprepError):
    """What was sealed is no hand-over of cases; values: found."""

    code = "handover-not-one"
