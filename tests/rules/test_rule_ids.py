"""The rules of docs/RULES.md, of the pack, of the code and of the tests' names are the same."""

from __future__ import annotations

import ast
import functools
import re
from collections import Counter
from pathlib import Path

import pytest

from cardprep.case.finding import Severity
from cardprep.rules.engine import BEHAVIOUR, RULE_IDS
from making.judging import book

ROOT = Path(__file__).resolve().parents[2]
SEVERITIES = {"B": Severity.BLOCK, "W": Severity.WARN, "I": Severity.INFO}


def rules_of_the_document():
    """Each id of a table row of RULES.md with its letter."""
    text = (ROOT / "docs" / "RULES.md").read_text("utf-8")
    return dict(re.findall(r"^\| ([A-Z]+-\d+) ?([BWI]?) \|", text, re.MULTILINE))


@functools.cache
def ids_in_test_names():
    """How many test functions carry each id."""
    groups = "|".join(sorted({id_.partition("-")[0] for id_ in RULE_IDS}))
    counted = Counter()
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                counted.update({f"{a}-{b}" for a, b in re.findall(rf"_({groups})_(\d+)", node.name)})
    return counted


def test_the_document_the_pack_and_the_code_have_the_same_rules():
    assert set(rules_of_the_document()) == set(book().rules) == RULE_IDS


def test_the_pack_has_the_documents_severities():
    for id_, letter in rules_of_the_document().items():
        assert book().rules[id_].severity is (None if id_ in BEHAVIOUR else SEVERITIES[letter]), id_


def test_every_rule_has_its_tests_by_name_and_no_test_names_another():
    assert set(ids_in_test_names()) == RULE_IDS


@pytest.mark.parametrize("rule", sorted(RULE_IDS - BEHAVIOUR))
def test_a_rule_that_makes_findings_has_a_test_where_it_speaks_and_one_where_it_does_not(rule):
    assert ids_in_test_names()[rule] >= 2


def test_every_quote_stands_in_the_guide():
    guide = re.sub(r"\s", "", (ROOT / "docs" / "jiangsu-operator-card-guide.txt").read_text("utf-8"))
    for rule in book().rules.values():
        for part in re.split(r"[…/；、“”]", rule.quote):
            assert re.sub(r"\s", "", part) in guide, (rule.id, part)
