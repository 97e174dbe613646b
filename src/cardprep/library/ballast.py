"""Room kept back on the disk, so that what is being saved can still be saved when the disk is full."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from cardprep.host.atomic import replacing, sync_folder

SIZE = 16 << 20  # bytes: many saves of records, or a scan of the largest allowed size several times
_PIECE = 1 << 20


class Ballast:
    """A file that holds nothing but room."""

    def __init__(self, path: Path, size: int = SIZE) -> None:
        self._path = path
        self._size = size

    @property
    def is_there(self) -> bool:
        """Whether the room is kept."""
        try:
            return self._path.stat().st_size == self._size
        except OSError:
            return False

    def keep(self) -> bool:
        """Keep the room, unless it is kept; whether it is now. A full disk is no error here.

        Random bytes, since zeros take no room where the file system compresses.
        """
        if self.is_there:
            return True
        with contextlib.suppress(OSError), replacing(self._path) as beside, beside.open("wb") as out:
            for start in range(0, self._size, _PIECE):
                out.write(secrets.token_bytes(min(_PIECE, self._size - start)))
        return self.is_there

    def release(self) -> bool:
        """Give the room back to the disk; whether there was any to give."""
        try:
            had_room = self._path.stat().st_size > 0
            self._path.unlink()
            sync_folder(self._path.parent)
        except OSError:
            return False
        return had_room
