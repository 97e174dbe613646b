"""Which elements of a paper the clerk is asked about (RULES.md, “Which rule speaks, and where”)."""

from __future__ import annotations

from enum import StrEnum

from cardprep.app.session import Session
from cardprep.case import people
from cardprep.case.people import PersonAt
from cardprep.case.slots import LETTER, Part, Slot
from cardprep.rules.checks.handler import address_differs
from cardprep.rules.context import Context as RuleContext
from cardprep.rules.materials_asked import materials


class Element(StrEnum):
    """One thing to look for on a paper; the value is its name in `Attested`."""

    SEAL = "seal"
    WORDING = "wording"
    SIGNATURE = "signature"
    LEGAL_SEAL = "legal_seal"
    DATE = "date"
    EXPIRES = "expires"


ELEMENT_OF = {
    "MAT-2": Element.SEAL,
    "MAT-3": Element.SEAL,
    "MAT-4": Element.SEAL,
    "MAT-5": Element.WORDING,
    "MAT-6": Element.SIGNATURE,
    "MAT-7": Element.DATE,
    "MAT-8": Element.WORDING,
    "MAT-9": Element.SIGNATURE,
    "MAT-10": Element.DATE,
    "MAT-11": Element.SEAL,
    "DATE-1": Element.DATE,
    "DATE-2": Element.DATE,
    "UNIT-3": Element.SEAL,
}
"""The element that a rule of the materials is about."""

_IN_VARIANT = {"EVID-1": "", "HAND-7": Element.SIGNATURE.value}
"""The rules whose variant names the element (`seal-other`, `legal-seal`), and what no variant means."""

DATES = frozenset({Element.DATE, Element.EXPIRES})
"""The elements that are answered by a date."""

ANNOTATED = (Element.SEAL, Element.WORDING, Element.SIGNATURE, Element.DATE)


def asked_elements(session: Session, slot: Slot) -> tuple[Element, ...]:
    """What is asked for on the papers of `slot`, in the order of asking."""
    if slot.part is Part.TRANSLATION:
        return (Element.SEAL,)
    if slot.is_person:
        return (*ANNOTATED, Element.EXPIRES)
    if slot != LETTER:
        return ANNOTATED
    if is_delivered_elsewhere(session):
        return (Element.SEAL, Element.SIGNATURE, Element.LEGAL_SEAL)
    return (Element.SEAL,)


def is_delivered_elsewhere(session: Session) -> bool:
    """Whether the cards go by mail to another address than the registered one (HAND-7)."""
    return address_differs(RuleContext(session.case, session.facts, session.rulebook, session.today))


def signer_of(session: Session, slot: Slot) -> PersonAt:
    """Who must have written on the papers of `slot`."""
    found = (material.signer for material in materials(session.case) if material.slot == slot)
    return next(found, people.legal(session.case))


def element_of(rule: str, variant: str) -> Element | None:
    """The element that a finding is about, or None where it is about the whole file."""
    if (rule, variant) == ("FIELD-3", "expired"):
        return Element.EXPIRES
    if rule not in _IN_VARIANT:
        return ELEMENT_OF.get(rule)
    told = variant.replace("-", "_") or _IN_VARIANT[rule]
    names = (told, told.partition("_")[0])
    return next((Element(name) for name in names if name in set(Element)), None)
