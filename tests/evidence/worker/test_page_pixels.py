"""Flattening gives the paper its own proportion; straightening and cropping keep what they should."""

from __future__ import annotations

import numpy as np
import pytest

from cardprep.case.preparation import PreparedPage
from cardprep.evidence.worker import page_pixels
from making import desk_photos

SEEN_FROM_ASIDE = ((0.1, 0.2), (0.85, 0.05), (0.95, 0.9), (0.2, 0.8))


@pytest.mark.parametrize("seed", [2, 3, 5, 8, 13])
def test_a_paper_seen_from_aside_gets_its_proportion_back(seed):
    photo = desk_photos.photo(seed, 800, 600, lit=False)
    points = tuple((float(x), float(y)) for x, y in photo.corners)
    flat = page_pixels.flattened(photo.pixels, points)
    true = photo.page.shape[1] / photo.page.shape[0]
    assert flat.shape[1] / flat.shape[0] == pytest.approx(true, rel=0.02)


def test_a_card_is_given_its_exact_proportion():
    pixels = np.zeros((600, 800, 3), np.uint8)
    flat = page_pixels.flattened(pixels, SEEN_FROM_ASIDE, page_pixels.CARD_ASPECT)
    assert flat.shape[1] / flat.shape[0] == pytest.approx(85.6 / 54, rel=0.01)


@pytest.mark.parametrize("degrees", [-45, -3, 2, 45])
def test_straightening_loses_no_ink(degrees):
    pixels = np.full((200, 300, 3), 255, np.uint8)
    pixels[:12, :12] = pixels[-12:, -12:] = 0
    made = page_pixels.straightened(pixels, degrees)
    assert (255 - made.astype(int)).sum() == pytest.approx((255 - pixels.astype(int)).sum(), rel=0.05)


def test_a_crop_box_keeps_at_least_one_pixel():
    pixels = np.arange(12, dtype=np.uint8).reshape(2, 2, 3)
    assert page_pixels.cropped(pixels, (0.4, 0.4, 0.41, 0.41)).size == 3
    assert page_pixels.cropped(pixels, (0.99, 0.99, 1, 1)).tolist() == [[[9, 10, 11]]]


def test_a_page_that_is_only_turned_keeps_its_very_pixels():
    pixels = np.zeros((4, 5, 3), np.uint8)
    assert page_pixels.worked(pixels, PreparedPage("a.jpg", turn=90)) is pixels
