from __future__ import annotations

import threading
from dataclasses import dataclass

import pytest

from cardprep.gui.models.records import Column, Fetched, RecordsModel
from cardprep.library.records import Cursor, Page

COLUMNS = (
    Column("name", "Name", lambda row: row.name),
    Column("count", "Count", lambda row: str(row.count), is_number=True),
)


@dataclass(frozen=True)
class Row:
    id: str
    name: str
    count: int


def rows(first, count, prefix="firm"):
    return tuple(Row(f"{prefix}{n}", f"{prefix} {n}", n) for n in range(first, first + count))


def paged(total, size=10):
    """Answers page by page."""

    def fetch(after):
        first = 0 if after is None else after.row
        last = min(first + size, total)
        more = Cursor("", last) if last < total else None
        return Fetched(Page(rows(first, last - first), more), total if after is None else None)

    return fetch


@pytest.fixture
def model(bench):
    return RecordsModel(COLUMNS, bench.context.operations)


def shown(model, qtbot, fetch):
    with qtbot.waitSignal(model.shown) as told:
        model.ask(fetch)
    return told.args[0]


def test_the_first_page_is_shown_with_the_count_of_all(model, qtbot):
    assert shown(model, qtbot, paged(25)) == 25
    assert model.rowCount() == 10
    assert model.index(3, 0).data() == "firm 3"
    assert model.record(3).count == 3


def test_scrolling_fetches_the_next_pages_and_then_no_more(model, qtbot):
    shown(model, qtbot, paged(25))
    for expected in (20, 25):
        assert model.canFetchMore(model.index(-1, -1))
        model.fetchMore(model.index(-1, -1))
        qtbot.waitUntil(lambda expected=expected: model.rowCount() == expected)
    assert not model.canFetchMore(model.index(-1, -1))
    assert [model.index(n, 0).data() for n in (0, 24)] == ["firm 0", "firm 24"]


def test_a_later_question_wins_over_an_answer_that_comes_late(model, qtbot):
    held = threading.Event()

    def slow(_after):
        held.wait(5)
        return Fetched(Page(rows(0, 1, "slow"), None), 1)

    model.ask(slow)
    model.ask(paged(3))
    held.set()
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    assert model.index(0, 0).data() == "firm 0"


def test_the_former_rows_stay_until_the_answer_is_there(model, qtbot):
    shown(model, qtbot, paged(3))
    held = threading.Event()
    model.ask(lambda _after: held.wait(5) and Fetched(Page((), None), 0))
    assert model.rowCount() == 3
    held.set()
    qtbot.waitUntil(lambda: model.rowCount() == 0)


def test_nothing_can_be_edited(model, qtbot):
    shown(model, qtbot, paged(1))
    assert not model.flags(model.index(0, 0)) & model.flags(model.index(0, 0)).ItemIsEditable


def test_only_a_text_that_may_be_cut_off_has_a_tool_tip(model, qtbot):
    shown(model, qtbot, lambda _after: Fetched(Page((Row("a", "a very long name", 1),), None), 1))
    assert model.index(0, 0).data(3) == "a very long name"
    assert not model.index(0, 1).data(3)
