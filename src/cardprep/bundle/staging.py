"""The first half of an export: clean copies of the files under their names in the bundle, and the case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cardprep.bundle.errors import ExportChanged, ExportTooLarge
from cardprep.bundle.manifest import FileEntry, content_digest, file_entry
from cardprep.bundle.names import CASE_FILE, bundle_names
from cardprep.case.codec import case_text
from cardprep.case.facts import ACCEPTED_FORMATS, FileFacts
from cardprep.case.model import Attachment, Case
from cardprep.evidence.client import Worker
from cardprep.evidence.protocol import Note
from cardprep.host.atomic import make_private_folder, write_bytes

Report = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Attached:
    """What is to be staged: the attachments that are needed, where their files lie, and their facts."""

    folder: Path
    attachments: tuple[Attachment, ...]
    facts: Mapping[str, FileFacts]
    most_bytes: int
    draft: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of a draft that cannot go into a bundle: it is unreadable, or of another format."""

    slot: str
    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Staged:
    """What lies in the staging folder: the case as the bundle tells it, its files, and the content digest.

    `names` are the files' names in the bundle, by (slot, the case's name).
    """

    folder: Path
    names: Mapping[tuple[str, str], str]
    case: Case
    files: tuple[FileEntry, ...]
    left_out: tuple[LeftOut, ...]
    digest: str


def _goes_in(facts: FileFacts | None) -> bool:
    return facts is not None and facts.fault is None and facts.format in ACCEPTED_FORMATS


def stage(
    case: Case, attached: Attached, worker: Worker, into: Path, report: Report, cancelled: IsCancelled
) -> Staged:
    """Write the attachments' clean copies and `case.json` into the empty folder `into`.

    Raises:
        ExportChanged: a file is not what its facts were told of.
        ExportTooLarge: a copy came out over the limit.
        CardprepError, OSError: as `Worker.prepare`.
    """
    formats = {
        a.file: attached.facts[a.file].format
        for a in attached.attachments
        if _goes_in(attached.facts.get(a.file))
    }
    names = bundle_names(replace(case, attachments=attached.attachments), formats)
    staged: list[Attachment] = []
    entries: list[FileEntry] = []
    for position, attachment in enumerate(attached.attachments):
        report(position, len(attached.attachments))
        name = names.get((str(attachment.slot), attachment.file))
        if name is not None:
            entry, kept_as_is = _copy(attachment, attached, worker, into / name, cancelled)
            entries.append(replace(entry, path=name))
            turn = attachment.turn if kept_as_is else 0
            # The originals stay behind, so the recipe would name files that the bundle has not.
            staged.append(replace(attachment, file=name, turn=turn, prepared=None))
    told = _renamed(case, tuple(staged), names)
    data = case_text(told).encode("utf-8")
    write_bytes(into / CASE_FILE, data)
    left_out = tuple(
        LeftOut(str(a.slot), a.file, _reason(attached.facts.get(a.file)))
        for a in attached.attachments
        if (str(a.slot), a.file) not in names
    )
    files = (file_entry(CASE_FILE, data), *entries)
    return Staged(into, names, told, files, left_out, content_digest(data, entries))


def _reason(facts: FileFacts | None) -> str:
    if facts is None:
        return "unknown"
    return facts.fault.value if facts.fault else facts.format


def _copy(
    attachment: Attachment, attached: Attached, worker: Worker, target: Path, cancelled: IsCancelled
) -> tuple[FileEntry, bool]:
    """The entry of the copy, and whether it was left as it is (a signed PDF cannot be turned)."""
    make_private_folder(target.parent)
    prepared = worker.prepare(attached.folder / attachment.file, target, attachment.turn, cancelled)
    if prepared.sha256_in != attached.facts[attachment.file].sha256:
        raise ExportChanged(str(attachment.slot), found=attachment.file)
    if prepared.size_out > attached.most_bytes and not attached.draft:
        values = {"size": prepared.size_out, "limit": attached.most_bytes}
        raise ExportTooLarge(str(attachment.slot), found=attachment.file, **values)
    return FileEntry("", prepared.sha256_out, prepared.size_out), Note.SIGNED_KEPT in prepared.notes


def _renamed(case: Case, staged: tuple[Attachment, ...], names: Mapping[tuple[str, str], str]) -> Case:
    """The case with the bundle's names, in the acknowledgements too."""
    by_file = {(slot, file): name for (slot, file), name in names.items()}
    any_slot = {file: name for (_, file), name in names.items()}
    # What was said of a file that is left out must not count for the others.
    acknowledged = tuple(
        replace(a, file=by_file.get((a.where, a.file)) or any_slot[a.file]) if a.file else a
        for a in case.acknowledged
        if not a.file or a.file in any_slot
    )
    return replace(case, attachments=staged, acknowledged=acknowledged)
