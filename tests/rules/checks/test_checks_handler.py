"""HAND-2 to HAND-7: the handler, the collection and the remark."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.case.model import Answer, Collection, CollectionWay, HandlerWho
from cardprep.case.slots import HANDLER_IDENTITY, LETTER
from making import cases, people
from making.judging import findings, of_rule, open_rules, places, texts, told

OTHER = people.person(9)
OUTLETS = "南京江北、吴江、高邮、盐城"


def other_handler(**fields):
    case = cases.with_handler(cases.complete(), HandlerWho.OTHER, OTHER, **fields)
    return cases.with_file(case, HANDLER_IDENTITY)


def handled_by_operator(mobile="", own=""):
    case = cases.with_operator(cases.complete(), 0, mobile=own) if own is not None else cases.complete()
    return cases.with_handler(case, HandlerWho.OPERATOR, operator=0, mobile=mobile)


def by_mail(**fields):
    case = cases.complete(mail=True)
    return replace(case, collection=replace(case.collection, **fields))


def at_counter(outlet, remark="柜台取卡：吴江"):
    return replace(cases.complete(), collection=Collection(CollectionWay.COUNTER, outlet), remark=remark)


@pytest.mark.parametrize("who", [HandlerWho.LEGAL_REPRESENTATIVE, HandlerWho.OPERATOR])
def test_HAND_2_somebody_of_the_application_passes(who):
    assert open_rules(cases.with_handler(cases.complete(), who, operator=1)) == set()


def test_HAND_2_somebody_else_with_everything_typed_and_attached_passes():
    assert open_rules(other_handler()) == set()


def test_HAND_2_somebody_else_needs_a_full_entry_and_his_material():
    bare = cases.with_handler(cases.complete(), HandlerWho.OTHER)
    assert places("FIELD-1", bare) == ["handler.name", "handler.id_type", "handler.id_number"]
    assert places("MAT-1", bare) == ["handler.identity"]
    assert told("HAND-3", bare) == [("handler.mobile", "empty")]


@pytest.mark.parametrize(
    ("who", "index", "variant"),
    [
        (None, None, "nobody"),
        (HandlerWho.OPERATOR, None, "gone"),
        (HandlerWho.OPERATOR, 2, "gone"),
        (HandlerWho.OPERATOR, -1, "gone"),
    ],
)
def test_HAND_2_nobody_or_an_operator_who_is_not_there_blocks_and_nothing_else_is_said(who, index, variant):
    case = cases.with_handler(cases.complete(2), who, operator=index, name="\ue000", mobile="1")
    case = cases.with_file(case, HANDLER_IDENTITY, "old.jpg", cases.Attested())
    assert told("HAND-2", case) == [("handler", variant)]
    assert [f.rule for f in findings(case) if f.where.startswith("handler")] == ["HAND-2"]


@pytest.mark.parametrize(
    "mobile", ["13800138000", "１３８００１３８０００", "138 0013 8000", "+86 13800138000"]
)
def test_HAND_3_a_mobile_passes(mobile):
    assert open_rules(other_handler(mobile=mobile)) == set()


@pytest.mark.parametrize(
    ("mobile", "variant"), [("", "empty"), ("025-58812345", "not-mobile"), ("1380013800", "length")]
)
def test_HAND_3_the_handlers_own_number_that_is_no_mobile_blocks(mobile, variant):
    assert told("HAND-3", other_handler(mobile=mobile)) == [("handler.mobile", variant)]
    assert open_rules(other_handler(mobile=mobile)) == {"HAND-3"}


def test_HAND_3_a_landline_inherited_of_the_legal_representative_blocks_at_the_handler():
    case = cases.with_handler(cases.complete(), HandlerWho.LEGAL_REPRESENTATIVE)
    case = replace(case, legal_representative=replace(case.legal_representative, phone="025-58812345"))
    assert told("HAND-3", case) == [("handler.mobile", "inherited")]
    assert open_rules(case) == {"HAND-3"}


@pytest.mark.parametrize(("own", "rule"), [("", "FIELD-1"), ("138001380", "FIELD-2")])
def test_HAND_3_inherited_faulty_mobile_of_an_operator_is_told_at_the_operator_alone(own, rule):
    case = handled_by_operator(own=own)
    assert places(rule, case) == ["operators[0].mobile"]
    assert open_rules(case) == {rule}


def test_HAND_3_the_handlers_own_number_wins_over_the_inherited_one():
    assert told("HAND-3", handled_by_operator("1", None)) == [("handler.mobile", "length")]
    assert places("HAND-3", handled_by_operator("13800138000", "1")) == []


@pytest.mark.parametrize("remark", ["柜台取卡：吴江", "请到吴江网点，谢谢"])
def test_HAND_4_a_remark_that_names_the_outlet_passes(remark):
    assert open_rules(at_counter("wujiang", remark)) == set()


@pytest.mark.parametrize("remark", ["", "   ", "\u3000\n"])
def test_HAND_4_a_blank_remark_blocks_and_the_proposal_is_at_hand(remark):
    found = of_rule("HAND-4", at_counter("wujiang", remark))[0]
    assert (found.where, found.variant) == ("remark", "empty")
    assert texts(found)["proposal"] == "柜台取卡：吴江"


def test_HAND_4_a_blank_remark_before_the_choice_says_to_choose_first():
    case = replace(cases.complete(), collection=Collection(), remark="")
    assert told("HAND-4", case) == [("remark", "not-chosen")]


def test_HAND_4_a_remark_for_another_outlet_blocks():
    assert texts(of_rule("HAND-4", at_counter("gaoyou"))[0])["missing"] == "高邮"
    assert open_rules(at_counter("gaoyou")) == {"HAND-4"}


@pytest.mark.parametrize("name", ["recipient", "mobile", "address"])
def test_HAND_4_a_mail_remark_names_recipient_mobile_and_address_as_typed(name):
    case = by_mail()
    spoilt = case.remark.replace(getattr(case.collection, name), "…")
    found = of_rule("HAND-4", replace(case, remark=spoilt))[0]
    assert (found.where, found.variant) == ("remark", name)
    assert texts(found)["missing"] == getattr(case.collection, name)


def test_HAND_4_names_everything_that_is_missing_in_one_finding():
    found = of_rule("HAND-4", replace(by_mail(), remark="邮寄取卡"))
    assert len(found) == 1
    assert texts(found[0])["missing"].count("、") == 2


@pytest.mark.parametrize("spoilt", [{"mobile": "138"}, {"mobile": ""}, {"recipient": " "}, {"address": ""}])
def test_HAND_4_a_part_that_is_itself_empty_or_malformed_is_not_looked_for(spoilt):
    assert open_rules(by_mail(**spoilt)) == {"HAND-6"}


@pytest.mark.parametrize(
    ("outlet", "name"),
    [("nanjing-jiangbei", "南京江北"), ("wujiang", "吴江"), ("gaoyou", "高邮"), ("yancheng", "盐城")],
)
def test_HAND_5_each_of_the_four_outlets_passes(outlet, name):
    assert open_rules(at_counter(outlet, f"柜台取卡：{name}")) == set()


@pytest.mark.parametrize(
    ("outlet", "variant"), [("", "outlet-empty"), (" ", "outlet-empty"), ("beijing", "outlet-unknown")]
)
def test_HAND_5_a_counter_without_one_of_the_outlets_blocks_and_lists_them(outlet, variant):
    found = of_rule("HAND-5", at_counter(outlet))
    assert [(f.where, f.variant) for f in found] == [("collection.outlet", variant)]
    assert texts(found[0])["outlets"] == OUTLETS


def test_HAND_5_no_way_of_collection_blocks_at_the_way():
    case = replace(cases.complete(), collection=Collection(outlet="wujiang"))
    assert told("HAND-5", case) == [("collection.way", "empty")]
    assert open_rules(case) == {"HAND-5"}


def test_HAND_6_a_whole_address_passes_and_a_counter_needs_none():
    assert places("HAND-6", by_mail()) == places("HAND-6", cases.complete()) == []


@pytest.mark.parametrize(
    ("field", "text", "variant"),
    [
        ("recipient", " ", "recipient"),
        ("mobile", "", "mobile"),
        ("mobile", "025-58812345", "not-mobile"),
        ("address", "\u3000", "address"),
    ],
)
def test_HAND_6_a_part_that_is_missing_or_no_mobile_blocks_at_its_field(field, text, variant):
    case = by_mail(**{field: text})
    assert told("HAND-6", case) == [(f"collection.{field}", variant)]
    assert open_rules(case) == {"HAND-6"}


def test_HAND_7_the_registered_address_asks_the_company_seal_alone():
    case = by_mail(address="南京市江宁区 秣周东路８号")
    remark = case.remark.replace(case.unit.registered_address, "南京市江宁区 秣周东路８号")
    assert open_rules(replace(case, remark=remark)) == set()


@pytest.mark.parametrize(
    ("letter", "variant"),
    [
        ({}, "both"),
        ({"signature": Answer.YES}, "legal-seal"),
        ({"legal_seal": Answer.YES}, "signature"),
        ({"signature": Answer.NO, "legal_seal": Answer.NO}, "both"),
    ],
)
def test_HAND_7_another_address_without_signature_or_personal_seal_blocks_once(letter, variant):
    case = cases.elsewhere_by_mail(**letter)
    assert told("HAND-7", case) == [("unit.other", variant)]
    assert open_rules(case) == {"HAND-7"}


def test_HAND_7_a_signed_and_sealed_letter_passes():
    case = cases.elsewhere_by_mail(signature=Answer.YES, legal_seal=Answer.YES)
    assert open_rules(case) == set()


def test_HAND_7_signature_and_seal_may_stand_on_two_files():
    case = cases.elsewhere_by_mail(signature=Answer.YES)
    sealed = cases.Attested(legal_seal=Answer.YES)
    assert open_rules(cases.with_file(case, LETTER, "2.jpg", sealed)) == set()


def test_HAND_7_speaks_only_with_the_letter_there_and_both_addresses_typed():
    case = cases.elsewhere_by_mail()
    unregistered = replace(case, unit=replace(case.unit, registered_address=""))
    assert places("HAND-7", cases.without_files(case, LETTER)) == places("HAND-7", unregistered) == []
