"""What every `Store` must do with firms and people, and with the end of records."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
import store_making as making
from store_contract_base import ALL, OTHER_SCAN, SCAN, Contract
from store_making import STAMP, TODAY, WRAPPED, Blobs, new, saved

from cardprep.case.identifiers.documents import person_key
from cardprep.case.model import Attested, StatusState, Unit
from cardprep.case.slots import Part
from cardprep.library.records import (
    DirectoryQuery,
    Firm,
    Material,
    Person,
    RecordKind,
    Shelf,
)
from cardprep.library.store_errors import (
    NoSuchRecord,
    NotYetEnded,
    RetentionNotOver,
    StillUsed,
)
from making import people


class DirectoryContract(Contract):
    def test_a_firm_is_kept_with_what_it_usually_writes(self, store, reopen):
        case = making.case_of(1)
        firm = store.put_firm(Firm(case.unit, case.legal_representative, case.collection))
        assert reopen().firm(firm.id) == firm
        assert (firm.unit, firm.collection) == (case.unit, case.collection)

    def test_a_firm_is_found_by_its_code_however_it_is_typed(self, store):
        firm = store.put_firm(Firm(making.case_of(1).unit))
        code = people.firm(1).uscc
        assert store.find_firm(f" {code[:9].lower()} {code[9:]}") == firm
        assert store.find_firm("") is None

    def test_merged_firms_lose_nothing(self, store):
        unit = making.case_of(1).unit
        keep = store.put_firm(Firm(replace(unit, phone="")))
        gone = store.put_firm(Firm(replace(unit, name="另一个名字")))
        opened = new(store, firm=gone.id)
        assert store.duplicates(RecordKind.FIRM) == [(keep.id, gone.id)]
        store.merge(RecordKind.FIRM, keep.id, gone.id, STAMP)
        assert store.firm(keep.id).unit == unit
        assert store.open(opened.id).firm == keep.id
        assert store.firm(gone.id).shelf is Shelf.TRASH
        assert store.duplicates(RecordKind.FIRM) == []

    def test_a_person_appears_in_many_applications_and_roles(self, store):
        person = people.person(3)
        first = new(store, making.with_person(making.case_of(1), person))
        legal = making.cases.legal(person)
        second = new(store, replace(making.case_of(2), legal_representative=legal))
        found = store.appearances(person_key(person.id_number))
        assert [(a.application, a.role) for a in found] == [(first.id, "operators"), (second.id, "legal")]

    def test_a_person_who_changed_the_role_no_longer_appears_in_the_former(self, store):
        person = people.person(3)
        opened = new(store, replace(making.case_of(1), operators=(making.cases.operator(person),)))
        saved(store, opened, replace(opened.case, operators=(), attachments=()))
        assert store.appearances(person_key(person.id_number)) == []

    def test_a_person_is_found_by_the_document_and_counted(self, store):
        made = people.person(3)
        person = store.put_person(Person(made.name, made.id_type, made.id_number))
        new(store, making.with_person(making.case_of(1), made))
        assert store.find_person(made.id_number.lower()) == person
        assert store.fetch_people(DirectoryQuery()).rows[0].applications == 1

    def test_papers_are_remembered_with_what_was_seen_on_them(self, store):
        person = store.put_person(Person("赵明远", "passport", "E12345678"))
        paper = Material(person.id, Part.IDENTITY, SCAN, True, Attested(date=TODAY, expires=TODAY), "a1")
        added = store.add_material(paper, WRAPPED)
        assert store.materials(person.id) == [added]
        assert (added.owner, added.attested) == (person.id, paper.attested)
        assert store.wrapped_key(person.id) == WRAPPED

    def test_merged_people_keep_all_papers_and_their_keys(self, store):
        keep = store.put_person(Person("赵明远", "passport", "E12345678"))
        gone = store.put_person(Person("赵明远", "passport", "e12345678", "13800138000"))
        store.add_material(Material(gone.id, Part.IDENTITY, SCAN), WRAPPED)
        store.merge(RecordKind.PERSON, keep.id, gone.id, STAMP)
        assert store.person(keep.id).mobile == "13800138000"
        assert [(m.file, m.owner) for m in store.materials(keep.id)] == [(SCAN, gone.id)]
        with pytest.raises(StillUsed):
            store.purge(RecordKind.PERSON, [gone.id], Blobs(), TODAY)


class EndContract(Contract):
    def test_what_is_in_the_trash_comes_back_whole(self, store):
        opened = saved(store, new(store), making.case_of(1))
        store.move(RecordKind.APPLICATION, [opened.id], Shelf.TRASH, STAMP)
        assert store.count(ALL) == 0
        store.move(RecordKind.APPLICATION, [opened.id], Shelf.ACTIVE, STAMP)
        assert store.open(opened.id) == opened
        assert store.count(ALL) == 1

    def test_several_are_moved_all_or_none(self, store):
        opened = new(store)
        with pytest.raises(NoSuchRecord):
            store.move(RecordKind.APPLICATION, [opened.id, "nobody"], Shelf.ARCHIVED, STAMP)
        assert store.open(opened.id).shelf is Shelf.ACTIVE

    @pytest.mark.parametrize("state", [StatusState.DONE, StatusState.WITHDRAWN])
    def test_the_retention_time_starts_at_the_end_of_the_application(self, store, state):
        opened = new(store, making.with_status(making.case_of(1), state, TODAY))
        last_day, over = TODAY + dt.timedelta(89), TODAY + dt.timedelta(90)
        assert store.due_for_purge(last_day) == []
        with pytest.raises(RetentionNotOver) as refused:
            store.purge(RecordKind.APPLICATION, [opened.id], Blobs(), last_day)
        assert refused.value.values["until"] == over.isoformat()
        assert [row.id for row in store.due_for_purge(over)] == [opened.id]
        store.purge(RecordKind.APPLICATION, [opened.id], Blobs(), over)
        with pytest.raises(NoSuchRecord):
            store.open(opened.id)

    def test_an_application_under_way_is_not_purged_even_from_the_trash(self, store):
        opened = new(store, making.with_status(making.case_of(1), StatusState.SUBMITTED, TODAY))
        store.move(RecordKind.APPLICATION, [opened.id], Shelf.TRASH, STAMP)
        with pytest.raises(NotYetEnded):
            store.purge(RecordKind.APPLICATION, [opened.id], Blobs(), dt.date(2099, 1, 1))

    def test_a_draft_is_purged_from_the_trash_only(self, store):
        opened = new(store)
        with pytest.raises(NotYetEnded):
            store.purge(RecordKind.APPLICATION, [opened.id], Blobs(), TODAY)
        store.move(RecordKind.APPLICATION, [opened.id], Shelf.TRASH, STAMP)
        store.purge(RecordKind.APPLICATION, [opened.id], Blobs(), TODAY)
        assert store.count(replace(ALL, shelf=Shelf.TRASH)) == 0

    def test_with_an_application_go_its_key_and_the_blobs_that_nothing_else_names(self, store):
        person = store.put_person(Person("赵明远", "passport", "E12345678"))
        opened = saved(store, new(store), making.case_of(1), files=(SCAN, OTHER_SCAN))
        store.add_material(Material(person.id, Part.IDENTITY, SCAN, application=opened.id), WRAPPED)
        store.move(RecordKind.APPLICATION, [opened.id], Shelf.TRASH, STAMP)
        blobs = Blobs()
        store.purge(RecordKind.APPLICATION, [opened.id], blobs, TODAY)
        assert blobs.deleted == [OTHER_SCAN.blob]
        assert store.wrapped_key(opened.id) is None
        assert store.materials(person.id)[0].application == ""

    def test_a_firm_or_person_still_needed_stays(self, store):
        firm = store.put_firm(Firm(Unit(name="甲")))
        made = people.person(3)
        person = store.put_person(Person(made.name, made.id_type, made.id_number))
        new(store, making.with_person(making.case_of(1), made), firm=firm.id)
        for kind, id in ((RecordKind.FIRM, firm.id), (RecordKind.PERSON, person.id)):
            with pytest.raises(StillUsed) as refused:
                store.purge(kind, [id], Blobs(), TODAY)
            assert refused.value.values["count"] == 1

    def test_with_a_person_go_papers_and_key(self, store):
        person = store.put_person(Person("赵明远", "passport", "E12345678"))
        store.add_material(Material(person.id, Part.IDENTITY, SCAN), WRAPPED)
        blobs = Blobs()
        store.purge(RecordKind.PERSON, [person.id], blobs, TODAY)
        assert blobs.deleted == [SCAN.blob]
        assert store.wrapped_key(person.id) is None
        assert store.find_person("E12345678") is None

    def test_a_sound_store_has_no_faults(self, store):
        saved(store, new(store), making.case_of(1))
        assert store.faults() == 0
