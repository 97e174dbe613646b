"""The system's errors as a few codes that a sentence exists for."""

from __future__ import annotations

import errno

_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EROFS: "read-only",
    errno.ENOENT: "gone",
    errno.ENOTDIR: "gone",
    errno.EISDIR: "is-folder",
}


def reason_code(error: OSError) -> str:
    """A code for why the system refused; its sentence stands under `reasons`."""
    return _CODES.get(error.errno or 0, "other")
