"""Where a command's case comes from: a folder, a bundle, or an application of a library."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator

from cardprep.app.opening import OpenedCase, opened
from cardprep.cli.output import Output
from cardprep.evidence.client import Worker


@contextlib.contextmanager
def source_of(given: argparse.Namespace, worker: Worker, output: Output) -> Iterator[OpenedCase]:
    """The case that the command line names, with its files in a folder.

    Raises:
        CardprepError: there is none, or it is faulty; the place is named.
    """
    if given.library is None:
        with opened(given.case, worker) as source:
            yield source
        return
    from cardprep.app.library.files import in_plain
    from cardprep.app.library.finding import find_application
    from cardprep.cli.unlocking import unlocked

    with unlocked(given, output.catalog) as library:
        application = find_application(library, str(given.case))
        case = library.store.open(application).case
        with in_plain(library, application, case) as folder:
            yield OpenedCase(folder, case)
