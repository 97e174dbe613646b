"""What each screen asks beyond its fields: UNIT-1, UNIT-3, LEGAL-1, LEGAL-3, OPER-5, OPER-6."""

from __future__ import annotations

from dataclasses import replace

from cardprep.case import people
from cardprep.case.finding import Severity
from cardprep.case.identifiers import telephone
from cardprep.case.identifiers.documents import person_key
from cardprep.case.identifiers.normalise import fold_number
from cardprep.case.model import CollectionWay, OperatorState, SealAnswer
from cardprep.case.slots import LETTER
from cardprep.rules.context import Context, Saying, blank, said


def unit_1(context: Context) -> Saying:
    """The issuing office is chosen, from the pack's list where it has one."""
    office, offices = context.case.unit.issuing_office.strip(), context.rulebook.issuing_offices
    if not office:
        yield said("unit.issuing_office", "empty")
    elif offices and office not in {choice.id for choice in offices}:
        yield said("unit.issuing_office", "unknown", found=office)


def letter_is_sealed(context: Context) -> bool:
    """Whether the mail-delegation letter is there with the company seal, and no other seal on it."""
    seals = {attachment.attested.seal for attachment in context.case.in_slot(LETTER)}
    return SealAnswer.YES in seals and not seals & {SealAnswer.SPECIAL, SealAnswer.COPY}


def unit_3(context: Context) -> Saying:
    """Collection by mail needs the sealed mail-delegation letter."""
    if context.case.collection.way is CollectionWay.MAIL and not letter_is_sealed(context):
        yield said(str(LETTER), "unsealed" if context.case.in_slot(LETTER) else "missing")


def legal_1(context: Context) -> Saying:
    """A valid telephone number of the legal representative."""
    phone = context.case.legal_representative.phone
    fault = "empty" if blank(phone) else telephone.check(phone).fault
    if fault:
        yield said("legal_representative.phone", fault)


def legal_3(context: Context) -> Saying:
    """What the legal-person card's data are used for."""
    return [said("legal_representative")]


def oper_5(context: Context) -> Saying:
    """A draft operator cannot be submitted."""
    for index, operator in enumerate(context.case.operators):
        if operator.state is OperatorState.DRAFT:
            yield said(f"operators[{index}]", name=operator.name)


def oper_6(context: Context) -> Saying:
    """The same person twice in this application, or in another open one of the firm."""
    first: dict[str, int] = {}
    for index, person in enumerate(people.operators(context.case)):
        key, where = person_key(person.id_number), f"{person.path}.id_number"
        if not key:
            continue
        if key in first:
            yield said(where, "twice", first=first[key] + 1, second=index + 1)
            continue
        first[key] = index
        for other in context.elsewhere:
            if key in other.people and other.firm == fold_number(context.case.unit.uscc):
                yield replace(said(where, "elsewhere", other=other.title), severity=Severity.WARN)


CHECKS = {
    "UNIT-1": unit_1,
    "UNIT-3": unit_3,
    "LEGAL-1": legal_1,
    "LEGAL-3": legal_3,
    "OPER-5": oper_5,
    "OPER-6": oper_6,
}
