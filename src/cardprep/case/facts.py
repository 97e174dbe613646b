"""What the worker found out about a file: facts, without judgement. `rules.checks` says what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

ACCEPTED_FORMATS = ("jpeg", "png", "pdf")
CONVERTIBLE_FORMATS = ("heic", "bmp", "tiff", "webp", "gif")
"""Not taken by the online system (MAT-12), but the worker can make an accepted file of them."""


class Fault(StrEnum):
    """Why a file cannot be read (FILE-1)."""

    EMPTY = "empty"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    TOO_MANY_PIXELS = "too-many-pixels"
    TOO_MANY_PAGES = "too-many-pages"
    NO_PAGES = "no-pages"
    READERS_DISAGREE = "readers-disagree"
    TIMED_OUT = "timed-out"
    OUT_OF_MEMORY = "out-of-memory"
    CRASHED = "crashed"


class Active(StrEnum):
    """What a file holds beside its pages (FILE-2)."""

    JAVASCRIPT = "javascript"
    EMBEDDED_FILES = "embedded-files"
    XFA = "xfa"
    SIGNED = "signed"
    ANIMATION = "animation"


class Mark(StrEnum):
    """What the machine says of one element."""

    FOUND = "found"
    MISSING = "missing"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page: fractions of the page as it is shown upright; pages count from 0."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Observation:
    """What the machine saw of one element, and how sure it is (`score` 0–1)."""

    status: Mark = Mark.UNCERTAIN
    kind: str = ""
    text: str = ""
    value: str = ""
    score: float = 0.0
    reason: str = "no-reader"
    boxes: tuple[Box, ...] = ()


FIELD_NAMES = ("name", "id_number", "expires", "uscc", "company", "legal_representative", "address")


@dataclass(frozen=True, slots=True)
class Observations:
    """The four elements, and the printed fields that could be read (names of `FIELD_NAMES`)."""

    seal: Observation = field(default_factory=Observation)
    wording: Observation = field(default_factory=Observation)
    signature: Observation = field(default_factory=Observation)
    date: Observation = field(default_factory=Observation)
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page as it is shown upright: pixels, the turn that its file asks for, and how fine it is.

    `dpi` is that of the picture when it fills an A4 page, None where the page is text or vectors.
    A PDF page's pixels are those of the scan that fills it, else those of the page at 200 dpi.
    """

    width: int
    height: int
    turn: int = 0
    dpi: int | None = None
    blank: bool = False


@dataclass(frozen=True, slots=True)
class FileFacts:
    """One file: identity, true format by content, pages, faults.

    `format` is one of `ACCEPTED_FORMATS`, another format's name, or "unknown".
    `trailing` counts the bytes after the picture's end.
    """

    sha256: str
    size: int
    format: str
    fault: Fault | None = None
    pages: tuple[PageFacts, ...] = ()
    active: tuple[Active, ...] = ()
    trailing: int = 0
    observations: Observations = field(default_factory=Observations)

    @property
    def is_readable(self) -> bool:
        """Whether its pages can be looked at: an accepted format without a fault (MAT-12, FILE-1)."""
        return self.fault is None and self.format in ACCEPTED_FORMATS

    @property
    def is_convertible(self) -> bool:
        """Whether the worker may be asked to make an accepted file of it (MAT-12)."""
        return self.fault is None and self.format in CONVERTIBLE_FORMATS
