"""The files of an application: sealed when they come in, in plain only where the worker has to see them."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

from cardprep.app.errors import FileTooBig, FileUnreadable, SaveFailed
from cardprep.app.folder import ATTACHMENTS, MOST_FILE_BYTES
from cardprep.app.library.errors import AttachmentGone
from cardprep.app.library.open import OpenLibrary
from cardprep.bundle.handover import CaseContent
from cardprep.case.files import case_files
from cardprep.case.model import Case
from cardprep.host.atomic import make_private_folder
from cardprep.host.filenames import legal_name, unique_name
from cardprep.host.system_errors import reason_code
from cardprep.library.blobs import BlobId
from cardprep.library.records import StoredFile


def seal_file(library: OpenLibrary, key: bytes, name: str, source: Path | bytes) -> StoredFile:
    """Seal a file under an application's key, durably; to be named by the next save.

    Raises:
        FileUnreadable, SourceUnreadable: it cannot be read.
        FileTooBig: it is far larger than any scan.
        BlobNotWritten: the system does not let it be stored.
    """
    try:
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
    except OSError as error:
        raise FileUnreadable("case", found=name, reason=reason_code(error)) from None
    if size > MOST_FILE_BYTES:
        raise FileTooBig("case", found=name, size=size)
    return StoredFile(name, library.written(lambda: library.blobs.put(source, key)), size)


def take_in_file(
    library: OpenLibrary,
    application: str,
    name: str,
    source: Path | bytes,
    waiting: Collection[str] = (),
) -> StoredFile:
    """Seal a new file for an application, under a name that it never used (raises as `seal_file`).

    `waiting` are the names of its files that no save has named yet.
    """
    former = (*library.store.files(application), *waiting)
    taken = [PurePosixPath(file).name for file in former]
    kept = f"{ATTACHMENTS}/{unique_name(legal_name(name), taken)}"
    return seal_file(library, library.application_key(application), kept, source)


def read_file(library: OpenLibrary, application: str, name: str) -> bytes:
    """A file in memory.

    Raises:
        AttachmentGone: the application never had it.
        BlobMissing, BlobDamaged, BlobUnreadable: as they say; a backup may have it.
    """
    stored = library.store.files(application).get(name)
    if stored is None:
        raise AttachmentGone("case", found=name)
    return library.blobs.get(BlobId(stored.blob), library.application_key(application))


def content_of(library: OpenLibrary, application: str) -> CaseContent:
    """An application as what is handed over; its files are read when their turn comes."""
    case = library.store.open(application).case
    return CaseContent(case, lambda name: read_file(library, application, name))


@contextlib.contextmanager
def in_plain(
    library: OpenLibrary, application: str, case: Case, waiting: Iterable[StoredFile] = ()
) -> Iterator[Path]:
    """The files that the case names, in plain, in a private folder that is gone afterwards.

    `waiting` are files of it that no save has named yet.

    Raises:
        AttachmentGone, BlobMissing, BlobDamaged, BlobUnreadable: one of them cannot be had.
        SaveFailed, TargetNotWritten: there is no room for them.
    """
    stored, key = library.store.files(application), library.application_key(application)
    stored |= {file.name: file for file in waiting}
    with library.working_folder() as folder:
        for name in case_files(case):
            if name not in stored:
                raise AttachmentGone("case", found=name)
            target = folder / name
            try:
                make_private_folder(target.parent)
            except OSError as error:
                raise SaveFailed("library", reason=reason_code(error)) from None
            library.blobs.open_to(BlobId(stored[name].blob), key, target)
        yield folder
