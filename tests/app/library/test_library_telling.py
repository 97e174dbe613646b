"""Rows of the journal in words, in both languages."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from cardprep.app import rulebooks
from cardprep.app.library.applications import Application
from cardprep.app.library.telling import Teller, Told
from cardprep.case.edits import acknowledge, add_operator, set_text
from cardprep.case.model import (
    Acknowledgement,
    Answer,
    Attachment,
    Attested,
    Case,
    CollectionWay,
    Handler,
    HandlerWho,
    Operator,
    StatusEntry,
    StatusState,
)
from cardprep.case.slots import operator_identity
from cardprep.wording.catalog import Catalog
from making import libraries

SLOT = operator_identity(0)
BEGUN = Case(operators=(Operator(name="李四"),))


@pytest.fixture
def told_of(tmp_path):
    """What the journal tells of the last of these states."""
    with libraries.made(tmp_path / "library")[0] as library:

        def tell(*cases: Case, place: str = "", language: str = "en") -> tuple[Told, ...]:
            application = Application.create(library, cases[0], lambda: libraries.WHO)
            for case in cases[1:]:
                application.save(case, place)
            teller = Teller(Catalog(language), rulebooks.rulebook(), cases[-1])
            return teller.told(application.history()[0])

        yield tell


def test_a_text_is_told_by_the_name_of_its_field(told_of):
    (told,) = told_of(BEGUN, set_text(BEGUN, "unit.name", "南京示例公司"))
    assert told == Told("Firm's name", "(empty)", "南京示例公司")


def test_a_choice_is_told_in_words_and_not_by_its_id(told_of):
    typed = set_text(BEGUN, "operators[0].id_type", "passport")
    (told,) = told_of(BEGUN, typed, language="zh_CN")
    assert told.new == "护照"
    assert "李四" in told.place


def test_the_way_of_collection_and_the_handler_are_told_in_words(told_of):
    handler = Handler(who=HandlerWho.OPERATOR, operator=0)
    collection = replace(BEGUN.collection, way=CollectionWay.MAIL)
    found = told_of(BEGUN, replace(BEGUN, handler=handler, collection=collection))
    values = {told.place: told.new for told in found}
    assert values["Way of collection"] == "By mail"
    assert values["Who the handler is"] == "An operator of this application"
    assert values["Which operator is the handler"] == "Operator 1 (李四)"


def test_somebody_who_was_added_is_told_by_name(told_of):
    (told,) = told_of(BEGUN, add_operator(BEGUN, Operator(name="王五")))
    assert (told.place, told.old, told.new) == ("Operators", "(empty)", "王五")


def test_a_file_is_told_by_its_name_and_its_slot(told_of):
    paper = Attachment(SLOT, "files/ab/scan.jpg")
    (told,) = told_of(BEGUN, replace(BEGUN, attachments=(paper,)), place=str(SLOT))
    assert (told.old, told.new) == ("(empty)", "scan.jpg")
    assert "李四" in told.place


def test_what_was_seen_on_a_paper_is_told_with_its_element(told_of):
    blank = replace(BEGUN, attachments=(Attachment(SLOT, "files/scan.jpg"),))
    seen = Attested(signature=Answer.NO, date=dt.date(2026, 11, 2))
    found = told_of(
        blank,
        replace(blank, attachments=(Attachment(SLOT, "files/scan.jpg", attested=seen),)),
        place=str(SLOT),
    )
    values = {told.place.rpartition(": ")[2]: (told.old, told.new) for told in found}
    assert values == {"Signature": ("Not looked at", "No"), "Date": ("(empty)", "2026-11-02")}


def test_a_turned_paper_and_a_state_of_the_application_are_told(told_of):
    paper = Attachment(SLOT, "files/scan.jpg")
    begun = replace(BEGUN, attachments=(paper,))
    ended = StatusEntry(StatusState.DONE, dt.date(2026, 11, 3))
    after = replace(begun, attachments=(replace(paper, turn=90),), status=(ended,))
    turned, status = told_of(begun, after, place=str(SLOT))
    assert (turned.old, turned.new) == ("0", "90")
    assert status.new == "Done 2026-11-03"


def test_a_confirmed_warning_is_told_with_its_reason(told_of):
    mark = Acknowledgement("UNIT-2", "unit.name", "checked", by="钱")
    (told,) = told_of(BEGUN, acknowledge(BEGUN, mark))
    assert (told.place, told.new) == ("Confirmed as correct", "Firm's name (checked)")
