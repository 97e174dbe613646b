"""The check characters of the identifiers. Arguments have the right length and alphabet."""

from __future__ import annotations

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_MOD_11_2 = "10X98765432"
_MOD_11_2_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_MRZ_WEIGHTS = (7, 3, 1)


def mod_11_2(body: str) -> str:
    """The check character of ISO 7064 MOD 11-2 after the 17 digits `body` (GB 11643)."""
    pairs = zip(body, _MOD_11_2_WEIGHTS, strict=True)
    return _MOD_11_2[sum(int(digit) * weight for digit, weight in pairs) % 11]


def uscc_check(body: str) -> str:
    """The 18th character after the first 17 of a unified social credit code (GB 32100)."""
    total = sum(USCC_ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(body))
    return USCC_ALPHABET[-total % 31]


def organisation_check(body: str) -> str:
    """The ninth character after the first eight of an organisation code (GB 11714)."""
    pairs = zip(body, _ORGANISATION_WEIGHTS, strict=True)
    return "0123456789X"[-sum(int(char, 36) * weight for char, weight in pairs) % 11]


def mrz_check(body: str) -> str:
    """The check digit of weights 7-3-1 as in a machine-readable zone; A counts 10, Z 35 (ICAO 9303)."""
    return str(sum(int(char, 36) * _MRZ_WEIGHTS[place % 3] for place, char in enumerate(body)) % 10)
