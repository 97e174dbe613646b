"""What the copy sheets and the signing guide are made from: ready strings and pictures, nothing drawn yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields


@dataclass(frozen=True, slots=True)
class CopyLabels:
    """The fixed words of the sheet: keys of `papers.<language>.json` after `copies.`."""

    note: str
    write: str
    sign: str
    date: str
    seal: str


def copy_labels(texts: Mapping[str, str]) -> CopyLabels:
    """The labels from the papers' texts (KeyError where one is missing)."""
    return CopyLabels(**{label.name: texts[f"copies.{label.name}"] for label in fields(CopyLabels)})


@dataclass(frozen=True, slots=True)
class SheetPicture:
    """One side or page: a JPEG coded by the worker; a card is drawn 85.6 × 54 mm large."""

    width: int
    height: int
    is_card: bool
    jpeg: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class CopySheet:
    """One page.

    Attributes:
        caption: whose paper it is and which.
        pictures: the two sides of a card, or one page.
        qr: what the code in the margin says; nothing of a person.
    """

    caption: str
    pictures: tuple[SheetPicture, ...]
    qr: str


@dataclass(frozen=True, slots=True)
class GuideLabels:
    """The fixed words of the guide: keys of `papers.<language>.json` after `guide.`."""

    title: str
    intro: str
    person: str
    role: str
    firm: str
    write: str
    write_note: str
    sign: str
    sign_where: str
    date: str
    date_how: str
    seal: str
    seal_which: str
    seal_not: str
    seal_fresh: str
    mistakes: str
    mistake_printed: str
    mistake_words: str
    mistake_date: str
    mistake_covered: str
    mistake_original: str
    mistake_pasted: str
    empty: str


def guide_labels(texts: Mapping[str, str]) -> GuideLabels:
    """The labels from the papers' texts (KeyError where one is missing)."""
    return GuideLabels(**{label.name: texts[f"guide.{label.name}"] for label in fields(GuideLabels)})


@dataclass(frozen=True, slots=True)
class GuidePaper:
    """What the person writes on one kind of paper: which paper, and the sentence."""

    paper: str
    sentence: str


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One person's page.

    Attributes:
        name: as it must be signed.
        roles: what he is in this application.
        papers: what he writes on, and what.
        sign: the sentence about his signature.
        hints: what is true of him alone (a foreign passport).
    """

    name: str
    roles: str
    papers: tuple[GuidePaper, ...]
    sign: str
    hints: tuple[str, ...] = ()
