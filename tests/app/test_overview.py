from __future__ import annotations

import pytest

from cardprep.app import rulebooks
from cardprep.app.overview import overview
from cardprep.case.model import Case, Collection, CollectionWay, Handler, HandlerWho
from cardprep.wording.catalog import Catalog
from making import cases


def lines(case, language="zh_CN"):
    groups = overview(case, rulebooks.rulebook(), Catalog(language))
    return {entry.where: entry for group in groups for entry in group.entries}


def test_VIEW_1_everything_stands_in_the_order_of_the_online_form():
    groups = overview(cases.complete(operators=2), rulebooks.rulebook(), Catalog("zh_CN"))
    assert [group.where for group in groups] == [
        "unit.name", "legal_representative.name", "operators[0]", "operators[1]", "handler", "collection.way",
    ]  # fmt: skip


def test_VIEW_1_every_attachment_is_named():
    case = cases.complete(operators=2, mail=True)
    shown = lines(case)
    assert all(shown[str(a.slot)].value == a.file for a in case.attachments)


def test_choices_are_shown_by_their_names():
    assert lines(cases.complete())["collection.outlet"].value == "吴江"
    assert lines(cases.complete(), "en")["collection.outlet"].value.endswith("(吴江)")


def test_HAND_1_the_handler_is_shown_with_the_name_and_number_he_brings():
    case = cases.complete(operators=1)
    shown = lines(case)
    assert shown["handler"].value == case.operators[0].name
    assert shown["handler.mobile"].value == case.operators[0].mobile


def test_HAND_2_another_person_has_identity_lines():
    assert "handler.identity" in lines(Case(handler=Handler(HandlerWho.OTHER)))


@pytest.mark.parametrize(("way", "where"), [("counter", "collection.outlet"), ("mail", "collection.address")])
def test_the_way_of_collection_decides_its_lines(way, where):
    assert where in lines(Case(collection=Collection(CollectionWay(way))))
