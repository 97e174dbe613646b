"""The recovery key: 140 random bits for paper, to be read off and typed by a person.

Seven groups of four characters and a check character, in Crockford's alphabet (no I, L, O, U). The
check is a code over GF(32): a wrong character, two that changed places, and two groups that changed
places are always found, and the group is told.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass, field
from functools import reduce
from operator import xor
from typing import Self

from cardprep.library.errors import RecoveryKeyLength, RecoveryKeyMistyped
from cardprep.library.wrapping import sub_key

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, _DATA = 7, 4
GROUP_LENGTH = _DATA + 1
LENGTH = GROUPS * GROUP_LENGTH
_LOOK_ALIKES = str.maketrans({"I": "1", "L": "1", "|": "1", "O": "0", "U": "V"})
_BITS, _POLYNOMIAL = 5, 0b100101  # x^5 + x^2 + 1
_LINK_PREFIX = "CARDPREP-RECOVERY:"


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """A recovery key; its text is a secret and stands in no log.

    Attributes:
        characters: the 35 characters, check characters included, without separators.
    """

    characters: str = field(repr=False)

    @classmethod
    def new(cls) -> Self:
        """A random one."""
        groups = ("".join(secrets.choice(ALPHABET) for _ in range(_DATA)) for _ in range(GROUPS))
        return cls("".join(group + _check(group, number) for number, group in enumerate(groups)))

    @classmethod
    def read(cls, text: str) -> Self:
        """The key that a person typed, or that the QR code says.

        Case, blanks, separators, full width and look-alikes (O for 0, I and l for 1) do not matter.

        Raises:
            RecoveryKeyLength: something is missing or too much.
            RecoveryKeyMistyped: a group does not fit its check character.
        """
        characters = _plain(text)
        if len(characters) != LENGTH:
            raise RecoveryKeyLength("recovery_key", found=len(characters), expected=LENGTH)
        for number in range(GROUPS):
            group = characters[number * GROUP_LENGTH : (number + 1) * GROUP_LENGTH]
            if any(c not in ALPHABET for c in group) or _check(group[:_DATA], number) != group[_DATA:]:
                raise RecoveryKeyMistyped("recovery_key", group=number + 1)
        return cls(characters)

    @property
    def groups(self) -> tuple[str, ...]:
        """The seven groups as they are printed."""
        return tuple(
            self.characters[start : start + GROUP_LENGTH] for start in range(0, LENGTH, GROUP_LENGTH)
        )

    @property
    def link(self) -> str:
        """What the QR code says; `read` understands it."""
        return _LINK_PREFIX + "-".join(self.groups)

    def wrapping_key(self, library: str) -> bytes:
        """The key that wraps the data key of a library; 140 random bits need no costly derivation."""
        return sub_key(self.characters.encode("ascii"), "recovery", library.encode("ascii"))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).upper().strip().removeprefix(_LINK_PREFIX)
    kept = "".join(c for c in folded if c == "|" or unicodedata.category(c)[0] in "LN")
    return kept.translate(_LOOK_ALIKES)


def _check(group: str, number: int) -> str:
    """The check character of a group; its number counts too, so that groups cannot change places."""
    weighed = (_times_x(ALPHABET.index(c), place) for place, c in enumerate(group, start=1))
    return ALPHABET[reduce(xor, weighed, number + 1)]


def _times_x(value: int, times: int) -> int:
    """`value` multiplied by x so many times in GF(32)."""
    for _ in range(times):
        value <<= 1
        if value >> _BITS:
            value ^= _POLYNOMIAL
    return value
