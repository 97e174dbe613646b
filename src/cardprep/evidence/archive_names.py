"""What a bundle that comes from elsewhere must be like before anything of it is written down."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from cardprep.evidence.limits import MAX_PAYLOAD, MIB, Limits
from cardprep.evidence.replies import MAX_NAME, Packed


class ArchiveFlaw(StrEnum):
    """Why an archive is not unpacked."""

    NOT_A_ZIP = "not-a-zip"
    DAMAGED = "damaged"
    TOO_MANY_ENTRIES = "too-many-entries"
    TOO_LARGE = "too-large"
    RATIO = "ratio"
    UNSAFE_NAME = "unsafe-name"
    DUPLICATE_NAME = "duplicate-name"
    LINK = "link"
    ENCRYPTED = "encrypted"
    TIMED_OUT = "timed-out"
    OUT_OF_MEMORY = "out-of-memory"
    CRASHED = "crashed"


_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\\\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]')
_DEEPEST = 8
_SMALL = MIB


def is_safe_name(name: str) -> bool:
    """Whether `name` is a relative path with forward slashes that every system writes as it stands."""
    parts = name.split("/")
    is_short = len(name.encode("utf-8", "replace")) <= MAX_NAME and len(parts) <= _DEEPEST
    return is_short and all(map(_is_safe_part, parts))


def _is_safe_part(part: str) -> bool:
    return (
        part not in ("", ".", "..")
        and _FORBIDDEN.search(part) is None
        and part[-1] not in " ."
        and part[0] != " "
        and _DEVICES.fullmatch(part) is None
    )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _entry_flaw(entry: Packed, limits: Limits) -> ArchiveFlaw | None:
    if entry.is_link:
        return ArchiveFlaw.LINK
    if entry.is_encrypted:
        return ArchiveFlaw.ENCRYPTED
    if not is_safe_name(entry.untrusted_name.removesuffix("/") if entry.is_folder else entry.untrusted_name):
        return ArchiveFlaw.UNSAFE_NAME
    if entry.size > MAX_PAYLOAD:
        return ArchiveFlaw.TOO_LARGE
    if entry.size > _SMALL and entry.size > limits.ratio * max(1, entry.packed):
        return ArchiveFlaw.RATIO
    return None


def _is_clash(names: list[str]) -> bool:
    """Whether two names meet on a system that ignores case, or one is a file and another's folder."""
    folded = [_folded(name) for name in names]
    taken = set(folded)
    above = {name[:at] for name in folded for at, sign in enumerate(name) if sign == "/"}
    return len(taken) != len(folded) or not taken.isdisjoint(above)


def flaw(entries: Iterable[Packed], limits: Limits) -> ArchiveFlaw | None:
    """The first reason not to unpack these entries, or None."""
    listed = tuple(entries)
    for entry in listed:
        found = _entry_flaw(entry, limits)
        if found is not None:
            return found
    if sum(entry.size for entry in listed) > limits.unpacked:
        return ArchiveFlaw.TOO_LARGE
    if _is_clash([entry.untrusted_name for entry in listed if not entry.is_folder]):
        return ArchiveFlaw.DUPLICATE_NAME
    return None
