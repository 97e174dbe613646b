"""VIEW-2, VIEW-3, VIEW-5: the confirmation screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.case.edits import acknowledge, declare, set_text
from cardprep.case.facts import Observations
from cardprep.case.model import Acknowledgement, HandlerWho
from cardprep.case.slots import HANDLER_IDENTITY, LETTER, QUALIFICATION
from making import cases, people
from making.judging import of_rule, open_rules, places, texts

CASE = cases.complete()
OTHER = people.person(9)


def read(slot="unit_qualification", case=CASE, **fields):
    """Good facts for every file, and these printed fields read off one of them."""
    facts = replace(cases.good_facts("x"), observations=Observations(fields=fields))
    return cases.facts_of(case, **{slot: facts})


@pytest.mark.parametrize(
    ("field", "where"),
    [
        ("company", "unit.name"),
        ("uscc", "unit.uscc"),
        ("address", "unit.registered_address"),
        ("legal_representative", "legal_representative.name"),
    ],
)
def test_VIEW_2_a_difference_to_the_licence_warns_at_the_typed_field_with_both_shown(field, where):
    found = of_rule("VIEW-2", CASE, read(**{field: " 另一个 "}))
    assert [(f.where, f.severity, f.file) for f in found] == [(where, "warn", "unit.qualification.jpg")]
    assert texts(found[0])["printed"] == "另一个"


@pytest.mark.parametrize(
    ("slot", "path"), [("legal_identity", "legal_representative"), ("operators_1__identity", "operators[1]")]
)
def test_VIEW_2_a_difference_to_an_identity_document_warns_at_the_person(slot, path):
    facts = read(slot, name="别名", id_number="110105194912310021")
    assert places("VIEW-2", CASE, facts) == [f"{path}.name", f"{path}.id_number"]


def test_VIEW_2_the_papers_of_somebody_else_as_handler_are_compared_with_him():
    case = cases.with_file(cases.with_handler(CASE, HandlerWho.OTHER, OTHER), HANDLER_IDENTITY)
    assert places("VIEW-2", case, read("handler_identity", case, name="别名")) == ["handler.name"]


def test_VIEW_2_equal_values_pass_whatever_their_spelling():
    address = CASE.unit.registered_address.removeprefix("江苏省")
    facts = read(uscc=CASE.unit.uscc.lower(), company=f" {CASE.unit.name}", address=address)
    assert open_rules(CASE, facts) == set()


@pytest.mark.parametrize("fields", [{}, {"company": " "}, {"expires": "2030-01-01", "name": "别人"}])
def test_VIEW_2_what_was_not_read_or_is_not_on_this_paper_is_not_compared(fields):
    assert places("VIEW-2", CASE, read(**fields)) == []


def test_VIEW_2_an_empty_field_is_FIELD_1_alone():
    case = set_text(CASE, "unit.name", "")
    assert places("VIEW-2", case, read(case=case, company="另一个")) == []


def test_VIEW_2_the_letter_and_translations_are_not_compared():
    case = cases.with_file(cases.with_file(CASE, LETTER), QUALIFICATION.translation)
    for slot in ("unit_other", "unit_translation"):
        assert places("VIEW-2", case, read(slot, case, company="另一个")) == []


def test_VIEW_3_a_ticked_declaration_passes():
    assert places("VIEW-3", CASE) == []


def test_VIEW_3_an_unticked_declaration_blocks():
    assert places("VIEW-3", declare(CASE, False)) == ["declaration"]
    assert open_rules(declare(CASE, False)) == {"VIEW-3"}


def test_VIEW_3_any_later_edit_unticks_it_but_an_acknowledgement_does_not():
    assert open_rules(set_text(CASE, "unit.phone", "025-58812345")) == {"VIEW-3"}
    assert acknowledge(CASE, Acknowledgement("FIELD-3", "unit.phone", "核对无误")).declaration


def test_VIEW_5_is_said_once_and_never_blocks():
    found = of_rule("VIEW-5", CASE)
    assert [(f.where, f.severity, f.is_open) for f in found] == [("case", "info", False)]


def test_VIEW_5_no_case_has_a_place_for_the_code_and_none_is_asked_for():
    assert not [name for name in cases.document(CASE) if "code" in name]
    assert not [f for f in of_rule("VIEW-5", cases.Case()) if f.is_open]
