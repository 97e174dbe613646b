"""Case folders on the disk, as another program writes them: a document, spoilt in one place, and files."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any

from cardprep.case.model import Case
from making import cases, scans

Document = dict[str, Any]
_STEP = re.compile(r"([a-z_]+)|\[(\d+)\]")


class _Absence(Enum):
    """No value at all, which is another thing than null."""

    GONE = "gone"

    def __repr__(self) -> str:
        return self.name


GONE = _Absence.GONE


@functools.cache
def picture(text: str = "", fmt: str = "jpeg", gps: bool = False) -> bytes:
    """A small page that is fine enough to be read (FILE-3); another text gives another file."""
    return scans.page(860, 1200, (*scans.TEXT, text), fmt=fmt, gps=gps)


def document(case: Case | None = None) -> Document:
    """The document of a complete case (or of `case`)."""
    return cases.document(case or cases.complete())


def _owner(value: Any, path: str) -> tuple[Any, str | int]:
    steps = [name or int(index) for name, index in _STEP.findall(path)]
    for step in steps[:-1]:
        value = value[step]
    return value, steps[-1]


def put(told: Document, path: str, value: object) -> Document:
    """The document with another value at `path` (`operators[0].mobile`); `GONE` takes the key out."""
    owner, last = _owner(told, path)
    if value is GONE:
        del owner[last]
    else:
        owner[last] = value
    return told


def changed(told: Document, **places: object) -> Document:
    """`put` for several paths, given as `**{"unit.name": ""}`."""
    for path, value in places.items():
        put(told, path, value)
    return told


def attach(told: Document, slot: str, file: str, **more: object) -> Document:
    """The document with one more attachment."""
    told["attachments"].append({"slot": slot, "file": file, **more})
    return told


def write(folder: Path, told: Document | str | bytes, files: Mapping[str, bytes] | None = None) -> Path:
    """Write the document and its files: those of `files`, and a good picture for each other it names."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(told, ensure_ascii=True) if isinstance(told, dict) else told
    (folder / "case.json").write_bytes(text.encode() if isinstance(text, str) else text)
    named = told.get("attachments", ()) if isinstance(told, dict) else ()
    contents = {entry["file"]: picture(entry["slot"]) for entry in named if isinstance(entry, dict)}
    for file, data in {**contents, **(files or {})}.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
