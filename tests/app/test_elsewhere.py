from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from cardprep.app.elsewhere import other_applications
from cardprep.case.codec import case_text
from cardprep.case.model import Operator, StatusEntry, StatusState
from making import cases, people


@pytest.fixture
def save(tmp_path):
    """Writes a case without its files, as one that lies elsewhere."""

    def write(name, case):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "case.json").write_text(case_text(case), "utf-8")
        return folder

    return write


def ended(*states: StatusState):
    entries = tuple(StatusEntry(state, cases.WRITTEN) for state in states)
    return replace(cases.complete(), status=entries)


def test_OPER_6_another_application_is_told_by_its_folder_firm_and_people(save):
    folder, case = save("上月", cases.complete(2)), cases.complete(2)
    (other,) = other_applications(Path("here"), [folder])
    assert (other.title, other.firm) == ("上月", case.unit.uscc)
    assert other.people == {operator.id_number for operator in case.operators}


def test_OPER_6_the_own_application_is_none_of_the_others(save):
    folder = save("own", cases.complete())
    assert other_applications(folder, [folder]) == ()


@pytest.mark.parametrize(
    ("states", "counts"),
    [((), True), ((StatusState.SUBMITTED,), True), ((StatusState.DONE,), True),
     ((StatusState.RETURNED,), False), ((StatusState.SUBMITTED, StatusState.WITHDRAWN), False),
     ((StatusState.RETURNED, StatusState.SUBMITTED), True)],
)  # fmt: skip
def test_OPER_6_what_was_returned_or_withdrawn_does_not_count(save, states, counts):
    assert bool(other_applications(Path("here"), [save("other", ended(*states))])) is counts


def test_OPER_6_numbers_are_told_apart_as_people_are(save):
    permit = Operator(id_type="hk-macao-permit", id_number=people.hk_macao_permit(2, 3))
    (other,) = other_applications(
        Path("here"), [save("other", replace(cases.complete(), operators=(permit, Operator())))]
    )
    assert other.people == {people.hk_macao_permit(2)}


def test_a_folder_that_is_gone_or_no_case_is_passed_over(save, tmp_path):
    broken = save("broken", cases.complete())
    (broken / "case.json").write_bytes(b"{")
    assert other_applications(Path("here"), [tmp_path / "gone", tmp_path, broken]) == ()


def test_a_folder_that_may_not_be_looked_into_is_passed_over(save, monkeypatch):
    folder = save("locked", cases.complete())

    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "stat", refuse)
    assert other_applications(Path("here"), [folder]) == ()


def test_an_application_of_no_firm_is_nobodys(save):
    case = cases.complete()
    assert (
        other_applications(Path("here"), [save("other", replace(case, unit=replace(case.unit, uscc=" ")))])
        == ()
    )
