"""Who writes on which papers: the materials of a case, person by person."""

from __future__ import annotations

from dataclasses import dataclass

from cardprep.case.identifiers.normalise import fold_number
from cardprep.case.model import Case
from cardprep.case.people import PersonAt
from cardprep.rules.materials_asked import Material, materials


@dataclass(frozen=True, slots=True)
class Signer:
    """One person with all materials that he writes on, in the order of the screens."""

    person: PersonAt
    materials: tuple[Material, ...]


def signers(case: Case) -> tuple[Signer, ...]:
    """Every person who must write by hand, each once: who stands in two places is told by his number."""
    found: dict[tuple[str, str], list[Material]] = {}
    for material in materials(case):
        found.setdefault(_key(material.signer), []).append(material)
    return tuple(Signer(own[0].signer, tuple(own)) for own in found.values())


def _key(person: PersonAt) -> tuple[str, str]:
    name, number = person.name.strip(), fold_number(person.id_number)
    return (name, number) if name and number else ("", person.path)
