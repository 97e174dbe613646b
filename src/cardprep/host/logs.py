"""The log: codes, counts, durations and rule ids only. Personal data never comes near it."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path

from cardprep.host.atomic import make_private_folder

_MOST_BYTES = 500_000


def start_log(path: Path) -> logging.Handler | None:
    """Write the program's log to `path`; None where the system does not let it (the program runs on)."""
    try:
        make_private_folder(path.parent)
        handler = logging.handlers.RotatingFileHandler(path, maxBytes=_MOST_BYTES, backupCount=1, delay=True)
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log = logging.getLogger("cardprep")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    return handler
