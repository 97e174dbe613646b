"""Typed access to a parsed JSON object, with errors that name the place."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from cardprep.case.errors import (
    MissingKey,
    NotAChoice,
    NotADate,
    OutOfRange,
    PathLeadsOut,
    TextTooLong,
    UnknownKey,
    WrongType,
)

MOST_TEXT = 4_000
E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TYPES: tuple[tuple[type, str], ...] = (
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (str, "string"),
    (list, "array"),
    (dict, "object"),
)


def type_code(value: object) -> str:
    """JSON's name for the type of a parsed value."""
    return next((code for kind, code in _TYPES if isinstance(value, kind)), "null")


def joined(where: str, key: str) -> str:
    """The path of `key` in the object at `where`."""
    return f"{where}.{key}" if where else key


def number(value: object, where: str, low: float, high: float) -> float:
    """A number from `low` to `high`."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise WrongType(where, found=type_code(value), expected="number")
    if not low <= value <= high:
        raise OutOfRange(where, found=str(value)[:100], low=f"{low:g}", high=f"{high:g}")
    return float(value)


def _stays_inside(path: str) -> bool:
    """Whether a path is relative and cannot leave its folder, on any system."""
    parts = path.replace("\\", "/").split("/")
    return not (path.startswith(("/", "\\")) or ":" in parts[0] or ".." in parts or "\0" in path)


class Reader:
    """One JSON object, read key by key. A key that is absent gives the empty value."""

    def __init__(self, value: object, where: str, keys: Iterable[str]) -> None:
        if not isinstance(value, dict):
            raise WrongType(where or "case", found=type_code(value), expected="object")
        self._object: Mapping[str, object] = value
        self._where = where
        self._refuse_unknown(tuple(keys))

    def _refuse_unknown(self, keys: tuple[str, ...]) -> None:
        for key in self._object:
            if key not in keys:
                near = difflib.get_close_matches(key[:100], keys, n=1)
                where = joined(self._where, key)[:200] or "case"
                raise UnknownKey(where, key=key[:100], nearest=near[0] if near else "")

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._object

    def raw(self, key: str) -> object:
        """The value of a key that is there."""
        return self._object[key]

    def _typed(self, key: str, kind: type[T], default: T) -> T:
        value = self._object.get(key, default)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            expected = next(code for known, code in _TYPES if known is kind)
            raise WrongType(joined(self._where, key), found=type_code(value), expected=expected)
        return value

    def text(self, key: str) -> str:
        """A text, exactly as it stands."""
        value = self._typed(key, str, "")
        if len(value) > MOST_TEXT:
            raise TextTooLong(joined(self._where, key), limit=MOST_TEXT)
        return value

    def needed_text(self, key: str) -> str:
        """A text that must be there and not be blank."""
        value = self.text(key)
        if not value.strip():
            raise MissingKey(joined(self._where, key), key=key)
        return value

    def flag(self, key: str) -> bool:
        """True or false."""
        return self._typed(key, bool, False)

    def integer(self, key: str) -> int | None:
        """A whole number, or None; `1.0` is one, as in JSON Schema."""
        value = self._object.get(key, 0)
        if isinstance(value, float) and value.is_integer():
            return int(value)
        return self._typed(key, int, 0) if key in self._object else None

    def path(self, key: str) -> str:
        """The name of a file inside the case's folder, with forward slashes; it must be there."""
        file = self.needed_text(key)
        if not _stays_inside(file):
            raise PathLeadsOut(joined(self._where, key), found=file[:200])
        return file.replace("\\", "/")

    def choice(self, key: str, choices: type[E]) -> E | None:
        """One of an enumeration; absent or blank gives None."""
        value = self.text(key)
        if not value.strip():
            return None
        self.one_of(key, value, tuple(member.value for member in choices))
        return choices(value)

    def one_of(self, key: str, value: str, choices: Iterable[str]) -> None:
        """Refuse a value that is none of `choices`."""
        allowed = tuple(choices)
        if value not in allowed:
            raise NotAChoice(joined(self._where, key), found=value[:100], choices=", ".join(allowed))

    def date(self, key: str) -> dt.date | None:
        """An ISO date; absent or blank gives None."""
        value = self.text(key)
        if not value.strip():
            return None
        try:
            if not _DATE.fullmatch(value):
                raise ValueError(value)
            return dt.date.fromisoformat(value)
        except ValueError:
            raise NotADate(joined(self._where, key), found=value[:100]) from None

    def items(self, key: str, read: Callable[[object, str], T]) -> tuple[T, ...]:
        """A list, each entry read by `read(value, where)`."""
        values: list[object] = self._typed(key, list, [])
        return tuple(read(value, f"{joined(self._where, key)}[{i}]") for i, value in enumerate(values))

    def part(self, key: str, read: Callable[[object, str], T], absent: T) -> T:
        """An object inside this one."""
        return read(self._object[key], joined(self._where, key)) if key in self._object else absent
