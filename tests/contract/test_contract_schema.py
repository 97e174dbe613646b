"""The JSON Schema that the program prints says the same as the program does."""

from __future__ import annotations

import json

import jsonschema
import pytest

from making import cases, folders
from making.folders import GONE, attach, changed

FIRST = "attachments[0]"


@pytest.fixture(scope="module")
def schema():
    from cardprep.host.resources import read_text

    told = json.loads(read_text("schema/cardprep-case-1.json"))
    jsonschema.Draft202012Validator.check_schema(told)
    return jsonschema.Draft202012Validator(told)


def test_the_command_prints_it(run, schema):
    assert json.loads(run("schema").out) == json.loads(run("schema", "--json").out) == schema.schema


@pytest.mark.parametrize("mail", [False, True])
@pytest.mark.parametrize("operators", [0, 1, 10])
def test_every_case_that_the_program_writes_meets_it(schema, operators, mail):
    if mail and not operators:
        operators = 2
    schema.validate(folders.document(cases.complete(operators, mail=mail)))


def test_the_example_of_the_document_meets_it(schema, docs):
    start = docs.index("```json") + len("```json")
    schema.validate(json.loads(docs[start : docs.index("```", start)]))


@pytest.fixture(scope="module")
def docs():
    from making.commands import SOURCE

    return (SOURCE.parent / "docs" / "CASE_FORMAT.md").read_text("utf-8")


ALLOWED = [
    {},
    {"operators[0].state": GONE},
    {"collection.way": ""},
    {"kind": GONE},
    {f"{FIRST}.turn": 270},
    {f"{FIRST}.expires": "2030-01-01"},
    {f"{FIRST}.attested.expires": "2030-01-01"},
    {f"{FIRST}.attested": {}},
    {"handler.operator": 99},
    {"status": [{"state": "returned", "date": "2026-11-20", "number": "1", "reason": "x"}]},
    {"acknowledged": [{"rule": "VIEW-2", "where": "unit.name", "reason": "x", "file": "a"}]},
    {"acknowledged": [{"rule": "VIEW-2", "where": "unit.name", "by": "b", "at": "c", "about": "d"}]},
]  # fmt: skip
REFUSED = [
    {"format": "cardprep-case/2"},
    {"format": GONE},
    {"note": 1},
    {"unit.fax": "1"},
    {"unit": None},
    {"operators[0].mobile": 13800138000},
    {"operators[0].id_type": "driving-licence"},
    {"operators": {}},
    {"handler.who": "nobody"},
    {"handler.operator": "0"},
    {"collection.way": "courier"},
    {"declaration": "true"},
    {f"{FIRST}.slot": "unit.licence"},
    {f"{FIRST}.slot": "operators[01].identity"},
    {f"{FIRST}.slot": GONE},
    {f"{FIRST}.file": GONE},
    {f"{FIRST}.file": ""},
    {f"{FIRST}.file": "/etc/hostname"},
    {f"{FIRST}.file": "../a.jpg"},
    {f"{FIRST}.turn": 45},
    {f"{FIRST}.attested.seal": "maybe"},
    {f"{FIRST}.attested.date": "20 Nov 2026"},
    {f"{FIRST}.foreign_language": 1},
    {"acknowledged": [{"rule": "VIEW-2", "reason": "x"}]},
    {"status": [{"date": "2026-11-20"}]},
    {"remark": "字" * 4_001},
]


@pytest.mark.parametrize("places", ALLOWED, ids=str)
def test_what_the_schema_allows_the_program_takes(run, tmp_path, schema, places):
    told = changed(folders.document(), **places)
    assert list(schema.iter_errors(told)) == []
    assert run("check", folders.write(tmp_path, told), "--json").code in (0, 1)


@pytest.mark.parametrize("places", REFUSED, ids=lambda places: str(places)[:60])
def test_what_the_schema_refuses_the_program_refuses(run, tmp_path, schema, places):
    told = changed(folders.document(), **places)
    assert list(schema.iter_errors(told))
    folder = folders.write(tmp_path, folders.document())
    (folder / "case.json").write_text(json.dumps(told), "utf-8")
    assert run("check", folder, "--json").code == 2


def test_several_files_in_one_slot_are_allowed(schema):
    schema.validate(attach(folders.document(), "unit.qualification", "second.jpg"))
