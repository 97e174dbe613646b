"""What a PDF holds beside its pages, told by looking at every object of the file (FILE-2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardprep.case.facts import Active

if TYPE_CHECKING:
    import pikepdf

_SCRIPTS = ("/JavaScript", "/Launch")
_CARRIERS = ("/FileAttachment", "/RichMedia")


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found: active content, and the sizes in pixels that images announce."""

    active: set[Active]
    images: set[tuple[int, int]]


def dictionaries(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary and stream of the file, those in object streams and inside others as well."""
    import pikepdf

    stack: list[object] = [*document.objects, document.trailer]
    while stack:
        current = stack.pop()
        children: list[object] = []
        if isinstance(current, (pikepdf.Dictionary, pikepdf.Stream)):
            yield current
            held = current.stream_dict if isinstance(current, pikepdf.Stream) else current
            # Not by key: old Chinese programs name fonts in GBK, and get() refuses what is not UTF-8.
            children = list(held.values())
        elif isinstance(current, pikepdf.Array):
            children = list(current)
        stack += [child for child in children if isinstance(child, pikepdf.Object) and not child.is_indirect]


def survey(document: pikepdf.Pdf) -> Survey:
    """Look at all of the document."""
    found = Survey(set(), set())
    for dictionary in dictionaries(document):
        keys = frozenset(dictionary.keys())
        found.active.update(_active(dictionary, keys))
        if "/Width" in keys and "/Height" in keys:
            found.images.add((_number(dictionary, "/Width"), _number(dictionary, "/Height")))
    return found


def _active(dictionary: pikepdf.Object, keys: frozenset[str]) -> Iterator[Active]:
    if "/S" in keys and (dictionary.get("/S") in _SCRIPTS or "/JS" in keys):
        yield Active.JAVASCRIPT
    if "/EF" in keys or dictionary.get("/Type") == "/EmbeddedFile" or dictionary.get("/Subtype") in _CARRIERS:
        yield Active.EMBEDDED_FILES
    if "/XFA" in keys:
        yield Active.XFA
    if "/ByteRange" in keys and "/Contents" in keys:
        yield Active.SIGNED


def _number(dictionary: pikepdf.Object, key: str) -> int:
    value = dictionary.get(key)
    return value if isinstance(value, int) else 0
