"""A finding: what stands in the way of an export, and the digest that an acknowledgement is tied to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from cardprep.case.finding import Finding, Severity, may_be_exported
from making import any_case

WARNING = Finding("DATE-2", Severity.WARN, "legal.identity", "a.jpg", values=(("date", "2026-03-02"),))


@pytest.mark.parametrize(
    ("severity", "acknowledged", "is_open"),
    [
        (Severity.BLOCK, False, True),
        (Severity.BLOCK, True, True),
        (Severity.WARN, False, True),
        (Severity.WARN, True, False),
        (Severity.INFO, False, False),
    ],
)
def test_VIEW_4_only_what_blocks_and_open_warnings_stand_in_the_way(severity, acknowledged, is_open):
    found = replace(WARNING, severity=severity, acknowledged=acknowledged)
    assert found.is_open is is_open
    assert may_be_exported([found]) is not is_open


def test_nothing_said_stands_in_no_way():
    assert may_be_exported([])


@pytest.mark.parametrize(
    "change",
    [{"rule": "DATE-1"}, {"where": "unit.other"}, {"variant": "x"}, {"values": (("date", "2026-03-03"),)}],
)
def test_VIEW_4_the_digest_changes_with_what_the_finding_is_about(change):
    assert replace(WARNING, **change).about != WARNING.about


@pytest.mark.parametrize("change", [{"file": "b.jpg"}, {"acknowledged": True}, {"severity": Severity.INFO}])
def test_VIEW_4_the_digest_does_not_change_with_the_files_name_or_the_acknowledgement(change):
    assert replace(WARNING, **change).about == WARNING.about


def test_VIEW_4_the_digest_is_the_same_at_every_run():
    assert WARNING.about == "82e4d056d60589f4add1c7ad6c736f97"


@given(any_case.texts)
def test_VIEW_4_any_text_has_a_digest(text):
    assert len(replace(WARNING, values=(("typed", text),)).about) == 32
