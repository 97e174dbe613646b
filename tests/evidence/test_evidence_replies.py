from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case.facts import Active, Fault, FileFacts, PageFacts
from cardprep.evidence import replies
from cardprep.evidence.errors import WorkerSpokeNonsense
from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Frame, Note, Refusal
from cardprep.evidence.replies import Packed, Pixels

LIMITS = Limits()
PAGE = {"width": 10, "height": 20, "turn": 90, "dpi": None, "blank": False}
TOLD = {"format": "pdf", "fault": None, "pages": [PAGE], "active": ["xfa", "javascript"], "trailing": 3}
ENTRY = {"name": "a", "size": 2, "packed": 1, "folder": False, "link": False, "encrypted": False}
VALUES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.lists(st.integers())
)


def nonsense_or(kind, function, *arguments):
    with contextlib.suppress(WorkerSpokeNonsense):
        assert isinstance(function(*arguments), kind)


def test_good_facts_are_taken_over_in_a_fixed_order():
    found = replies.file_facts(Frame(TOLD), "ab", 99, LIMITS)
    page = PageFacts(10, 20, 90, None, False)
    assert found == FileFacts("ab", 99, "pdf", None, (page,), (Active.JAVASCRIPT, Active.XFA), 3)


def test_a_fault_is_taken_over():
    assert replies.file_facts(Frame(TOLD | {"fault": "damaged"}), "", 99, LIMITS).fault is Fault.DAMAGED


@pytest.mark.parametrize(
    ("key", "value"),
    [("format", "exe"), ("format", None), ("fault", "haunted"), ("pages", [PAGE] * 201), ("pages", None),
     ("active", ["jpeg"]), ("active", [[]]), ("trailing", 100), ("trailing", -1), ("trailing", True)],
)  # fmt: skip
def test_facts_out_of_bounds_are_nonsense(key, value):
    with pytest.raises(WorkerSpokeNonsense):
        replies.file_facts(Frame(TOLD | {key: value}), "", 99, LIMITS)


@pytest.mark.parametrize(
    ("key", "value"),
    [("width", 0), ("width", 20_001), ("height", 1.5), ("turn", 45), ("dpi", -1), ("dpi", "x"), ("blank", 1)],
)
def test_a_page_out_of_bounds_is_nonsense(key, value):
    with pytest.raises(WorkerSpokeNonsense):
        replies.file_facts(Frame(TOLD | {"pages": [PAGE | {key: value}]}), "", 99, LIMITS)


@given(st.fixed_dictionaries({}, optional={key: VALUES | st.just(good) for key, good in TOLD.items()}))
def test_any_facts_are_facts_or_nonsense(header):
    nonsense_or(FileFacts, replies.file_facts, Frame(header), "", 99, LIMITS)


@given(st.fixed_dictionaries({}, optional={key: VALUES for key in ("width", "height")}), st.binary())
def test_any_picture_is_a_picture_or_nonsense(header, payload):
    nonsense_or(Pixels, replies.pixels, Frame(header, payload), 100)


def test_a_picture_has_three_bytes_a_pixel_and_the_size_asked_for():
    assert replies.pixels(Frame({"width": 2, "height": 1}, b"abcdef"), 2) == Pixels(2, 1, b"abcdef")
    for header, payload in (({"width": 2, "height": 1}, b"abcde"), ({"width": 3, "height": 1}, b"a" * 9)):
        with pytest.raises(WorkerSpokeNonsense):
            replies.pixels(Frame(header, payload), 2)


def test_refusals_and_faults_are_told_apart():
    assert replies.refusal(Frame({"refusal": "format"})) is Refusal.FORMAT
    assert replies.refusal(Frame({"fault": "damaged"})) is Fault.DAMAGED
    assert replies.refusal(Frame({})) is None


def test_a_clean_copy_is_never_empty():
    assert replies.notes(Frame({"notes": ["turned"]}, b"x")) == (Note.TURNED,)
    for frame in (Frame({"notes": []}), Frame({"notes": ["cursed"]}, b"x"), Frame({}, b"x")):
        with pytest.raises(WorkerSpokeNonsense):
            replies.notes(frame)


@given(st.fixed_dictionaries({}, optional={key: VALUES | st.just(good) for key, good in ENTRY.items()}))
def test_any_entry_is_an_entry_or_nonsense(entry):
    nonsense_or(tuple, replies.entries, Frame({"entries": [entry]}), LIMITS)


def test_contents_have_the_announced_sizes():
    expected = (Packed("a", 2, 2, False, False, False), Packed("b", 1, 1, False, False, False))
    assert replies.contents(Frame({"count": 2}, b"xyz"), expected) == (b"xy", b"z")
    for frame in (Frame({"count": 2}, b"xy"), Frame({"count": 3}, b"xyz"), Frame({"count": 0})):
        with pytest.raises(WorkerSpokeNonsense):
            replies.contents(frame, expected)
