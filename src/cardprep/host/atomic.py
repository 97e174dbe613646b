"""The one way to write a file: whole or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` durable; systems that cannot open a folder do so by themselves."""
    flags = getattr(os, "O_DIRECTORY", None)
    if flags is None:
        return
    descriptor = os.open(folder, os.O_RDONLY | flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a path beside `target` to write to; when the block ends well it becomes `target`.

    When the block fails, `target` is as it was and nothing is left behind.
    The file is readable by its owner alone.
    """
    beside = target.with_name(f".{target.name[:60]}.{os.urandom(4).hex()}.part")
    try:
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
        yield beside
        with beside.open("rb+") as written:
            os.fsync(written.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def write_bytes(target: Path, data: bytes) -> None:
    """Replace `target` by `data`, durably."""
    with replacing(target) as beside:
        beside.write_bytes(data)


def make_private_folder(folder: Path) -> None:
    """Make `folder`, and what is missing above it, so that its owner alone can read them."""
    missing = [folder, *folder.parents]
    for path in reversed(missing[: next((i for i, p in enumerate(missing) if p.is_dir()), len(missing))]):
        path.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
