"""`manifest.json`: what is in a bundle, by whom and what it was judged, with hashes (docs/CASE_FORMAT.md)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FORMAT = "cardprep-bundle/1"
_KEYS = (
    "format", "case_format", "program", "rulebook", "date", "draft", "digest", "files", "left_out",
    "findings", "acknowledged", "cards", "self",
)  # fmt: skip
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of the bundle: path with forward slashes, SHA-256 in hexadecimal, size in bytes."""

    path: str
    sha256: str
    size: int


class ManifestFault(Exception):
    """The manifest is not one; `problem` is a short code, `where` the key."""

    def __init__(self, problem: str, where: str) -> None:
        super().__init__(problem, where)
        self.problem = problem
        self.where = where


def content_digest(case_text: bytes, attachments: Iterable[FileEntry]) -> str:
    """The digest on the checklist: SHA-256 over case.json and each attachment's path and hash, by path."""
    digest = hashlib.sha256(hashlib.sha256(case_text).digest())
    for entry in sorted(attachments, key=lambda e: e.path):
        digest.update(f"\n{entry.path}\0{entry.sha256}".encode())
    return digest.hexdigest()


def file_entry(path: str, data: bytes) -> FileEntry:
    """The entry for these very bytes."""
    return FileEntry(path, hashlib.sha256(data).hexdigest(), len(data))


def _own_digest(document: Mapping[str, Any]) -> str:
    told = {key: value for key, value in document.items() if key != "self"}
    return hashlib.sha256(json.dumps(told, ensure_ascii=True, sort_keys=True).encode()).hexdigest()


def manifest_bytes(told: Mapping[str, Any], files: Iterable[FileEntry]) -> bytes:
    """The text of a manifest; `self` is the digest of everything else in it."""
    listed = [{"path": e.path, "sha256": e.sha256, "size": e.size} for e in files]
    document = {"format": FORMAT, **told, "files": listed}
    document["self"] = _own_digest(document)
    return _text(document)


def _text(document: Mapping[str, Any]) -> bytes:
    """The one way in which a manifest is written down; always encodable."""
    text = json.dumps(document, ensure_ascii=False, indent=1)
    if _LONE_SURROGATE.search(text):
        text = json.dumps(document, indent=1)
    return f"{text}\n".encode()


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest that was read: its files by path, whether it is a draft's, and the content digest."""

    files: Mapping[str, FileEntry]
    draft: bool
    digest: str


def read_manifest(data: bytes) -> Manifest:
    """The manifest in `data`.

    Raises:
        ManifestFault: it is none, or was changed, be it in a blank.
    """
    try:
        document = json.loads(data)
        is_as_written = isinstance(document, dict) and _text(document) == data
    except (ValueError, RecursionError):
        raise ManifestFault("json", "manifest.json") from None
    if not isinstance(document, dict) or set(document) != set(_KEYS) or document["format"] != FORMAT:
        raise ManifestFault("format", "format")
    if not is_as_written or document["self"] != _own_digest(document):
        raise ManifestFault("changed", "self")
    if type(document["draft"]) is not bool or not isinstance(document["digest"], str):
        raise ManifestFault("type", "draft")
    return Manifest(_files(document["files"]), document["draft"], document["digest"])


def _files(listed: object) -> Mapping[str, FileEntry]:
    if not isinstance(listed, list):
        raise ManifestFault("type", "files")
    entries: dict[str, FileEntry] = {}
    for position, value in enumerate(listed):
        if not isinstance(value, dict) or set(value) != {"path", "sha256", "size"}:
            raise ManifestFault("type", f"files[{position}]")
        entry = FileEntry(value["path"], value["sha256"], value["size"])
        sound = isinstance(entry.path, str) and isinstance(entry.sha256, str) and type(entry.size) is int
        if not sound or entry.path in entries:
            raise ManifestFault("type", f"files[{position}]")
        entries[entry.path] = entry
    return entries
