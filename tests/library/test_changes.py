"""The difference of two documents leads from one to the other and back, and is small."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case.codec import dump_case
from cardprep.library.changes import ChangesDoNotFit, applied, changes_between, differences, inverse
from making import any_case

leaves = st.none() | st.booleans() | st.text(max_size=3)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner, max_size=4),
    max_leaves=12,
)
documents = st.dictionaries(st.sampled_from("abc"), values) | any_case.cases().map(dump_case)


@given(documents, documents)
def test_changes_lead_there_and_back(old, new):
    changes = tuple(json.loads(json.dumps(changes_between(old, new))))
    assert applied(old, changes) == new
    assert applied(new, inverse(changes)) == old


def test_taking_the_first_of_many_out_is_one_small_change():
    old = {"operators": [{"name": str(i)} for i in range(10)]}
    new = {"operators": old["operators"][1:]}
    (change,) = changes_between(old, new)
    assert change == {"at": ["operators"], "from": 0, "old": [{"name": "0"}], "new": []}


def test_a_change_is_told_by_its_place():
    (told,) = differences(changes_between({"a": [{"b": "x"}]}, {"a": [{"b": "y"}]}))
    assert (told.path, told.old, told.new) == ("a[0].b", '"x"', '"y"')


@pytest.mark.parametrize("other", [{}, {"a": 2}, {"a": {}}, {"a": [1]}])
def test_changes_are_not_applied_to_another_document(other):
    with pytest.raises(ChangesDoNotFit):
        applied(other, changes_between({"a": 1}, {"a": 3}))
    with pytest.raises(ChangesDoNotFit):
        applied(other, changes_between({"a": [1, 2]}, {"a": [1]}))
