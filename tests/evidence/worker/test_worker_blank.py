from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from cardprep.evidence.worker.blank import is_blank
from making import scans


def paper(width: int = 1240, height: int = 1754) -> Image.Image:
    return Image.new("RGB", (width, height), (238, 236, 230))


def shaded() -> Image.Image:
    light = Image.linear_gradient("L").resize((1240, 1754)).point(lambda value: 180 + value // 4)
    return Image.merge("RGB", (light, light, light))


def edged() -> Image.Image:
    picture = paper()
    ImageDraw.Draw(picture).rectangle((0, 0, 20, 1754), "black")
    return picture


@pytest.mark.parametrize(
    "picture",
    [paper(), paper(60, 80), scans.grainy(paper(), 12), scans.with_dust(paper()), shaded(), edged(),
     Image.new("L", (800, 1100), 255), Image.new("RGB", (1, 1))],
    ids=["clean", "small", "grain", "dust", "shadow", "edge", "grey", "pixel"],
)  # fmt: skip
def test_FILE_3_empty_paper_is_blank_in_spite_of_noise(picture):
    assert is_blank(picture)


def stroke(picture: Image.Image) -> Image.Image:
    points = [(300 + 10 * step, 900 + (step * 37) % 60) for step in range(30)]
    ImageDraw.Draw(picture).line(points, (30, 30, 90), 4)
    return picture


def ring(picture: Image.Image) -> Image.Image:
    ImageDraw.Draw(picture).ellipse((700, 1200, 940, 1440), outline=(220, 60, 60), width=8)
    return picture


@pytest.mark.parametrize(
    "picture",
    [
        scans.drawing(),
        scans.drawing(text_lines=("one short line",), noise=12),
        stroke(paper()),
        ring(shaded()),
        scans.cornered(),
    ],
    ids=["text", "line", "signature", "seal", "picture"],
)
def test_FILE_3_what_somebody_put_on_it_is_seen(picture):
    assert not is_blank(picture)
