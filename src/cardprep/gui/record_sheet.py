"""A firm or a person as a small case of her own, so that the forms of the application edit her as well."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QObject

from cardprep.app import rulebooks
from cardprep.app.errors import SaveFailed
from cardprep.app.session import Session
from cardprep.case.finding import Finding, Severity
from cardprep.case.model import Case
from cardprep.case.paths import text_at
from cardprep.gui.context import Context
from cardprep.gui.files import FileDesk

if TYPE_CHECKING:
    from cardprep.app.place import Record
    from cardprep.evidence.client import Worker
    from cardprep.evidence.source import FileSource
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.theme import Theme
    from cardprep.wording.catalog import Catalog


class RecordSession(Session):
    """Judges what is typed by the rules of the application; what is blank may stay so in a record."""

    def findings_at(self, where: str) -> tuple[Finding, ...]:
        """The findings about a text that is there."""
        try:
            is_blank = not text_at(self.case, where).strip()
        except KeyError:
            return ()
        return () if is_blank else super().findings_at(where)

    @property
    def faults(self) -> tuple[Finding, ...]:
        """What has to be corrected before the record can be kept."""
        found = (f for f in self.findings if f.severity is Severity.BLOCK and f.is_open)
        return tuple(finding for finding in found if finding in self.findings_at(finding.where))


class _Nowhere:
    """A record has no files."""

    def save(self, record: Record) -> NoReturn:
        """Never."""
        self._refuse()

    def file(self, name: str) -> FileSource:
        """Never."""
        self._refuse()

    def take_in(self, source: Path) -> str:
        """Never."""
        self._refuse()

    def take_in_bytes(self, name: str, data: bytes) -> str:
        """Never."""
        self._refuse()

    def in_plain(self, case: Case) -> AbstractContextManager[Path]:
        """Never."""
        self._refuse()

    def paper(self, name: str) -> Path:
        """Never."""
        self._refuse()

    def close(self) -> None:
        """Nothing is held."""

    def _refuse(self) -> NoReturn:
        raise SaveFailed("case", reason="other")


class RecordSheet(QObject):
    """What the forms need to edit a record.

    Attributes:
        session: the record as a case.
        context: for the forms.
    """

    def __init__(
        self,
        case: Case,
        theme: Theme,
        catalog: Catalog,
        desk: LibraryDesk,
        worker: Worker,
        today: Callable[[], dt.date],
    ) -> None:
        super().__init__()
        self.session = RecordSession(case, rulebooks.rulebook(), today)
        self._begun = case
        place = _Nowhere()
        files = FileDesk(self.session, place, worker, desk.operations, self)
        self.context = Context(self.session, place, catalog, theme, desk.operations, files, desk)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.session.case != self._begun

    def close(self) -> None:
        """Let it go."""
        self.context.files.close()
