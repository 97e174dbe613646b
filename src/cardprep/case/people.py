"""The people of a case, wherever they stand: who signs what, and who the handler really is (HAND-1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cardprep.case.model import Case, Handler, HandlerWho, LegalRepresentative, Operator
from cardprep.case.slots import HANDLER_IDENTITY, LEGAL_IDENTITY, Slot, operator_identity


@dataclass(frozen=True, slots=True)
class PersonAt:
    """One person: the path of his fields, his identity slot, and what is typed of him."""

    path: str
    slot: Slot
    name: str
    id_type: str
    id_number: str


def _at(path: str, slot: Slot, person: LegalRepresentative | Operator | Handler) -> PersonAt:
    return PersonAt(path, slot, person.name, person.id_type, person.id_number)


def legal(case: Case) -> PersonAt:
    """The legal representative."""
    return _at("legal_representative", LEGAL_IDENTITY, case.legal_representative)


def operators(case: Case) -> Iterator[PersonAt]:
    """The operators in their order."""
    for index, operator in enumerate(case.operators):
        yield _at(f"operators[{index}]", operator_identity(index), operator)


def everyone(case: Case) -> Iterator[PersonAt]:
    """Each person of whom something is typed and attached, once, in the order of the screens."""
    yield legal(case)
    yield from operators(case)
    if case.handler.who is HandlerWho.OTHER:
        yield _at("handler", HANDLER_IDENTITY, case.handler)


def handler_is_known(case: Case) -> bool:
    """Whether somebody is chosen and, if an operator, is still there (HAND-2)."""
    handler = case.handler
    if handler.who is HandlerWho.OPERATOR:
        return handler.operator is not None and 0 <= handler.operator < len(case.operators)
    return handler.who is not None


def inherited_mobile(case: Case) -> str:
    """The number the handler brings with him from his own screen, or ""."""
    handler = case.handler
    if handler.who is HandlerWho.LEGAL_REPRESENTATIVE:
        return case.legal_representative.phone
    if handler.who is HandlerWho.OPERATOR and handler_is_known(case) and handler.operator is not None:
        return case.operators[handler.operator].mobile
    return ""


def handler_mobile(case: Case) -> str:
    """The number that receives the code online: the handler's own wins (HAND-3)."""
    return case.handler.mobile if case.handler.mobile.strip() else inherited_mobile(case)


def handler_name(case: Case) -> str:
    """The handler's name, or ""."""
    handler = case.handler
    if handler.who is HandlerWho.LEGAL_REPRESENTATIVE:
        return case.legal_representative.name
    if handler.who is HandlerWho.OPERATOR:
        known = handler_is_known(case) and handler.operator is not None
        return case.operators[handler.operator or 0].name if known else ""
    return handler.name
