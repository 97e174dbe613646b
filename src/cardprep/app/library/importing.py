"""`import`: a case folder, a bundle, or what was handed over becomes an application.

The case and its files are verified before anything is written; the files are sealed before the one
transaction that makes the application, so that a cut leaves none of it but files to be swept.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from cardprep.app.checking import check_case
from cardprep.app.clock import now
from cardprep.app.library.errors import AttachmentGone
from cardprep.app.library.files import read_file, seal_file
from cardprep.app.library.matching import names_alike, rows_of
from cardprep.app.library.open import OpenLibrary
from cardprep.app.library.standing import standing_of
from cardprep.app.opening import OpenedCase, opened
from cardprep.case.files import case_files, renamed
from cardprep.case.model import Case
from cardprep.evidence.client import Worker
from cardprep.library.columns import new_id
from cardprep.library.errors import BlobDamaged, BlobMissing, BlobUnreadable
from cardprep.library.firms import firm_of
from cardprep.library.records import OpenApplication, Stamp

STEPS = ("import.sealed", "import.firm", "import.done")


@dataclass(frozen=True, slots=True)
class Imported:
    """The application; `is_new` is false where the very same one was there already."""

    application: OpenApplication
    is_new: bool


def import_case(library: OpenLibrary, path: Path, worker: Worker, who: str, today: dt.date) -> Imported:
    """Take in the case folder, `case.json` or bundle at `path`; it is left as it is.

    Raises:
        CardprepError: it is faulty (the place is named), or cannot be stored; nothing was taken in.
    """
    with opened(path, worker) as source:
        return take_in(library, source, worker, who, today)


def take_in(library: OpenLibrary, source: OpenedCase, worker: Worker, who: str, today: dt.date) -> Imported:
    """Take in a case that was opened and verified (raises as `import_case`)."""
    same = find_same(library, source)
    if same is not None:
        return Imported(library.store.open(same), is_new=False)
    made = _create(library, source, Stamp(who, now()))
    findings = check_case(source.folder, source.case, worker, today).findings
    standing = standing_of(source.case, findings)
    library.written(lambda: library.store.set_standing(made.id, standing))
    return Imported(made, is_new=True)


def _create(library: OpenLibrary, source: OpenedCase, stamp: Stamp) -> OpenApplication:
    id, case = new_id(), source.case
    key = library.vault.new_application_key(id)
    files = tuple(seal_file(library, key.key, name, source.folder / name) for name in case_files(case))
    library.at("import.sealed")
    firm = _firm_of(library, case)
    library.at("import.firm")
    made = library.written(lambda: library.store.create(case, key.wrapped, stamp, firm, id, files))
    library.at("import.done")
    return made


def _firm_of(library: OpenLibrary, case: Case) -> str:
    """The id of the case's firm, which is made where the library does not know it; "" without a code."""
    if not case.unit.uscc.strip():
        return ""
    known = library.store.find_firm(case.unit.uscc)
    if known is None:
        known = library.written(lambda: library.store.put_firm(firm_of(case)))
    return known.id


def find_same(library: OpenLibrary, source: OpenedCase) -> str | None:
    """The id of an application with this very case and these very files, whatever the files are called."""
    uscc, bare = source.case.unit.uscc.strip(), _bare(source.case)
    for row in rows_of(library, uscc) if uscc else ():
        known = library.store.open(row.id).case
        names = alike_names(library, row.id, known, source) if _bare(known) == bare else None
        if names is not None and renamed(source.case, names) == known:
            return row.id
    return None


def _bare(case: Case) -> Case:
    return replace(case, attachments=(), acknowledged=())


def alike_names(library: OpenLibrary, id: str, ours: Case, source: OpenedCase) -> dict[str, str] | None:
    """What to call the files that come beside ours; None where a file cannot be read, ours or theirs."""
    try:
        mine = {name: _digest(read_file(library, id, name)) for name in case_files(ours)}
        theirs = {name: _digest((source.folder / name).read_bytes()) for name in case_files(source.case)}
    except (OSError, AttachmentGone, BlobMissing, BlobDamaged, BlobUnreadable):
        return None
    return names_alike(mine, theirs, library.store.files(id))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
