"""Undo, redo and return to a former state are the same as in a model, over any number of restarts."""

from __future__ import annotations

import tempfile
from pathlib import Path

import store_making as making
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from store_making import STAMP

from cardprep.case.model import Case
from making import any_case


class Journal(RuleBasedStateMachine):
    """The store beside two plain stacks."""

    def __init__(self) -> None:
        super().__init__()
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self.temporary.name) / "library"
        self.store = making.created(self.folder)

    @initialize(case=any_case.cases())
    def begin(self, case: Case) -> None:
        self.opened = self.store.create(case, making.WRAPPED, STAMP)
        self.present, self.past, self.future = case, [], []
        self.known = {1: case}

    @rule(case=any_case.cases(), place=st.sampled_from(["", "unit.name", "remark"]), joins=st.booleans())
    def edit(self, case: Case, place: str, joins: bool) -> None:
        last = self.store.history(self.opened.id, limit=1)[0]
        joined = joins and bool(place) and last.kind == "edit" and last.place == place
        after = making.saved(self.store, self.opened, case, place, joins=joins)
        if after.number != self.opened.number:
            if not joined:
                self.past.append(self.present)
            self.future = []
        self._now(after, case)

    @rule()
    def undo(self) -> None:
        after = self.store.undo(self.opened.id, STAMP)
        assert (after is None) is (not self.past)
        if after is not None:
            self.future.append(self.present)
            self._now(after, self.past.pop())

    @rule()
    def redo(self) -> None:
        after = self.store.redo(self.opened.id, STAMP)
        assert (after is None) is (not self.future)
        if after is not None:
            self.past.append(self.present)
            self._now(after, self.future.pop())

    @rule(data=st.data())
    def go_back(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.known)))
        after = self.store.return_to(self.opened.id, number, STAMP)
        if after.number != self.opened.number:
            self.past.append(self.present)
            self.future = []
        self._now(after, self.known[number])

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = making.reopened(self.folder)

    @invariant()
    def it_is_as_in_the_model(self) -> None:
        found = self.store.open(self.opened.id)
        assert found == self.opened
        assert found.case == self.present
        assert (found.can_undo, found.can_redo) == (bool(self.past), bool(self.future))

    def teardown(self) -> None:
        if hasattr(self, "known"):
            for number, case in self.known.items():
                assert self.store.case_at(self.opened.id, number) == case
        self.store.close()
        self.temporary.cleanup()

    def _now(self, after: making.OpenApplication, case: Case) -> None:
        self.opened, self.present = after, case
        self.known[after.number] = case


Journal.TestCase.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
TestJournal = Journal.TestCase
