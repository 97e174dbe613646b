"""Pictures of prepared pages: low first, then sharp, and never of what is no longer wanted."""

from __future__ import annotations

import threading

import pytest

from cardprep.case import preparation
from cardprep.case.preparation import Layout, Recipe, recipe_of
from cardprep.evidence.errors import PreviewFailed
from cardprep.evidence.rendering import Rendered
from cardprep.evidence.replies import Pixels
from cardprep.evidence.source import read_whole
from cardprep.gui.operation import Operations
from cardprep.gui.page_pictures import LOW_SIDE, PagePictures, View

SHARP = 2000


class Showing:
    """A worker that shows blank pages, writes down which, and can be held back."""

    def __init__(self):
        self.asked = []
        self.failing = False
        self.may_go_on = threading.Event()
        self.may_go_on.set()

    def preview_page(self, give, page, side, worked, cancelled):
        self.asked.append((page.turn, side))
        self.may_go_on.wait(20)
        if self.failing:
            raise PreviewFailed(file=page.file, page=1, reason="damaged")
        return Pixels(2, side, bytes(6 * side))

    def render(self, give, recipe, cancelled, break_signature):
        self.asked.append(recipe.layout)
        return Rendered("pdf", 1, b"a card")

    def preview(self, source, page, side, turn, cancelled):
        assert read_whole(source) == b"a card"
        return Pixels(2, side, bytes(6 * side))


@pytest.fixture
def worker():
    return Showing()


@pytest.fixture
def operations(qtbot):
    made = Operations()
    yield made
    made.close()


@pytest.fixture
def pictures(worker, operations):
    return PagePictures(worker, lambda name: name, operations)


@pytest.fixture
def shown(pictures):
    heights = []
    pictures.ready.connect(lambda pane, image, sharp: heights.append((pane, image.height(), sharp)))
    return heights


def view(turn=0):
    return View(recipe_of("a.jpg", 1, turn))


def test_a_page_is_shown_at_once_and_sharpens(qtbot, pictures, shown):
    pictures.want("after", view(), SHARP)
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert shown == [("after", LOW_SIDE, False), ("after", SHARP, True)]


def test_both_panes_are_shown_before_one_is_sharp(qtbot, worker, pictures, shown):
    pictures.want("before", view(0), SHARP)
    pictures.want("after", view(90), SHARP)
    qtbot.waitUntil(lambda: len(shown) == 4)
    assert [side for _, side in worker.asked] == [LOW_SIDE, LOW_SIDE, SHARP, SHARP]


def test_only_the_newest_wish_of_a_pane_is_made(qtbot, worker, operations, pictures, shown):
    worker.may_go_on.clear()
    for turn in (0, 90, 180, 270):
        pictures.want("after", view(turn), SHARP)
    worker.may_go_on.set()
    qtbot.waitUntil(lambda: ("after", SHARP, True) in shown)
    assert worker.asked == [(0, LOW_SIDE), (270, LOW_SIDE), (270, SHARP)]
    assert len(shown) == 2  # the first page's picture came too late to be shown


def test_what_is_known_is_shown_without_asking(qtbot, worker, pictures, shown):
    pictures.want("after", view(), SHARP)
    qtbot.waitUntil(lambda: len(shown) == 2)
    pictures.want("before", view(), SHARP)
    assert shown[-1] == ("before", SHARP, True)
    assert len(worker.asked) == 2


def test_the_same_wish_again_changes_nothing(qtbot, worker, pictures, shown):
    pictures.want("after", view(), SHARP)
    qtbot.waitUntil(lambda: len(shown) == 2)
    pictures.want("after", view(), SHARP)
    assert len(shown) == 2


def test_thumbnails_wait_for_the_page_that_is_worked_on(qtbot, worker, pictures, shown):
    worker.may_go_on.clear()
    pictures.want("0:0", view(180), 100, is_small=True)
    pictures.want("0:1", view(270), 100, is_small=True)
    pictures.want("after", view(0), SHARP)
    worker.may_go_on.set()
    qtbot.waitUntil(lambda: len(shown) == 4)
    assert worker.asked == [(180, 100), (0, LOW_SIDE), (0, SHARP), (270, 100)]


def test_a_card_is_seen_as_it_will_be(qtbot, worker, pictures, shown):
    recipe = preparation.merge([recipe_of("front.jpg", 1), recipe_of("back.jpg", 1)])
    pictures.want("after", View(preparation.set_layout(recipe, Layout.ID_CARD)), LOW_SIDE)
    qtbot.waitUntil(lambda: bool(shown))
    assert worker.asked == [Layout.ID_CARD]


def test_a_page_that_cannot_be_shown_is_told_once_and_can_be_asked_for_again(qtbot, worker, pictures, shown):
    told = []
    pictures.failed.connect(lambda pane, error: told.append(pane))
    worker.failing = True
    pictures.want("after", view(), LOW_SIDE)
    qtbot.waitUntil(lambda: told == ["after"])
    pictures.want("after", view(), LOW_SIDE)
    assert len(worker.asked) == 1
    worker.failing = False
    pictures.try_again()
    qtbot.waitUntil(lambda: bool(shown))


def test_what_is_forgotten_is_not_made(qtbot, worker, operations, pictures, shown):
    worker.may_go_on.clear()
    pictures.want("before", view(0), LOW_SIDE)
    pictures.want("after", view(90), LOW_SIDE)
    pictures.forget("after")
    worker.may_go_on.set()
    qtbot.waitUntil(lambda: not operations.is_busy)
    assert worker.asked == [(0, LOW_SIDE)]


def test_a_recipe_is_its_own_key():
    assert View(Recipe(recipe_of("a.jpg", 1).pages)) == view()
