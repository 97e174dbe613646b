"""Which materials an application needs (MAT-1, HAND-1), and which of its files go into the bundle."""

from __future__ import annotations

import pytest

from cardprep.case.model import HandlerWho
from cardprep.case.slots import HANDLER_IDENTITY, LETTER, QUALIFICATION, operator_identity, parse_slot
from cardprep.rules import materials_asked
from making import cases, people

PEOPLE = ["legal.identity", "operators[0].identity", "operators[1].identity"]


def asked(case):
    return [str(material.slot) for material in materials_asked.materials(case)]


def test_MAT_1_four_kinds_of_material_one_slot_each():
    case = cases.with_handler(cases.complete(2), HandlerWho.OTHER, people.person(9))
    assert asked(case) == ["unit.qualification", *PEOPLE, "handler.identity"]


@pytest.mark.parametrize("who", [None, HandlerWho.LEGAL_REPRESENTATIVE, HandlerWho.OPERATOR])
def test_HAND_1_a_handler_of_the_application_is_asked_for_nothing(who):
    assert asked(cases.with_handler(cases.complete(2), who, operator=0)) == ["unit.qualification", *PEOPLE]


def test_MAT_5_MAT_8_the_legal_representative_signs_the_firms_paper_and_each_person_his_own():
    materials = list(materials_asked.materials(cases.complete(1)))
    assert [(m.paper, m.signer.path) for m in materials] == [
        ("unit", "legal_representative"),
        ("person", "legal_representative"),
        ("person", "operators[0]"),
    ]


def test_FILE_4_only_papers_of_a_handler_who_needs_none_stay_out_of_the_bundle():
    case = cases.with_file(cases.complete(1), HANDLER_IDENTITY)
    left = {str(a.slot) for a in case.attachments} - {
        str(a.slot) for a in materials_asked.needed_attachments(case)
    }
    assert left == {"handler.identity"}
    other = cases.with_handler(case, HandlerWho.OTHER)
    assert len(list(materials_asked.needed_attachments(other))) == len(case.attachments)


@pytest.mark.parametrize(
    ("slot", "annotated"),
    [
        (QUALIFICATION, True),
        (operator_identity(3), True),
        (LETTER, False),
        (parse_slot("operators[0].translation"), False),
    ],
)
def test_MAT_7_MAT_10_a_date_is_asked_for_on_the_annotated_papers_only(slot, annotated):
    assert materials_asked.is_annotated(cases.Attachment(slot, "a.jpg")) is annotated
