"""The second half of an export: the zip with its manifest, checked, and then everything moved into place."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cardprep.bundle.archive import write_archive
from cardprep.bundle.errors import ExportSelfCheck, ExportTarget
from cardprep.bundle.manifest import FileEntry, file_entry, manifest_bytes
from cardprep.bundle.names import MANIFEST_FILE, PAPERS
from cardprep.bundle.staging import IsCancelled, Staged
from cardprep.bundle.verify import verify_unpacked
from cardprep.evidence.client import Worker
from cardprep.host.atomic import make_private_folder, sync_folder, write_bytes
from cardprep.host.filenames import unique_name
from cardprep.host.system_errors import reason_code

_PREFIX, _SUFFIX = ".cardprep-", ".part"
_ABANDONED_AFTER_SECONDS = 3_600


def _sweep(target: Path) -> None:
    """Take away what a killed export left behind: it holds identity papers."""
    for path in target.glob(f"{_PREFIX}*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _ABANDONED_AFTER_SECONDS:
                shutil.rmtree(path)


@contextlib.contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A private working folder in `target`, gone afterwards whatever happens.

    Raises:
        ExportTarget: `target` cannot be written to, at the beginning or later.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        work = Path(tempfile.mkdtemp(prefix=_PREFIX, suffix=_SUFFIX, dir=target))
    except OSError as error:
        raise ExportTarget("export", found=str(target), reason=reason_code(error)) from None
    try:
        yield work
    except OSError as error:
        raise ExportTarget("export", found=str(target), reason=reason_code(error)) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def add_papers(staged: Staged, papers: Mapping[str, bytes]) -> tuple[FileEntry, ...]:
    """Write the papers into the staging folder; their entries for the manifest."""
    make_private_folder(staged.folder / PAPERS)
    entries = []
    for name, pdf in papers.items():
        path = f"{PAPERS}/{name}"
        write_bytes(staged.folder / path, pdf)
        entries.append(file_entry(path, pdf))
    return tuple(entries)


def write_bundle(staged: Staged, papers: Mapping[str, bytes], told: Mapping[str, Any], target: Path) -> None:
    """Write the zip: manifest, case, attachments, papers. `told` are the manifest's further keys."""
    entries = (*staged.files, *add_papers(staged, papers))
    left_out = [asdict(entry) for entry in staged.left_out]
    manifest = manifest_bytes({**told, "digest": staged.digest, "left_out": left_out}, entries)
    write_bytes(staged.folder / MANIFEST_FILE, manifest)
    write_archive(target, staged.folder, [MANIFEST_FILE, *(entry.path for entry in entries)])


def check_own_result(bundle: Path, work: Path, worker: Worker, cancelled: IsCancelled) -> None:
    """Verify what was written, as a stranger would.

    Raises:
        ExportSelfCheck: it is not what it was meant to be.
    """
    unpacked = work / "verified"
    entries = worker.unpack(bundle, unpacked, cancelled)
    verification = verify_unpacked(unpacked, entries)
    if not verification.ok:
        problem = verification.problems[0]
        raise ExportSelfCheck("export", problem=f"{problem.code} {problem.file}".strip())


def move_into_place(made: Mapping[str, Path], target: Path, title: str) -> dict[str, Path]:
    """Rename the finished files into `target`, all or none; `made` maps a name's ending to the file."""
    stem = _free_stem(target, title, tuple(made))
    moved: dict[str, Path] = {}
    try:
        for ending, path in made.items():
            moved[ending] = path.rename(target / f"{stem}{ending}")
        sync_folder(target)
    except BaseException:
        for path in moved.values():
            path.unlink(missing_ok=True)
        raise
    return moved


def _free_stem(target: Path, title: str, endings: tuple[str, ...]) -> str:
    """`title`, or `title (2)` …, so that none of the files is there yet."""
    there = {path.name.casefold() for path in target.iterdir()}
    taken: list[str] = []
    while True:
        stem = unique_name(title, taken)
        if not any(f"{stem}{ending}".casefold() in there for ending in endings):
            return stem
        taken.append(stem)
