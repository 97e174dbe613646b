"""The points on a page: where they may be, and how they are moved."""

from __future__ import annotations

import pytest

from cardprep.gui.widgets.mark_canvas import WHOLE, Shape, box_of, points_of, with_point


def test_a_corner_goes_where_it_is_put():
    moved = with_point(Shape.CORNERS, WHOLE, 2, (0.8, 0.9))
    assert moved == (WHOLE[0], WHOLE[1], (0.8, 0.9), WHOLE[3])


@pytest.mark.parametrize("to", [(0.0, 1.0), (0.4, 0.4), (0.0, 0.0)])
def test_corners_that_would_cross_stay_where_they_are(to):
    assert with_point(Shape.CORNERS, WHOLE, 2, to) == WHOLE


def test_no_point_leaves_the_page():
    assert with_point(Shape.CORNERS, WHOLE, 0, (-3, -0.5)) == WHOLE
    assert box_of(with_point(Shape.FRAME, WHOLE, 2, (1.5, 0.5))) == (0, 0, 1, 0.5)


@pytest.mark.parametrize(
    ("at", "box"),
    [(0, (0.3, 0.4, 1, 1)), (1, (0, 0.4, 0.3, 1)), (2, (0, 0, 0.3, 0.4)), (3, (0.3, 0, 1, 0.4))],
)
def test_a_frame_stays_upright(at, box):
    assert box_of(with_point(Shape.FRAME, WHOLE, at, (0.3, 0.4))) == box


def test_a_frame_keeps_room_inside():
    narrow = points_of((0.5, 0, 0.52, 1))
    assert with_point(Shape.FRAME, narrow, 0, (0.9, 0)) == narrow
