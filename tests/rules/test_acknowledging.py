"""VIEW-4: warnings are acknowledged one by one, with a reason, and only as long as nothing changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.case.edits import acknowledge, set_text, withdraw_acknowledgement
from cardprep.case.finding import may_be_exported
from cardprep.case.model import Acknowledgement
from cardprep.case.slots import operator_identity
from making import cases
from making.judging import findings, open_rules, told

WHERE = "operators[0].mobile"
CASE = cases.with_operator(cases.complete(), 0, mobile="12012345678")


def warning(case=CASE, where=WHERE):
    return next(f for f in findings(case) if f.where == where and f.rule == "FIELD-3")


def entry(found, reason="已与本人核对", about=None, file=None):
    return Acknowledgement(
        found.rule,
        found.where,
        reason,
        file=found.file if file is None else file,
        about=found.about if about is None else about,
    )


def test_VIEW_4_an_open_warning_stands_in_the_way_of_the_export():
    assert open_rules(CASE) == {"FIELD-3"}
    assert not may_be_exported(findings(CASE))


def test_VIEW_4_an_acknowledgement_with_a_reason_lifts_its_warning():
    case = acknowledge(CASE, entry(warning()))
    assert warning(case).acknowledged
    assert may_be_exported(findings(case))


def test_VIEW_4_an_acknowledgement_without_a_digest_matches_as_it_is():
    assert open_rules(acknowledge(CASE, entry(warning(), about=""))) == set()


@pytest.mark.parametrize("reason", ["", " ", "\u3000"])
def test_VIEW_4_an_acknowledgement_without_a_reason_does_not_count_and_is_told(reason):
    case = acknowledge(CASE, entry(warning(), reason))
    assert told("VIEW-4", case) == [(WHERE, "no-reason")]
    assert open_rules(case) == {"FIELD-3", "VIEW-4"}


def test_VIEW_4_an_acknowledgement_falls_away_when_what_it_was_about_changes():
    case = acknowledge(cases.with_attested(CASE, operator_identity(0), date=None), entry(warning()))
    old = cases.with_attested(case, operator_identity(0), date=cases.dt.date(2026, 1, 5))
    found = next(f for f in findings(old) if f.rule == "DATE-2")
    older = cases.with_attested(
        acknowledge(old, entry(found)), operator_identity(0), date=cases.dt.date(2026, 1, 4)
    )
    assert told("VIEW-4", older) == [("operators[0].identity", "changed")]


def test_VIEW_4_a_new_acknowledgement_takes_the_place_of_one_that_fell_away():
    stale = acknowledge(CASE, entry(warning(), about="0" * 32))
    assert told("VIEW-4", stale) == [(WHERE, "changed")]
    renewed = acknowledge(stale, entry(warning()))
    assert open_rules(renewed) == set()
    assert len(renewed.acknowledged) == 1


def test_VIEW_4_an_acknowledgement_of_nothing_is_not_spoken_of():
    case = acknowledge(cases.complete(), Acknowledgement("FIELD-3", WHERE, "核对无误"))
    assert open_rules(case) == set()


def test_VIEW_4_warnings_are_acknowledged_one_by_one():
    two = set_text(CASE, "operators[1].mobile", "12012345678")
    case = acknowledge(two, entry(warning(two)))
    assert [f.where for f in findings(case) if f.rule == "FIELD-3" and f.is_open] == ["operators[1].mobile"]


def test_VIEW_4_what_blocks_cannot_be_acknowledged_away():
    case = cases.with_operator(cases.complete(), 0, mobile="1")
    found = next(f for f in findings(case) if f.rule == "FIELD-2")
    assert open_rules(acknowledge(case, entry(found, about=""))) == {"FIELD-2"}


def test_VIEW_4_an_acknowledgement_that_names_a_file_counts_for_that_file_only():
    slot = operator_identity(0)
    case = cases.with_attested(
        cases.with_file(cases.complete(), slot, "2.jpg"), slot, date=cases.dt.date(2026, 1, 5)
    )
    found = next(f for f in findings(case) if f.rule == "DATE-2" and f.file == "2.jpg")
    left = [f.file for f in findings(acknowledge(case, entry(found))) if f.rule == "DATE-2" and f.is_open]
    assert left == ["operators[0].identity.jpg"]
    everywhere = acknowledge(case, entry(found, file=""))
    assert open_rules(everywhere) - {"VIEW-3"} == set()


def test_VIEW_4_a_withdrawn_acknowledgement_leaves_the_warning_open():
    case = acknowledge(CASE, entry(warning()))
    assert open_rules(withdraw_acknowledgement(case, "FIELD-3", WHERE)) == {"FIELD-3"}


def test_VIEW_4_the_digest_does_not_depend_on_the_files_name():
    slot = operator_identity(0)
    case = cases.with_attested(cases.complete(), slot, date=cases.dt.date(2026, 1, 5))
    renamed = replace(case, attachments=tuple(replace(a, file=f"{a.file}.x") for a in case.attachments))
    digests = {next(f for f in findings(c) if f.rule == "DATE-2").about for c in (case, renamed)}
    assert len(digests) == 1
