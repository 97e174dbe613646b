"""What the papers are made from: ready strings in the document's language, and their structure.

The fields of a `…Labels` class are the keys of `resources/wording/papers.<language>.json` after the
paper's name (`checklist.materials`), so that `labels_of` can fill it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, TypeVar


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished document.

    Attributes:
        pdf: its bytes; the same sheet gives the same bytes.
        pages: how many there are.
        missing: the characters that no bundled font has; they stand there as their code points.
    """

    pdf: bytes
    pages: int
    missing: frozenset[str]


class Sign(StrEnum):
    """The mark beside a word, so that nothing is told by colour alone."""

    BLOCK = "block"
    WARN = "warn"
    INFO = "info"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands around every page.

    Attributes:
        title: the paper's kind; the only thing that goes into the PDF's metadata.
        firm: whose paper it is, "" for none.
        language: `zh-CN` or `en`.
        origin: the program, its version and the rule pack's edition.
        digest: the short content digest, "" for none.
        page: the page number, with `{page}` and `{pages}`.
        draft: the mark of a draft, "" for a validated paper.
    """

    title: str
    firm: str
    language: str
    origin: str
    digest: str
    page: str
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a form. `wide`: it takes the whole width, not a half of it."""

    label: str
    value: str
    wide: bool = False


@dataclass(frozen=True, slots=True)
class ElementTick:
    """One element of a material, as the clerk attests it. `seen` is None where she has not looked."""

    label: str
    seen: bool | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """One material: whose it is, which paper, its files and its elements."""

    owner: str
    paper: str
    files: tuple[str, ...]
    elements: tuple[ElementTick, ...]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding; `reason` and `by` (who and when) are those of its acknowledgement."""

    sign: Sign
    severity: str
    rule: str
    place: str
    message: str
    remedy: str = ""
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """Who signs, and what the signature says."""

    role: str
    statement: str


@dataclass(frozen=True, slots=True)
class ChecklistLabels:
    """The fixed words of the checklist."""

    intro: str
    empty: str
    facts: str
    materials: str
    number: str
    material: str
    elements: str
    seen: str
    not_seen: str
    not_looked: str
    no_file: str
    tick: str
    open_findings: str
    acknowledged_findings: str
    no_open_findings: str
    no_acknowledged_findings: str
    finding: str
    place: str
    message: str
    remedy: str
    reason: str
    by: str
    cards: str
    collection: str
    digest: str
    digest_note: str
    signatures: str
    signature: str
    date_label: str
    date_blank: str


@dataclass(frozen=True, slots=True)
class ChecklistSheet:
    """The checklist (材料核对单): printed, ticked by a second person, signed.

    Attributes:
        status: whether it may be filed, as a sign and a sentence.
        digest: the SHA-256 over case.json and the attachments' hashes, in hexadecimal.
        qr: what the QR code says.
    """

    heading: Heading
    labels: ChecklistLabels
    status: tuple[Sign, str]
    facts: tuple[Row, ...]
    materials: tuple[MaterialRow, ...]
    open_findings: tuple[FindingRow, ...]
    acknowledged_findings: tuple[FindingRow, ...]
    cards: tuple[Row, ...]
    collection: tuple[Row, ...]
    digest: str
    qr: str
    signatures: tuple[SignatureLine, ...]


@dataclass(frozen=True, slots=True)
class LetterLabels:
    """The fixed words of the mail-delegation letter."""

    empty: str
    unit_seal: str
    unit_seal_note: str
    legal_signature: str
    legal_signature_note: str
    legal_seal: str
    legal_seal_note: str
    date: str
    date_blank: str
    official_form: str


@dataclass(frozen=True, slots=True)
class LetterSheet:
    """The mail-delegation letter (邮寄业务委托书).

    Attributes:
        addressee: the issuing office.
        paragraphs: what is delegated, in whole sentences.
        recipient: name, mobile and address of the delivery.
        legal_representative: his name where the letter needs his signature and his personal seal
            (the address is not the registered one); None where the company seal is enough.
    """

    heading: Heading
    labels: LetterLabels
    addressee: str
    paragraphs: tuple[str, ...]
    recipient: tuple[Row, ...]
    unit: str
    legal_representative: str | None = None


@dataclass(frozen=True, slots=True)
class FileRow:
    """One attachment: which paper it is, its name, and its size, pages and hash in one string."""

    paper: str
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs together on a screen: the firm, one operator. `title` may be ""."""

    title: str
    rows: tuple[Row, ...]
    files: tuple[FileRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen of the online form, with its number and name."""

    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class ConfirmationLabels:
    """The fixed words of the confirmation sheet."""

    intro: str
    empty: str
    no_file: str


@dataclass(frozen=True, slots=True)
class ConfirmationSheet:
    """Everything typed and every attachment, in the order of the online form (VIEW-1)."""

    heading: Heading
    labels: ConfirmationLabels
    screens: tuple[Screen, ...]


Labels = TypeVar("Labels", ChecklistLabels, LetterLabels, ConfirmationLabels)


def labels_of(kind: type[Labels], paper: str, texts: Mapping[str, str]) -> Labels:
    """Fill a `…Labels` class from texts with keys like `checklist.materials`.

    Raises:
        KeyError: a text is missing.
    """
    words: dict[str, Any] = {field.name: texts[f"{paper}.{field.name}"] for field in fields(kind)}
    return kind(**words)
