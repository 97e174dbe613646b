"""`hand over`: cases in one encrypted file, its passphrase told by another way; and taking them in."""

from __future__ import annotations

import contextlib
import secrets
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cardprep.app.errors import FileUnreadable, SaveFailed
from cardprep.app.folder import read_case
from cardprep.app.opening import OpenedCase, readable
from cardprep.bundle.errors import ExportTarget, NotAHandOver
from cardprep.bundle.handover import CaseContent, read_contents, write_contents
from cardprep.bundle.sealed import ENDING, sealing, unseal
from cardprep.bundle.sealed_header import Cost
from cardprep.case.model import Case, Unit
from cardprep.evidence.client import Worker
from cardprep.evidence.errors import Cancelled, NotAnArchive
from cardprep.host.filenames import unique_name
from cardprep.host.system_errors import reason_code

IsCancelled = Callable[[], bool]
Report = Callable[[int, int], None]

# No letter or digit that is taken for another when it is read out on the telephone.
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
_GROUPS, _GROUP = 4, 5
_STRONG = Cost()


@dataclass(frozen=True, slots=True)
class HandOver:
    """What is to be handed over, where to, and under which passphrase; a firm where all is of one."""

    cases: Sequence[CaseContent]
    target: Path
    passphrase: str
    firm: Unit | None = None
    cost: Cost = _STRONG


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What came: the firm, and the cases in their temporary folders, all of them read and checked."""

    firm: Unit | None
    cases: tuple[OpenedCase, ...]


def suggested_passphrase() -> str:
    """A passphrase of 20 characters (99 bits of chance) that can be told on the telephone."""
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def folder_content(folder: Path, case: Case) -> CaseContent:
    """A case folder as what is handed over (its files are read when their turn comes)."""

    def read(file: str) -> bytes:
        try:
            return (folder / file).read_bytes()
        except OSError as error:
            raise FileUnreadable("case", found=file, reason=reason_code(error)) from None

    return CaseContent(case, read)


def hand_over(
    wanted: HandOver, report: Report = lambda done, of: None, cancelled: IsCancelled = lambda: False
) -> Path:
    """Write the sealed file and give its path; a file that is there is never overwritten.

    Nothing of the content is written to the disk unsealed, and after any failure there is no file.

    Raises:
        WeakPassphrase, HandOverTooLarge, FileUnreadable, Cancelled: what they say.
        ExportTarget: the place cannot be written to.
    """

    def told(done: int, of: int) -> None:
        if cancelled():
            raise Cancelled
        report(done, of)

    try:
        target = _free(wanted.target)
        with sealing(target, wanted.passphrase, wanted.cost) as stream:
            write_contents(stream, wanted.cases, wanted.firm, told)
    except OSError as error:
        raise ExportTarget("export", found=str(wanted.target), reason=reason_code(error)) from None
    return target


def _free(target: Path) -> Path:
    named = target if target.suffix == ENDING else target.with_name(target.name + ENDING)
    return named.with_name(unique_name(named.name, [entry.name for entry in named.parent.iterdir()]))


@contextlib.contextmanager
def handed_over(
    source: Path,
    passphrase: str,
    worker: Worker,
    scratch: Path | None = None,
    cancelled: IsCancelled = lambda: False,
) -> Iterator[HandedOver]:
    """What is in the sealed file `source`, in a private folder of `scratch` that is gone afterwards.

    All of it has been verified when the block begins: the seal, the archive, each case and that its
    files are there. Nothing has been taken over.

    Raises:
        FileUnreadable: `source` cannot be read.
        SealedError: the seal does not hold, or the passphrase does not fit.
        NotAHandOver: something else was sealed.
        CardprepError: a case in it is faulty; the place is named.
        SaveFailed: there is no room to look into it.
    """
    readable(source)
    with _private_folder(scratch) as folder:
        archive, into = folder / "content.zip", folder / "content"
        try:
            unseal(source, archive, passphrase)
        except OSError as error:
            raise SaveFailed("handover", reason=reason_code(error)) from None
        try:
            entries = worker.unpack(archive, into, cancelled)
        except NotAnArchive:
            raise NotAHandOver("handover", found=source.name) from None
        archive.unlink()
        contents = read_contents(into, (entry.name for entry in entries))
        cases = tuple(OpenedCase(path, read_case(path)) for path in contents.folders)
        yield HandedOver(contents.firm, cases)


@contextlib.contextmanager
def _private_folder(scratch: Path | None) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(
        prefix="cardprep-", dir=scratch, ignore_cleanup_errors=True
    ) as temporary:
        yield Path(temporary)
