"""Checks an unpacked bundle against its manifest: hashes, sizes, nothing missing, nothing extra, schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cardprep.bundle.errors import NotABundle
from cardprep.bundle.manifest import FileEntry, Manifest, ManifestFault, content_digest, read_manifest
from cardprep.bundle.names import CASE_FILE, MANIFEST_FILE
from cardprep.case.codec import MOST_BYTES, parse_case
from cardprep.case.errors import CaseError
from cardprep.evidence.unpack import Entry

MOST_MANIFEST_BYTES = 8_000_000


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a code (a sentence stands under `problems`), and the file it is about."""

    code: str
    file: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome: whether it is a draft's bundle, and what is wrong with it."""

    draft: bool
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def verify_unpacked(folder: Path, entries: tuple[Entry, ...]) -> Verification:
    """Check the bundle that was unpacked into `folder` as `entries`.

    Raises:
        NotABundle: there is neither a manifest nor a case in it.
    """
    found = {entry.name: FileEntry(entry.name, entry.sha256, entry.size) for entry in entries}
    if MANIFEST_FILE not in found:
        if CASE_FILE not in found:
            raise NotABundle("bundle")
        return Verification(False, (Problem("bundle-missing-manifest", MANIFEST_FILE),))
    try:
        if found[MANIFEST_FILE].size > MOST_MANIFEST_BYTES:
            raise ManifestFault("size", MANIFEST_FILE)
        manifest = read_manifest((folder / MANIFEST_FILE).read_bytes())
    except ManifestFault:
        return Verification(False, (Problem("bundle-bad-manifest", MANIFEST_FILE),))
    problems = (*_differences(manifest.files, found), *_case_problems(folder, manifest, found))
    return Verification(manifest.draft, problems)


def _differences(told: Mapping[str, FileEntry], found: Mapping[str, FileEntry]) -> Iterator[Problem]:
    for path in sorted(told.keys() | found.keys() - {MANIFEST_FILE}):
        if path not in found:
            yield Problem("bundle-missing-file", path)
        elif path not in told:
            yield Problem("bundle-extra-file", path)
        elif told[path] != found[path]:
            yield Problem("bundle-changed-file", path)


def _case_problems(folder: Path, manifest: Manifest, found: Mapping[str, FileEntry]) -> Iterator[Problem]:
    if CASE_FILE not in found or found[CASE_FILE].size > MOST_BYTES:
        return
    data = (folder / CASE_FILE).read_bytes()
    try:
        case = parse_case(data.decode("utf-8"))
    except (CaseError, UnicodeDecodeError) as error:
        yield Problem("bundle-bad-case", CASE_FILE, getattr(error, "where", ""))
        return
    files = [attachment.file for attachment in case.attachments]
    for file in sorted(set(files) - found.keys()):
        yield Problem("bundle-case-file", file)
    if content_digest(data, (found[file] for file in files if file in found)) != manifest.digest:
        yield Problem("bundle-digest", CASE_FILE)
