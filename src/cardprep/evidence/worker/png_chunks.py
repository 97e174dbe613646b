"""Walk a PNG's chunks without decoding it, and cut out all that is not picture (PNG 3rd edition, §5, §11)."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field

from cardprep.evidence.worker import orientation
from cardprep.evidence.worker.faults import Unreadable

SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOUR = (b"gAMA", b"cHRM", b"sRGB", b"sBIT")
_KEPT = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"bKGD", b"pHYs", *COLOUR})
_CRITICAL = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
_TYPE = re.compile(rb"[A-Za-z]{4}")
_MOST_CHUNKS = 1_000_000
_IHDR_SIZE = 13
_GREY = 0


@dataclass(frozen=True, slots=True)
class Chunk:
    """One chunk without its length and checksum."""

    name: bytes
    content: bytes = field(repr=False)

    def written(self) -> bytes:
        """The chunk as it stands in a file."""
        checksum = zlib.crc32(self.name + self.content)
        return len(self.content).to_bytes(4, "big") + self.name + self.content + checksum.to_bytes(4, "big")


@dataclass(frozen=True, slots=True)
class Png:
    """A walked PNG: its size in pixels as stored, and the bytes after its end."""

    chunks: tuple[Chunk, ...]
    width: int
    height: int
    trailing: int

    @property
    def orientation(self) -> int:
        """What its eXIf chunk says, 1 where it says nothing."""
        return next((orientation.read(chunk.content) for chunk in self.chunks if chunk.name == b"eXIf"), 1)

    @property
    def is_animated(self) -> bool:
        """Whether it holds more pictures than the one that is shown as a page."""
        return any(chunk.name == b"acTL" for chunk in self.chunks)

    @property
    def has_deep_colour(self) -> bool:
        """Whether it has 16 bits a channel and more than one channel."""
        header = self.chunks[0].content
        return header[8] == 16 and header[9] != _GREY


def walk(data: bytes) -> Png:
    """The chunks of the picture in `data`.

    Raises:
        Unreadable: it is cut short, altered, or no PNG.
    """
    if not data.startswith(SIGNATURE):
        raise Unreadable
    chunks: list[Chunk] = []
    at = len(SIGNATURE)
    while not chunks or chunks[-1].name != b"IEND":
        chunk, at = _chunk(data, at)
        chunks.append(chunk)
        if len(chunks) > _MOST_CHUNKS:
            raise Unreadable
    width, height = _header(chunks)
    return Png(tuple(chunks), width, height, len(data) - at)


def _chunk(data: bytes, at: int) -> tuple[Chunk, int]:
    length = int.from_bytes(data[at : at + 4], "big")
    name = data[at + 4 : at + 8]
    end = at + 8 + length
    if end + 4 > len(data) or _TYPE.fullmatch(name) is None:
        raise Unreadable
    if name[0:1].isupper():
        checksum = zlib.crc32(memoryview(data)[at + 4 : end])
        if name not in _CRITICAL or data[end : end + 4] != checksum.to_bytes(4, "big"):
            raise Unreadable
    return Chunk(name, data[at + 8 : end]), end + 4


def _header(chunks: list[Chunk]) -> tuple[int, int]:
    names = [chunk.name for chunk in chunks]
    header = chunks[0].content
    if names[0] != b"IHDR" or names.count(b"IHDR") != 1 or b"IDAT" not in names or len(header) != _IHDR_SIZE:
        raise Unreadable
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    if not width or not height:
        raise Unreadable
    return width, height


def clean(png: Png) -> bytes:
    """The same picture, its coded data bit for bit, without texts, profile names, dates and animation."""
    return SIGNATURE + b"".join(chunk.written() for chunk in png.chunks if chunk.name in _KEPT)


def with_chunks_of(recoded: bytes, original: Png) -> bytes:
    """`recoded` with the colour chunks of `original` put after its header."""
    first, *others = walk(recoded).chunks
    colours = [chunk for chunk in original.chunks if chunk.name in COLOUR and chunk.name != b"sBIT"]
    others = [chunk for chunk in others if chunk.name in _KEPT]
    return SIGNATURE + b"".join(chunk.written() for chunk in (first, *colours, *others))
