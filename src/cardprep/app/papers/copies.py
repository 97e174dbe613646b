"""The copies to be written on, for a whole application: person by person, the firm's paper first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cardprep.app.papers.sheet_code import sheet_code
from cardprep.app.papers.signers import signers
from cardprep.case.model import Attachment, Case
from cardprep.case.preparation import Layout, PreparedPage
from cardprep.errors import CardprepError
from cardprep.evidence.client import Worker
from cardprep.evidence.errors import Cancelled, WorkerUnavailable
from cardprep.paper.handwriting import CopySheet, SheetPicture
from cardprep.rules.materials_asked import Material
from cardprep.wording.catalog import Catalog

_CARD_ASPECT = 85.6 / 54
_NEAR = 0.09
_SIDES = 2
_NO_CARD = ("passport", "")

Report = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of which there is no copy, and why."""

    slot: str
    file: str
    error: CardprepError


@dataclass(frozen=True, slots=True)
class Copies:
    """The sheets; the files without one; and the slots of cards whose picture is not cut to the card."""

    sheets: tuple[CopySheet, ...]
    left_out: tuple[LeftOut, ...]
    not_true_size: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CopySource:
    """A case with its files in a folder, and who is asked about them."""

    folder: Path
    case: Case
    worker: Worker
    catalog: Catalog
    cancelled: IsCancelled = lambda: False


def copies(source: CopySource, report: Report = lambda done, of: None) -> Copies:
    """The copy sheets of the application.

    Raises:
        Cancelled, WorkerUnavailable: nothing that a file causes; such a file is left out and told of.
    """
    wanted = [material for signer in signers(source.case) for material in signer.materials]
    sheets: list[CopySheet] = []
    left_out: list[LeftOut] = []
    loose: list[str] = []
    for position, material in enumerate(wanted):
        report(position, len(wanted))
        pictures = list(_pictures(source, material, left_out))
        if _is_card(material) and any(not picture.is_card for picture in pictures):
            loose.append(str(material.slot))
        sheets += _sheets(source, material, pictures)
    return Copies(tuple(sheets), tuple(left_out), tuple(loose))


def _sheets(source: CopySource, material: Material, pictures: list[SheetPicture]) -> Iterator[CopySheet]:
    caption = source.catalog.place(str(material.slot), source.case)
    code = sheet_code(source.case, material.slot)
    cards = [picture for picture in pictures if picture.is_card]
    for start in range(0, len(cards), _SIDES):
        yield CopySheet(caption, tuple(cards[start : start + _SIDES]), code)
    for picture in pictures:
        if not picture.is_card:
            yield CopySheet(caption, (picture,), code)


def _pictures(source: CopySource, material: Material, left_out: list[LeftOut]) -> Iterator[SheetPicture]:
    for attachment in material.files:
        try:
            yield from _pictures_of(source, material, attachment)
        except (Cancelled, WorkerUnavailable):
            raise
        except CardprepError as error:
            left_out.append(LeftOut(str(material.slot), attachment.file, error))


def _pictures_of(source: CopySource, material: Material, attachment: Attachment) -> list[SheetPicture]:
    """All pictures of a file, or none: half a document is no copy."""
    is_two_sided = attachment.prepared is not None and attachment.prepared.layout is Layout.ID_CARD
    found = []
    for page in _pages(source, attachment):
        made = source.worker.page_picture(source.folder, page, cancelled=source.cancelled)
        aspect = max(made.width, made.height) / min(made.width, made.height)
        cut = abs(aspect / _CARD_ASPECT - 1) <= _NEAR
        is_card = is_two_sided or (_is_card(material) and cut)
        found.append(SheetPicture(made.width, made.height, is_card, made.jpeg))
    return found


def _pages(source: CopySource, attachment: Attachment) -> tuple[PreparedPage, ...]:
    """The pages to show: of a card laid out on A4 its two sides, else those of the file itself."""
    recipe = attachment.prepared
    if recipe is not None and recipe.layout is Layout.ID_CARD:
        return recipe.pages
    facts = source.worker.facts(source.folder / attachment.file, source.cancelled)
    count = max(1, len(facts.pages))  # of an unreadable file the worker says what is wrong with it
    return tuple(PreparedPage(attachment.file, number, attachment.turn) for number in range(count))


def _is_card(material: Material) -> bool:
    return material.slot.is_person and material.signer.id_type not in _NO_CARD
