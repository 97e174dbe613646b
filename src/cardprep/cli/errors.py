"""What can be wrong with a command line."""

from __future__ import annotations

from cardprep.errors import CardprepError


class UsageError(CardprepError):
    """The command line is not one of the contract's; values: message."""

    code = "usage"


class SecretNeeded(CardprepError):
    """The library asks for a passphrase, and there is neither a keyring nor a terminal to ask it on."""

    code = "library-secret-needed"


class SealSecretNeeded(CardprepError):
    """A hand-over file asks for its passphrase, and there is no terminal to ask it on."""

    code = "handover-secret-needed"


class SecretsDiffer(CardprepError):
    """A new passphrase was typed twice, and not the same."""

    code = "library-secrets-differ"


class SecretUnreadable(CardprepError):
    """The file descriptor gives no secret; values: found (its number)."""

    code = "library-secret-unreadable"


class PurgeUnconfirmed(CardprepError):
    """A purge asks first, and there is nobody to ask; values: count."""

    code = "library-purge-unconfirmed"


class OutputLost(Exception):
    """Standard output takes no more: its reader has gone, or the disk is full.

    Attributes:
        reason: the system's own error.
    """

    def __init__(self, reason: OSError) -> None:
        super().__init__(reason)
        self.reason = reason


class Unexpected(CardprepError):
    """A defect of the program; values: code (the kind of exception, no data)."""

    code = "unexpected"
