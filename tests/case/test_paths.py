"""The path of a field: read its value, or make a case with another value."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case.model import Case, Collection, Handler, LegalRepresentative, Operator, Unit
from cardprep.case.paths import TEXT_FIELDS, operator_index, text_at, with_text
from making import cases

CASE = cases.complete(2, mail=True)
PATHS = ["remark"] + [
    f"{'operators[1]' if group == 'operators' else group}.{name}"
    for group, names in TEXT_FIELDS.items()
    for name in names
]
KINDS = {
    "unit": Unit,
    "legal_representative": LegalRepresentative,
    "operators": Operator,
    "handler": Handler,
    "collection": Collection,
}


@pytest.mark.parametrize("path", PATHS)
def test_what_is_written_at_a_path_is_read_there_and_nothing_else_changes(path):
    changed = with_text(CASE, path, "另一个")
    assert text_at(changed, path) == "另一个"
    assert with_text(changed, path, text_at(CASE, path)) == CASE


@pytest.mark.parametrize("group", KINDS)
def test_every_text_of_the_model_has_a_path(group):
    texts = {f.name for f in fields(KINDS[group]) if f.type == "str"}
    assert texts == set(TEXT_FIELDS[group])


@pytest.mark.parametrize(
    "path",
    [
        *("", "unit", "unit.", "unit.colour", "case", "operators", "operators[0]", "operators[2].name"),
        *("operators[-1].name", "operators[01].name", "operators[0].state", "handler.who", "collection.way"),
        *("remark.x", "unit.name\n", "operators[１].name", "operators[99999].name"),
    ],
)
def test_a_path_of_no_text_field_is_an_error_of_the_program(path):
    with pytest.raises(KeyError):
        text_at(CASE, path)
    with pytest.raises(KeyError):
        with_text(CASE, path, "x")


@pytest.mark.parametrize(
    ("where", "index"),
    [
        ("operators[0]", 0),
        ("operators[12].mobile", 12),
        ("operators", None),
        ("operators[x]", None),
        ("unit", None),
    ],
)
def test_the_operator_of_a_place(where, index):
    assert operator_index(where) == index


@given(st.text())
def test_any_text_is_a_path_or_a_key_error(path):
    try:
        assert text_at(Case(), path) == ""
    except KeyError:
        assert path not in PATHS
