"""Brings an open case into another folder, when its own can no longer be written."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from cardprep.app.errors import SaveFailed
from cardprep.app.folder import CaseFolder
from cardprep.case.model import Case
from cardprep.host.atomic import make_private_folder, replacing
from cardprep.host.system_errors import reason_code


def copy_case(case: Case, former: CaseFolder, target: Path) -> CaseFolder:
    """A case folder at `target` with everything typed, and every file that can still be read.

    The words come first: a file that cannot be copied any more is left out of the copy.

    Raises:
        CardprepError: `target` cannot be written either.
    """
    folder = CaseFolder.create(target, replace(case, attachments=()))
    try:
        kept = tuple(a for a in case.attachments if _copied(former.path_of(a.file), folder.path_of(a.file)))
        folder.write(replace(case, attachments=kept))
    except BaseException:
        folder.close()
        raise
    return folder


def _copied(source: Path, target: Path) -> bool:
    try:
        content = source.open("rb")
    except OSError:
        return False
    with content:
        try:
            make_private_folder(target.parent)
            with replacing(target) as beside, beside.open("wb") as copy:
                shutil.copyfileobj(content, copy)
        except OSError as error:
            raise SaveFailed("case", reason=reason_code(error)) from None
    return True
