"""How much an untrusted file may cost (DESIGN §3, “The worker”)."""

from __future__ import annotations

from dataclasses import dataclass

KIB, MIB, GIB = 1 << 10, 1 << 20, 1 << 30
MAX_HEADER = MIB
MAX_PAYLOAD = 256 * MIB
ADDRESS_SPACE = 4 * GIB


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one worker. Times in seconds, sizes in bytes, lengths in pixels.

    Attributes:
        seconds_to_start: until a new child answers; a slow disk and a virus scanner are allowed for.
        seconds_a_page: between two signs of life of the child.
        seconds_a_file: for one whole answer.
        resident: the child's memory.
        side: of one picture.
        pixels: of one picture.
        pages: of one document.
        entries: of one archive.
        unpacked: all files of one archive together.
        ratio: how much smaller than itself a packed file may be.
    """

    seconds_to_start: float = 60.0
    seconds_a_page: float = 20.0
    seconds_a_file: float = 60.0
    resident: int = GIB
    side: int = 20_000
    pixels: int = 100_000_000
    pages: int = 200
    entries: int = 2_000
    unpacked: int = GIB
    ratio: int = 200
