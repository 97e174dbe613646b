"""What a record is found by: its text for three letters and more, its short terms for one and two.

SQLite's trigram index answers nothing below three characters, and 南京 or 王 is what people type. So each
name's characters and pairs of characters, and the first and last two of each number, are kept beside it.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cardprep.case.identifiers.normalise import fold_number, half_width
from cardprep.library.documents import storable
from cardprep.library.pinyin import Spelling, spellings

SHORT = 2


@dataclass(frozen=True, slots=True)
class Findable:
    """The names and the numbers of a record, as typed."""

    names: tuple[str, ...]
    numbers: tuple[str, ...]

    @property
    def source(self) -> str:
        """All of it as one text, to see whether an index row is still right."""
        return json.dumps([self.names, self.numbers])


@dataclass(frozen=True, slots=True)
class Terms:
    """What the index holds of a record."""

    text: str
    short: frozenset[str]


def folded(text: str) -> str:
    """`text` as names are compared: half width, lower case, no invisible characters."""
    kept = (c for c in half_width(text).casefold() if unicodedata.category(c)[0] != "C")
    return " ".join(storable("".join(kept)).split())


def words(search: str) -> tuple[str, ...]:
    """The words of what was typed into the search field, each to be found."""
    return tuple(dict.fromkeys(folded(search.replace("\0", " ")).split()))


def terms_of(findable: Findable) -> Terms:
    """The index of a record (imports `pypinyin` where there is a name)."""
    names = tuple(dict.fromkeys(filter(None, map(folded, findable.names))))
    numbers = tuple(dict.fromkeys(filter(None, (folded(fold_number(n)) for n in findable.numbers))))
    spelt = [spelling for name in names for spelling in spellings(name)]
    lines = [*names, *numbers, *(text for s in spelt for text in (s.full, s.letters, s.initials))]
    short = frozenset((*_of_names(names), *_of_numbers(numbers), *_of_spellings(spelt)))
    return Terms("\n".join(dict.fromkeys(lines)), short)


def _of_names(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from (c for c in name if c.isalnum() and not c.isascii())
        yield from _pairs(name)
        yield name[0]


def _of_numbers(numbers: Iterable[str]) -> Iterator[str]:
    for number in numbers:
        for length in range(1, SHORT + 1):
            yield number[:length]
            yield number[-length:]


def _of_spellings(spelt: Iterable[Spelling]) -> Iterator[str]:
    for spelling in spelt:
        yield from (spelling.full[:1], spelling.full[:SHORT])
        yield from _pairs(spelling.letters)
        yield from _pairs(spelling.initials)


def _pairs(text: str) -> Iterator[str]:
    return (pair for i in range(len(text) - 1) if " " not in (pair := text[i : i + SHORT]))
