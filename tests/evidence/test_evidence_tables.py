from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case.facts import Fault
from cardprep.case.tables.grid import MOST_COLUMNS, MOST_ROWS, Cell, CellKind, Table, TableNote
from cardprep.evidence.errors import NotATable, WorkerSpokeNonsense
from cardprep.evidence.protocol import Frame, Refusal
from cardprep.evidence.tables import TableFlaw, table_frame, table_of

HEADER = {"sheet": "S", "sheets": ["S"], "notes": []}


def answer(rows: object, **header: object) -> Frame:
    return Frame({**HEADER, **header}, json.dumps({"rows": rows}).encode())


_CELLS = st.builds(
    Cell,
    st.text(min_size=1, max_size=5),
    st.sampled_from([kind for kind in CellKind if kind is not CellKind.EMPTY]),
    st.booleans(),
) | st.sampled_from([Cell(), Cell("", CellKind.EMPTY, is_formula=True)])


@given(st.lists(st.lists(_CELLS, max_size=4).map(tuple), max_size=4).map(tuple))
def test_a_table_comes_over_as_it_was_sent(rows):
    table = Table(rows, "名单", ("名单", "b"), (TableNote.FORMULAS,))
    assert table_of(table_frame(table), "x") == table


@pytest.mark.parametrize(
    "frame",
    [
        Frame(HEADER, b"not json"),
        Frame(HEADER, b"[" * 100_000),
        Frame(HEADER, b"[]"),
        answer(None),
        answer([[]] * (MOST_ROWS + 1)),
        answer([[None] * (MOST_COLUMNS + 1)]),
        answer([["text"]]),
        answer([[["q", "text"]]]),
        answer([[["t", 7]]]),
        answer([[["t", "x" * 1_001]]]),
        answer([[["t", "x", 2]]]),
        answer([[["t"]]]),
        answer([], sheet=None),
        answer([], sheets=["x"] * 201),
        answer([], notes=["unheard-of"]),
        Frame({"flaw": "unheard-of"}),
        Frame({"flaw": 7}),
    ],
)
def test_an_answer_out_of_bounds_is_nonsense(frame):
    with pytest.raises(WorkerSpokeNonsense):
        table_of(frame, "x")


@pytest.mark.parametrize(
    ("answer", "flaw"),
    [
        (Fault.TIMED_OUT, TableFlaw.TIMED_OUT),
        (Fault.DAMAGED, TableFlaw.DAMAGED),
        (Refusal.TOO_LARGE, TableFlaw.TOO_LARGE),
        (Frame({"flaw": "encrypted"}), TableFlaw.ENCRYPTED),
    ],
)
def test_why_there_is_no_table_is_told(answer, flaw):
    with pytest.raises(NotATable) as caught:
        table_of(answer, "list.xlsx")
    assert caught.value.values == {"file": "list.xlsx", "reason": flaw}


@pytest.mark.parametrize("fault", ["dies", "hangs", "raves", "lies"])
def test_a_child_that_fails_is_a_table_that_is_not_read(faulty, tmp_path, fault):
    path = tmp_path / "list.csv"
    path.write_bytes(b"a,b")
    with pytest.raises(NotATable) as caught:
        faulty(fault).table(path)
    assert caught.value.values["reason"] in {TableFlaw.CRASHED, TableFlaw.TIMED_OUT}
