"""What can go wrong with what a user does."""

from __future__ import annotations

from collections.abc import Iterable

from cardprep.case.finding import Finding, Severity
from cardprep.errors import CardprepError


class CaseNotFound(CardprepError):
    """There is no case at the place."""

    code = "case-not-found"


class CaseUnreadable(CardprepError):
    """The system does not let the case be read; values: reason (a code)."""

    code = "case-unreadable"


class CaseFileMissing(CardprepError):
    """A file that the case names is not there; values: found."""

    code = "case-file-missing"


class CaseExists(CardprepError):
    """The folder holds a case already; values: found."""

    code = "case-exists"


class UnknownRulebook(CardprepError):
    """The case asks for a rule pack that is not here; values: found, choices."""

    code = "case-unknown-rulebook"


class SaveFailed(CardprepError):
    """The case could not be written; values: reason (a code)."""

    code = "save-failed"


class FileUnreadable(CardprepError):
    """A file that was to be taken in cannot be read; values: found, reason (a code)."""

    code = "file-unreadable"


class FileTooBig(CardprepError):
    """A file that is far larger than any scan; values: found, size."""

    code = "file-too-big"


class ExportRefused(CardprepError):
    """Something blocks, or a warning is open; values: blocks, warnings.

    Attributes:
        findings: all findings of the case.
    """

    code = "export-refused"

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        open_ones = [found for found in self.findings if found.is_open]
        blocks = sum(found.severity is Severity.BLOCK for found in open_ones)
        super().__init__("case", blocks=blocks, warnings=len(open_ones) - blocks)
