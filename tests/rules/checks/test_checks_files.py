"""MAT-12, MAT-13 and FILE-1 to FILE-4: what every file must meet. They judge the worker's facts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.case.facts import Active, Fault, FileFacts, PageFacts
from cardprep.case.model import HandlerWho
from cardprep.case.slots import HANDLER_IDENTITY, LETTER, parse_slot
from cardprep.rules.checks.files import suffix
from making import cases
from making.judging import findings, of_rule, open_rules, places, texts, told

CASE = cases.complete()
GOOD = cases.good_facts("x")
FILE_RULES = {"MAT-12", "MAT-13", "FILE-1", "FILE-2", "FILE-3", "FILE-4"}


def with_facts(**changed):
    """Good facts for every file, but other ones for the firm's material."""
    return cases.facts_of(CASE, unit_qualification=replace(GOOD, **changed))


def file_rules(facts, case=CASE):
    return {found.rule for found in findings(case, facts)} & FILE_RULES


def renamed(file, facts):
    """The case with the firm's material under that name."""
    first, *others = CASE.attachments
    case = replace(CASE, attachments=(replace(first, file=file), *others))
    return case, {**cases.facts_of(case), file: facts}


@pytest.mark.parametrize(
    ("name", "format_"), [("a.jpg", "jpeg"), ("a.JPEG", "jpeg"), ("a.png", "png"), ("a.b.Pdf", "pdf")]
)
def test_MAT_12_FILE_4_the_accepted_formats_under_their_names_pass(name, format_):
    case, facts = renamed(name, replace(GOOD, format=format_))
    assert file_rules(facts, case) == set()


@pytest.mark.parametrize("format_", ["heic", "gif", "office", "zip", "unknown"])
def test_MAT_12_any_other_content_blocks_alone(format_):
    facts = with_facts(format=format_, fault=Fault.DAMAGED, size=9_000_000, active=(Active.ANIMATION,))
    assert file_rules(facts) == {"MAT-12"}
    assert texts(of_rule("MAT-12", CASE, facts)[0]) == {"format": format_}


def test_MAT_12_is_told_by_content_never_by_the_name():
    case, facts = renamed("photo.jpg", replace(GOOD, format="heic"))
    assert [(f.where, f.file) for f in of_rule("MAT-12", case, facts)] == [
        ("unit.qualification", "photo.jpg")
    ]


def test_MAT_13_three_megabytes_is_3_000_000_bytes():
    assert file_rules(with_facts(size=3_000_000)) == set()
    found = of_rule("MAT-13", CASE, with_facts(size=3_000_001))
    assert [(f.where, texts(f)) for f in found] == [
        ("unit.qualification", {"size": 3_000_001, "limit": 3_000_000})
    ]


def test_MAT_13_each_file_counts_by_itself():
    case = cases.with_file(CASE, parse_slot("unit.qualification"), "2.jpg")
    facts = {a.file: replace(GOOD, size=2_999_999) for a in case.attachments}
    assert file_rules(facts, case) == set()


@pytest.mark.parametrize("fault", [f for f in Fault if f is not Fault.EMPTY])
def test_FILE_1_an_accepted_format_that_cannot_be_read_blocks_alone(fault):
    facts = with_facts(fault=fault, size=9_000_000, format="pdf", active=(Active.JAVASCRIPT,))
    assert told("FILE-1", CASE, facts) == [("unit.qualification", fault.value)]
    assert file_rules(facts) == {"FILE-1"}


def test_FILE_1_zero_bytes_block_alone_whatever_the_name():
    case, facts = renamed("a.txt", FileFacts("0" * 64, 0, "unknown", Fault.EMPTY))
    assert told("FILE-1", case, facts) == [("unit.qualification", "empty")]
    assert file_rules(facts, case) == {"FILE-1"}


def test_FILE_1_readable_files_pass_and_bytes_after_the_end_do_not_block():
    assert places("FILE-1", CASE) == []
    assert file_rules(with_facts(trailing=4096)) == set()


def test_FILE_1_of_a_file_that_was_not_looked_into_yet_nothing_is_said():
    assert open_rules(CASE, {}) == set()


@pytest.mark.parametrize("active", list(Active))
def test_FILE_2_what_a_file_holds_beside_its_pages_warns(active):
    found = of_rule("FILE-2", CASE, with_facts(active=(active,)))
    assert [(f.where, f.variant, f.severity) for f in found] == [("unit.qualification", active.value, "warn")]


def test_FILE_2_each_kind_is_told_and_a_plain_file_passes():
    assert len(places("FILE-2", CASE, with_facts(active=(Active.XFA, Active.SIGNED)))) == 2
    assert places("FILE-2", CASE) == []


@pytest.mark.parametrize(("dpi", "speaks"), [(100, False), (99, True), (None, False)])
def test_FILE_3_below_100_dpi_of_an_A4_page_warns(dpi, speaks):
    facts = with_facts(pages=(PageFacts(800, 1100, dpi=200), PageFacts(800, 1100, dpi=dpi)))
    found = of_rule("FILE-3", CASE, facts)
    assert [(f.variant, texts(f)) for f in found] == (
        [("coarse", {"page": 2, "dpi": 99, "least": 100})] if speaks else []
    )


def test_FILE_3_a_blank_file_warns_and_one_blank_page_of_several_passes():
    blank, full = PageFacts(800, 1100, dpi=50, blank=True), PageFacts(800, 1100, dpi=200)
    assert told("FILE-3", CASE, with_facts(pages=(blank, blank))) == [("unit.qualification", "blank")]
    assert places("FILE-3", CASE, with_facts(pages=(full, blank))) == []


@pytest.mark.parametrize(
    ("name", "format_", "ending"),
    [
        ("a.png", "jpeg", "jpg"),
        ("a.jpg", "pdf", "pdf"),
        ("noending", "png", "png"),
        ("d.jpg/a", "jpeg", "jpg"),
    ],
)
def test_FILE_4_a_right_format_under_a_wrong_name_informs(name, format_, ending):
    case, facts = renamed(name, replace(GOOD, format=format_))
    found = of_rule("FILE-4", case, facts)
    assert [(f.variant, f.severity, texts(f)) for f in found] == [("renamed", "info", {"suffix": ending})]


@pytest.mark.parametrize("slot", [HANDLER_IDENTITY, HANDLER_IDENTITY.translation])
@pytest.mark.parametrize("who", [HandlerWho.LEGAL_REPRESENTATIVE, HandlerWho.OPERATOR])
def test_FILE_4_papers_of_a_handler_who_needs_none_are_left_out_and_not_judged(who, slot):
    case = cases.with_file(cases.with_handler(CASE, who, operator=0), slot, "h.jpg", cases.Attested())
    facts = {**cases.facts_of(case), "h.jpg": replace(GOOD, format="heic", size=9_000_000)}
    assert told("FILE-4", case, facts) == [(str(slot), "not-needed")]
    assert open_rules(case, facts) == set()


def test_FILE_4_is_silent_of_papers_that_are_needed():
    assert places("FILE-4", cases.with_file(CASE, LETTER)) == []


@pytest.mark.parametrize(("name", "ending"), [("a.JPG", "jpg"), ("a.b/c", ""), ("", ""), ("x/.pdf", "pdf")])
def test_the_ending_of_a_name(name, ending):
    assert suffix(name) == ending
