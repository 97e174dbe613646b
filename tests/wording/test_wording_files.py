"""Both languages say the same things: the same keys, with the same places for values."""

from __future__ import annotations

import json
import re

import pytest

from cardprep.case.facts import Active, Fault
from cardprep.case.identifiers.verdict import Flaw, Oddity
from cardprep.case.model import CollectionWay, HandlerWho, IdType, Kind, OperatorState, StatusState
from cardprep.evidence.archive_names import ArchiveFlaw
from cardprep.evidence.protocol import Refusal
from cardprep.evidence.tables import TableFlaw
from cardprep.host import system_errors
from cardprep.host.resources import read_text, resource_path
from cardprep.library import connection
from cardprep.rules.engine import BEHAVIOUR, RULE_IDS

PACKS = sorted(path.name for path in resource_path("rulebooks").iterdir())
FILES = [
    "wording/{}.json",
    "wording/papers.{}.json",
    *(f"rulebooks/{pack}/texts.{{}}.json" for pack in PACKS),
]
GUIDANCE = {"APP-8"}


def sentences(name, language):
    """Every sentence of a file by its path; of a list the message and the remedy are two."""

    def inside(value, path):
        if isinstance(value, str):
            yield path, value
            return
        for key, entry in value.items() if isinstance(value, dict) else enumerate(value):
            yield from inside(entry, f"{path}/{key}")

    return dict(inside(json.loads(read_text(name.format(language))), ""))


def placeholders(text):
    return sorted(set(re.findall(r"\{(\w*)\}", text)))


@pytest.mark.parametrize("name", FILES)
def test_both_languages_have_the_same_keys_in_the_same_order(name):
    assert list(sentences(name, "zh_CN")) == list(sentences(name, "en"))


@pytest.mark.parametrize("name", FILES)
def test_both_languages_name_the_same_values(name):
    chinese, english = sentences(name, "zh_CN"), sentences(name, "en")
    for key, text in chinese.items():
        assert placeholders(text) == placeholders(english[key]), key


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("name", FILES)
def test_no_brace_is_left_over(name, language):
    for key, text in sentences(name, language).items():
        assert not set("{}") & set(re.sub(r"\{\w+\}", "", text)), key


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_rule_that_makes_findings_has_a_sentence_and_of_the_others_those_that_guide(language):
    texts = json.loads(read_text(f"rulebooks/jiangsu/texts.{language}.json"))
    assert {key.partition(".")[0] for key in texts} == RULE_IDS - BEHAVIOUR | GUIDANCE
    assert all(len(text) == 2 and text[0] for text in texts.values())


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize(
    ("group", "codes"),
    [
        ("flaws", set(Flaw)),
        ("oddities", set(Oddity)),
        ("kinds", {*Kind, "none"}),
        ("ways", {*CollectionWay, "none"}),
        ("handlers", {*HandlerWho, "none"}),
        ("states", set(OperatorState)),
        ("statuses", set(StatusState)),
    ],
)
def test_every_code_of_the_model_has_its_words(language, group, codes):
    assert set(json.loads(read_text(f"wording/{language}.json"))[group]) == codes


def test_every_reason_that_an_error_gives_has_its_words_and_no_word_is_idle():
    reasons = set(json.loads(read_text("wording/zh_CN.json"))["reasons"])
    system = {*system_errors._CODES.values(), "other"}
    library = {*connection._REASONS.values(), "changed", "closed", "network-drive", "sync-folder"}
    assert reasons == {*Fault, *Refusal, *ArchiveFlaw, *TableFlaw, *system, *library}


@pytest.mark.parametrize("fault", [*Fault, *Active])
def test_every_fault_and_content_of_a_file_has_a_sentence_of_its_own(fault):
    texts = json.loads(read_text("rulebooks/jiangsu/texts.zh_CN.json"))
    rule = "FILE-1" if isinstance(fault, Fault) else "FILE-2"
    assert f"{rule}.{fault}" in texts or fault is Fault.DAMAGED


@pytest.mark.parametrize("id_type", list(IdType))
def test_the_pack_names_every_kind_of_document(id_type):
    pack = json.loads(read_text("rulebooks/jiangsu/rulebook.json"))
    assert id_type in {choice["id"] for choice in pack["id_types"]}
