"""Any edits, undone and redone in any order, against the plainest model there is: a list of cases."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cardprep.app.rulebooks import rulebook
from cardprep.app.session import Session
from cardprep.case import edits
from cardprep.case.model import Case, CollectionWay, Kind
from cardprep.case.slots import QUALIFICATION
from making import cases

BOOK = rulebook()
EDITS = st.one_of(
    st.text("甲乙 ", max_size=2).map(lambda t: lambda c: edits.set_text(c, "unit.name", t)),
    st.sampled_from(Kind).map(lambda k: lambda c: edits.set_kind(c, k)),
    st.sampled_from(CollectionWay).map(lambda w: lambda c: edits.choose_collection(c, w)),
    st.booleans().map(lambda t: lambda c: edits.declare(c, t)),
    st.just(edits.add_operator),
    st.just(lambda c: edits.remove_operator(c, 0) if c.operators else c),
    st.sampled_from("ab").map(lambda f: lambda c: edits.attach(c, QUALIFICATION, f)),
)
ACTIONS = st.lists(st.one_of(EDITS, st.sampled_from(["undo", "redo"])), max_size=25)


@settings(max_examples=60)
@given(ACTIONS)
def test_the_history_is_a_list_of_cases(actions):
    session = Session(Case(), BOOK, lambda: cases.TODAY)
    past, future = [], []
    for action in actions:
        before = session.case
        if action == "undo":
            session.undo()
            if past:
                future.append(before)
                assert session.case == past.pop()
        elif action == "redo":
            session.redo()
            if future:
                past.append(before)
                assert session.case == future.pop()
        else:
            session.apply(action)
            if session.case != before:
                past.append(before)
                future.clear()
        assert (session.can_undo, session.can_redo) == (bool(past), bool(future))


@settings(max_examples=30)
@given(st.lists(EDITS, max_size=15))
def test_as_many_undos_as_steps_lead_back_to_the_start(made):
    session = Session(cases.complete(), BOOK, lambda: cases.TODAY)
    for edit in made:
        session.apply(edit)
    while session.can_undo:
        session.undo()
    assert session.case == cases.complete()
