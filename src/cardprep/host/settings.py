"""What the program remembers between starts; nothing of an application but where it lies."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Self

from cardprep.host.atomic import make_private_folder, write_bytes

MOST_RECENT = 12


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings.

    Attributes:
        language: `zh_CN`, `en`, or "" for the system's.
        theme: `system`, `light` or `dark`.
        preparer: the name that acknowledgements and the checklist are signed with.
        recent: the folders of the cases opened last, the latest first.
        window: the window's place and size, in the window's own words.
    """

    language: str = ""
    theme: str = "system"
    preparer: str = ""
    recent: tuple[str, ...] = ()
    window: str = ""

    def with_recent(self, folder: Path) -> Self:
        """The settings with `folder` at the head of the recent ones."""
        others = tuple(path for path in self.recent if path != str(folder))
        return replace(self, recent=(str(folder), *others)[:MOST_RECENT])

    def without_recent(self, folder: Path) -> Self:
        """The settings without `folder` among the recent ones."""
        return replace(self, recent=tuple(path for path in self.recent if path != str(folder)))


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
