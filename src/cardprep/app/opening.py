"""Opens what the user names: a case folder, a `case.json`, or a bundle."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cardprep.app.errors import CaseNotFound, CaseUnreadable, FileUnreadable
from cardprep.app.folder import CASE_FILE, read_case
from cardprep.case.model import Case
from cardprep.evidence.client import Worker
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
def unpacked(
    bundle: Path, worker: Worker, cancelled: IsCancelled = lambda: False, scratch: Path | None = None
) -> Iterator[Path]:
    """The content of a bundle in a private temporary folder, gone afterwards (raises as `Worker.unpack`).

    The folder is made in `scratch`, or where the system has such folders.
    """
    with tempfile.TemporaryDirectory(
        prefix="cardprep-", dir=scratch, ignore_cleanup_errors=True
    ) as temporary:
        folder = Path(temporary) / "bundle"
        worker.unpack(bundle, folder, cancelled)
        yield folder


@contextlib.contextmanager
def opened(path: Path, worker: Worker, scratch: Path | None = None) -> Iterator[OpenedCase]:
    """The case at `path`, to be read; a bundle is unpacked as `unpacked` does.

    Raises:
        CardprepError: there is none, or it is faulty; the place is named.
    """
    if is_archive(path):
        with unpacked(path, worker, scratch=scratch) as folder:
            yield OpenedCase(folder, read_case(folder))
        return
    is_file = _is_file(path)
    if not (is_file and path.name == CASE_FILE) and not path.is_dir():
        raise CaseNotFound(path.name or str(path))
    folder = path.parent if is_file else path
    yield OpenedCase(folder, read_case(folder))
