"""A case as JSON: written and read back it is the same, and whatever is wrong is told with its place."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardprep.case import errors
from cardprep.case.codec import KNOWN_ID_TYPES, MOST_BYTES, case_text, dump_case, load_case, parse_case
from cardprep.case.errors import CaseError
from cardprep.case.model import FORMAT, Case, HandlerWho, OperatorState, SealAnswer
from making import any_case, cases, people

ROOT = Path(__file__).resolve().parents[2]
THOROUGH = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | any_case.texts,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(any_case.texts, inside, max_size=3),
    max_leaves=8,
)
KEYS = (
    "kind",
    "unit",
    "operators",
    "handler",
    "collection",
    "remark",
    "attachments",
    "acknowledged",
    "status",
)


def full_case():
    case = cases.with_handler(cases.complete(2, mail=True), HandlerWho.OTHER, people.person(9))
    return replace(case, remark="邮寄取卡：“第二行”\n{address}")


def document(**changed):
    return {"format": FORMAT, **changed}


def paper(**changed):
    return document(attachments=[{"slot": "unit.qualification", "file": "a.jpg"} | changed])


def refused(value):
    with pytest.raises(CaseError) as caught:
        load_case(value)
    return caught.value


@THOROUGH
@given(any_case.cases())
def test_written_and_read_back_a_case_is_the_same(case):
    assert load_case(dump_case(case)) == case
    assert parse_case(case_text(case)) == case


@given(any_case.cases())
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_text_of_a_case_can_always_be_written_as_utf_8(case):
    assert parse_case(case_text(case).encode("utf-8").decode("utf-8")) == case


@THOROUGH
@given(st.dictionaries(st.sampled_from(KEYS), JSON, max_size=4) | JSON)
def test_any_json_is_a_case_or_an_error_with_a_place(value):
    told = document(**value) if isinstance(value, dict) else value
    try:
        load_case(told)
    except CaseError as error:
        assert error.where  # noqa: PT017 - most documents are refused, some are not


@given(st.text(any_case.CHARACTERS))
def test_any_text_is_a_case_or_an_error(text):
    with pytest.raises(CaseError):
        parse_case(text)


def test_the_example_of_the_format_is_a_case():
    text = (ROOT / "docs" / "CASE_FORMAT.md").read_text("utf-8")
    case = parse_case(re.search(r"```json\n(.*?)```", text, re.DOTALL)[1])
    assert [str(a.slot) for a in case.attachments][1:] == [
        "operators[0].identity",
        "operators[0].translation",
    ]
    assert case.attachments[1].foreign_language
    assert case.operators[0].state is OperatorState.CONFIRMED
    assert case.acknowledged[0].rule == "VIEW-2"


def test_only_the_format_must_be_there_and_the_rest_is_empty():
    assert load_case(document()) == Case()


def test_what_is_empty_is_left_out_but_for_the_outline():
    outline = {"unit", "legal_representative", "operators", "handler", "collection", "remark", "declaration"}
    assert set(dump_case(Case())) == {"format", "rulebook", "attachments", *outline}


def test_blank_choices_count_as_absent():
    told = document(kind=" ", operators=[{"state": ""}], handler={"who": ""}, collection={"way": "　"})
    case = load_case(told)
    assert (case.kind, case.handler.who, case.collection.way) == (None, None, None)
    assert case.operators[0].state is OperatorState.DRAFT


def test_OPER_5_an_absent_state_means_draft():
    assert load_case(document(operators=[{"name": "孙伟"}])).operators[0].state is OperatorState.DRAFT


def test_expires_is_read_inside_attested_and_beside_it_and_written_inside():
    beside = load_case(paper(expires="2030-01-01", attested={"seal": "yes"}))
    inside = load_case(paper(attested={"seal": "yes", "expires": "2030-01-01"}))
    assert beside == inside
    assert beside.attachments[0].attested.seal is SealAnswer.YES
    assert "expires" in dump_case(beside)["attachments"][0]["attested"]


def test_backslashes_in_a_path_become_slashes():
    assert load_case(paper(file="scans\\a.jpg")).attachments[0].file == "scans/a.jpg"


def test_a_rule_pack_may_bring_kinds_of_document():
    told = document(operators=[{"id_type": "seafarer-book"}])
    assert load_case(told, (*KNOWN_ID_TYPES, "seafarer-book")).operators[0].id_type == "seafarer-book"
    assert refused(told).where == "operators[0].id_type"


@pytest.mark.parametrize("number", [0, 0.0, 1e3])
def test_a_whole_number_may_be_written_as_a_float(number):
    assert load_case(document(handler={"operator": number})).handler.operator == int(number)


WRONG = [
    ([], errors.CaseError, "case"),
    ("x", errors.CaseError, "case"),
    ({}, errors.WrongFormat, "format"),
    ({"format": "cardprep-case/2"}, errors.WrongFormat, "format"),
    ({"format": ["cardprep-case/1"]}, errors.WrongFormat, "format"),
    (document(unti={}), errors.UnknownKey, "unti"),
    (document(operators=[{}, {"moblie": ""}]), errors.UnknownKey, "operators[1].moblie"),
    (paper(attested={"stamp": "yes"}), errors.UnknownKey, "attachments[0].attested.stamp"),
    (document(unit=None), errors.WrongType, "unit"),
    (document(operators={}), errors.WrongType, "operators"),
    (document(operators=[[]]), errors.WrongType, "operators[0]"),
    (document(operators=[{}, {"mobile": 13800138000}]), errors.WrongType, "operators[1].mobile"),
    (document(declaration="true"), errors.WrongType, "declaration"),
    (document(handler={"operator": True}), errors.WrongType, "handler.operator"),
    (document(handler={"operator": 0.5}), errors.WrongType, "handler.operator"),
    (paper(attested=None), errors.WrongType, "attachments[0].attested"),
    (document(kind="new"), errors.NotAChoice, "kind"),
    (document(kind=" new-entrant"), errors.NotAChoice, "kind"),
    (document(operators=[{"state": "done"}]), errors.NotAChoice, "operators[0].state"),
    (document(legal_representative={"id_type": "id"}), errors.NotAChoice, "legal_representative.id_type"),
    (paper(prepared={"pages": []}), errors.OutOfRange, "attachments[0].prepared.pages"),
    (
        paper(prepared={"pages": [{"file": "b", "corners": []}]}),
        errors.NotAShape,
        "attachments[0].prepared.pages[0].corners",
    ),
    (paper(turn=45), errors.NotAChoice, "attachments[0].turn"),
    (paper(attested={"seal": "maybe"}), errors.NotAChoice, "attachments[0].attested.seal"),
    (paper(attested={"date": "20.11.2026"}), errors.NotADate, "attachments[0].attested.date"),
    (paper(expires="2026-02-29"), errors.NotADate, "attachments[0].expires"),
    (paper(attested={"date": "２０２６-11-20"}), errors.NotADate, "attachments[0].attested.date"),
    (document(attachments=[{"file": "a.jpg"}]), errors.MissingKey, "attachments[0].slot"),
    (paper(file="  "), errors.MissingKey, "attachments[0].file"),
    (document(acknowledged=[{"rule": "VIEW-2"}]), errors.MissingKey, "acknowledged[0].where"),
    (document(status=[{"date": "2026-11-20"}]), errors.MissingKey, "status[0].state"),
    (document(status=[{"state": "done"}]), errors.MissingKey, "status[0].date"),
    (paper(slot="unit.identity"), errors.UnknownSlot, "attachments[0].slot"),
    (paper(slot="operators[0].identity"), errors.NoSuchOperator, "attachments[0].slot"),
    (document(remark="x" * 4001), errors.TextTooLong, "remark"),
    (
        document(attachments=[{"slot": "unit.other", "file": f} for f in ("a\\b.jpg", "a/b.jpg")]),
        errors.FileTwice,
        "attachments[1].file",
    ),
]


@pytest.mark.parametrize(("value", "kind", "where"), WRONG)
def test_every_kind_of_error_names_its_place(value, kind, where):
    error = refused(value)
    assert (type(error), error.where) == (kind, where)


def test_the_table_above_has_every_kind_of_error_that_a_document_can_have():
    of_text = {errors.NotJson, errors.TooLarge, errors.RepeatedKey, errors.PathLeadsOut}
    assert {kind for _, kind, _ in WRONG} == {CaseError, *CaseError.__subclasses__()} - of_text


@pytest.mark.parametrize(
    "file",
    [
        "/etc/passwd",
        "\\\\host\\share",
        "C:\\a.jpg",
        "c:a.jpg",
        "../a.jpg",
        "a/../../b",
        "a\\..\\b",
        "a\0.jpg",
        "..",
    ],
)
def test_a_path_that_leads_out_is_refused_on_every_system(file):
    error = refused(paper(file=file))
    assert (type(error), error.where) == (errors.PathLeadsOut, "attachments[0].file")


@pytest.mark.parametrize("file", ["a.jpg", "附件/营业执照（正本）.jpg", "a/b/..c.jpg", "..."])
def test_a_path_that_stays_inside_is_kept(file):
    assert load_case(paper(file=file)).attachments[0].file == file


@pytest.mark.parametrize(("key", "nearest"), [("operater", "operators"), ("units", "unit"), ("完全不同", "")])
def test_an_unknown_key_comes_with_the_nearest_known_one(key, nearest):
    assert refused(document(**{key: 1})).values == {"key": key, "nearest": nearest}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("", 1, 1), ("{", 1, 2), ('{\n "format" 1}', 2, 11), ('{"a": NaN}', 1, 1), ("\ufeff{}", 1, 1)],
)
def test_what_is_no_json_is_told_with_line_and_column(text, line, column):
    with pytest.raises(errors.NotJson) as caught:
        parse_case(text)
    assert caught.value.values == {"line": line, "column": column}


def test_a_key_that_stands_twice_is_refused():
    with pytest.raises(errors.RepeatedKey) as caught:
        parse_case('{"format": "cardprep-case/1", "unit": {"name": "a", "name": "b"}}')
    assert caught.value.values == {"key": "name"}


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, " " * (MOST_BYTES + 1), "9" * 5000])
def test_what_is_too_deep_or_too_large_is_an_error_like_any_other(text):
    with pytest.raises(CaseError):
        parse_case(text)


def test_a_text_of_4000_characters_is_taken():
    assert load_case(document(remark="字" * 4000)).remark == "字" * 4000


def test_names_are_kept_exactly_as_typed():
    for name in (" 赵 ", "\uf900", "e\u0301", "𠮷", "\u202e", "\ud800", "a\u0000b", "\u2028"):
        case = cases.with_operator(full_case(), 0, name=name)
        assert parse_case(case_text(case)) == case


def test_the_written_text_is_readable_by_a_person():
    text = case_text(full_case())
    assert full_case().unit.name in text
    assert json.loads(text)["format"] == FORMAT
    assert text.endswith("}\n")
