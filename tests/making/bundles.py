"""Exported bundles, and zip files rewritten by hand as somebody might who wants them to pass."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from cardprep.app.exporting import Exported, ExportRequest, export_case
from cardprep.app.folder import read_case
from cardprep.evidence.client import Worker
from making import cases, folders
from making.folders import Document

_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")


def request(folder: Path, target: Path, draft: bool = False, language: str = "zh_CN") -> ExportRequest:
    """What `cardprep export` asks for, on the day of the made cases."""
    return ExportRequest(folder, read_case(folder), target, draft, language, cases.TODAY)


def export(
    folder: Path,
    worker: Worker,
    told: Document | None = None,
    files: Mapping[str, bytes] | None = None,
    draft: bool = False,
    language: str = "zh_CN",
) -> Exported:
    """Write the case into `folder/case` and export it into `folder/out`."""
    case = folders.write(folder / "case", told or folders.document(), files)
    return export_case(request(case, folder / "out", draft, language), worker)


def entries(bundle: Path) -> dict[str, bytes]:
    """The files in a bundle, in their order."""
    with zipfile.ZipFile(bundle) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def rewritten(files: Mapping[str, bytes]) -> bytes:
    """A zip file of these files that is sound in itself."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def attachment_names(bundle: Path) -> list[str]:
    """The attachments in a bundle: neither papers nor the two documents."""
    return [name for name in entries(bundle) if "/" in name and not name.startswith("05-")]


def inflated(data: bytes) -> Iterator[bytes]:
    """The bytes, and whatever in them is packed with zlib, at any depth of two."""
    yield data
    for found in _ZLIB.finditer(data):
        try:
            yield zlib.decompressobj().decompress(data[found.start() :], 50_000_000)
        except zlib.error:
            continue


def holds(data: bytes, marker: str) -> bool:
    """Whether the text stands anywhere in the bytes: packed or not, in any usual encoding."""
    spellings = {marker.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")}
    return any(spelling in part for part in inflated(data) for spelling in spellings)
