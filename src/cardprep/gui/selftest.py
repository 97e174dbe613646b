"""`cardprep --selftest`: whether this installation is whole. Offscreen; nothing is left behind."""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from cardprep.app.checking import check_case
from cardprep.app.exporting import ExportRequest, export_case
from cardprep.app.library.open import create_library, open_library
from cardprep.app.library.place import ApplicationPlace
from cardprep.app.opening import opened
from cardprep.app.rulebooks import rulebook, rulebook_ids
from cardprep.case.model import Case
from cardprep.evidence.client import Worker
from cardprep.host.resources import read_text, resource_path
from cardprep.library.ways import ByPassphrase
from cardprep.wording.catalog import LANGUAGES, Catalog

_SAMPLE = "samples/complete-new-entrant"
_DAY = dt.date(2026, 11, 23)


class SelfTestFailed(Exception):
    """What the installation lacks."""


def main() -> int:
    """Run every check; 0 when all pass. One line each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    checks: tuple[tuple[str, Callable[[], object]], ...] = (
        ("resources", _resources),
        ("wording", _wording),
        ("window", _window),
        ("worker", _worker),
        ("export", _export),
        ("library", _library),
    )
    return max(_report(name, check) for name, check in checks)


def _report(name: str, check: Callable[[], object]) -> int:
    try:
        check()
    except Exception as error:
        print(f"failed: {name} ({type(error).__name__}: {error})", file=sys.stderr)
        return 1
    print(f"ok: {name}")
    return 0


def _resources() -> None:
    for id_ in rulebook_ids():
        rulebook(id_)
    read_text("schema/cardprep-case-1.json")
    resource_path("fonts/NotoSansSC-Regular.ttf")


def _library() -> None:
    """A library of one application is made, closed, and opened again by its passphrase."""
    with tempfile.TemporaryDirectory() as temporary:
        folder, passphrase = Path(temporary) / "library", "a passphrase of this test"
        library, _ = create_library(folder, passphrase)
        with library:
            made = ApplicationPlace.create(library, Case(remark=_SAMPLE), lambda: "").application.id
        with open_library(folder, ByPassphrase(passphrase)) as again:
            if again.store.open(made).case.remark != _SAMPLE:
                raise SelfTestFailed("library")


def _wording() -> None:
    for language in LANGUAGES:
        Catalog(language).text("cli.ok")


def _window() -> None:
    """Fonts, icons and translations are there: Qt draws nothing and says nothing where they are not."""
    from PySide6.QtCore import QTranslator
    from PySide6.QtGui import QFontDatabase, QRawFont
    from PySide6.QtWidgets import QApplication

    held = QApplication.instance() or QApplication(["cardprep"])
    path = resource_path("fonts/NotoSansSC-Regular.ttf")
    if QFontDatabase.addApplicationFont(str(path)) < 0 or not QRawFont(str(path), 16).supportsCharacter("口"):
        raise SelfTestFailed("fonts")
    translator = QTranslator()
    if not translator.load(str(resource_path("cardprep_zh_CN.qm", "i18n"))):
        raise SelfTestFailed("translations")
    held.quit()


def _worker() -> None:
    with Worker() as worker, opened(resource_path(_SAMPLE), worker) as source:
        checked = check_case(source.folder, source.case, worker, _DAY)
        if not checked.ok:
            raise SelfTestFailed(" ".join(sorted({f.rule for f in checked.findings if f.is_open})))


def _export() -> None:
    with tempfile.TemporaryDirectory(prefix="cardprep-") as temporary, Worker() as worker:
        with opened(resource_path(_SAMPLE), worker) as source:
            target = Path(temporary)
            request = ExportRequest(source.folder, source.case, target, False, LANGUAGES[0], _DAY)
            exported = export_case(request, worker)
        if not exported.bundle.is_file():
            raise SelfTestFailed("bundle")
