"""Whole libraries: cheap to open, with applications in them, and the steps at which they are cut off."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cardprep.app.library import importing
from cardprep.app.library.importing import Imported
from cardprep.app.library.open import OpenLibrary, create_library, open_library
from cardprep.evidence.client import Worker
from cardprep.library.steps import Step, no_step
from cardprep.library.ways import ByPassphrase, ByRecoveryKey
from making import cases, folders, people
from making.vaults import CHEAP, PASSPHRASE

TODAY = dt.date(2026, 11, 23)
NOON = dt.datetime(2026, 11, 23, 4, tzinfo=dt.UTC)
WHO = "钱晓燕"
BY_PASSPHRASE = ByPassphrase(PASSPHRASE)


def made(folder: Path) -> tuple[OpenLibrary, ByRecoveryKey]:
    """A new library, open."""
    library, key = create_library(folder, PASSPHRASE, cost=CHEAP)
    return library, ByRecoveryKey(key)


def opened(folder: Path, at: Step = no_step) -> OpenLibrary:
    return open_library(folder, BY_PASSPHRASE, at=at)


def case_folder(folder: Path, number: int = 1) -> Path:
    """A case folder of the `number`-th firm, complete."""
    case = cases.complete()
    told = folders.document(replace(case, unit=cases.unit(people.firm(number))))
    return folders.write(folder, told)


def take_in(library: OpenLibrary, folder: Path, worker: Worker) -> Imported:
    return importing.import_case(library, folder, worker, WHO, TODAY)


def later(hours: float = 0, days: float = 0) -> dt.datetime:
    """So long after noon."""
    return NOON + dt.timedelta(hours=hours, days=days)


@contextlib.contextmanager
def copy_of(folder: Path, target: Path) -> Iterator[OpenLibrary]:
    """The library as a second one of its own."""
    shutil.copytree(folder, target)
    with opened(target) as library:
        yield library
