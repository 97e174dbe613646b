"""Brings a shipped rule pack in."""

from __future__ import annotations

import json

from cardprep.app.errors import UnknownRulebook
from cardprep.host.resources import read_text, resource_path
from cardprep.rules.errors import RulebookFault
from cardprep.rules.loading import load_rulebook
from cardprep.rules.rulebook import Rulebook

DEFAULT = "jiangsu"


def rulebook_ids() -> tuple[str, ...]:
    """The rule packs that ship with the program."""
    folder = resource_path("rulebooks")
    return tuple(sorted(path.name for path in folder.iterdir() if (path / "rulebook.json").is_file()))


def known_id_types() -> tuple[str, ...]:
    """The kinds of identity document that some rule pack has, in its order; a case may name any of them."""
    return tuple(dict.fromkeys(choice.id for id_ in rulebook_ids() for choice in rulebook(id_).id_types))


def rulebook(id_: str = DEFAULT) -> Rulebook:
    """The rule pack of that id.

    Raises:
        UnknownRulebook: there is none.
        RulebookFault: it is faulty; the place is named.
    """
    if id_ not in rulebook_ids():
        raise UnknownRulebook("rulebook", found=id_[:100], choices=", ".join(rulebook_ids()))
    try:
        document = json.loads(read_text(f"rulebooks/{id_}/rulebook.json"))
    except ValueError as error:
        raise RulebookFault("rulebook", problem="json", found=str(error)[:100]) from None
    return load_rulebook(document)
