"""Where a line of Chinese, Latin or mixed text may end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_NO_START = frozenset("、。，．：；？！·…—～〕〉》」』】）］｝”’%‰℃,.:;?!)]}/")
_NO_END = frozenset("〔〈《「『【（［｛“‘([{#$¥￥")
_AFTER = frozenset("-–—/_")


@dataclass(frozen=True, slots=True)
class Unit:
    """One character, with its combining marks, as one font draws it. `width` is in points."""

    font: str
    text: str
    width: float


Line = tuple[Unit, ...]


def is_wide(character: str) -> bool:
    """Whether a line may end on either side of it: ideographs, kana, full-width punctuation."""
    return unicodedata.east_asian_width(character) in "WF"


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between two neighbours."""
    if after.isspace() or after[0] in _NO_START or before in _NO_END:
        return False
    if before.isspace() or is_wide(before[0]) or is_wide(after[0]):
        return True
    return before in _AFTER and not after[0].isdigit()


def width_of(line: Sequence[Unit]) -> float:
    """The width of a line without the spaces at its end, in points."""
    end = len(line)
    while end and line[end - 1].text.isspace():
        end -= 1
    return sum(unit.width for unit in line[:end])


def _cut(line: Sequence[Unit], following: Unit) -> int:
    """Where to end a full line: the last good place, else where it is full."""
    row = [*line, following]
    for index in range(len(line), 0, -1):
        if may_break(row[index - 1].text, row[index].text):
            return index
    return len(line)


def break_lines(units: Sequence[Unit], width: float) -> Iterator[Line]:
    """Fill lines of `width` points; a word longer than a line is broken where the line is full.

    No unit is lost: the lines one after another are the text again.
    """
    line: list[Unit] = []
    for unit in units:
        if unit.text == "\n":
            yield (*line, unit)
            line = []
            continue
        while line and not unit.text.isspace() and sum(u.width for u in line) + unit.width > width:
            end = _cut(line, unit)
            yield tuple(line[:end])
            line = line[end:]
        line.append(unit)
    yield tuple(line)
