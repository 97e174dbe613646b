"""`check` for an application of the library."""

from __future__ import annotations

import datetime as dt

from cardprep.app.checking import Checked, check_case
from cardprep.app.library.files import in_plain
from cardprep.app.library.open import OpenLibrary
from cardprep.app.library.standing import standing_of
from cardprep.evidence.client import Worker


def check_application(library: OpenLibrary, application: str, worker: Worker, today: dt.date) -> Checked:
    """Run every rule, and note in the list how the application stands.

    Raises:
        CardprepError: a file cannot be had, or the library cannot be written to.
    """
    case = library.store.open(application).case
    with in_plain(library, application, case) as folder:
        checked = check_case(folder, case, worker, today)
    standing = standing_of(case, checked.findings)
    library.written(lambda: library.store.set_standing(application, standing))
    return checked
