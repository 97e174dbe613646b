"""The log: codes, counts, durations and rule ids only. Personal data never comes near it."""

from __future__ import annotations

import logging
from pathlib import Path

from cardprep.host.atomic import make_private_folder

_MOST_BYTES = 500_000


def start_log(path: Path) -> logging.Handler | None:
    """Write the program's log to `path`; None where the system does not let it (the program runs on).

    A log that has grown large is put aside as the only former one; `logging.handlers` would do
    so while running, at the price of loading the network modules at every start.
    """
    try:
        make_private_folder(path.parent)
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.replace(path.with_suffix(".old.log"))
        handler = logging.FileHandler(path, delay=True, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log = logging.getLogger("cardprep")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    return handler
