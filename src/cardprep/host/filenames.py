"""File names that are legal on Windows, Linux and macOS, and unique among others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from pathlib import PurePosixPath

_ILLEGAL = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])( *\..*)?")
_MOST_BYTES = 119  # and one for the underscore before a reserved name


def legal_name(text: str, fallback: str = "file") -> str:
    """`text` as one part of a path: illegal characters become `_`, at most 120 bytes of UTF-8."""
    kept = "".join("" if unicodedata.category(c) in ("Cf", "Cs", "Co") else c for c in text)
    name = _ILLEGAL.sub("_", kept).strip(" .")
    name = _cut(name).strip(" .") or fallback
    return f"_{name}" if _RESERVED.fullmatch(name) else name


def _cut(name: str) -> str:
    """At most so many bytes, the ending kept."""
    path = PurePosixPath(name)
    ending = path.suffix if len(path.suffix.encode()) <= 10 else ""
    stem = name[: len(name) - len(ending)]
    while len((stem + ending).encode()) > _MOST_BYTES:
        stem = stem[:-1]
    return stem + ending


def unique_name(name: str, taken: Collection[str]) -> str:
    """`name`, or `name (2)` … where it is taken; case and Unicode's two ways to compose do not count."""
    used = {_folded(other) for other in taken}
    path = PurePosixPath(name)
    stem, ending, number = name[: len(name) - len(path.suffix)], path.suffix, 2
    candidate = name
    while _folded(candidate) in used:
        candidate, number = f"{stem} ({number}){ending}", number + 1
    return candidate


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
