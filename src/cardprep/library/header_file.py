"""Changes `library.json` so that a cut at any moment leaves the old header or the new one.

The former header lies beside it as `library.json.previous` while a change is under way: taking that
away is what makes the change. Until then the change was not acknowledged, and whoever opens the
library with what fits the former header gets the former one back.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from cardprep.host.atomic import sync_folder, write_bytes
from cardprep.host.system_errors import reason_code
from cardprep.library.errors import (
    HeaderDamaged,
    LibraryError,
    LibraryNotFound,
    LibraryNotWritten,
    LibraryTooNew,
    LibraryUnreadable,
)
from cardprep.library.header import MOST_BYTES, Header, header_bytes, read_header
from cardprep.library.steps import Step, no_step

HEADER_FILE = "library.json"
PREVIOUS_FILE = "library.json.previous"

STEPS = ("header.begin", "header.kept", "header.written", "header.verified", "header.settled")


class HeaderFile:
    """The header of the library in a folder.

    Attributes:
        folder: the library's folder.
    """

    def __init__(self, folder: Path, at: Step = no_step) -> None:
        self.folder = folder
        self._path = folder / HEADER_FILE
        self._previous = folder / PREVIOUS_FILE
        self._at = at

    def candidates(self) -> tuple[Header, ...]:
        """The headers that may hold: the former one first while a change is unfinished.

        Raises:
            LibraryNotFound: there is none.
            LibraryUnreadable: the system does not let it be read.
            HeaderDamaged, LibraryTooNew: there is none that can be used.
        """
        found: list[Header] = []
        fault: LibraryError = LibraryNotFound("library", found=self.folder.name)
        for path in (self._previous, self._path):
            try:
                found.append(read_header(self._bytes(path)))
            except LibraryNotFound:
                continue
            except LibraryTooNew:
                raise
            except LibraryError as error:
                fault = error
        if not found:
            raise fault
        return tuple(header for header in found if header.library == found[-1].library)

    def _bytes(self, path: Path) -> bytes:
        try:
            if path.exists() and not path.is_file():  # a pipe may never end
                raise LibraryUnreadable("library", found=self.folder.name, reason="other")
            with path.open("rb") as file:
                return file.read(MOST_BYTES + 1)
        except (FileNotFoundError, NotADirectoryError):
            raise LibraryNotFound("library", found=self.folder.name) from None
        except OSError as error:
            reason = reason_code(error)
            raise LibraryUnreadable("library", found=self.folder.name, reason=reason) from None

    def create(self, header: Header) -> None:
        """Write the first header (LibraryNotWritten as the system says)."""
        try:
            self._at("header.begin")
            write_bytes(self._path, header_bytes(header))
            self._at("header.written")
        except OSError as error:
            raise self._not_written(error) from None

    def change(self, old: Header, new: Header, opens: Callable[[Header], bool]) -> None:
        """Replace `old` by `new`, once what was written is read again and `opens` agrees.

        Raises:
            LibraryNotWritten: the system does not let it; the old header holds.
            HeaderDamaged: the disk gave back something else; the old header holds.
        """
        try:
            self._at("header.begin")
            write_bytes(self._previous, header_bytes(old))
            self._at("header.kept")
            write_bytes(self._path, header_bytes(new))
            self._at("header.written")
            self._verify(new, opens)
            self._at("header.verified")
            self._settle()
        except OSError as error:
            self._take_back(old)
            raise self._not_written(error) from None
        except LibraryError:
            self._take_back(old)
            raise

    def _take_back(self, old: Header) -> None:
        """Put the old header back; where the disk refuses that too, `.previous` stands for it."""
        with contextlib.suppress(OSError):
            self.choose(old)

    def _verify(self, new: Header, opens: Callable[[Header], bool]) -> None:
        written = read_header(self._bytes(self._path))
        if written != new or not opens(written):
            raise HeaderDamaged("library")

    def choose(self, header: Header) -> None:
        """Make one of the candidates the only one (OSError as the system says)."""
        if self._path_holds(header):
            if self._previous.exists():
                self._settle()
            return
        write_bytes(self._path, header_bytes(header))
        self._settle()

    def _path_holds(self, header: Header) -> bool:
        try:
            return read_header(self._bytes(self._path)) == header
        except LibraryError:
            return False

    def _settle(self) -> None:
        self._previous.unlink(missing_ok=True)
        sync_folder(self.folder)
        self._at("header.settled")

    def _not_written(self, error: OSError) -> LibraryNotWritten:
        return LibraryNotWritten("library", found=self.folder.name, reason=reason_code(error))
