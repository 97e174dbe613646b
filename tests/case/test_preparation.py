"""Recipes: what each change does to a page, that it can be taken back, and how a recipe is written down."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case import preparation as prep
from cardprep.case.errors import CaseError, NotAShape, OutOfRange, PathLeadsOut, UnknownKey
from cardprep.case.preparation import Layout, PreparedPage, Recipe
from cardprep.case.preparation_codec import read_recipe, recipe_document
from making import any_case

SQUARE = ((0.1, 0.2), (0.9, 0.2), (0.9, 0.7), (0.1, 0.7))
THREE = Recipe(tuple(PreparedPage(name) for name in ("a.jpg", "b.jpg", "c.jpg")))
PAGE = {"file": "a.jpg"}


@given(any_case.recipes)
def test_a_recipe_that_was_written_down_is_read_as_it_was(recipe):
    assert read_recipe(recipe_document(recipe), "prepared") == recipe


@given(any_case.recipes, st.integers(0, 3))
def test_four_turns_are_none(recipe, at):
    page = at % len(recipe.pages)
    marked = prep.set_corners(recipe, page, SQUARE)
    marked = prep.set_crop(marked, page, (0.125, 0.25, 0.5, 0.75))
    turned = marked
    for _ in range(4):
        turned = prep.turn_page(turned, page)
        assert prep.is_convex(turned.pages[page].corners)
    assert turned == marked
    assert prep.turn_page(prep.turn_page(marked, page, 270), page, -270) == marked


def test_what_is_marked_turns_with_the_page():
    turned = prep.turn_page(prep.set_crop(THREE, 0, (0, 0, 0.5, 0.25)), 0).pages[0]
    assert (turned.turn, turned.crop) == (90, (0.75, 0, 1, 0.5))
    upper_left = prep.turn_page(prep.set_corners(THREE, 0, SQUARE), 0).pages[0].corners[0]
    assert upper_left == (0.3, 0.1)


@given(any_case.recipes, st.data())
def test_no_page_is_lost_or_made_by_moving_splitting_and_merging(recipe, data):
    places = st.integers(0, len(recipe.pages) - 1)
    moved = prep.move_page(recipe, data.draw(places), data.draw(st.integers(-3, 9)))
    assert sorted(map(repr, moved.pages)) == sorted(map(repr, recipe.pages))
    parts = prep.split(recipe, data.draw(st.lists(st.integers(-2, 9))))
    assert all(part.pages for part in parts)
    assert prep.merge(parts).pages == recipe.pages


def test_a_page_is_moved_as_far_as_there_are_pages():
    assert prep.move_page(THREE, 0, 99).files == ("b.jpg", "c.jpg", "a.jpg")
    assert prep.move_page(THREE, 2, -1).files == ("c.jpg", "a.jpg", "b.jpg")


def test_one_page_is_left_whatever_is_removed():
    one = prep.remove_page(prep.remove_page(THREE, 0), 0)
    assert one.files == ("c.jpg",)
    with pytest.raises(ValueError, match="0"):
        prep.remove_page(one, 0)


def test_a_card_has_two_sides_and_without_one_is_pages_again():
    card = prep.set_layout(prep.remove_page(THREE, 2), Layout.ID_CARD)
    assert prep.remove_page(card, 0).layout is Layout.PAGES
    with pytest.raises(ValueError, match="id-card"):
        prep.set_layout(THREE, Layout.ID_CARD)


def test_new_corners_take_the_crop_box_away():
    cropped = prep.set_crop(THREE, 0, (0, 0, 0.5, 0.5))
    assert prep.set_corners(cropped, 0, SQUARE).pages[0].crop is None


@pytest.mark.parametrize(
    "corners", [SQUARE[::-1], (SQUARE[0],) * 4, (SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3])]
)
def test_corners_that_go_round_no_paper_are_refused(corners):
    with pytest.raises(ValueError, match=r"0\.1"):
        prep.set_corners(THREE, 0, corners)


def test_a_crop_box_keeps_something():
    with pytest.raises(ValueError, match=r"0\.5"):
        prep.set_crop(THREE, 0, (0.5, 0.5, 0.5, 0.9))


def test_only_a_turn_leaves_the_pixels_as_they_are():
    assert prep.turn_page(THREE, 0).pages[0].is_only_turned
    assert not prep.straighten(THREE, 0, 0.5).pages[0].is_only_turned
    assert prep.reset_page(prep.brighten(prep.turn_page(THREE, 0), 0), 0) == THREE


def test_straightening_is_bounded():
    assert prep.straighten(THREE, 0, 400).pages[0].straighten == prep.MOST_STRAIGHTEN


@pytest.mark.parametrize(
    ("told", "kind", "where"),
    [
        ({"pages": []}, OutOfRange, "prepared.pages"),
        ({"pages": [PAGE] * 201}, OutOfRange, "prepared.pages"),
        ({"layout": "id-card", "pages": [PAGE]}, OutOfRange, "prepared.pages"),
        ({"pages": [PAGE | {"page": -1}]}, OutOfRange, "prepared.pages[0].page"),
        ({"pages": [PAGE | {"straighten": 1e999}]}, OutOfRange, "prepared.pages[0].straighten"),
        ({"pages": [PAGE | {"corners": [[0, 0], [1, 0], [1, 1], [0, 1.1]]}]}, OutOfRange, None),
        ({"pages": [PAGE | {"corners": [[0, 0], [0, 1], [1, 1], [1, 0]]}]}, NotAShape, None),
        ({"pages": [PAGE | {"corners": [[0, 0]]}]}, NotAShape, None),
        ({"pages": [PAGE | {"crop": [0.5, 0, 0.4, 1]}]}, NotAShape, "prepared.pages[0].crop"),
        ({"pages": [{"file": "../a.jpg"}]}, PathLeadsOut, "prepared.pages[0].file"),
        ({"pages": [PAGE | {"text": "x"}]}, UnknownKey, "prepared.pages[0].text"),
        ({"pages": [PAGE], "stamp": 1}, UnknownKey, "prepared.stamp"),
    ],
)
def test_a_faulty_recipe_is_refused_and_the_place_named(told, kind, where):
    with pytest.raises(CaseError) as caught:
        read_recipe(told, "prepared")
    assert type(caught.value) is kind
    assert where in (None, caught.value.where)


def test_there_is_no_way_to_add_ink():
    assert set(PreparedPage.__slots__) == {
        "file", "page", "turn", "straighten", "corners", "crop", "brighten",
    }  # fmt: skip


def test_what_stays_as_it_is_is_not_written():
    written = recipe_document(replace(THREE, pages=THREE.pages[:1]))
    assert written == {"layout": "pages", "pages": [{"file": "a.jpg"}]}
