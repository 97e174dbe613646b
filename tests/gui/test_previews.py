from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from cardprep.evidence.errors import PreviewFailed
from cardprep.evidence.replies import Pixels
from cardprep.gui import previews
from cardprep.gui.operation import Operations
from cardprep.gui.previews import PageKey, Previews, to_image
from cardprep.gui.questions import Questions


class PaintingWorker:
    def __init__(self):
        self.made = 0

    def preview(self, path, page, longest_side, turn, cancelled):
        if page == 9:
            raise PreviewFailed(file=path.name, page=10, reason="no-such-page")
        self.made += 1
        return Pixels(10, 10, bytes((200, 100, 50)) * 100)


@pytest.fixture
def operations(qtbot):
    made = Operations()
    yield made
    made.close()


@pytest.fixture
def desk(operations):
    return Previews(PaintingWorker(), Questions(operations, operations), operations)


def key(page=0):
    return PageKey("0" * 64, page, 100, 0)


def test_pixels_become_a_picture_of_the_same_colour():
    assert to_image(1, 1, bytes((200, 100, 50))).pixelColor(0, 0) == QColor(200, 100, 50)


@pytest.mark.parametrize(("width", "height", "size"), [(0, 5, 0), (2, 2, 11), (-1, -1, 3)])
def test_sizes_that_disagree_give_no_picture(width, height, size):
    assert to_image(width, height, bytes(size)).isNull()


def test_a_page_that_cannot_be_shown_is_told(desk, qtbot):
    with qtbot.waitSignal(desk.failed) as told:
        desk.picture(key(9), Path("a.pdf"))
    assert told.args[1].values["reason"] == "no-such-page"


def test_the_oldest_pictures_go_when_there_is_no_more_room(desk, qtbot, monkeypatch):
    monkeypatch.setattr(previews, "ROOM", 500)
    for page in (0, 1):
        with qtbot.waitSignal(desk.ready):
            desk.picture(key(page), Path("a.pdf"))
    assert desk.picture(key(1), Path("a.pdf")) is not None
    assert desk.picture(key(0), Path("a.pdf")) is None
    with qtbot.waitSignal(desk.ready):
        pass


def test_one_picture_is_asked_for_once(desk, qtbot):
    with qtbot.waitSignal(desk.ready):
        desk.picture(key(), Path("a.pdf"))
        desk.picture(key(), Path("a.pdf"))
    assert desk._worker.made == 1
