"""Makes the samples that ship with the program: `python -m making.samples FOLDER`.

Fictitious people and firms with valid check digits; pictures drawn by code and marked 样例.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from dataclasses import replace
from pathlib import Path

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
    Operator,
    OperatorState,
    SealAnswer,
)
from cardprep.case.slots import LEGAL_IDENTITY, LETTER, QUALIFICATION, operator_identity
from making import cases, drawings, hostile, people
from making.drawings import Note
from making.people import Firm, Person

_UNIT_SENTENCE = "同意办理电子口岸制发卡业务"
_PERSON_SENTENCE = "同意使用本人信息办理电子口岸制发卡业务"
_DATE = "2026年11月20日"


def _unit_note(name: str, date: str = _DATE) -> Note:
    return Note(_UNIT_SENTENCE, name, date)


def _person_note(person: Person, date: str = _DATE) -> Note:
    return Note(_PERSON_SENTENCE, person.name, date)


def _named(case: Case, names: dict[str, str]) -> Case:
    """The case with its files called by `names` (by slot), in the attachments folder."""
    return replace(
        case,
        attachments=tuple(
            replace(a, file=f"attachments/{names.get(str(a.slot), str(a.slot) + '.jpg')}")
            for a in case.attachments
        ),
    )


def _file_names(case: Case) -> dict[str, str]:
    names = {str(QUALIFICATION): "营业执照.jpg", str(LEGAL_IDENTITY): f"{case.legal_representative.name}.jpg"}
    names[str(LETTER)] = "邮寄业务委托书.jpg"
    for index, operator in enumerate(case.operators):
        names[str(operator_identity(index))] = f"{operator.name}.jpg"
    return names


def _pictures(case: Case, firm: Firm, legal: Person, staff: list[Person]) -> dict[str, bytes]:
    by_slot = {
        str(QUALIFICATION): drawings.licence(firm, legal.name, _unit_note(legal.name), firm.name),
        str(LEGAL_IDENTITY): drawings.identity_card(legal, _person_note(legal), firm.name),
        str(LETTER): drawings.letter(firm, staff[0], firm.name),
    }
    for index, person in enumerate(staff):
        by_slot[str(operator_identity(index))] = drawings.identity_card(
            person, _person_note(person), firm.name
        )
    return {a.file: by_slot[str(a.slot)] for a in case.attachments}


def new_entrant(folder: Path) -> None:
    """A complete new entrant with collection by mail, one operator."""
    firm, legal, staff = people.firm(0), people.person(0), [people.person(1)]
    case = cases.complete(1, mail=True, kind=Kind.NEW_ENTRANT)
    case = _named(case, _file_names(case))
    cases.write(folder, case, _pictures(case, firm, legal, staff))


def addition(folder: Path) -> None:
    """A complete addition of three operators, collected at a counter."""
    firm, legal = people.firm(0), people.person(0)
    staff = [people.person(i) for i in range(1, 4)]
    case = cases.complete(3)
    case = _named(case, _file_names(case))
    cases.write(folder, case, _pictures(case, firm, legal, staff))


# What `check` must name in the faulty sample, and nothing else that is open: (rule, where).
PLANTED = (
    ("FIELD-2", "unit.uscc"),
    ("MAT-7", "unit.qualification"),
    ("LEGAL-1", "legal_representative.phone"),
    ("MAT-4", "legal.identity"),
    ("MAT-3", "operators[0].identity"),
    ("OPER-6", "operators[1].id_number"),
    ("MAT-9", "operators[1].identity"),
    ("OPER-5", "operators[2]"),
    ("FIELD-1", "operators[2].mobile"),
    ("FILE-1", "operators[2].identity"),
    ("HAND-3", "handler.mobile"),
    ("HAND-4", "remark"),
    ("HAND-6", "collection.mobile"),
    ("UNIT-3", "unit.other"),
    ("DATE-2", "legal.identity"),
    ("VIEW-3", "declaration"),
)


def _faulty_case(firm: Firm, legal: Person, staff: list[Person]) -> Case:
    operators = (
        cases.operator(staff[0]),
        Operator(OperatorState.CONFIRMED, staff[1].name, "resident-id", staff[0].id_number, staff[1].mobile),
        Operator(OperatorState.DRAFT, staff[2].name, "resident-id", staff[2].id_number, ""),
    )
    return replace(
        cases.complete(3),
        unit=replace(cases.unit(firm), uscc=firm.uscc[:-1] + ("0" if firm.uscc[-1] != "0" else "1")),
        legal_representative=replace(cases.legal(legal), phone="5881234"),
        operators=operators,
        handler=Handler(HandlerWho.LEGAL_REPRESENTATIVE, mobile="025-58812345"),
        collection=Collection(CollectionWay.MAIL, "", staff[0].name, "1380013", firm.registered_address),
        remark="邮寄取卡：请按地址邮寄",
        declaration=False,
        attachments=_faulty_attachments(),
    )


def _faulty_attachments() -> tuple[Attachment, ...]:
    seen = cases.SEEN
    return (
        Attachment(QUALIFICATION, "营业执照（缺日期）.jpg", attested=replace(seen, date=None)),
        Attachment(
            LEGAL_IDENTITY,
            "法人身份证（公章复印）.jpg",
            attested=replace(seen, seal=SealAnswer.COPY, date=dt.date(2026, 3, 2)),
        ),
        Attachment(
            operator_identity(0), "操作员1（合同章）.jpg", attested=replace(seen, seal=SealAnswer.SPECIAL)
        ),
        Attachment(
            operator_identity(1), "操作员2（未签名）.jpg", attested=replace(seen, signature=Answer.NO)
        ),
        Attachment(operator_identity(2), "操作员3（文件损坏）.jpg", attested=seen),
        Attachment(LETTER, "委托书（未盖章）.jpg", attested=Attested(seal=SealAnswer.NO)),
    )


def faulty(folder: Path) -> None:
    """An addition with the faults of `PLANTED`."""
    firm, legal = people.firm(1), people.person(5)
    staff = [people.person(i) for i in (6, 7, 8)]
    case = _faulty_case(firm, legal, staff)
    good = drawings.identity_card(staff[2], _person_note(staff[2]), firm.name)
    grey = (90, 90, 90)
    pictures = (
        drawings.licence(firm, legal.name, _unit_note(legal.name, ""), firm.name),
        drawings.identity_card(legal, _person_note(legal, "2026年3月2日"), firm.name, grey),
        drawings.identity_card(staff[0], _person_note(staff[0]), firm.name, middle="合同专用章"),
        drawings.identity_card(staff[1], Note(_PERSON_SENTENCE, "", _DATE), firm.name),
        hostile.cut_at(good, 0.4),
        drawings.letter(firm, staff[0], ""),
    )
    files = {a.file: data for a, data in zip(case.attachments, pictures, strict=True)}
    moved = replace(
        case, attachments=tuple(replace(a, file=f"attachments/{a.file}") for a in case.attachments)
    )
    cases.write(folder, moved, {f"attachments/{file}": data for file, data in files.items()})


SAMPLES = {"complete-new-entrant": new_entrant, "complete-addition": addition, "faulty": faulty}


def main(target: Path) -> None:
    """Make every sample anew under `target`."""
    for name, make in SAMPLES.items():
        shutil.rmtree(target / name, ignore_errors=True)
        make(target / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
