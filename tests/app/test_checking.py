from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.app.checking import check_case, read_facts
from cardprep.app.errors import UnknownRulebook
from cardprep.app.rulebooks import rulebook, rulebook_ids
from cardprep.case.slots import LEGAL_IDENTITY
from cardprep.evidence.errors import Cancelled, FileNotOpened
from making import cases, folders


@pytest.fixture
def folder(tmp_path):
    return folders.write(tmp_path, folders.document())


def test_check_finds_facts_findings_cards_and_remark(folder, worker):
    checked = check_case(folder, cases.complete(), worker, cases.TODAY)
    assert set(checked.facts) == {a.file for a in cases.complete().attachments}
    assert checked.ok
    assert checked.cards.to_buy == 2
    assert checked.remark == "柜台取卡：吴江"


def test_check_is_not_ok_when_something_is_open(folder, worker):
    case = replace(cases.complete(), declaration=False)
    assert not check_case(folder, case, worker, cases.TODAY).ok


def test_progress_is_told_before_each_file(folder, worker):
    told = []
    check_case(folder, cases.complete(), worker, cases.TODAY, lambda *done: told.append(done))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_a_file_in_two_slots_is_looked_at_once(folder, worker, monkeypatch):
    case = cases.complete()
    again = replace(case.attachments[0], slot=LEGAL_IDENTITY)
    asked = []
    monkeypatch.setattr(worker, "facts", lambda path, cancelled: asked.append(path.name))
    read_facts(folder, replace(case, attachments=(case.attachments[0], again)), worker, lambda *_: None, bool)
    assert asked == ["unit.qualification.jpg"]


def test_check_can_be_cancelled(folder, worker):
    with pytest.raises(Cancelled):
        check_case(folder, cases.complete(), worker, cases.TODAY, cancelled=lambda: True)


def test_a_file_that_is_gone_is_an_error_that_names_it(folder, worker):
    (folder / "legal.identity.jpg").unlink()
    with pytest.raises(FileNotOpened) as caught:
        check_case(folder, cases.complete(), worker, cases.TODAY)
    assert caught.value.values["file"] == "legal.identity.jpg"


def test_the_shipped_rule_packs_can_be_loaded():
    assert rulebook_ids() == ("jiangsu",)
    assert rulebook().id == "jiangsu"


@pytest.mark.parametrize("name", ["", "guangdong", "../rulebooks/jiangsu", "JIANGSU", "jiangsu/"])
def test_a_rule_pack_that_is_not_here_is_told_with_those_that_are(name):
    with pytest.raises(UnknownRulebook) as caught:
        rulebook(name)
    assert caught.value.values == {"found": name, "choices": "jiangsu"}
