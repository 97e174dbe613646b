"""`verify`: whether a bundle is what it was when it was exported."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from cardprep.app.opening import readable
from cardprep.bundle.errors import NotABundle
from cardprep.bundle.verify import Problem, Verification, verify_unpacked
from cardprep.evidence.archive_names import ArchiveFlaw
from cardprep.evidence.client import Worker
from cardprep.evidence.errors import NotAnArchive

# An archive that opens but may not be unpacked was a bundle that somebody changed.
_CHANGED = (
    ArchiveFlaw.DAMAGED,
    ArchiveFlaw.DUPLICATE_NAME,
    ArchiveFlaw.UNSAFE_NAME,
    ArchiveFlaw.LINK,
    ArchiveFlaw.ENCRYPTED,
)


def verify_bundle(
    bundle: Path, worker: Worker, cancelled: Callable[[], bool] = lambda: False
) -> Verification:
    """Check the bundle against its manifest.

    Raises:
        FileUnreadable: there is no such file, or it may not be read.
        NotABundle: it is no bundle.
    """
    with tempfile.TemporaryDirectory(prefix="cardprep-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary) / "bundle"
        try:
            entries = worker.unpack(readable(bundle), folder, cancelled)
        except NotAnArchive as error:
            if error.values["reason"] in _CHANGED:
                return Verification(False, (Problem("bundle-damaged", bundle.name),))
            raise NotABundle(bundle.name) from None
        return verify_unpacked(folder, entries)
