from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.app import rulebooks
from cardprep.app.comparing import differences
from cardprep.app.told_differences import told
from cardprep.case.model import CollectionWay, HandlerWho, Kind, OperatorState
from cardprep.case.slots import LEGAL_IDENTITY
from cardprep.wording.catalog import Catalog
from making import cases


def lines(ours, theirs, language="en"):
    pack, catalog = rulebooks.rulebook(), Catalog(language)
    found = [told(d, ours, theirs, pack, catalog) for d in differences(ours, theirs)]
    return {line.where: (line.label, line.ours, line.theirs) for line in found}


def test_choices_are_told_by_their_names():
    ours = cases.complete(2)
    theirs = replace(
        ours, kind=Kind.NEW_ENTRANT, handler=replace(ours.handler, who=HandlerWho.LEGAL_REPRESENTATIVE)
    )
    theirs = replace(theirs, collection=replace(ours.collection, way=CollectionWay.MAIL, outlet=""))
    theirs = cases.with_operator(theirs, 1, id_type="passport", state=OperatorState.DRAFT)
    found = lines(ours, theirs)
    assert found["kind"] == ("Kind of application", "Additional operator cards", "New entrant")
    assert found["collection.way"][1:] == ("At a counter", "By mail")
    assert found["operators[1].state"][1:] == ("Confirmed", "Draft")
    assert "passport" in found["operators[1].id_type"][2].lower()
    assert found["handler.who"][0] == "Handler"
    assert found["handler.who"][2] == "The legal representative"
    assert found["collection.outlet"][1] not in ("", "wujiang")
    assert found["collection.outlet"][2] == ""


def test_a_file_is_told_with_what_was_seen_on_it():
    ours = cases.complete(1)
    theirs = cases.with_file(cases.without_files(ours, LEGAL_IDENTITY), LEGAL_IDENTITY, "attachments/a b.jpg")
    theirs = replace(theirs, attachments=(*theirs.attachments[:-1], replace(theirs.attachments[-1], turn=90)))
    _, _, text = lines(ours, theirs, "zh_CN")["legal.identity"]
    assert text.startswith("a b.jpg、已旋转 90°、公章（印泥）：有")
    assert cases.WRITTEN.isoformat() in text


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_place_is_told_by_its_path(language):
    ours = cases.complete(2, mail=True)
    theirs = cases.complete(3)
    found = lines(ours, replace(theirs, unit=replace(theirs.unit, name="另一家", uscc="")), language)
    assert len(found) > 5
    assert all(label != where for where, (label, _, _) in found.items())
