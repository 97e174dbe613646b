"""Opens what the user names: a case folder, a `case.json`, or a bundle."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cardprep.app.errors import CaseExists, CaseNotFound, CaseUnreadable, FileUnreadable, SaveFailed
from cardprep.app.folder import CASE_FILE, CaseFolder, read_case
from cardprep.case.files import case_files
from cardprep.case.model import Case
from cardprep.evidence.client import Worker
from cardprep.host.atomic import make_private_folder
from cardprep.host.system_errors import reason_code

IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """A case to be read: its folder (temporary for a bundle) and itself."""

    folder: Path
    case: Case


def is_archive(path: Path) -> bool:
    """Whether the path names a file that is not a `case.json`: it can only be a bundle."""
    return _is_file(path) and path.suffix.lower() != ".json"


def _is_file(path: Path) -> bool:
    """Whether a file is there.

    Raises:
        CaseUnreadable: the system does not let it be known.
    """
    try:
        return path.is_file()
    except OSError as error:
        raise CaseUnreadable(path.name[:200], reason=reason_code(error)) from None


def readable(path: Path) -> Path:
    """`path`, which names a file that can be read.

    Raises:
        FileUnreadable: it does not; the reason is told.
    """
    try:
        with path.open("rb"):
            return path
    except OSError as error:
        raise FileUnreadable(path.name, found=path.name, reason=reason_code(error)) from None


@contextlib.contextmanager
def unpacked(bundle: Path, worker: Worker, cancelled: IsCancelled = lambda: False) -> Iterator[Path]:
    """The content of a bundle in a private temporary folder, gone afterwards (raises as `Worker.unpack`)."""
    with tempfile.TemporaryDirectory(prefix="cardprep-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary) / "bundle"
        worker.unpack(bundle, folder, cancelled)
        yield folder


@contextlib.contextmanager
def opened(path: Path, worker: Worker) -> Iterator[OpenedCase]:
    """The case at `path`, to be read.

    Raises:
        CardprepError: there is none, or it is faulty; the place is named.
    """
    if is_archive(path):
        with unpacked(path, worker) as folder:
            yield OpenedCase(folder, read_case(folder))
        return
    is_file = _is_file(path)
    if not (is_file and path.name == CASE_FILE) and not path.is_dir():
        raise CaseNotFound(path.name or str(path))
    folder = path.parent if is_file else path
    yield OpenedCase(folder, read_case(folder))


def needs_copy(path: Path, samples: Path) -> bool:
    """Whether editing needs a copy: a bundle is packed, and the samples are the program's own."""
    return is_archive(path) or path.resolve().is_relative_to(samples.resolve())


def open_for_editing(path: Path, worker: Worker, copy_to: Path | None) -> CaseFolder:
    """Hold the case at `path` open; a bundle or a sample is copied to `copy_to` first.

    Raises:
        CardprepError: as `opened` and `CaseFolder.open`; `CaseExists` where `copy_to` holds a case.
    """
    if copy_to is None:
        return _checked(CaseFolder.open(path))
    if (copy_to / CASE_FILE).exists():
        raise CaseExists("case", found=copy_to.name)
    with opened(path, worker) as source:
        try:
            _copy_case(source.folder, source.case, copy_to)
        except OSError as error:
            raise SaveFailed("case", reason=reason_code(error)) from None
    return _checked(CaseFolder.open(copy_to))


def _checked(folder: CaseFolder) -> CaseFolder:
    """The folder, its case having been read once: a faulty one is not kept open."""
    try:
        folder.read()
    except BaseException:
        folder.close()
        raise
    return folder


def _copy_case(source: Path, case: Case, target: Path) -> None:
    make_private_folder(target)
    for file in case_files(case):
        make_private_folder((target / file).parent)
        shutil.copyfile(source / file, target / file)
    shutil.copyfile(source / CASE_FILE, target / CASE_FILE)
