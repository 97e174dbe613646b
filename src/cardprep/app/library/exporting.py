"""`export` for an application of the library: the same bundle and papers as from a case folder."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from cardprep.app.exporting import Exported, ExportRequest, IsCancelled, Report, export_case
from cardprep.app.library.files import in_plain
from cardprep.app.library.open import OpenLibrary
from cardprep.evidence.client import Worker


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which application, where to, as a draft or not, the papers' language, the day to judge by."""

    application: str
    target: Path
    draft: bool
    language: str
    today: dt.date


def export_application(
    library: OpenLibrary,
    wanted: Wanted,
    worker: Worker,
    report: Report = lambda done, of: None,
    cancelled: IsCancelled = lambda: False,
) -> Exported:
    """Write everything into `wanted.target`, all or nothing.

    Raises:
        ExportRefused: something blocks or a warning is open, and no draft was asked for.
        CardprepError: a file cannot be had, the target cannot be written, or it was cancelled.
    """
    case = library.store.open(wanted.application).case
    with in_plain(library, wanted.application, case) as folder:
        request = ExportRequest(folder, case, wanted.target, wanted.draft, wanted.language, wanted.today)
        return export_case(request, worker, report, cancelled)
