"""What every page of the window is given: nothing is looked up globally."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cardprep.app.place import CasePlace
    from cardprep.app.session import Session
    from cardprep.gui.files import FileDesk
    from cardprep.gui.library_desk import LibraryDesk
    from cardprep.gui.operation import Operations
    from cardprep.gui.theme import Theme
    from cardprep.wording.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Context:
    """The open case and what is needed to show it.

    Attributes:
        session: the case, its history and its findings; changed only by `session.apply`.
        place: where the case and its files are kept.
        catalog: sentences by code, in the language of the window.
        theme: colours, sizes and icons.
        operations: the one road off the UI thread.
        files: takes files in and finds out about them.
        desk: the library that the case is in, or None.
    """

    session: Session
    place: CasePlace
    catalog: Catalog
    theme: Theme
    operations: Operations
    files: FileDesk
    desk: LibraryDesk | None = None
