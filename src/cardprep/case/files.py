"""Every file that a case names: the papers themselves, and the originals that they were prepared from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from cardprep.case.model import Attachment, Case
from cardprep.case.preparation import Recipe


def case_files(case: Case) -> tuple[str, ...]:
    """The names of all files that belong to the case, each once, in their order."""
    return tuple(dict.fromkeys(file for _, file in placed_files(case)))


def placed_files(case: Case) -> Iterator[tuple[str, str]]:
    """Each file with the place in the document that names it."""
    for position, attachment in enumerate(case.attachments):
        place = f"attachments[{position}]"
        yield f"{place}.file", attachment.file
        for number, file in enumerate(originals(attachment)):
            yield f"{place}.prepared.pages[{number}].file", file


def originals(attachment: Attachment) -> tuple[str, ...]:
    """The original of each page of a prepared paper; none where it is an original itself."""
    return () if attachment.prepared is None else tuple(page.file for page in attachment.prepared.pages)


def renamed(case: Case, names: Mapping[str, str]) -> Case:
    """The case with other names for its files, in the recipes and the acknowledgements too."""
    attachments = tuple(
        replace(a, file=names.get(a.file, a.file), prepared=_renamed(a.prepared, names))
        for a in case.attachments
    )
    acknowledged = tuple(replace(a, file=names.get(a.file, a.file)) for a in case.acknowledged)
    return replace(case, attachments=attachments, acknowledged=acknowledged)


def _renamed(recipe: Recipe | None, names: Mapping[str, str]) -> Recipe | None:
    if recipe is None:
        return None
    return replace(recipe, pages=tuple(replace(p, file=names.get(p.file, p.file)) for p in recipe.pages))
