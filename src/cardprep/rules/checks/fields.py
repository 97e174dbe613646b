"""What every field must meet: FIELD-1 (empty), FIELD-2 (wrong form), FIELD-3 (valid but unusual)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from cardprep.case import people
from cardprep.case.identifiers import customs_code, firm_name, person_name, postal_code, telephone, uscc
from cardprep.case.identifiers.birth import age
from cardprep.case.identifiers.documents import check_document, person_key
from cardprep.case.identifiers.verdict import Verdict
from cardprep.case.model import CollectionWay
from cardprep.case.paths import text_at
from cardprep.case.people import PersonAt, handler_is_known
from cardprep.case.slots import Slot
from cardprep.rules.context import Context, Said, Saying, blank, said
from cardprep.rules.materials_asked import needed_attachments

_UNIT_REQUIRED = ("name", "uscc", "registered_address")


@dataclass(frozen=True, slots=True)
class _Checked:
    """A field that holds something, and what its form is worth."""

    where: str
    verdict: Verdict


def field_1(context: Context) -> Saying:
    """A required field is empty; where another rule says so of its own field, that one speaks."""
    case = context.case
    if case.kind is None:
        yield said("kind")
    required = [f"unit.{name}" for name in _UNIT_REQUIRED]
    for person in people.everyone(case):
        required += [f"{person.path}.{name}" for name in ("name", "id_type", "id_number")]
        if person.path.startswith("operators"):
            required.append(f"{person.path}.mobile")
    yield from (said(where) for where in required if blank(text_at(case, where)))


def _unit_fields(context: Context) -> Iterator[_Checked]:
    unit = context.case.unit
    checks = {
        "name": firm_name.check,
        "uscc": uscc.check,
        "customs_code": customs_code.check,
        "registered_address": firm_name.check_address,
        "postal_code": postal_code.check,
        "phone": telephone.check,
    }
    for name, check in checks.items():
        text = getattr(unit, name)
        if not blank(text):
            yield _Checked(f"unit.{name}", check(text))


def _person_fields(person: PersonAt, today: dt.date) -> Iterator[_Checked]:
    if not blank(person.name):
        yield _Checked(f"{person.path}.name", person_name.check(person.name))
    if not blank(person.id_type) and not blank(person.id_number):
        verdict = check_document(person.id_type, person.id_number, today)
        yield _Checked(f"{person.path}.id_number", verdict)


def _checked_fields(context: Context) -> Iterator[_Checked]:
    yield from _unit_fields(context)
    for person in people.everyone(context.case):
        yield from _person_fields(person, context.today)
    for index, operator in enumerate(context.case.operators):
        if not blank(operator.mobile):
            yield _Checked(f"operators[{index}].mobile", telephone.check_mobile(operator.mobile))


def field_2(context: Context) -> Saying:
    """A value has the wrong form or check digit (DESIGN §5)."""
    return [said(f.where, f.verdict.fault) for f in _checked_fields(context) if f.verdict.fault]


def _numbers_of_other_rules(context: Context) -> Iterator[_Checked]:
    """The telephone numbers whose form is another rule's: they may be unusual all the same."""
    case = context.case
    if not blank(case.legal_representative.phone):
        yield _Checked("legal_representative.phone", telephone.check(case.legal_representative.phone))
    if handler_is_known(case) and not blank(case.handler.mobile):
        yield _Checked("handler.mobile", telephone.check_mobile(case.handler.mobile))
    if case.collection.way is CollectionWay.MAIL and not blank(case.collection.mobile):
        yield _Checked("collection.mobile", telephone.check_mobile(case.collection.mobile))


def _unusual_age(context: Context, checked: _Checked) -> Iterator[Said]:
    # The age itself is no value of the finding: it would change on a birthday (see `said`).
    limits, birth = context.rulebook.limits, checked.verdict.birth
    if birth is None or checked.verdict.fault:
        return
    years = age(birth, context.today)
    if years < limits.youngest_age:
        yield said(checked.where, "young", birth=birth.isoformat(), limit=limits.youngest_age)
    elif years > limits.oldest_age:
        yield said(checked.where, "old", birth=birth.isoformat(), limit=limits.oldest_age)


def _unusual_customs_code(context: Context) -> Iterator[Said]:
    text = context.case.unit.customs_code
    verdict = customs_code.check(text)
    if blank(text) or verdict.fault or verdict.oddity:
        return
    tables, code = context.rulebook.customs, verdict.value
    if code[:2] not in tables.provinces or code[4] not in tables.zones:
        yield said("unit.customs_code", "customs-table", code=code)


def _legal_as_operator(context: Context) -> Iterator[Said]:
    legal = person_key(context.case.legal_representative.id_number)
    for person in people.operators(context.case):
        if legal and person_key(person.id_number) == legal:
            yield said(f"{person.path}.id_number", "legal-is-operator")


def _expired_documents(context: Context) -> Iterator[Said]:
    for attachment in needed_attachments(context.case):
        expires = attachment.attested.expires
        if expires is not None and expires < context.today and _is_identity(attachment.slot):
            yield said(str(attachment.slot), "expired", attachment.file, expires=expires.isoformat())


def _is_identity(slot: Slot) -> bool:
    return slot.is_person


def field_3(context: Context) -> Saying:
    """Valid but unusual: number prefixes, older permits, age, customs code, the legal one as operator."""
    for checked in (*_checked_fields(context), *_numbers_of_other_rules(context)):
        if checked.verdict.oddity and not checked.verdict.fault:
            yield said(checked.where, checked.verdict.oddity)
        yield from _unusual_age(context, checked)
    yield from _unusual_customs_code(context)
    yield from _legal_as_operator(context)
    yield from _expired_documents(context)


CHECKS = {"FIELD-1": field_1, "FIELD-2": field_2, "FIELD-3": field_3}
