"""MAT-1 to MAT-11, DATE-1, DATE-2 and EVID-1: what must be on the papers."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cardprep.case.facts import Mark, Observation, Observations
from cardprep.case.model import Answer, HandlerWho, IdType, SealAnswer, WordingAnswer
from cardprep.case.slots import (
    HANDLER_IDENTITY,
    LEGAL_IDENTITY,
    LETTER,
    QUALIFICATION,
    operator_identity,
    parse_slot,
)
from making import cases, people
from making.judging import findings, of_rule, open_rules, places, texts, told

OPERATOR = operator_identity(0)
OTHER = people.person(9)
ELEMENTS = [
    ("MAT-5", QUALIFICATION, "wording"),
    ("MAT-6", QUALIFICATION, "signature"),
    ("MAT-7", QUALIFICATION, "date"),
    ("MAT-8", OPERATOR, "wording"),
    ("MAT-9", OPERATOR, "signature"),
    ("MAT-10", OPERATOR, "date"),
]


def foreigner(wording=WordingAnswer.YES, passport=None):
    """A case whose first operator shows a passport with a foreign number, without its translation."""
    case = cases.with_operator(
        cases.complete(), 0, id_type=IdType.PASSPORT, id_number=passport or people.foreign_passport(1)
    )
    return cases.with_attested(case, OPERATOR, wording=wording)


def translated(case, seal=SealAnswer.YES, slot=OPERATOR):
    return cases.with_file(case, slot.translation, attested=cases.Attested(seal=seal))


def observed(**seen):
    """Good facts for every file, with these observations of the firm's material."""
    facts = replace(cases.good_facts("x"), observations=Observations(**seen))
    return cases.facts_of(cases.complete(), unit_qualification=facts)


def test_MAT_1_a_complete_case_has_every_material():
    assert places("MAT-1", cases.complete(10)) == []


def test_MAT_1_every_empty_slot_is_told_by_itself():
    case = cases.with_handler(cases.complete(2), HandlerWho.OTHER, OTHER)
    bare = replace(case, attachments=())
    slots = ["unit.qualification", "legal.identity", "operators[0].identity", "operators[1].identity"]
    assert places("MAT-1", bare) == [*slots, "handler.identity"]


@pytest.mark.parametrize("who", [HandlerWho.LEGAL_REPRESENTATIVE, HandlerWho.OPERATOR])
def test_MAT_1_a_handler_from_the_application_needs_no_material_of_his_own(who):
    assert places("MAT-1", cases.with_handler(cases.complete(), who, operator=0)) == []


def test_MAT_1_speaks_alone_about_an_empty_slot():
    case = cases.without_files(cases.complete(), OPERATOR, QUALIFICATION)
    about = {f.rule for f in findings(case) if f.where in ("unit.qualification", "operators[0].identity")}
    assert about == {"MAT-1"}


@pytest.mark.parametrize("slot", [QUALIFICATION, LEGAL_IDENTITY, OPERATOR])
@pytest.mark.parametrize(("seal", "variant"), [(None, "not-looked"), (SealAnswer.NO, "not-there")])
def test_MAT_2_a_material_without_the_seal_blocks_at_its_slot(slot, seal, variant):
    case = cases.with_attested(cases.complete(), slot, seal=seal)
    assert told("MAT-2", case) == [(str(slot), variant)]
    assert open_rules(case) == {"MAT-2"}


def test_MAT_2_a_sealed_copy_passes_and_one_sealed_page_of_several_is_enough():
    case = cases.with_file(cases.complete(), QUALIFICATION, "page2.jpg", cases.Attested(seal=SealAnswer.NO))
    assert places("MAT-2", case) == []


def test_MAT_2_the_handlers_own_paper_needs_the_seal_too():
    case = cases.with_handler(cases.complete(), HandlerWho.OTHER, OTHER)
    case = cases.with_file(case, HANDLER_IDENTITY, attested=replace(cases.SEEN, seal=SealAnswer.NO))
    assert places("MAT-2", case) == ["handler.identity"]


@pytest.mark.parametrize("slot", [QUALIFICATION, LEGAL_IDENTITY, OPERATOR])
def test_MAT_3_a_special_seal_blocks_and_speaks_instead_of_MAT_2(slot):
    case = cases.with_attested(cases.complete(), slot, seal=SealAnswer.SPECIAL)
    assert places("MAT-3", case) == [str(slot)]
    assert open_rules(case) == {"MAT-3"}


def test_MAT_3_a_special_seal_on_any_page_blocks_though_another_bears_the_right_one():
    case = cases.with_file(cases.complete(), QUALIFICATION, "2.jpg", cases.Attested(seal=SealAnswer.SPECIAL))
    assert [(f.where, f.file) for f in of_rule("MAT-3", case)] == [("unit.qualification", "2.jpg")]


def test_MAT_3_the_company_seal_passes():
    assert places("MAT-3", cases.complete()) == []


def test_MAT_4_a_photocopied_seal_blocks_and_speaks_instead_of_MAT_2():
    case = cases.with_attested(cases.complete(), LEGAL_IDENTITY, seal=SealAnswer.COPY)
    assert places("MAT-4", case) == ["legal.identity"]
    assert open_rules(case) == {"MAT-4"}


def test_MAT_4_a_photocopied_seal_on_any_page_blocks():
    case = cases.with_file(cases.complete(), OPERATOR, "2.jpg", cases.Attested(seal=SealAnswer.COPY))
    assert [f.file for f in of_rule("MAT-4", case)] == ["2.jpg"]


def test_MAT_4_fresh_ink_passes():
    assert places("MAT-4", cases.complete()) == []


@pytest.mark.parametrize(("rule", "slot", "element"), ELEMENTS)
def test_MAT_5_MAT_6_MAT_7_MAT_8_MAT_9_MAT_10_what_is_not_looked_at_blocks_alone(rule, slot, element):
    case = cases.with_attested(cases.complete(), slot, **{element: None})
    assert told(rule, case) == [(str(slot), "not-looked")]
    assert open_rules(case) == {rule}


@pytest.mark.parametrize(("rule", "slot", "element"), [row for row in ELEMENTS if row[2] != "date"])
def test_MAT_5_MAT_6_MAT_8_MAT_9_what_is_not_on_the_paper_blocks(rule, slot, element):
    no = WordingAnswer.NO if element == "wording" else Answer.NO
    case = cases.with_attested(cases.complete(), slot, **{element: no})
    assert told(rule, case) == [(str(slot), "not-there")]


@pytest.mark.parametrize(("rule", "slot", "element"), ELEMENTS)
def test_MAT_5_MAT_6_MAT_7_MAT_8_MAT_9_MAT_10_one_of_several_files_is_enough(rule, slot, element):
    case = cases.with_attested(cases.complete(), slot, **{element: None})
    assert places(rule, cases.with_file(case, slot, "2.jpg")) == []


def test_MAT_5_MAT_6_MAT_7_a_bare_firms_material_lacks_all_three():
    case = cases.with_attested(cases.complete(), QUALIFICATION, wording=None, signature=None, date=None)
    assert open_rules(case) == {"MAT-5", "MAT-6", "MAT-7"}


def test_MAT_8_MAT_9_MAT_10_are_asked_of_every_person():
    case = cases.with_handler(cases.complete(1), HandlerWho.OTHER, OTHER)
    case = replace(case, attachments=tuple(replace(a, attested=cases.SEALED) for a in case.attachments))
    case = cases.with_file(case, HANDLER_IDENTITY, attested=cases.SEALED)
    for rule in ("MAT-8", "MAT-9", "MAT-10"):
        assert places(rule, case) == ["legal.identity", "operators[0].identity", "handler.identity"]


def test_MAT_5_the_sentence_is_the_guides_own():
    found = of_rule("MAT-5", cases.with_attested(cases.complete(), QUALIFICATION, wording=None))[0]
    assert texts(found)["wording"] == "同意办理电子口岸制发卡业务"


def test_MAT_5_a_foreign_declaration_does_not_stand_for_the_firms_sentence():
    case = cases.with_attested(cases.complete(), QUALIFICATION, wording=WordingAnswer.FOREIGN)
    assert places("MAT-5", translated(case, slot=QUALIFICATION)) == ["unit.qualification"]


def test_MAT_8_a_foreign_declaration_with_its_translation_passes():
    case = translated(foreigner(WordingAnswer.FOREIGN))
    assert open_rules(case) == set()


def test_MAT_8_a_foreign_declaration_without_its_translation_blocks():
    assert open_rules(foreigner(WordingAnswer.FOREIGN)) == {"MAT-8", "MAT-11"}


def test_MAT_11_a_foreign_passport_needs_a_translation():
    assert told("MAT-11", foreigner()) == [("operators[0].translation", "missing")]
    assert open_rules(foreigner()) == {"MAT-11"}


def test_MAT_11_a_sealed_translation_passes_and_MAT_2_to_MAT_10_never_speak_of_it():
    assert open_rules(translated(foreigner())) == set()


@pytest.mark.parametrize("seal", [None, SealAnswer.NO, SealAnswer.SPECIAL, SealAnswer.COPY])
def test_MAT_11_a_translation_with_anything_but_yes_is_unsealed(seal):
    case = translated(foreigner(), seal)
    assert told("MAT-11", case) == [("operators[0].translation", "unsealed")]
    assert open_rules(case) == {"MAT-11"}


def test_MAT_11_a_chinese_passport_needs_no_translation():
    assert open_rules(foreigner(passport=people.chinese_passport(2))) == set()


@pytest.mark.parametrize(
    ("slot", "where"),
    [
        (QUALIFICATION, "unit.translation"),
        (LETTER, "unit.translation"),
        (LEGAL_IDENTITY, "legal.translation"),
        (operator_identity(1), "operators[1].translation"),
    ],
)
def test_MAT_11_any_material_marked_foreign_needs_a_translation(slot, where):
    case = cases.complete(mail=True)
    marked = tuple(replace(a, foreign_language=a.slot == slot) for a in case.attachments)
    assert told("MAT-11", replace(case, attachments=marked)) == [(where, "missing")]


def test_MAT_11_one_translation_slot_is_told_once_for_the_firms_two_papers():
    case = cases.complete(mail=True)
    marked = tuple(replace(a, foreign_language=True) for a in case.attachments if a.slot.owner == "unit")
    assert places("MAT-11", replace(case, attachments=marked)) == ["unit.translation"]


def test_MAT_11_is_silent_of_a_translation_that_nobody_asks_for():
    case = cases.with_file(cases.complete(), parse_slot("legal.translation"), attested=cases.Attested())
    assert open_rules(case) == set()


@pytest.mark.parametrize(
    ("date", "variant"),
    [(cases.TODAY + dt.timedelta(days=1), "future"), (dt.date(1900, 1, 1), "before-birth")],
)
def test_DATE_1_an_impossible_date_blocks_at_the_slot(date, variant):
    case = cases.with_attested(cases.complete(), OPERATOR, date=date)
    assert told("DATE-1", case) == [("operators[0].identity", variant)]


@pytest.mark.parametrize("date", [cases.TODAY, cases.TODAY - dt.timedelta(days=1)])
def test_DATE_1_today_and_before_pass(date):
    assert open_rules(cases.with_attested(cases.complete(), OPERATOR, date=date)) == set()


def test_DATE_1_the_day_of_birth_itself_is_not_before_it():
    birth = people.person(1).birth
    assert places("DATE-1", cases.with_attested(cases.complete(), OPERATOR, date=birth)) == []


def test_DATE_1_the_letters_date_is_never_asked_about():
    case = cases.with_attested(cases.complete(mail=True), LETTER, date=dt.date(2099, 1, 1))
    assert open_rules(case) == set()


@pytest.mark.parametrize(("days", "speaks"), [(180, False), (181, True)])
def test_DATE_2_a_date_is_old_from_the_181st_day_on(days, speaks):
    case = cases.with_attested(cases.complete(), OPERATOR, date=cases.TODAY - dt.timedelta(days=days))
    assert places("DATE-2", case) == (["operators[0].identity"] if speaks else [])


def test_EVID_1_what_agrees_or_is_uncertain_is_no_contradiction():
    found = Observation(Mark.FOUND, kind="company", score=0.9)
    written = Observation(Mark.FOUND, kind="handwritten")
    seen = observed(seal=found, wording=written, date=Observation(Mark.FOUND, value="2026-11-20"))
    assert places("EVID-1", cases.complete(), seen) == []


@pytest.mark.parametrize(
    ("element", "seen", "variant"),
    [
        ("seal", Observation(Mark.MISSING, kind="none"), "seal"),
        ("seal", Observation(Mark.FOUND, kind="other-company"), "seal-other"),
        ("seal", Observation(Mark.MISSING, kind="grey"), "seal-other"),
        ("wording", Observation(Mark.MISSING, kind="none"), "wording"),
        ("wording", Observation(Mark.FOUND, kind="typed"), "wording-typed"),
        ("signature", Observation(Mark.MISSING), "signature"),
        ("date", Observation(Mark.MISSING), "date-missing"),
        ("date", Observation(Mark.FOUND, value="2026-11-02"), "date"),
    ],
)
def test_EVID_1_a_contradiction_warns_at_the_slot(element, seen, variant):
    facts = observed(**{element: seen})
    assert told("EVID-1", cases.complete(), facts) == [("unit.qualification", variant)]
    assert open_rules(cases.complete(), facts) == {"EVID-1"}


@pytest.mark.parametrize("kind", ["special", "other-company", "grey", "registrar"])
def test_EVID_1_an_uncertain_sight_of_another_seal_is_no_contradiction(kind):
    assert places("EVID-1", cases.complete(), observed(seal=Observation(Mark.UNCERTAIN, kind=kind))) == []


def test_EVID_1_is_silent_where_the_clerk_says_no_herself_and_never_lifts_a_block():
    case = cases.with_attested(cases.complete(), QUALIFICATION, seal=SealAnswer.NO)
    assert open_rules(case, observed(seal=Observation(Mark.MISSING))) == {"MAT-2"}
    assert open_rules(case, observed(seal=Observation(Mark.FOUND, kind="company"))) == {"MAT-2"}
