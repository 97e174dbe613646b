"""A rule pack is read whole, and a faulty one is refused with the place of the fault."""

from __future__ import annotations

import datetime as dt

import pytest

from cardprep.case.finding import Severity
from cardprep.rules.engine import BEHAVIOUR, RULE_IDS
from cardprep.rules.errors import RulebookFault
from cardprep.rules.loading import load_rulebook
from cardprep.rules.rulebook import Confidence
from making.judging import book, pack

WARNING_AT_MOST_BUT = {"FIELD-1", "FIELD-2", "FILE-1", "DATE-1", "HAND-3"}


def rule(document, id_):
    return next(entry for entry in document["rules"] if entry["id"] == id_)


def fault_of(document):
    with pytest.raises(RulebookFault) as caught:
        load_rulebook(document)
    return caught.value.where, caught.value.values["problem"]


def without(document, *path):
    *above, last = path
    for key in above:
        document = document[key]
    del document[last]


def changed(document, value, *path):
    *above, last = path
    for key in above:
        document = document[key]
    document[last] = value


def test_the_shipped_pack_is_read_whole():
    assert (book().id, book().valid_from) == ("jiangsu", dt.date(2026, 11, 1))
    assert book().limits.file_bytes == 3_000_000
    assert [choice.name for choice in book().outlets] == ["南京江北", "吴江", "高邮", "盐城"]
    assert set(book().rules) == RULE_IDS


def test_only_rules_that_are_behaviour_have_no_severity():
    assert {id_ for id_, rule in book().rules.items() if rule.severity is None} == BEHAVIOUR


def test_what_is_inferred_gives_at_most_a_warning_but_for_the_rules_that_the_design_names():
    inferred = [r for r in book().rules.values() if r.confidence is Confidence.INFERRED]
    assert {r.id for r in inferred if r.severity is Severity.BLOCK} <= WARNING_AT_MOST_BUT


@pytest.mark.parametrize("value", [None, [], "pack", 3])
def test_what_is_no_object_is_no_pack(value):
    assert fault_of(value) == ("rulebook", "type")


@pytest.mark.parametrize(
    ("path", "where"),
    [
        (("edition",), "edition"),
        (("source",), "source"),
        (("limits", "file_bytes"), "limits.file_bytes"),
        (("outlets", 2, "english"), "outlets[2].english"),
        (("wordings", "person"), "wordings.person"),
        (("remark_templates", "mail"), "remark_templates.mail"),
        (("letter", "body"), "letter.body"),
        (("customs", "zones"), "customs.zones"),
        (("rules", 0, "confidence"), "rules[0].confidence"),
    ],
)
def test_a_key_that_is_missing_is_named_with_its_place(path, where):
    document = pack()
    without(document, *path)
    assert fault_of(document) == (where, "missing-key")


@pytest.mark.parametrize(
    ("path", "where"),
    [
        (("colour",), "colour"),
        (("limits", "most_files"), "limits.most_files"),
        (("id_types", 0, "short"), "id_types[0].short"),
        (("letter", "greeting"), "letter.greeting"),
        (("customs", "cities"), "customs.cities"),
        (("rules", 5, "note"), "rules[5].note"),
    ],
)
def test_a_key_that_nobody_knows_is_named_with_its_place(path, where):
    document = pack()
    changed(document, "x", *path)
    assert fault_of(document) == (where, "unknown-key")


@pytest.mark.parametrize(
    ("path", "value", "where", "problem"),
    [
        (("format",), "cardprep-rulebook/2", "format", "format"),
        (("id",), " ", "id", "text"),
        (("title",), 7, "title", "text"),
        (("source",), "", "source", "text"),
        (("valid_from",), "2026-02-30", "valid_from", "date"),
        (("valid_from",), "soon", "valid_from", "date"),
        (("limits",), [], "limits", "type"),
        (("limits", "most_operators"), 0, "limits.most_operators", "positive-number"),
        (("limits", "file_bytes"), -1, "limits.file_bytes", "positive-number"),
        (("limits", "least_dpi"), True, "limits.least_dpi", "positive-number"),
        (("limits", "least_dpi"), 99.5, "limits.least_dpi", "positive-number"),
        (("limits", "least_dpi"), "100", "limits.least_dpi", "positive-number"),
        (("outlets",), {}, "outlets", "type"),
        (("outlets", 1), "wujiang", "outlets[1]", "type"),
        (("outlets", 1, "name"), "", "outlets[1].name", "text"),
        (("wordings", "unit"), "", "wordings.unit", "text"),
        (("customs", "provinces"), [32], "customs.provinces[0]", "text"),
        (("inferred",), "letter", "inferred", "type"),
        (("rules",), {}, "rules", "type"),
        (("rules", 3), "MAT-4", "rules[3]", "type"),
        (("rules", 3, "severity"), "fatal", "rules[3]", "choice"),
        (("rules", 3, "severity"), [], "rules[3]", "choice"),
        (("rules", 3, "confidence"), "guessed", "rules[3]", "choice"),
        (("rules", 3, "quote"), None, "rules[3].quote", "text"),
        (("rules", 3, "id"), "", "rules[3].id", "text"),
        (("rules", 3, "id"), "MAT-3", "rules", "twice"),
    ],
)
def test_a_wrong_value_is_refused_with_its_place(path, value, where, problem):
    document = pack()
    changed(document, value, *path)
    assert fault_of(document) == (where, problem)


def test_a_rule_without_a_function_and_a_function_without_a_rule_are_refused():
    document = pack()
    rule(document, "MAT-4")["id"] = "MAT-99"
    assert fault_of(document) == ("rules.MAT-4", "no-rule")
    document = pack()
    document["rules"].append({**rule(document, "MAT-4"), "id": "MAT-99"})
    assert fault_of(document) == ("rules.MAT-99", "no-function")


@pytest.mark.parametrize(("id_", "severity"), [("MAT-4", None), ("OPER-2", "block")])
def test_a_rule_that_makes_findings_has_a_severity_and_behaviour_has_none(id_, severity):
    document = pack()
    rule(document, id_)["severity"] = severity
    place = document["rules"].index(rule(document, id_))
    assert fault_of(document) == (f"rules[{place}].severity", "severity")


@pytest.mark.parametrize(
    ("group", "key", "text"),
    [
        ("remark_templates", "counter", "柜台取卡"),
        ("remark_templates", "mail", "{recipient}{mobile}"),
        ("remark_templates", "mail", "{recipient}{mobile}{address}{outlet}"),
        ("letter", "body", "{firm}"),
        ("letter", "title", "{firm}"),
        ("wordings", "unit", "同意{what}"),
    ],
)
def test_a_template_with_other_placeholders_than_its_own_is_refused(group, key, text):
    document = pack()
    document[group][key] = text
    assert fault_of(document) == (f"{group}.{key}", "placeholders")


def test_a_choice_is_found_by_its_id():
    assert book().outlet(" gaoyou ").name == "高邮"
    assert book().office("beijing") is None
    assert book().id_type("passport").english == "Passport"
