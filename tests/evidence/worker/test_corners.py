"""The corner finder, the angle and brightening on a few generated photographs (more: the benchmark)."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image

from cardprep.evidence.worker import brighten, corners, deskew
from making import corner_errors, desk_photos, scans

SEEDS = range(500, 510)
SIZE = (960, 720)


def test_the_corners_of_most_papers_are_found_within_one_per_cent():
    results = [corner_errors.result(seed, *SIZE) for seed in SEEDS]
    within = [r for r in results if r.error is not None and r.error <= 0.01]
    assert len(within) >= 9
    assert sum(r.confidence >= 0.5 for r in within) >= 7  # less where another sheet lies beside


def test_a_desk_without_a_paper_gives_no_corners():
    chance = np.random.default_rng(3)
    rough = chance.normal(120, 12, (600, 800, 3)).clip(0, 255).astype(np.uint8)
    assert corners.find(rough) is None
    assert corners.find(np.full((600, 800, 3), 255, np.uint8)) is None


def test_of_two_sheets_side_by_side_neither_is_sure():
    desk = np.full((600, 900, 3), (70, 50, 40), np.uint8)
    desk[80:480, 60:360] = desk[90:500, 500:800] = 245
    found = corners.find(desk)
    assert found is not None
    assert found.confidence < 0.5
    desk[90:500, 500:800] = (70, 50, 40)
    assert corners.find(desk).confidence > 0.5


def test_a_scan_that_fills_the_picture_gives_nothing_sure():
    page = np.asarray(scans.drawing(1000, 1414).convert("RGB"))
    found = corners.find(page)
    assert found is None or found.confidence < 0.5


@pytest.mark.parametrize("size", [(1, 1), (3, 200), (8, 8)])
def test_tiny_pictures_are_survived(size):
    pixels = np.zeros((*size, 3), np.uint8)
    assert corners.find(pixels) is None
    assert deskew.angle(pixels) == 0
    assert brighten.brightened(pixels).shape == pixels.shape


@pytest.mark.parametrize("skew", [-6.0, -1.3, 0.0, 2.5, 7.0])
def test_the_angle_makes_the_lines_level(skew):
    page = scans.drawing(1000, 1414, scans.TEXT * 6).convert("RGB")
    turned = page.rotate(-skew, fillcolor="white", resample=Image.Resampling.BICUBIC)  # clockwise
    assert abs(deskew.angle(np.asarray(turned)) + skew) <= 0.2


def test_nothing_is_said_of_the_angle_of_a_blank_page():
    assert deskew.angle(np.full((800, 600, 3), 240, np.uint8)) == 0


@pytest.mark.parametrize("seed", [2, 3, 5])
def test_red_ink_stays_red_text_dark_and_the_paper_becomes_even(seed):
    found = corner_errors.brightening(seed, *SIZE)
    assert found is not None
    assert found.hue <= 12
    assert found.red_kept >= 0.97
    assert found.contrast_after >= 0.95 * found.contrast_before
    assert found.uneven_after <= max(12, 0.4 * found.uneven_before)


def test_no_stroke_comes_or_goes():
    page = desk_photos.photo(2, lit=False).page
    shaded = (page * np.linspace(0.5, 1, page.shape[1])[None, :, None]).astype(np.uint8)
    made = brighten.brightened(shaded)
    ink = page.min(axis=2) < 100
    bare = cv2.erode((page.min(axis=2) > 235).astype(np.uint8), np.ones((9, 9))) > 0
    assert made.min(axis=2)[ink].mean() < 90
    assert made.min(axis=2)[bare].mean() > 225
    assert made[bare].min() > 150


def test_a_picture_without_paper_is_not_torn():
    dark = np.full((300, 300, 3), 10, np.uint8)
    assert brighten.brightened(dark).std() < 1
