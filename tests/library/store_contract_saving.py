"""What every `Store` must do with edits: keep them, tell of them, take them back."""

from __future__ import annotations

from dataclasses import replace

import pytest
import store_making as making
from store_contract_base import ALL, OTHER_SCAN, SCAN, Contract
from store_making import STAMP, TODAY, WRAPPED, new, saved

from cardprep.case.errors import CaseError
from cardprep.case.model import Case
from cardprep.library.records import (
    EditKind,
    Standing,
)
from cardprep.library.store_errors import (
    EditedMeanwhile,
    FileNameTaken,
    NoSuchRecord,
)


class SavingContract(Contract):
    def test_what_was_saved_is_there_after_opening_again(self, store, reopen):
        opened = saved(store, new(store), making.case_of(1), seconds=5)
        again = reopen().open(opened.id)
        assert again == opened
        assert again.case == making.case_of(1)
        assert again.saved_at == making.after(5).at

    def test_any_text_survives_exactly(self, store, reopen):
        odd = making.named(Case(), "买买提·艾力\ud800\u0000𠮷")
        opened = new(store, odd)
        assert reopen().open(opened.id).case == odd

    def test_a_case_that_cannot_be_read_back_is_refused_and_the_old_one_kept(self, store):
        opened = new(store)
        with pytest.raises(CaseError) as refused:
            saved(store, opened, making.named(opened.case, "长" * 5000))
        assert refused.value.where == "unit.name"
        assert store.open(opened.id) == opened

    def test_an_edit_made_upon_a_former_state_is_refused(self, store):
        opened = new(store)
        latest = saved(store, opened, making.named(opened.case, "甲"))
        with pytest.raises(EditedMeanwhile):
            saved(store, opened, making.named(opened.case, "乙"))
        assert store.open(opened.id) == latest

    def test_an_edit_that_changes_nothing_is_no_step(self, store):
        opened = new(store)
        assert saved(store, opened, opened.case) == opened

    def test_the_standing_is_saved_with_the_edit_and_can_be_renewed(self, store):
        opened = new(store)
        saved(store, opened, making.case_of(1), standing=Standing(3, 2, TODAY))
        row = store.fetch_applications(ALL).rows[0]
        assert (row.gaps, row.warnings, row.deadline) == (3, 2, TODAY)
        store.set_standing(opened.id, Standing())
        row = store.fetch_applications(ALL).rows[0]
        assert (row.gaps, row.warnings, row.deadline) == (0, 0, None)

    def test_files_are_known_by_name_for_good(self, store):
        opened = saved(store, new(store), making.case_of(1), files=(SCAN,))
        saved(store, opened, making.case_of(2), files=(SCAN, OTHER_SCAN))
        assert store.files(opened.id) == {"a.jpg": SCAN, "b.jpg": OTHER_SCAN}
        assert store.blobs_in_use() == {SCAN.blob, OTHER_SCAN.blob}

    def test_a_name_never_changes_its_file(self, store):
        opened = saved(store, new(store), making.case_of(1), files=(SCAN,))
        with pytest.raises(FileNameTaken):
            saved(store, opened, making.case_of(2), files=(replace(SCAN, blob="d" * 64),))
        assert store.open(opened.id) == opened

    def test_the_wrapped_key_of_an_application_is_kept(self, store, reopen):
        made = store.create(Case(), WRAPPED, STAMP, id="made-beforehand")
        assert made.id == "made-beforehand"
        assert reopen().wrapped_key(made.id) == WRAPPED

    @pytest.mark.parametrize("call", ["open", "files", "undo", "history", "save", "set_standing", "assign"])
    def test_what_is_not_there_is_said_to_be_missing(self, store, call):
        arguments = {
            "undo": (STAMP,),
            "save": (making.Saving(Case(), 1, STAMP),),
            "set_standing": (Standing(),),
            "assign": ("",),
        }
        with pytest.raises(NoSuchRecord):
            getattr(store, call)("nobody", *arguments.get(call, ()))


class JournalContract(Contract):
    def test_undo_and_redo_work_after_opening_again(self, store, reopen):
        opened = new(store)
        second = saved(store, opened, making.named(opened.case, "甲"))
        back = reopen().undo(opened.id, STAMP)
        assert back is not None
        assert (back.case, back.place, back.can_undo, back.can_redo) == (
            opened.case,
            "unit.name",
            False,
            True,
        )
        forth = reopen().redo(opened.id, STAMP)
        assert forth is not None
        assert (forth.case, forth.can_undo, forth.can_redo) == (second.case, True, False)

    def test_at_the_ends_there_is_nothing_to_take_back_or_make_again(self, store):
        opened = new(store)
        assert store.undo(opened.id, STAMP) is None
        assert store.redo(opened.id, STAMP) is None
        assert store.open(opened.id) == opened

    def test_letters_typed_on_at_one_place_are_one_step(self, store):
        opened = here = new(store)
        for text in ("南", "南京", "南京示"):
            here = saved(store, here, making.named(here.case, text), joins=True)
        assert store.undo(opened.id, STAMP).case == opened.case
        assert store.redo(opened.id, STAMP).case == here.case

    def test_letters_typed_after_an_undo_are_a_step_of_their_own(self, store):
        opened = new(store)
        saved(store, opened, making.named(opened.case, "甲"), joins=True)
        back = store.undo(opened.id, STAMP)
        saved(store, back, making.named(opened.case, "乙"), joins=True)
        assert store.undo(opened.id, STAMP).case == opened.case

    def test_a_new_edit_ends_what_could_be_redone(self, store):
        opened = new(store)
        saved(store, opened, making.named(opened.case, "甲"))
        back = store.undo(opened.id, STAMP)
        assert not saved(store, back, making.named(opened.case, "乙")).can_redo
        assert store.redo(opened.id, STAMP) is None

    def test_the_history_tells_who_when_where_old_and_new(self, store):
        opened = new(store)
        saved(store, opened, making.named(opened.case, "甲"), seconds=9)
        store.undo(opened.id, making.after(10))
        undone, edit, made = store.history(opened.id)
        assert [e.kind for e in (undone, edit, made)] == [EditKind.UNDO, EditKind.EDIT, EditKind.CREATED]
        assert (edit.stamp, edit.place) == (making.after(9), "unit.name")
        (difference,) = edit.differences
        assert (difference.path, difference.new) == ("unit.name", '"甲"')
        assert opened.case.unit.name in difference.old

    def test_the_history_comes_in_pages(self, store):
        here = new(store)
        for number in range(5):
            here = saved(store, here, making.named(here.case, str(number)))
        assert [e.number for e in store.history(here.id, limit=2)] == [6, 5]
        assert [e.number for e in store.history(here.id, before=5, limit=2)] == [4, 3]

    def test_every_former_state_can_be_read_and_returned_to(self, store):
        here = new(store)
        known = {here.number: here.case}
        for operators in (3, 1, 2):
            here = saved(store, here, making.case_of(operators, operators=operators))
            known[here.number] = here.case
        assert {number: store.case_at(here.id, number) for number in known} == known
        returned = store.return_to(here.id, 2, STAMP)
        assert returned.case == known[2]
        assert store.history(here.id)[0].kind is EditKind.RETURN
        assert store.undo(here.id, STAMP).case == known[4]

    def test_there_is_no_way_to_a_state_that_never_was(self, store):
        opened = new(store)
        with pytest.raises(NoSuchRecord):
            store.return_to(opened.id, 99, STAMP)
