"""Complete cases of fictitious people, to be spoilt by a test in one place."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from cardprep.case.codec import case_text
from cardprep.case.facts import FileFacts, PageFacts
from cardprep.case.model import (
    Answer,
    Attachment,
    Attested,
    Case,
    Collection,
    CollectionWay,
    Handler,
    HandlerWho,
    Kind,
    LegalRepresentative,
    Operator,
    OperatorState,
    SealAnswer,
    Unit,
    WordingAnswer,
)
from cardprep.case.slots import LEGAL_IDENTITY, LETTER, QUALIFICATION, Slot, operator_identity
from making import people
from making.people import Firm, Person

TODAY = dt.date(2026, 11, 23)
WRITTEN = dt.date(2026, 11, 20)
SEEN = Attested(seal=SealAnswer.YES, wording=WordingAnswer.YES, signature=Answer.YES, date=WRITTEN)
SEALED = Attested(seal=SealAnswer.YES)


def unit(firm: Firm) -> Unit:
    return Unit(
        name=firm.name,
        uscc=firm.uscc,
        customs_code=firm.customs_code,
        registered_address=firm.registered_address,
        postal_code=firm.postal_code,
        phone=firm.phone,
        issuing_office="nanjing-jiangbei",
    )


def operator(person: Person, state: OperatorState = OperatorState.CONFIRMED) -> Operator:
    return Operator(state, person.name, person.id_type, person.id_number, person.mobile)


def legal(person: Person) -> LegalRepresentative:
    return LegalRepresentative(person.name, person.id_type, person.id_number, person.mobile)


def _by_mail(firm: Firm, person: Person) -> tuple[Collection, str]:
    collection = Collection(CollectionWay.MAIL, "", person.name, person.mobile, firm.registered_address)
    remark = (
        f"邮寄取卡：企业收件人：{person.name}；收件人手机号码：{person.mobile}；"
        f"收件地址：{firm.registered_address}"
    )
    return collection, remark


def complete(operators: int = 2, mail: bool = False, kind: Kind = Kind.ADDITIONAL_OPERATORS) -> Case:
    """A case of which no rule has anything to block or to warn of."""
    firm, staff = people.firm(0), [people.person(i) for i in range(1, operators + 1)]
    collection, remark = Collection(CollectionWay.COUNTER, "wujiang"), "柜台取卡：吴江"
    slots: list[tuple[Slot, Attested]] = [(QUALIFICATION, SEEN), (LEGAL_IDENTITY, SEEN)]
    slots += [(operator_identity(i), SEEN) for i in range(operators)]
    if mail:
        collection, remark = _by_mail(firm, staff[0])
        slots.append((LETTER, SEALED))
    return Case(
        kind=kind,
        unit=unit(firm),
        legal_representative=legal(people.person(0)),
        operators=tuple(operator(person) for person in staff),
        handler=Handler(HandlerWho.OPERATOR, 0),
        collection=collection,
        remark=remark,
        declaration=True,
        attachments=tuple(Attachment(slot, f"{slot}.jpg", attested=said) for slot, said in slots),
    )


def good_facts(file: str) -> FileFacts:
    return FileFacts(
        sha256=f"{abs(hash(file)):064x}"[:64],
        size=400_000,
        format="jpeg",
        pages=(PageFacts(1654, 2339, dpi=200),),
    )


def facts_of(case: Case, **changed: FileFacts) -> dict[str, FileFacts]:
    """Good facts for every file; `changed` by the slot's text with `_` for what is no letter."""
    facts = {a.file: good_facts(a.file) for a in case.attachments}
    for attachment in case.attachments:
        name = "".join(c if c.isalnum() else "_" for c in str(attachment.slot))
        if name in changed:
            facts[attachment.file] = changed[name]
    return facts


def with_attested(case: Case, slot: Slot, **answers: object) -> Case:
    """The case with other answers for the papers in one slot."""
    return replace(
        case,
        attachments=tuple(
            replace(a, attested=replace(a.attested, **answers)) if a.slot == slot else a
            for a in case.attachments
        ),
    )


def write(folder: Path, case: Case, files: Mapping[str, bytes] | Callable[[str], bytes]) -> Path:
    """Write the case and its files into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "case.json").write_text(case_text(case), "utf-8")
    for attachment in case.attachments:
        data = files(attachment.file) if callable(files) else files[attachment.file]
        path = folder / attachment.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def document(case: Case) -> dict[str, object]:
    """The case as its JSON document."""
    read: dict[str, object] = json.loads(case_text(case))
    return read


def without_files(case: Case, *slots: Slot) -> Case:
    """The case with nothing in these slots."""
    return replace(case, attachments=tuple(a for a in case.attachments if a.slot not in slots))


def with_file(
    case: Case, slot: Slot, file: str = "", attested: Attested = SEEN, foreign: bool = False
) -> Case:
    """The case with one more file in the slot, at the end; by default it is called after the slot."""
    added = Attachment(slot, file or f"{slot}.jpg", foreign, attested)
    return replace(case, attachments=(*case.attachments, added))


def with_operator(case: Case, index: int, **fields: object) -> Case:
    """The case with other values for the operator at `index`."""
    changed = replace(case.operators[index], **fields)
    return replace(case, operators=(*case.operators[:index], changed, *case.operators[index + 1 :]))


def with_handler(case: Case, who: HandlerWho | None, person: Person | None = None, **fields: object) -> Case:
    """The case with another handler; a `person` is typed in whole, with no paper attached."""
    typed = (
        {} if person is None else {n: getattr(person, n) for n in ("name", "id_type", "id_number", "mobile")}
    )
    return replace(case, handler=Handler(who, **typed | fields))


def elsewhere_by_mail(operators: int = 1, **letter: object) -> Case:
    """A complete case whose cards go by mail to another address than the registered one."""
    case = complete(operators, mail=True)
    address = "江苏省苏州市吴江区中山南路99号"
    collection = replace(case.collection, address=address)
    remark = case.remark.replace(case.collection.address, address)
    return with_attested(replace(case, collection=collection, remark=remark), LETTER, **letter)
