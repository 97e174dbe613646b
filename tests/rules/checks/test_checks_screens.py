"""UNIT-1, UNIT-3, LEGAL-1, LEGAL-3, OPER-5, OPER-6: what each screen asks beyond its fields."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.case.model import CollectionWay, OperatorState, SealAnswer
from cardprep.case.slots import LETTER
from cardprep.rules import engine
from cardprep.rules.checks import screens
from cardprep.rules.context import Context
from cardprep.rules.engine import OtherApplication
from making import cases, people
from making.judging import book, findings, of_rule, open_rules, places, texts, told


def with_office(office):
    case = cases.complete()
    return replace(case, unit=replace(case.unit, issuing_office=office))


def with_phone(phone):
    case = cases.complete()
    return replace(case, legal_representative=replace(case.legal_representative, phone=phone))


def twins(first, *others):
    """A case whose operators have these numbers, each of the kind that its form tells."""
    case = cases.complete(1 + len(others))
    for index, number in enumerate((first, *others)):
        kind = "hk-macao-permit" if number.strip()[0] in "HMhＨ" else "resident-id"
        case = cases.with_operator(case, index, id_number=number, id_type=kind)
    return case


def elsewhere(*numbers, firm=0):
    """Another application of a firm, by default the case's own."""
    return (OtherApplication("2026-10 增办", people.firm(firm).uscc, frozenset(numbers)),)


@pytest.mark.parametrize("office", ["nanjing-jiangbei", "wujiang", "gaoyou", "yancheng", " gaoyou "])
def test_UNIT_1_an_office_of_the_list_passes(office):
    assert open_rules(with_office(office)) == set()


@pytest.mark.parametrize(("office", "variant"), [("", "empty"), (" \u3000", "empty"), ("beijing", "unknown")])
def test_UNIT_1_no_office_or_one_outside_the_list_blocks(office, variant):
    assert told("UNIT-1", with_office(office)) == [("unit.issuing_office", variant)]
    assert open_rules(with_office(office)) == {"UNIT-1"}


def test_UNIT_1_is_free_text_where_the_pack_has_no_list():
    free = replace(book(), issuing_offices=())
    found = engine.run(with_office("任意制卡机构"), {}, free, cases.TODAY)
    assert "UNIT-1" not in {f.rule for f in found}


def test_UNIT_1_office_and_outlet_need_not_agree():
    case = cases.complete()
    assert case.unit.issuing_office != case.collection.outlet
    assert open_rules(case) == set()


def test_UNIT_3_mail_with_the_sealed_letter_passes():
    assert open_rules(cases.complete(mail=True)) == set()


def test_UNIT_3_mail_without_the_letter_blocks_and_MAT_1_does_not_speak():
    case = cases.without_files(cases.complete(mail=True), LETTER)
    assert told("UNIT-3", case) == [("unit.other", "missing")]
    assert open_rules(case) == {"UNIT-3"}


@pytest.mark.parametrize("seal", [None, SealAnswer.NO, SealAnswer.SPECIAL, SealAnswer.COPY])
def test_UNIT_3_speaks_alone_of_a_letter_with_any_seal_but_the_companys(seal):
    case = cases.with_attested(cases.elsewhere_by_mail(), LETTER, seal=seal)
    assert told("UNIT-3", case) == [("unit.other", "unsealed")]
    assert open_rules(case) == {"UNIT-3"}


def test_UNIT_3_any_page_with_another_seal_blocks_though_one_bears_the_right_one():
    case = cases.with_file(cases.complete(mail=True), LETTER, "2.jpg", cases.Attested(seal=SealAnswer.COPY))
    assert told("UNIT-3", case) == [("unit.other", "unsealed")]


def test_UNIT_3_a_counter_needs_no_letter():
    case = cases.with_file(cases.complete(), LETTER, attested=cases.Attested())
    assert places("UNIT-3", case) == places("UNIT-3", cases.complete()) == []


@pytest.mark.parametrize(
    "phone", ["13800138000", "025-58812345", "０２５－５８８１２３４５", "025-58812345-801"]
)
def test_LEGAL_1_a_mobile_or_a_landline_passes(phone):
    assert open_rules(with_phone(phone)) == set()


@pytest.mark.parametrize(("phone", "variant"), [("", "empty"), (" ", "empty"), ("5881234", "area-code")])
def test_LEGAL_1_an_empty_or_wrong_telephone_blocks_and_speaks_alone(phone, variant):
    assert told("LEGAL-1", with_phone(phone)) == [("legal_representative.phone", variant)]
    assert open_rules(with_phone(phone)) == {"LEGAL-1"}


def test_LEGAL_3_says_what_the_data_are_for_and_never_blocks():
    found = of_rule("LEGAL-3", cases.complete())
    assert [(f.where, f.severity, f.is_open) for f in found] == [("legal_representative", "info", False)]


def test_LEGAL_3_is_one_note_however_empty_the_screen_is():
    assert places("LEGAL-3", cases.Case()) == ["legal_representative"]


def test_OPER_5_confirmed_operators_pass():
    assert places("OPER-5", cases.complete(10)) == []


def test_OPER_5_a_draft_operator_blocks_at_the_operator():
    case = cases.with_operator(cases.complete(2), 1, state=OperatorState.DRAFT)
    assert places("OPER-5", case) == ["operators[1]"]
    assert open_rules(case) == {"OPER-5"}


def test_OPER_5_a_drafts_other_checks_run_all_the_same():
    case = cases.with_operator(cases.complete(2), 1, state=OperatorState.DRAFT, mobile="", id_number="1")
    assert open_rules(case) == {"OPER-5", "FIELD-1", "FIELD-2"}


def test_OPER_6_different_people_pass():
    assert places("OPER-6", cases.complete(10)) == []


def test_OPER_6_the_second_and_each_later_operator_with_a_number_block():
    number = people.person(1).id_number
    case = twins(number, number, people.person(2).id_number, number)
    assert places("OPER-6", case) == ["operators[1].id_number", "operators[3].id_number"]
    assert [(texts(f)["first"], texts(f)["second"]) for f in of_rule("OPER-6", case)] == [(1, 2), (1, 4)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("11010519491231002X", "11010519491231002x"),
        ("11010519491231002X", "１１０１０５１９４９１２３１００２Ｘ"),
        ("11010519491231002X", " 110105 19491231 002X "),
        ("H01234567", "H0123456701"),
        ("h0123456700", "Ｈ0123456702"),
    ],
)
def test_OPER_6_folded_spellings_are_one_person_and_no_FIELD_2(one, other):
    assert told("OPER-6", twins(one, other)) == [("operators[1].id_number", "twice")]
    assert places("FIELD-2", twins(one, other)) == []


@pytest.mark.parametrize("blank", ["", " ", "\u3000", "\u200b"])
def test_OPER_6_two_blank_numbers_are_not_one_person(blank):
    case = cases.complete(2)
    for index in range(2):
        case = cases.with_operator(case, index, id_number=blank)
    assert places("OPER-6", case) == []


def test_OPER_6_a_person_in_another_application_of_the_firm_is_a_warning():
    number = people.person(1).id_number
    found = [f for f in findings(cases.complete(), elsewhere=elsewhere(number)) if f.rule == "OPER-6"]
    assert [(f.where, f.variant, f.severity) for f in found] == [
        ("operators[0].id_number", "elsewhere", "warn")
    ]
    assert texts(found[0]) == {"other": "2026-10 增办"}


def test_OPER_6_other_people_in_another_application_pass():
    found = findings(cases.complete(), elsewhere=elsewhere(people.person(30).id_number))
    assert not [f for f in found if f.is_open]


def test_OPER_6_the_same_person_in_another_firms_application_passes():
    found = findings(cases.complete(), elsewhere=elsewhere(people.person(1).id_number, firm=1))
    assert not [f for f in found if f.is_open]


def test_UNIT_3_HAND_7_a_letter_is_sealed_only_when_it_is_there():
    def sealed(case):
        return screens.letter_is_sealed(Context(case, {}, book(), cases.TODAY))

    case = cases.complete(mail=True)
    assert case.collection.way is CollectionWay.MAIL
    assert (sealed(case), sealed(cases.without_files(case, LETTER))) == (True, False)
