"""The difference of two JSON documents: small, readable, and applicable in both directions.

A change is `{"at": [path], "old": …, "new": …}` (a key is left out where there was or is nothing), or, in a
list, a splice `{"at": [path], "from": index, "old": […], "new": […]}`.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from cardprep.library.records import Difference

Change = dict[str, Any]
Changes = tuple[Change, ...]
_Path = tuple[str | int, ...]


class ChangesDoNotFit(ValueError):
    """The document is not the one that the changes were made from."""


def changes_between(old: object, new: object) -> Changes:
    """What makes `new` of `old`, in an order that can be applied one after the other."""
    return tuple(_between(old, new, ()))


def _between(old: object, new: object, at: _Path) -> Iterator[Change]:
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _between_objects(old, new, at)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _between_lists(old, new, at)
    elif old != new:
        yield {"at": list(at), "old": old, "new": new}


def _between_objects(old: dict[str, Any], new: dict[str, Any], at: _Path) -> Iterator[Change]:
    for key in old | new:
        if key not in new:
            yield {"at": [*at, key], "old": old[key]}
        elif key not in old:
            yield {"at": [*at, key], "new": new[key]}
        else:
            yield from _between(old[key], new[key], (*at, key))


def _between_lists(old: list[Any], new: list[Any], at: _Path) -> Iterator[Change]:
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    if len(old) == len(new):
        for index in range(head, len(old) - tail):
            yield from _between(old[index], new[index], (*at, index))
    else:
        gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
        yield {"at": list(at), "from": head, "old": gone, "new": come}


def inverse(changes: Changes) -> Changes:
    """What takes the changes back."""
    swap = {"old": "new", "new": "old"}
    return tuple({swap.get(key, key): value for key, value in c.items()} for c in reversed(changes))


def applied(document: dict[str, Any], changes: Changes) -> dict[str, Any]:
    """A copy of the document with the changes made.

    Raises:
        ChangesDoNotFit: an old value is not there.
    """
    holder = {"": copy.deepcopy(document)}
    try:
        for change in changes:
            _apply(holder, change)
    except (KeyError, IndexError, TypeError) as error:
        raise ChangesDoNotFit from error
    return holder[""]


def _apply(holder: dict[str, Any], change: Change) -> None:
    steps: list[str | int] = ["", *change["at"]]
    place: Any = holder
    for step in steps[:-1]:
        place = place[step]
    last = steps[-1]
    if "from" in change:
        _splice(place[last], change)
        return
    if ("old" in change) != (isinstance(place, list) or last in place) or (
        "old" in change and place[last] != change["old"]
    ):
        raise ChangesDoNotFit
    if "new" in change:
        place[last] = copy.deepcopy(change["new"])
    else:
        del place[last]


def _splice(target: list[Any], change: Change) -> None:
    start, end = change["from"], change["from"] + len(change["old"])
    if target[start:end] != change["old"]:
        raise ChangesDoNotFit
    target[start:end] = copy.deepcopy(change["new"])


def differences(changes: Changes) -> tuple[Difference, ...]:
    """The changes as a person can be shown them."""
    return tuple(Difference(_written(c), _text(c, "old"), _text(c, "new")) for c in changes)


def _written(change: Change) -> str:
    steps = [*change["at"], change["from"]] if "from" in change else change["at"]
    return "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in steps).removeprefix(".")


def _text(change: Change, side: str) -> str:
    return json.dumps(change[side], ensure_ascii=False) if side in change else ""
