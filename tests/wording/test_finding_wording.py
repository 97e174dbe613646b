"""Whatever the rules say has a sentence in both languages, and none of its places stays empty."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardprep.case.edits import acknowledge, declare, set_text
from cardprep.case.facts import Active, Fault, Mark, Observation, Observations, PageFacts
from cardprep.case.model import (
    Acknowledgement,
    Answer,
    Case,
    Collection,
    CollectionWay,
    HandlerWho,
    IdType,
    Kind,
    OperatorState,
    SealAnswer,
    StatusEntry,
    StatusState,
    WordingAnswer,
)
from cardprep.case.paths import TEXT_FIELDS
from cardprep.case.slots import HANDLER_IDENTITY, LEGAL_IDENTITY, LETTER, QUALIFICATION, operator_identity
from cardprep.host.resources import read_text
from cardprep.rules import engine
from cardprep.rules.engine import OtherApplication
from cardprep.wording import catalog as wording
from making import any_case, cases, people
from making.judging import book, findings

BAD_TEXTS = [
    *("", "x", "12", "１２", "025-5", "025-58812345-12345678", "+1 2025550123", "12012345678", "5881234"),
    *("4.1E+17", "\ue000", "a\u200b", "字" * 300, " 张  三", "Ａ B", "G12345678", "0725745"),
    *("110105491231002", "110105194902301234", "911100001000013428", "91110000600037341I"),
    *("320115000000001", "9901960A1B", "3201X60A1B"),
    *(people.resident_id(dt.date(2099, 1, 1), 1), people.resident_id(dt.date(1880, 1, 1), 1)),
    *(people.resident_id(dt.date(2015, 1, 1), 1), people.resident_id(dt.date(1940, 1, 1), 1)),
]
ANSWERS = [
    *({"seal": seal} for seal in (None, *SealAnswer)),
    *({"wording": wording} for wording in (None, *WordingAnswer)),
    *({"signature": None}, {"signature": Answer.NO}, {"date": None}, {"date": dt.date(2099, 1, 1)}),
    *({"date": dt.date(1900, 1, 1)}, {"date": dt.date(2026, 1, 5)}, {"expires": dt.date(2020, 1, 1)}),
]
GOOD = cases.good_facts("x")
BAD_FACTS = [
    *(replace(GOOD, fault=fault) for fault in Fault),
    *(replace(GOOD, active=(active,)) for active in Active),
    *(replace(GOOD, format=name) for name in ("heic", "unknown", "psd", "png")),
    *(replace(GOOD, pages=(PageFacts(10, 10, dpi=9, blank=blank),)) for blank in (True, False)),
    replace(GOOD, size=3_000_001),
]
SIGHTS = [Observation(Mark.MISSING), Observation(Mark.FOUND, "special"), Observation(Mark.FOUND, "typed")]
STEPS = [StatusEntry(state, dt.date(2026, 11, day)) for state in StatusState for day in (1, 16, 23)]


def everybody():
    case = cases.with_handler(cases.complete(2, mail=True), HandlerWho.OTHER, people.person(9))
    return cases.with_file(case, HANDLER_IDENTITY)


def paths():
    for group, names in TEXT_FIELDS.items():
        yield from (f"{'operators[1]' if group == 'operators' else group}.{name}" for name in names)
    yield "remark"


def badly_typed() -> Iterator[Case]:
    yield from (set_text(everybody(), path, text) for path in paths() for text in BAD_TEXTS)
    for id_type in IdType:
        case = cases.with_operator(everybody(), 0, id_type=id_type)
        yield from (cases.with_operator(case, 0, id_number=text) for text in BAD_TEXTS)
    yield cases.with_operator(everybody(), 1, id_number=people.person(1).id_number, state=OperatorState.DRAFT)
    yield cases.with_operator(everybody(), 1, id_number=people.person(0).id_number)


def badly_attached() -> Iterator[Case]:
    for slot in (QUALIFICATION, LEGAL_IDENTITY, operator_identity(1), HANDLER_IDENTITY, LETTER):
        yield cases.without_files(everybody(), slot)
        yield from (cases.with_attested(everybody(), slot, **answers) for answers in ANSWERS)
        foreign = cases.with_file(everybody(), slot, "2.jpg", foreign=True)
        yield from (foreign, cases.with_file(foreign, slot.translation, attested=cases.Attested()))
    for letter in ({}, {"signature": Answer.YES}, {"legal_seal": Answer.YES}):
        yield cases.elsewhere_by_mail(**letter)


def badly_chosen() -> Iterator[Case]:
    yield from (Case(), cases.complete(11), cases.complete(1, kind=Kind.NEW_ENTRANT))
    yield declare(cases.complete(), ticked=False)
    for who in (None, *HandlerWho):
        yield cases.with_file(cases.with_handler(everybody(), who, operator=7), HANDLER_IDENTITY, "h.jpg")
        landline = set_text(
            cases.with_handler(everybody(), who), "legal_representative.phone", "025-58812345"
        )
        yield landline
    for way in (None, *CollectionWay):
        for outlet in ("", "wujiang", "beijing"):
            yield from (replace(everybody(), collection=Collection(way, outlet), remark=r) for r in ("", "x"))
    for step in STEPS:
        done = replace(everybody(), status=(step,))
        yield from (done, replace(done, collection=Collection(CollectionWay.COUNTER, "gaoyou")))
        yield from (replace(done, collection=Collection(), remark=remark) for remark in ("", "见备注"))
    odd = set_text(cases.complete(), "unit.phone", "12012345678")
    for reason in ("", "已核对"):
        yield acknowledge(odd, Acknowledgement("FIELD-3", "unit.phone", reason, about="x"))


def said_of_bad_files():
    case = cases.complete()
    for facts in BAD_FACTS:
        yield from findings(case, cases.facts_of(case, unit_qualification=facts))
    for seen in SIGHTS:
        sight = Observations(seen, seen, seen, seen, {"company": "另一个", "address": "别处1号"})
        yield from findings(case, cases.facts_of(case, unit_qualification=replace(GOOD, observations=sight)))
    other_day = Observations(date=Observation(Mark.FOUND, value="2026-01-01"))
    yield from findings(case, cases.facts_of(case, legal_identity=replace(GOOD, observations=other_day)))


def everything_said():
    """Findings of a great many faulty cases, each once."""
    said = set(said_of_bad_files())
    for case in (*badly_typed(), *badly_attached(), *badly_chosen()):
        said.update(findings(case))
    elsewhere = (OtherApplication("2026-10", people.firm(0).uscc, frozenset([people.person(1).id_number])),)
    said.update(findings(cases.complete(), elsewhere=elsewhere))
    return said


@pytest.fixture(scope="module")
def said():
    return everything_said()


def strict_fill(template, values):
    """Put the values in; a place that stays empty is a defect."""
    for name in re.findall(r"\{(\w+)\}", template):
        assert str(values.get(name, "")).strip(), (template, name)
    return re.sub(r"\{(\w+)\}", lambda match: str(values[match[1]]), template)


def sentence_key(found, texts):
    exact = f"{found.rule}.{found.variant}"
    return exact if exact in texts else found.rule


def check_text(found, catalog):
    text = catalog.finding(found)
    assert text.message
    assert text.place != found.where, found.where
    assert not set("[]{}") & set(text.place)


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_whatever_is_said_has_a_whole_sentence(said, language, monkeypatch):
    monkeypatch.setattr(wording, "fill", strict_fill)
    catalog = wording.Catalog(language)
    for found in said:
        check_text(found, catalog)


def test_no_code_shows_in_a_chinese_sentence(said):
    catalog = wording.Catalog("zh_CN")
    for found in said:
        told = catalog.finding(found)
        assert "-" not in found.variant or found.variant not in told.message + told.remedy, told


def test_every_sentence_is_said_by_some_faulty_case(said):
    texts = json.loads(read_text("rulebooks/jiangsu/texts.zh_CN.json"))
    used = {sentence_key(found, texts) for found in said}
    texts = {key for key in texts if key.partition(".")[0] not in engine.BEHAVIOUR}
    # The general sentences of two rules whose every variant has its own.
    assert texts - used == {"FILE-2", "EVID-1"}


def test_every_rule_that_makes_findings_was_heard(said):
    assert {found.rule for found in said} == engine.RULE_IDS - engine.BEHAVIOUR


@given(any_case.cases(), any_case.facts_by_file, st.dates(min_value=dt.date(1970, 1, 1)))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_said_of_any_case_has_a_whole_sentence(case, facts, today):
    chinese = wording.Catalog("zh_CN")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wording, "fill", strict_fill)
        for found in engine.run(case, facts, book(), today):
            assert chinese.finding(found).message
