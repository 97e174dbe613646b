"""From an empty start page to the exported bundle of each sample's content, with the real widgets."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardprep.app.folder import read_case
from cardprep.app.verifying import verify_bundle
from cardprep.case.model import Case, CollectionWay, HandlerWho, OperatorState
from cardprep.evidence.client import Worker
from making.clerk import Clerk

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"


def fill_person(clerk: Clerk, path: str, person: object, contact: str) -> None:
    clerk.write(f"{path}.name", person.name)
    clerk.choose(f"{path}.id_type", person.id_type)
    clerk.write(f"{path}.id_number", person.id_number)
    clerk.write(f"{path}.{contact}", getattr(person, contact))


def hand_in(clerk: Clerk, folder: Path, case: Case, slot: str) -> None:
    for index, attachment in enumerate(a for a in case.attachments if str(a.slot) == slot):
        clerk.drop(slot, [folder / attachment.file])
        clerk.answer(slot, index, attachment.attested)


def fill_unit(clerk: Clerk, folder: Path, case: Case) -> None:
    for name in ("name", "uscc", "customs_code", "registered_address", "postal_code", "phone"):
        clerk.write(f"unit.{name}", getattr(case.unit, name))
    clerk.choose("unit.issuing_office", case.unit.issuing_office)
    hand_in(clerk, folder, case, "unit.qualification")
    hand_in(clerk, folder, case, "unit.other")
    clerk.click("next")


def fill_legal(clerk: Clerk, folder: Path, case: Case) -> None:
    fill_person(clerk, "legal_representative", case.legal_representative, "phone")
    hand_in(clerk, folder, case, "legal.identity")
    clerk.click("next")


def fill_operators(clerk: Clerk, folder: Path, case: Case) -> None:
    for index, operator in enumerate(case.operators):
        clerk.click("add-operator")
        fill_person(clerk, f"operators[{index}]", operator, "mobile")
        hand_in(clerk, folder, case, f"operators[{index}].identity")
        clerk.wait_for_facts()
        clerk.click("confirm-operator")
        if clerk.case.operators[index].state is OperatorState.DRAFT:
            clerk.click("save-draft")
    clerk.click("next")


def fill_handler(clerk: Clerk, case: Case) -> None:
    handler, collection = case.handler, case.collection
    is_operator = handler.who is HandlerWho.OPERATOR
    clerk.click(f"handler:operator:{handler.operator}" if is_operator else f"handler:{handler.who}")
    if handler.mobile:
        clerk.write("handler.mobile", handler.mobile)
    clerk.click(f"collection.way:{collection.way}")
    if collection.way is CollectionWay.COUNTER:
        clerk.click(f"collection.outlet:{collection.outlet}")
    else:
        for name in ("recipient", "mobile", "address"):
            clerk.write(f"collection.{name}", getattr(collection, name))
    clerk.click("next")


def prepare(clerk: Clerk, tmp_path: Path, sample: str) -> Case:
    folder = SAMPLES / sample
    case = read_case(folder)
    clerk.begin(case.kind.value)
    fill_unit(clerk, folder, case)
    fill_legal(clerk, folder, case)
    fill_operators(clerk, folder, case)
    fill_handler(clerk, case)
    return case


@pytest.mark.parametrize("sample", ["complete-new-entrant", "complete-addition"])
def test_a_complete_application_goes_from_the_start_page_to_a_verified_bundle(clerk, tmp_path, sample):
    case = prepare(clerk, tmp_path, sample)
    clerk.click("declaration")
    clerk.export(tmp_path / "out")
    (bundle,) = (tmp_path / "out").glob("*.zip")
    with Worker() as worker:
        verification = verify_bundle(bundle, worker)
    assert verification.ok
    assert not verification.draft
    assert clerk.case.remark == case.remark
    assert len(clerk.case.attachments) == len(case.attachments)


def test_the_faulty_sample_can_only_be_exported_as_a_draft(clerk, tmp_path):
    prepare(clerk, tmp_path, "faulty")
    clerk.export(tmp_path / "out", draft=True)
    (bundle,) = (tmp_path / "out").glob("*.zip")
    assert "草稿" in bundle.name
    assert not clerk.session.is_ready
