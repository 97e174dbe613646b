"""The JSON Schema that ships with the program refuses what the codec refuses, and nothing else."""

from __future__ import annotations

import copy
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from cardprep.case.codec import dump_case, load_case
from cardprep.case.errors import CaseError, FileTwice, NoSuchOperator, NotAShape
from cardprep.case.model import Acknowledgement, Answer, HandlerWho, StatusEntry, StatusState
from cardprep.case.slots import QUALIFICATION
from cardprep.host.resources import read_text
from making import any_case, cases, people

SCHEMA = json.loads(read_text("schema/cardprep-case-1.json"))
VALIDATOR = Draft202012Validator(SCHEMA)
VALUES = [
    *(None, True, False, 0, 90, 1.0, 0.5, -1, [], {}, [1], {"a": 1}, "", "  ", "x", "yes", " yes", "mail"),
    *("other", "operator", "draft", "passport", "done", "unit.other", "operators[01].identity"),
    *("operators[0].other", "../a", "/a", "C:a", "a\\..", "a\0", "2026-11-20", " 2026-11-20", "2026-1-2"),
    *("２０２６-11-20", "字" * 4001),
]
# What a schema cannot say (nor which days a month has): how many operators there are, that entries agree.
PREPARED_PAGE = {
    "file": "original.jpg",
    "page": 1,
    "turn": 90,
    "straighten": -1.5,
    "corners": [[0.1, 0.1], [0.9, 0.1], [0.9, 0.9], [0.1, 0.9]],
    "crop": [0.1, 0.1, 0.9, 0.9],
    "brighten": True,
}
UNSAYABLE = (NoSuchOperator, FileTwice, NotAShape)


def full_document():
    """A document that has every key of the format."""
    case = cases.with_handler(cases.complete(1, mail=True), HandlerWho.OTHER, people.person(9), operator=0)
    case = cases.with_attested(case, QUALIFICATION, legal_seal=Answer.NO, expires=cases.TODAY)
    told = dump_case(
        replace(
            case,
            acknowledged=(Acknowledgement("VIEW-2", "unit.name", "r", "f", "b", "t", "d"),),
            status=(StatusEntry(StatusState.RETURNED, cases.TODAY, "1", "r"),),
        )
    )
    told["collection"]["outlet"] = ""
    told["attachments"][0] |= {"foreign_language": True, "turn": 90, "expires": "2030-01-01"}
    told["attachments"][0]["prepared"] = {"layout": "pages", "pages": [PREPARED_PAGE]}
    return told


def paths(value, path=()):
    """The path of every value inside `value`; of a list's entries the first one's alone."""
    inside = (
        value.items() if isinstance(value, dict) else enumerate(value[:1]) if isinstance(value, list) else ()
    )
    for key, entry in inside:
        yield (*path, key)
        yield from paths(entry, (*path, key))


def name_of(path):
    return ".".join(map(str, path))


PATHS = list(paths(full_document()))


def changed(path, change):
    """The full document, `change(above, key)` done at `path`."""
    told = copy.deepcopy(full_document())
    above = told
    for key in path[:-1]:
        above = above[key]
    change(above, path[-1])
    return told


def agree(told):
    try:
        load_case(told)
    except UNSAYABLE:
        return True
    except CaseError:
        return not VALIDATOR.is_valid(told)
    return VALIDATOR.is_valid(told)


def keys_of(schema):
    """Every key that the schema knows of a document, with its place."""
    for key, inside in schema.get("properties", {}).items():
        yield (key,)
        yield from ((key, *rest) for rest in keys_of(inside))
    if "items" in schema:
        yield from ((0, *rest) for rest in keys_of(schema["items"]))


def test_the_schema_is_a_schema_and_takes_the_full_document():
    Draft202012Validator.check_schema(SCHEMA)
    assert VALIDATOR.is_valid(full_document())
    load_case(full_document())


def test_the_full_document_has_every_key_that_the_schema_knows():
    assert set(keys_of(SCHEMA)) <= set(PATHS)


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_codec_and_schema_agree_on_another_value_and_on_none_at_all(path):
    for value in VALUES:
        assert agree(changed(path, lambda above, key, value=value: above.__setitem__(key, value))), value
    assert agree(changed(path, lambda above, key: above.__delitem__(key)))


@pytest.mark.parametrize(
    "path", [p for p in PATHS if isinstance(p[-1], str)], ids=lambda path: ".".join(map(str, path))
)
def test_both_refuse_a_key_that_nobody_knows(path):
    told = changed(path, lambda above, key: above.__setitem__("surplus", "x"))
    assert not VALIDATOR.is_valid(told)
    with pytest.raises(CaseError):
        load_case(told)


@given(any_case.cases())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_written_is_valid(case):
    assert VALIDATOR.is_valid(dump_case(case))


def test_the_mutations_are_many_and_refused_often():
    tried = [changed(path, lambda above, key: above.__setitem__(key, 7)) for path in PATHS]
    assert len(PATHS) * len(VALUES) > 1000
    assert sum(not VALIDATOR.is_valid(told) for told in tried) > 60
