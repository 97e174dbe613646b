"""What the program remembers between starts; nothing of an application but where it lies."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from cardprep.host.atomic import make_private_folder, write_bytes

MOST_RECENT = 12
USUAL_LOCK_MINUTES = 15
USUAL_RETENTION_DAYS = 90


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings.

    Attributes:
        language: `zh_CN`, `en`, or "" for the system's.
        theme: `system`, `light` or `dark`.
        preparer: the name that acknowledgements and the checklist are signed with.
        recent: case folders of the first version that the library has not taken in yet.
        window: the window's place and size, in the window's own words.
        library: the library's folder, or "" for the usual one.
        backup_place: a second place of backups, or "".
        lock_after: minutes without a key or a move until the library is locked; "0" for never.
        recovery_sheet: the id of the library whose recovery key was printed last, or "".
        no_backup_place: "yes" where the clerk wants no second place and is not to be asked again.
        retention_days: how long an ended application is kept, in days.
    """

    language: str = ""
    theme: str = "system"
    preparer: str = ""
    recent: tuple[str, ...] = ()
    window: str = ""
    library: str = ""
    backup_place: str = ""
    lock_after: str = str(USUAL_LOCK_MINUTES)
    recovery_sheet: str = ""
    no_backup_place: str = ""
    retention_days: str = str(USUAL_RETENTION_DAYS)

    @property
    def lock_after_minutes(self) -> int:
        """`lock_after` as a number; what is none counts as the usual one."""
        return _number(self.lock_after, USUAL_LOCK_MINUTES)

    @property
    def retention(self) -> int:
        """`retention_days` as a number; what is none counts as the usual one."""
        return _number(self.retention_days, USUAL_RETENTION_DAYS)


def _number(text: str, usual: int) -> int:
    try:
        return max(0, int(text))
    except ValueError:
        return usual


def load(path: Path) -> Settings:
    """The settings at `path`; what is missing or spoiled there is as at the first start."""
    try:
        document = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(document, dict):
        return Settings()
    texts = {
        f.name: document[f.name]
        for f in fields(Settings)
        if f.name != "recent" and isinstance(document.get(f.name), str)
    }
    listed = document.get("recent")
    recent = [entry for entry in listed if isinstance(entry, str)] if isinstance(listed, list) else []
    return Settings(**texts, recent=tuple(recent[:MOST_RECENT]))


def save(path: Path, settings: Settings) -> None:
    """Write the settings to `path` (OSError as the system says)."""
    make_private_folder(path.parent)
    write_bytes(path, json.dumps(asdict(settings), indent=1).encode("ascii"))
