"""What every file must meet: MAT-12, MAT-13, FILE-1 to FILE-4. They judge the worker's facts."""

from __future__ import annotations

from collections.abc import Iterator

from cardprep.case.facts import ACCEPTED_FORMATS, Fault, FileFacts
from cardprep.case.model import Attachment
from cardprep.case.people import handler_is_known
from cardprep.rules.context import Context, Saying, said
from cardprep.rules.materials_asked import is_needed, needed_attachments

SUFFIXES = {"jpeg": ("jpg", "jpeg"), "png": ("png",), "pdf": ("pdf",)}


def _known(context: Context) -> Iterator[tuple[Attachment, FileFacts]]:
    for attachment in needed_attachments(context.case):
        facts = context.facts.get(attachment.file)
        if facts is not None:
            yield attachment, facts


def _readable(context: Context) -> Iterator[tuple[Attachment, FileFacts]]:
    for attachment, facts in _known(context):
        if facts.format in ACCEPTED_FORMATS and facts.fault is None:
            yield attachment, facts


def suffix(name: str) -> str:
    """The ending of a file name in lower case, without the dot."""
    base = name.rsplit("/", 1)[-1]
    return base.rsplit(".", 1)[-1].lower() if "." in base else ""


def _is_other_content(facts: FileFacts) -> bool:
    return facts.fault is not Fault.EMPTY and facts.format not in ACCEPTED_FORMATS


def mat_12(context: Context) -> Saying:
    """Content that is none of jpg, jpeg, png, pdf."""
    return [
        said(str(a.slot), file=a.file, format=f.format) for a, f in _known(context) if _is_other_content(f)
    ]


def mat_13(context: Context) -> Saying:
    """A file over the limit."""
    limit = context.rulebook.limits.file_bytes
    return [
        said(str(a.slot), file=a.file, size=f.size, limit=limit)
        for a, f in _readable(context)
        if f.size > limit
    ]


def file_1(context: Context) -> Saying:
    """Empty, damaged, encrypted, over the worker's limits, or the PDF readers disagree."""
    for attachment, facts in _known(context):
        if facts.fault is not None and not _is_other_content(facts):
            yield said(str(attachment.slot), facts.fault.value, attachment.file)


def file_2(context: Context) -> Saying:
    """Active or hidden content, or a digital signature."""
    for attachment, facts in _readable(context):
        for active in facts.active:
            yield said(str(attachment.slot), active.value, attachment.file)


def file_3(context: Context) -> Saying:
    """Too coarse to be read, or blank."""
    least = context.rulebook.limits.least_dpi
    for attachment, facts in _readable(context):
        where = str(attachment.slot)
        if facts.pages and all(page.blank for page in facts.pages):
            yield said(where, "blank", attachment.file)
            continue
        for number, page in enumerate(facts.pages, 1):
            if page.dpi is not None and page.dpi < least and not page.blank:
                yield said(where, "coarse", attachment.file, page=number, dpi=page.dpi, least=least)
                break


def file_4(context: Context) -> Saying:
    """A file that is renamed on export, or not needed by the handler who is chosen and left out."""
    for attachment in context.case.attachments:
        if handler_is_known(context.case) and not is_needed(context.case, attachment):
            yield said(str(attachment.slot), "not-needed", attachment.file)
    for attachment, facts in _readable(context):
        if suffix(attachment.file) not in SUFFIXES[facts.format]:
            yield said(str(attachment.slot), "renamed", attachment.file, suffix=SUFFIXES[facts.format][0])


CHECKS = {
    "MAT-12": mat_12,
    "MAT-13": mat_13,
    "FILE-1": file_1,
    "FILE-2": file_2,
    "FILE-3": file_3,
    "FILE-4": file_4,
}
