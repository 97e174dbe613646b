"""Brings an open case into a plain folder: when its own place can no longer be written, or when asked to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cardprep.app.errors import SaveFailed
from cardprep.app.folder import new_case_folder, write_case
from cardprep.app.place import CasePlace
from cardprep.case.files import originals
from cardprep.case.model import Attachment, Case
from cardprep.errors import CardprepError
from cardprep.evidence.source import read_whole
from cardprep.host.atomic import make_private_folder, write_bytes
from cardprep.host.system_errors import reason_code


def copy_case(case: Case, place: CasePlace, target: Path) -> None:
    """A case folder at `target` with everything typed, and every file that can still be read.

    The words come first: a file that cannot be read any more is left out of the copy.

    Raises:
        CardprepError: `target` cannot be written.
    """
    new_case_folder(target, replace(case, attachments=()))
    kept = tuple(filter(None, (_brought(attachment, place, target) for attachment in case.attachments)))
    write_case(target, replace(case, attachments=kept))


def _brought(attachment: Attachment, place: CasePlace, target: Path) -> Attachment | None:
    """The attachment as it is in the copy: without its recipe where an original is lost, or None."""
    if not _copied(attachment.file, place, target):
        return None
    is_whole = all([_copied(file, place, target) for file in originals(attachment)])
    return attachment if is_whole else replace(attachment, prepared=None)


def _copied(file: str, place: CasePlace, target: Path) -> bool:
    try:
        data = read_whole(place.file(file))
    except CardprepError:
        return False
    path = target / file
    try:
        make_private_folder(path.parent)
        write_bytes(path, data)
    except OSError as error:
        raise SaveFailed("case", reason=reason_code(error)) from None
    return True
