"""The differences of two cases in words, as the window shows them side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cardprep.app.comparing import Difference
from cardprep.case.model import Case
from cardprep.rules.rulebook import Choice, Rulebook
from cardprep.wording.catalog import Catalog

_TOLD = re.compile(
    r"(.*?)((?: (?:foreign|turn=\d+|(?:seal|wording|signature|legal_seal|date|expires)=\S+))*)", re.DOTALL
)
_GROUPS = {"kind": "kinds", "collection.way": "ways"}


@dataclass(frozen=True, slots=True)
class ToldDifference:
    """One place in words; `ours` and `theirs` are "" where there is nothing."""

    where: str
    label: str
    ours: str
    theirs: str


def told(found: Difference, ours: Case, theirs: Case, rulebook: Rulebook, catalog: Catalog) -> ToldDifference:
    """The difference in words."""
    words = _Words(found.where, rulebook, catalog)
    place = "handler" if found.where == "handler.who" else found.where
    label = catalog.place(place, ours)
    return ToldDifference(found.where, label, words.of(found.ours), words.of(found.theirs))


class _Words:
    def __init__(self, where: str, rulebook: Rulebook, catalog: Catalog) -> None:
        self._where = where
        self._field = where.rpartition(".")[2]
        self._catalog = catalog
        self._choices: Mapping[str, tuple[Choice, ...]] = {
            "id_type": rulebook.id_types,
            "issuing_office": rulebook.issuing_offices,
            "outlet": rulebook.outlets,
        }

    def of(self, text: str) -> str:
        """The text in words."""
        if not text.strip():
            return ""
        if self._where in _GROUPS:
            return self._catalog.text(f"{_GROUPS[self._where]}.{text}")
        if self._field == "state":
            return self._catalog.text(f"states.{text}")
        if self._field in self._choices:
            return self._chosen(text)
        if self._where in ("handler.who", "status"):
            group = "handlers" if self._where == "handler.who" else "statuses"
            return "\n".join(self._first_word(group, line) for line in text.split("\n"))
        if self._field in ("qualification", "other", "identity", "translation"):
            return "\n".join(self._file(line) for line in text.split("\n"))
        return text

    def _chosen(self, id: str) -> str:
        choice = next((c for c in self._choices[self._field] if c.id == id), None)
        return id if choice is None else choice.named(self._catalog.language)

    def _first_word(self, group: str, line: str) -> str:
        first, _, rest = line.partition(" ")
        return f"{self._catalog.text(f'{group}.{first}')} {rest}".rstrip()

    def _file(self, line: str) -> str:
        match = _TOLD.fullmatch(line)
        name, said = (line, "") if match is None else (match[1], match[2])
        return self._catalog.text("words.separator").join(
            (name.rsplit("/", 1)[-1], *(self._said(word) for word in said.split()))
        )

    def _said(self, word: str) -> str:
        name, _, value = word.partition("=")
        text = self._catalog.text
        if name in ("foreign", "turn", "expires"):
            return text(f"compared.{name}", value=value)
        answer = value if name == "date" else text(f"answers.{value}")
        return text("compared.attested", element=text(f"elements.{name}"), answer=answer)
