from __future__ import annotations

import json
from pathlib import Path
from types import MappingProxyType

import pytest

from cardprep.app.inspecting import file_findings, inspect_values
from cardprep.case.facts import Active, Box, Fault, FileFacts, Mark, Observation, Observations, PageFacts
from cardprep.wording.catalog import Catalog
from making import cases

PAGE = PageFacts(1654, 2339, turn=90, dpi=200)
SEAL = Observation(
    Mark.FOUND, "company", "南京示例", "", 0.93, "name-matches", (Box(0, 0.61, 0.7, 0.82, 0.85),)
)
DATE = Observation(Mark.FOUND, text="2026年11月20日", value="2026-11-20", score=0.9)


def facts(**more: object) -> FileFacts:
    return FileFacts(**{"sha256": "ab" * 32, "size": 812_345, "format": "jpeg", "pages": (PAGE,), **more})


def told(found: FileFacts, language: str = "en") -> dict[str, object]:
    return inspect_values(Path("folder/a.jpg"), found, Catalog(language), cases.TODAY)


def test_what_is_known_of_the_file():
    values = told(facts())
    assert (values["file"], values["format"], values["bytes"]) == (str(Path("folder/a.jpg")), "jpeg", 812_345)
    assert values["pages"] == [{"width": 1654, "height": 2339, "turn": 90}]


def test_an_element_with_its_score_and_boxes():
    seen = Observations(seal=SEAL, date=DATE, fields=MappingProxyType({"uscc": "91"}))
    values = told(facts(observations=seen))
    assert values["seal"] == {
        "status": "found", "kind": "company", "text": "南京示例", "score": 0.93, "reason": "name-matches",
        "boxes": [[0, 0.61, 0.7, 0.82, 0.85]],
    }  # fmt: skip
    assert values["date"]["value"] == "2026-11-20"
    assert values["fields"]["uscc"] == "91"
    assert values["fields"]["name"] is None


def test_what_nobody_looked_for_is_uncertain_and_not_absent():
    values = told(facts())
    assert {values[name]["status"] for name in ("seal", "wording", "signature", "date")} == {"uncertain"}
    assert (values["seal"]["kind"], values["wording"]["kind"]) == ("unread", "unsure")
    assert values["date"]["value"] is None


@pytest.mark.parametrize(
    ("found", "problems"),
    [(facts(fault=Fault.ENCRYPTED, pages=()), [("FILE-1", "encrypted")]),
     (facts(format="gif", pages=()), [("MAT-12", "mat-12")]),
     (facts(format="pdf"), [("FILE-4", "renamed")]),
     (facts(size=3_000_001), [("MAT-13", "mat-13")]),
     (facts(active=(Active.ANIMATION,)), [("FILE-2", "animation")]),
     (facts(pages=(PageFacts(600, 850, dpi=73),)), [("FILE-3", "coarse")]),
     (facts(), [])],
)  # fmt: skip
def test_only_the_rules_about_files_speak(found, problems):
    assert [(p["rule"], p["code"]) for p in told(found)["problems"]] == problems


@pytest.mark.parametrize(("language", "word"), [("en", "password"), ("zh_CN", "密码")])
def test_a_problem_is_told_in_the_language(language, word):
    (problem,) = told(facts(fault=Fault.ENCRYPTED, pages=()), language)["problems"]
    assert word in problem["message"]


def test_the_answer_is_json_and_the_findings_are_the_rules_own():
    json.dumps(told(facts(observations=Observations(seal=SEAL))))
    (found,) = file_findings(Path("a.png"), facts(), cases.TODAY)
    assert (found.rule, found.file) == ("FILE-4", "a.png")
