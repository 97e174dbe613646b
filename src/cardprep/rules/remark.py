"""The 备注: proposed from the choice of collection, and checked again as the clerk wrote it (HAND-4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardprep.case.identifiers import telephone
from cardprep.case.model import Collection, CollectionWay
from cardprep.rules.rulebook import Rulebook

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def _fill(template: str, values: dict[str, str]) -> str:
    """Put the values in, once; braces in a value stay what they are."""
    return _PLACEHOLDER.sub(lambda match: values[match[1]], template)


def propose_remark(collection: Collection, rulebook: Rulebook) -> str | None:
    """The remark for the collection as chosen, or None while its way or outlet is open."""
    if collection.way is CollectionWay.COUNTER:
        outlet = rulebook.outlet(collection.outlet)
        return _fill(rulebook.remark_templates["counter"], {"outlet": outlet.name}) if outlet else None
    if collection.way is CollectionWay.MAIL:
        parts = {name: getattr(collection, name).strip() for name in ("recipient", "mobile", "address")}
        return _fill(rulebook.remark_templates["mail"], parts)
    return None


def missing_from_remark(remark: str, collection: Collection, rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    """What a written remark lacks: (`outlet` | `recipient` | `mobile` | `address`, the text that is missing).

    A part of the collection that is itself empty or malformed is not looked for.
    """
    for name, text in _needed(collection, rulebook):
        if text not in remark:
            yield name, text


def _needed(collection: Collection, rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    if collection.way is CollectionWay.COUNTER:
        outlet = rulebook.outlet(collection.outlet)
        if outlet:
            yield "outlet", outlet.name
    elif collection.way is CollectionWay.MAIL:
        for name in ("recipient", "mobile", "address"):
            text = getattr(collection, name).strip()
            sound = name != "mobile" or not telephone.check_mobile(text).fault
            if text and sound:
                yield name, text
