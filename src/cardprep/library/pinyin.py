"""How a Chinese name is spelt in Latin letters, to be found and sorted by.

`pypinyin` costs 0.2 s to import and is needed only where an index row is written, so it is imported there.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

_TWO_LETTERS = ("zh", "ch", "sh")
_MOST_READINGS = 4


@dataclass(frozen=True, slots=True)
class Spelling:
    """南京示例 as `nanjingshili`, by first letters `njsl`, by initials `njshl`."""

    full: str
    letters: str
    initials: str


def spellings(name: str) -> tuple[Spelling, ...]:
    """The ways to spell `name`; more than one where its first character (a surname) has several readings."""
    syllables = _syllables(name)
    if not syllables:
        return ()
    firsts = dict.fromkeys((syllables[0], *_readings(name[0])))
    heads = itertools.islice(firsts, _MOST_READINGS)
    return tuple(_spelling([head, *syllables[1:]]) for head in heads)


def sort_key(name: str) -> str:
    """What puts names into the order of their pinyin; equal spellings by the characters themselves."""
    return " ".join(_syllables(name)) + "\t" + name


def _spelling(syllables: list[str]) -> Spelling:
    return Spelling(
        full="".join(syllables),
        letters="".join(s[0] for s in syllables),
        initials="".join(s[:2] if s.startswith(_TWO_LETTERS) else s[0] for s in syllables),
    )


def _syllables(name: str) -> list[str]:
    """A syllable a Chinese character; letters and digits one by one, all else left out."""
    from pypinyin import lazy_pinyin

    found = lazy_pinyin(name, errors=lambda rest: " ".join(c for c in rest if c.isalnum()))
    return [syllable for part in found for syllable in part.casefold().split()]


def _readings(character: str) -> list[str]:
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return found[0] if found else []
