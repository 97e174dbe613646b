"""One program at a time in a folder. The lock ends with the process, however it ends."""

from __future__ import annotations

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


class FolderLock:
    """A held lock on a folder, as a file in it."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path = path
        self._file = file

    def release(self) -> None:
        """Give the folder free and take the lock file away."""
        self._file.close()
        self._path.unlink(missing_ok=True)


def lock_folder(folder: Path) -> FolderLock | None:
    """Lock `folder`, or None where another process has it (OSError where it cannot be written to)."""
    path = folder / ".cardprep.lock"
    file = path.open("ab")
    if _try_lock(file):
        return FolderLock(path, file)
    file.close()
    return None
