"""Typed access to one JSON object: what it takes, and where it says that it does not."""

from __future__ import annotations

import datetime as dt

import pytest

from cardprep.case.errors import MissingKey, NotAChoice, NotADate, TextTooLong, UnknownKey, WrongType
from cardprep.case.model import Kind
from cardprep.case.reading import MOST_TEXT, Reader, joined, type_code

KEYS = ("name", "flag", "count", "kind", "date", "list", "inner")


def reader(**values):
    return Reader(values, "operators[1]", KEYS)


def where_of(kind, read):
    with pytest.raises(kind) as caught:
        read()
    return caught.value.where


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (None, "null"),
        (True, "boolean"),
        (1, "integer"),
        (1.5, "number"),
        ("", "string"),
        ([], "array"),
        ({}, "object"),
    ],
)
def test_the_types_are_called_as_json_calls_them(value, code):
    assert type_code(value) == code


def test_what_is_absent_is_empty():
    empty = reader()
    assert (empty.text("name"), empty.flag("flag"), empty.integer("count")) == ("", False, None)
    assert (empty.choice("kind", Kind), empty.date("date")) == (None, None)
    assert (empty.items("list", lambda v, w: v), empty.part("inner", lambda v, w: v, "absent")) == (
        (),
        "absent",
    )
    assert not empty.has("name")


def test_what_is_there_is_read():
    full = reader(name=" a ", flag=True, count=3, kind="new-entrant", date="2026-11-20", list=["x"], inner={})
    assert (full.text("name"), full.flag("flag"), full.integer("count")) == (" a ", True, 3)
    assert (full.choice("kind", Kind), full.date("date")) == (Kind.NEW_ENTRANT, dt.date(2026, 11, 20))
    assert full.items("list", lambda value, where: (value, where)) == (("x", "operators[1].list[0]"),)
    assert full.part("inner", lambda value, where: where, "") == "operators[1].inner"
    assert full.raw("count") == 3


@pytest.mark.parametrize("value", [" ", "\u3000", "\t\n"])
def test_a_blank_choice_or_date_is_absent_and_a_blank_needed_text_is_missing(value):
    blank = reader(kind=value, date=value, name=value)
    assert (blank.choice("kind", Kind), blank.date("date")) == (None, None)
    assert where_of(MissingKey, lambda: blank.needed_text("name")) == "operators[1].name"


def test_each_refusal_names_its_place():
    bad = reader(name=1, flag="x", count=True, kind="other", date="2026-02-30", list={})
    assert where_of(WrongType, lambda: bad.text("name")) == "operators[1].name"
    assert where_of(WrongType, lambda: bad.flag("flag")) == "operators[1].flag"
    assert where_of(WrongType, lambda: bad.integer("count")) == "operators[1].count"
    assert where_of(NotAChoice, lambda: bad.choice("kind", Kind)) == "operators[1].kind"
    assert where_of(NotADate, lambda: bad.date("date")) == "operators[1].date"
    assert where_of(WrongType, lambda: bad.items("list", lambda v, w: v)) == "operators[1].list"


def test_unknown_keys_and_what_is_no_object_are_refused_at_once():
    assert where_of(UnknownKey, lambda: reader(nmae="x")) == "operators[1].nmae"
    assert where_of(WrongType, lambda: Reader([], "operators[1]", KEYS)) == "operators[1]"
    assert where_of(WrongType, lambda: Reader(None, "", KEYS)) == "case"


def test_a_text_has_a_longest_length():
    assert reader(name="x" * MOST_TEXT).text("name")
    assert (
        where_of(TextTooLong, lambda: reader(name="x" * (MOST_TEXT + 1)).text("name")) == "operators[1].name"
    )


def test_an_endless_key_does_not_make_an_endless_error():
    with pytest.raises(UnknownKey) as caught:
        Reader({"k" * 10_000: 1}, "", KEYS)
    assert len(caught.value.where) <= 200
    assert len(str(caught.value.values["key"])) <= 100


@pytest.mark.parametrize(("where", "path"), [("", "unit"), ("operators[1]", "operators[1].unit")])
def test_places_are_joined(where, path):
    assert joined(where, "unit") == path
