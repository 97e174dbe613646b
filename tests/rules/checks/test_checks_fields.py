"""FIELD-1 to FIELD-3: what every field must meet."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cardprep.case.edits import set_text
from cardprep.case.model import Case, CollectionWay, HandlerWho, IdType
from cardprep.case.slots import HANDLER_IDENTITY, LEGAL_IDENTITY, QUALIFICATION, operator_identity
from making import cases, people
from making.judging import of_rule, open_rules, places, texts, told

OTHER = people.person(9)
REQUIRED = [
    "unit.name",
    "unit.uscc",
    "unit.registered_address",
    "legal_representative.name",
    "legal_representative.id_type",
    "legal_representative.id_number",
    "operators[1].name",
    "operators[1].id_type",
    "operators[1].id_number",
    "operators[1].mobile",
    "handler.name",
    "handler.id_type",
    "handler.id_number",
]


def everybody():
    """A complete case in which everyone who can be typed in is."""
    case = cases.with_handler(cases.complete(), HandlerWho.OTHER, OTHER)
    return cases.with_file(case, HANDLER_IDENTITY)


def born(years, days=0):
    """A case whose first operator has that age, and was born so many days later in the year than today."""
    day = cases.TODAY.replace(year=cases.TODAY.year - years) + dt.timedelta(days)
    case = cases.with_operator(cases.complete(), 0, id_number=people.resident_id(day, 7))
    return cases.with_attested(case, operator_identity(0), date=cases.TODAY)


def test_FIELD_1_a_case_with_everybody_typed_in_passes():
    assert open_rules(everybody()) == set()


@pytest.mark.parametrize("blank", ["", " ", "\u3000\t"])
@pytest.mark.parametrize("where", REQUIRED)
def test_FIELD_1_a_blank_required_field_blocks_and_speaks_alone(where, blank):
    case = set_text(everybody(), where, blank)
    assert places("FIELD-1", case) == [where]
    assert open_rules(case) - {"VIEW-3"} == {"FIELD-1"}


@pytest.mark.parametrize("where", ["unit.customs_code", "unit.postal_code", "unit.phone"])
def test_FIELD_1_what_is_not_required_may_be_blank(where):
    assert open_rules(set_text(everybody(), where, " ")) == {"VIEW-3"}


@pytest.mark.parametrize(
    ("where", "rule"),
    [
        ("unit.issuing_office", "UNIT-1"),
        ("legal_representative.phone", "LEGAL-1"),
        ("handler.mobile", "HAND-3"),
        ("remark", "HAND-4"),
        ("collection.outlet", "HAND-5"),
    ],
)
def test_FIELD_1_leaves_an_empty_field_to_the_rule_that_has_it(where, rule):
    assert open_rules(set_text(everybody(), where, "")) == {rule, "VIEW-3"}


def test_FIELD_1_an_empty_case_names_every_required_field_but_no_person_who_is_not_there():
    assert places("FIELD-1", Case()) == ["kind", *REQUIRED[:6]]


@pytest.mark.parametrize(
    ("where", "text", "flaw"),
    [
        ("unit.name", "示例\ue000公司", "private-use"),
        ("unit.uscc", "911100001000013428", "check-digit"),
        ("unit.customs_code", "320196", "length"),
        ("unit.registered_address", "江苏省\u200b南京市", "invisible"),
        ("unit.postal_code", "21000", "length"),
        ("unit.phone", "5881234", "area-code"),
        ("legal_representative.name", "\ue000", "private-use"),
        ("legal_representative.id_number", "110105194912310021", "check-digit"),
        ("operators[1].id_number", "4.1010519491231E+17", "excel"),
        ("operators[1].id_number", "110105491231002", "fifteen-digits"),
        ("operators[1].mobile", "025-58812345", "not-mobile"),
        ("handler.id_number", people.resident_id(dt.date(2099, 1, 1), 3), "birth-in-future"),
    ],
)
def test_FIELD_2_a_wrong_form_or_check_digit_blocks_at_its_field(where, text, flaw):
    case = set_text(everybody(), where, text)
    assert told("FIELD-2", case) == [(where, flaw)]


@pytest.mark.parametrize(
    ("where", "fold"),
    [
        ("unit.uscc", str.lower),
        ("legal_representative.id_number", lambda text: f" {text[:6]} {text[6:]}"),
        ("operators[1].id_number", lambda text: text.translate({ord(c): ord(c) + 0xFEE0 for c in text})),
        ("operators[1].mobile", lambda text: f"+86 {text[:3]}-{text[3:]}"),
    ],
)
def test_FIELD_2_folded_spellings_pass(where, fold):
    from cardprep.case.paths import text_at

    case = set_text(everybody(), where, fold(text_at(everybody(), where)))
    assert places("FIELD-2", case) == []


@pytest.mark.parametrize(
    ("where", "rule"),
    [
        ("legal_representative.phone", "LEGAL-1"),
        ("handler.mobile", "HAND-3"),
        ("collection.mobile", "HAND-6"),
    ],
)
def test_FIELD_2_leaves_a_wrong_number_to_the_rule_that_has_it(where, rule):
    case = replace(everybody(), collection=replace(cases.complete(mail=True).collection))
    assert places("FIELD-2", set_text(case, where, "12")) == []
    assert places(rule, set_text(case, where, "12")) == [where]


def test_FIELD_2_a_number_is_judged_by_the_kind_of_its_document():
    as_passport = cases.with_operator(cases.complete(), 0, id_type=IdType.PASSPORT)
    assert told("FIELD-2", as_passport) == [("operators[0].id_number", "length")]
    assert places("FIELD-2", cases.with_operator(cases.complete(), 0, id_type="")) == []


def test_FIELD_2_names_are_kept_as_typed_and_rare_ones_pass():
    for name in ("买买提·艾力", "𠮷田䶮", "\uf900", "John O'Neil-Smith"):
        assert open_rules(cases.with_operator(cases.complete(), 0, name=name)) == set()


@pytest.mark.parametrize("where", ["operators[1].mobile", "legal_representative.phone", "handler.mobile"])
def test_FIELD_3_an_unknown_mobile_prefix_warns_wherever_the_number_stands(where):
    case = set_text(everybody(), where, "12012345678")
    assert told("FIELD-3", case) == [(where, "unknown-prefix")]
    assert {f.severity for f in of_rule("FIELD-3", case)} == {"warn"}


def test_FIELD_3_the_recipients_unknown_prefix_warns_by_mail_alone():
    case = set_text(cases.complete(mail=True), "collection.mobile", "12012345678")
    assert told("FIELD-3", case) == [("collection.mobile", "unknown-prefix")]
    at_counter = replace(case, collection=replace(case.collection, way=CollectionWay.COUNTER))
    assert places("FIELD-3", at_counter) == []


@pytest.mark.parametrize(
    ("id_type", "number"),
    [(IdType.TAIWAN_PERMIT, "0725745"), (IdType.PASSPORT, "G12345678"), (IdType.PASSPORT, "141234567")],
)
def test_FIELD_3_an_older_form_of_a_document_warns(id_type, number):
    case = cases.with_operator(cases.complete(), 0, id_type=id_type, id_number=number)
    assert told("FIELD-3", case) == [("operators[0].id_number", "older-form")]


@pytest.mark.parametrize("case", [born(16), born(80), born(81, days=1)])
def test_FIELD_3_sixteen_to_eighty_years_pass(case):
    assert open_rules(case) == set()


@pytest.mark.parametrize(("case", "variant", "limit"), [(born(16, 1), "young", 16), (born(81), "old", 80)])
def test_FIELD_3_under_sixteen_or_over_eighty_warns(case, variant, limit):
    found = of_rule("FIELD-3", case)
    assert [(f.where, f.variant) for f in found] == [("operators[0].id_number", variant)]
    assert texts(found[0])["limit"] == limit
    assert "age" not in texts(found[0]), "it changes on a birthday, and the acknowledgement with it"


@pytest.mark.parametrize(
    ("code", "variant"), [("9901960A1B", "unknown-region"), ("3201X60A1B", "customs-table")]
)
def test_FIELD_3_a_customs_code_outside_the_tables_warns_once(code, variant):
    assert told("FIELD-3", set_text(cases.complete(), "unit.customs_code", code)) == [
        ("unit.customs_code", variant)
    ]


def test_FIELD_3_a_legal_representative_who_is_also_an_operator_warns():
    legal = people.person(0).id_number
    case = cases.with_operator(cases.complete(2), 1, id_number=f" {legal.lower()}")
    assert told("FIELD-3", case) == [("operators[1].id_number", "legal-is-operator")]


@pytest.mark.parametrize("blank", ["", " ", "\u200b"])
def test_FIELD_3_two_blank_numbers_are_not_one_person(blank):
    case = set_text(cases.with_operator(cases.complete(), 0, id_number=blank), REQUIRED[5], blank)
    assert places("FIELD-3", case) == []


@pytest.mark.parametrize(("days", "speaks"), [(0, False), (1, True)])
def test_FIELD_3_an_identity_document_that_expired_before_today_warns(days, speaks):
    expires = cases.TODAY - dt.timedelta(days)
    case = cases.with_attested(cases.complete(), LEGAL_IDENTITY, expires=expires)
    assert told("FIELD-3", case) == ([("legal.identity", "expired")] if speaks else [])


def test_FIELD_3_the_firms_paper_has_no_such_day():
    case = cases.with_attested(cases.complete(), QUALIFICATION, expires=dt.date(2000, 1, 1))
    assert places("FIELD-3", case) == []
