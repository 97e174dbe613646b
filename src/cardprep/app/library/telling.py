"""A row of an application's journal in words: which field, what stood there, what stands there now."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cardprep.case.model import Case
from cardprep.library.records import HistoryEntry
from cardprep.rules.rulebook import Choice, Rulebook
from cardprep.wording.catalog import Catalog

_ITEM = re.compile(r"(operators|attachments|acknowledged|status)(?:\[\d+\])?(?:\.(.+))?", re.ASCII)
_UNTOLD = ("format", "rulebook")  # nobody chose them
_CHOICES = {
    "kind": "kinds",
    "collection.way": "ways",
    "handler.who": "handlers",
    "state": "states",
    "attested.seal": "answers",
    "attested.wording": "answers",
    "attested.signature": "answers",
    "attested.legal_seal": "answers",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One value that changed: the field's name, the former and the new value, in words."""

    place: str
    old: str
    new: str


class Teller:
    """Tells rows of one application's journal; `case` names people as they are called now."""

    def __init__(self, catalog: Catalog, rulebook: Rulebook, case: Case) -> None:
        self._catalog = catalog
        self._case = case
        self._lists: Mapping[str, tuple[Choice, ...]] = {
            "id_type": rulebook.id_types,
            "issuing_office": rulebook.issuing_offices,
            "outlet": rulebook.outlets,
        }

    def told(self, entry: HistoryEntry) -> tuple[Told, ...]:
        """What the row changed."""
        return tuple(
            told
            for found in entry.differences
            for path, old, new in _leaves(found.path, _value(found.old), _value(found.new))
            if path not in _UNTOLD
            for told in self._difference(path, old, new, entry.place)
        )

    def _difference(self, path: str, old: object, new: object, place: str) -> Iterator[Told]:
        match = _ITEM.fullmatch(path)
        if match is None:
            yield Told(self._catalog.place(path), *self._both(path, old, new))
            return
        group, rest = match[1], match[2] or ""
        if group == "operators" and rest:
            yield Told(self._catalog.place(path, self._case), *self._both(rest, old, new))
        elif group == "attachments" and rest:
            yield Told(self._of_paper(place, rest), *self._both(rest, old, new))
        elif group == "attachments":
            yield from self._papers(_items(old), _items(new))
        else:
            yield self._items(group, _items(old), _items(new))

    def _both(self, name: str, old: object, new: object) -> tuple[str, str]:
        return self._word(name, old), self._word(name, new)

    def _of_paper(self, slot: str, name: str) -> str:
        field = name.removeprefix("attested.")
        known = ("seal", "wording", "signature", "legal_seal", "date")
        label = self._catalog.text(f"elements.{field}" if field in known else f"history.{field}")
        return self._catalog.text("history.of_paper", slot=self._catalog.place(slot, self._case), field=label)

    def _papers(self, old: list[Any], new: list[Any]) -> Iterator[Told]:
        """Files by their names, a row a slot."""
        slots = dict.fromkeys(str(paper.get("slot", "")) for paper in (*old, *new))
        for slot in slots:
            before, after = (self._listed(_files(papers, slot)) for papers in (old, new))
            yield Told(self._catalog.place(slot, self._case), before, after)

    def _items(self, group: str, old: list[Any], new: list[Any]) -> Told:
        words: dict[str, Callable[[dict[str, Any]], str]] = {
            "operators": lambda item: str(item.get("name") or self._catalog.text("history.nameless")),
            "acknowledged": self._acknowledged,
            "status": self._status,
        }
        tell = words[group]
        place = self._catalog.text("history.acknowledged") if group == "acknowledged" else None
        old_words, new_words = ([tell(item) for item in items] for items in (old, new))
        return Told(place or self._catalog.place(group), self._listed(old_words), self._listed(new_words))

    def _acknowledged(self, item: dict[str, Any]) -> str:
        place = self._catalog.place(str(item.get("where", "")), self._case)
        return self._catalog.text("history.for_reason", place=place, reason=str(item.get("reason", "")))

    def _status(self, item: dict[str, Any]) -> str:
        state = self._catalog.text(f"statuses.{item.get('state')}")
        return self._catalog.text("history.on_day", state=state, date=str(item.get("date", "")))

    def _listed(self, words: list[str]) -> str:
        return self._catalog.text("words.separator").join(words) or self._catalog.text("words.none")

    def _word(self, name: str, value: object) -> str:
        last = name.rpartition(".")[2]
        if isinstance(value, bool):
            return self._catalog.text("words.yes" if value else "words.no")
        if name in _CHOICES and value != "":
            return self._catalog.text(f"{_CHOICES[name]}.{'none' if value is None else value}")
        if last == "operator" and isinstance(value, int):
            return self._catalog.place(f"operators[{value}]", self._case)
        if last == "file":
            return str(value).rsplit("/", 1)[-1]
        if last == "turn":
            return str(value or 0)
        if value is None or value == "":
            return self._catalog.text("words.none")
        return self._named(last, str(value))

    def _named(self, name: str, id: str) -> str:
        choice = next((c for c in self._lists.get(name, ()) if c.id == id), None)
        return id if choice is None else choice.named(self._catalog.language)


def _value(text: str) -> object:
    return json.loads(text) if text else None


def _leaves(path: str, old: object, new: object) -> Iterator[tuple[str, object, object]]:
    """The values that changed, where a whole part came or went: a case writes no part that is blank."""
    is_item = _ITEM.fullmatch(path) is not None and not path.rpartition("]")[2]
    if is_item or not (isinstance(old, dict) or isinstance(new, dict)):
        yield path, old, new
        return
    before, after = (value if isinstance(value, dict) else {} for value in (old, new))
    for name in before | after:
        if before.get(name) != after.get(name):
            yield from _leaves(f"{path}.{name}", before.get(name), after.get(name))


def _items(value: object) -> list[Any]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


def _files(papers: list[Any], slot: str) -> list[str]:
    return [str(p.get("file", "")).rsplit("/", 1)[-1] for p in papers if str(p.get("slot", "")) == slot]
