"""What can go wrong between the program and the process that opens files."""

from __future__ import annotations

from typing import ClassVar

from cardprep.errors import CardprepError


class WorkerSpokeNonsense(CardprepError):
    """The child said something outside the protocol. Values: `reason`. `Worker` turns it into a fault."""

    code: ClassVar[str] = "worker-spoke-nonsense"


class WorkerUnavailable(CardprepError):
    """The child cannot be started: the installation is at fault, not a file."""

    code: ClassVar[str] = "worker-unavailable"


class Cancelled(CardprepError):
    """The person gave up waiting."""

    code: ClassVar[str] = "cancelled"


class FileNotOpened(CardprepError):
    """The system does not let the program read a file. Values: `file`, `reason` (the system's name of it)."""

    code: ClassVar[str] = "file-not-opened"


class PreviewFailed(CardprepError):
    """A page cannot be shown. Values: `file`, `page` (from 1), `reason` (a `Refusal` or `Fault`)."""

    code: ClassVar[str] = "preview-failed"


class PrepareFailed(CardprepError):
    """A clean copy cannot be made. Values: `file`, `reason` (a `Refusal` or `Fault`)."""

    code: ClassVar[str] = "prepare-failed"


class RenderFailed(CardprepError):
    """A recipe cannot be carried out. Values: `file` (the first original), `reason` (as `PrepareFailed`)."""

    code: ClassVar[str] = "render-failed"


class FitFailed(CardprepError):
    """No smaller, flattened or converted copy can be made. Values: `file`, `reason` (`Refusal`, `Fault`)."""

    code: ClassVar[str] = "fit-failed"


class NotAnArchive(CardprepError):
    """A bundle cannot be unpacked. Values: `file`, `reason` (an `ArchiveFlaw`)."""

    code: ClassVar[str] = "not-an-archive"


class NotATable(CardprepError):
    """A file cannot be read as a table. Values: `file`, `reason` (a `TableFlaw`)."""

    code: ClassVar[str] = "not-a-table"
