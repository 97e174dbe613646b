"""One program at a time in a folder. The lock ends with the process, however it ends."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


_MOST_TRIES = 5


class FolderLock:
    """A held lock on a folder, as a file in it."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path = path
        self._file = file

    def release(self) -> None:
        """Give the folder free and take the lock file away, where the system lets it; again: nothing."""
        if self._file.closed:
            return
        # Taken away while it is held, lest another's new lock is: Windows alone wants it closed first.
        if sys.platform != "win32":
            self._remove()
            self._file.close()
        else:
            self._file.close()
            self._remove()

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            self._path.unlink()


def lock_folder(folder: Path) -> FolderLock | None:
    """Lock `folder`, or None where another process has it (OSError where it cannot be written to)."""
    path = folder / ".cardprep.lock"
    for tries_left in reversed(range(_MOST_TRIES)):
        file = path.open("ab")
        if not _try_lock(file):
            file.close()
            break
        # A file system that gives a file another number at every look is believed in the end.
        if _is_at(path, file) or not tries_left:
            return FolderLock(path, file)
        file.close()
    return None


def _is_at(path: Path, file: IO[bytes]) -> bool:
    """Whether the locked file is still the one at `path`: its last holder may have taken it away."""
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except OSError:
        return False
