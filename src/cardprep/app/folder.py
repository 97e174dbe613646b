"""A case on the disk: a folder with `case.json` and the files it names, readable by its owner alone."""

from __future__ import annotations

import stat
from pathlib import Path

from cardprep.app import rulebooks
from cardprep.app.errors import (
    CaseExists,
    CaseFileMissing,
    CaseNotFound,
    CaseUnreadable,
    SaveFailed,
)
from cardprep.case.codec import MOST_BYTES, case_text, parse_case
from cardprep.case.errors import NotJson, TooLarge
from cardprep.case.files import placed_files
from cardprep.case.model import Case
from cardprep.host.atomic import make_private_folder, write_bytes
from cardprep.host.system_errors import reason_code

CASE_FILE = "case.json"
ATTACHMENTS = "attachments"
MOST_FILE_BYTES = 200_000_000


def read_case(folder: Path) -> Case:
    """The case in `folder`, every file it names being there and inside it.

    Raises:
        CardprepError: no case, unreadable, faulty, an unknown rule pack, or a file that is not there.
    """
    case = case_at(folder)
    rulebooks.rulebook(case.rulebook)
    for place, file in placed_files(case):
        if not _is_inside(folder, file):
            raise CaseFileMissing(place, found=file[:200])
    return case


def case_at(folder: Path) -> Case:
    """The case in `folder`, whether or not its files are there (raises as `read_case`)."""
    return parse_case(_case_text(folder / CASE_FILE), rulebooks.known_id_types())


def _case_text(path: Path) -> str:
    try:
        found = path.stat()
        if found.st_size > MOST_BYTES:
            raise TooLarge(CASE_FILE, limit=MOST_BYTES)
        if not stat.S_ISREG(found.st_mode):  # a pipe or a device may never end
            raise CaseUnreadable(path.name, reason="is-folder" if stat.S_ISDIR(found.st_mode) else "other")
        return path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        raise CaseNotFound(path.name) from None
    except UnicodeDecodeError as error:
        raise NotJson(CASE_FILE, line=1, column=error.start + 1) from None
    except OSError as error:
        raise CaseUnreadable(path.name, reason=reason_code(error)) from None


def _is_inside(folder: Path, file: str) -> bool:
    """Whether the file is there, is a file, and no link leads out of the folder."""
    try:
        path = (folder / file).resolve(strict=True)
        return path.is_file() and path.is_relative_to(folder.resolve(strict=True))
    except (OSError, ValueError, RuntimeError):
        return False


def new_case_folder(path: Path, case: Case) -> None:
    """Make a folder with a case in it, for its owner alone.

    Raises:
        CaseExists: it holds a case already.
        SaveFailed: the system does not let it be written.
    """
    if (path / CASE_FILE).exists():
        raise CaseExists("case", found=path.name)
    try:
        make_private_folder(path)
        make_private_folder(path / ATTACHMENTS)
    except OSError as error:
        raise SaveFailed("case", reason=reason_code(error)) from None
    write_case(path, case)


def write_case(path: Path, case: Case) -> None:
    """Write the case into its folder, durably.

    Raises:
        SaveFailed: with the reason; what was there before is untouched.
    """
    try:
        write_bytes(path / CASE_FILE, case_text(case).encode("utf-8"))
    except OSError as error:
        raise SaveFailed("case", reason=reason_code(error)) from None
