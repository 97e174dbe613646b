"""A case on the disk: a folder with `case.json` and the files it names, readable by its owner alone."""

from __future__ import annotations

import contextlib
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Self

from cardprep.app import rulebooks
from cardprep.app.errors import (
    CaseExists,
    CaseFileMissing,
    CaseInUse,
    CaseNotFound,
    CaseUnreadable,
    FileTooBig,
    FileUnreadable,
    SaveFailed,
)
from cardprep.case.codec import MOST_BYTES, case_text, parse_case
from cardprep.case.errors import NotJson, TooLarge
from cardprep.case.files import placed_files
from cardprep.case.model import Case
from cardprep.host.atomic import make_private_folder, replacing, write_bytes
from cardprep.host.filenames import legal_name, unique_name
from cardprep.host.locks import FolderLock, lock_folder
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


class CaseFolder:
    """A case folder that this program holds open.

    Attributes:
        path: the folder.
    """

    def __init__(self, path: Path, lock: FolderLock) -> None:
        self.path = path
        self._lock = lock

    @classmethod
    def create(cls, path: Path, case: Case) -> Self:
        """Make the folder with a new case in it.

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
        folder = cls._locked(path)
        try:
            folder.write(case)
        except BaseException:
            folder.close()
            raise
        return folder

    @classmethod
    def open(cls, path: Path) -> Self:
        """Hold the folder at `path` (or of the `case.json` at `path`) open.

        Raises:
            CaseNotFound: there is no case.
            CaseUnreadable: the system does not let it be opened.
            CaseInUse: another window has it.
        """
        folder = path.parent if path.name == CASE_FILE else path
        try:
            is_there = (folder / CASE_FILE).is_file()
        except OSError as error:
            raise CaseUnreadable(folder.name, reason=reason_code(error)) from None
        if not is_there:
            raise CaseNotFound(folder.name)
        return cls._locked(folder)

    @classmethod
    def _locked(cls, path: Path) -> Self:
        try:
            lock = lock_folder(path)
        except OSError as error:
            raise CaseUnreadable(path.name, reason=reason_code(error)) from None
        if lock is None:
            raise CaseInUse("case", found=path.name)
        return cls(path, lock)

    def read(self) -> Case:
        """The case as it was saved last (raises as `read_case`)."""
        return read_case(self.path)

    def write(self, case: Case) -> None:
        """Save the case, durably; takes as long as the disk does.

        Raises:
            SaveFailed: with the reason; what was saved before is untouched.
        """
        try:
            write_bytes(self.path / CASE_FILE, case_text(case).encode("utf-8"))
        except OSError as error:
            raise SaveFailed("case", reason=reason_code(error)) from None

    def path_of(self, file: str) -> Path:
        """Where the file lies that the case calls `file`."""
        return self.path / file

    def take_in(self, source: Path) -> str:
        """Copy a file into the folder and give the case's name of it; the source is left as it is.

        Raises:
            FileUnreadable: the system does not let it be read or copied.
            FileTooBig: it is far larger than any scan.
        """
        try:
            size = source.stat().st_size
            if size > MOST_FILE_BYTES:
                raise FileTooBig("case", found=source.name, size=size)
            return self._store(source.name, lambda target: shutil.copyfile(source, target))
        except OSError as error:
            raise FileUnreadable("case", found=source.name, reason=reason_code(error)) from None

    def take_in_bytes(self, name: str, data: bytes) -> str:
        """Keep `data` (a pasted picture) as a file of that name; raises as `take_in`."""
        try:
            return self._store(name, lambda target: target.write_bytes(data))
        except OSError as error:
            raise FileUnreadable("case", found=name, reason=reason_code(error)) from None

    def _store(self, name: str, write: Callable[[Path], object]) -> str:
        folder = self.path / ATTACHMENTS
        make_private_folder(folder)
        taken = [entry.name for entry in folder.iterdir()]
        kept = unique_name(legal_name(name), taken)
        with replacing(folder / kept) as beside:
            write(beside)
        return f"{ATTACHMENTS}/{kept}"

    def sweep(self, keep: frozenset[str]) -> None:
        """Take away the copied files that neither the case nor its history names any more.

        What the system does not let go stays for the next time.
        """
        folder = self.path / ATTACHMENTS
        for entry in folder.iterdir() if folder.is_dir() else ():
            if f"{ATTACHMENTS}/{entry.name}" not in keep and entry.is_file():
                with contextlib.suppress(OSError):
                    entry.unlink(missing_ok=True)

    def close(self) -> None:
        """Give the folder free."""
        self._lock.release()
