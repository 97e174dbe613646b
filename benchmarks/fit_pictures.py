"""Photographs and scans for the benchmark of `fit`: pages of text with a red seal, shadow and grain.

They are made by code, the same for the same seed, and come with the truth about what is ink.
"""

from __future__ import annotations

import io
import random
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter
from PIL.Image import Resampling

from making import drawings

_PAPER, _INK, _RED = (246, 243, 236), (44, 46, 54), (198, 36, 40)
_LINES = (
    "统一社会信用代码 91320115MA1XXXXXXX 南京示例进出口有限公司 法定代表人 张三 注册资本 伍佰万元整",
    "住所 江苏省南京市江宁区样例路 18 号 A 座 1207 室 电话 025-58812345 海关注册编码 3201960A1B",
    "Registered address: 18 Example Road, Jiangning, Nanjing; certificate no. 3201-2026-001947",
)
SMALL_POINTS, NORMAL_POINTS = 7, 11
_A4_POINTS = (595.0, 842.0)


@dataclass(frozen=True)
class Sheet:
    """A picture, and where its small text and its seal are: masks of the same size, 255 on the ink."""

    picture: Image.Image
    small_text: Image.Image
    block: tuple[int, int, int, int]
    seal: tuple[int, int, int, int]


def sheet(width: int, height: int, seed: int, coloured: bool = True) -> Sheet:
    """A clean page: paragraphs of normal and of small text, and a seal at the lower right."""
    chance = random.Random(seed)
    picture = Image.new("RGB", (width, height), _PAPER)
    small = Image.new("L", (width, height), 0)
    scale = min(width / _A4_POINTS[0], height / _A4_POINTS[1])
    top = _lines(ImageDraw.Draw(picture), NORMAL_POINTS, int(50 * scale), 14, width, scale, chance)
    block_top = top + int(8 * scale)
    state = chance.getstate()
    end = _lines(ImageDraw.Draw(picture), SMALL_POINTS, block_top, 24, width, scale, chance)
    chance.setstate(state)
    _lines(ImageDraw.Draw(small), SMALL_POINTS, block_top, 24, width, scale, chance, fill=255)
    side = int(150 * scale)
    left, upper = width - side - int(60 * scale), min(end + int(20 * scale), height - side - 8)
    if coloured:
        _seal(picture, (left, upper), side)
    block = (int(40 * scale), block_top, width - int(40 * scale), end)
    return Sheet(picture, small, block, (left, upper, left + side, upper + side))


def _lines(pen, points, top, count, width, scale, chance, fill=_INK):  # noqa: ANN001, ANN202
    font = drawings.font(max(6, round(points * scale)))
    for _ in range(count):
        text = chance.choice(_LINES)
        while font.getlength(text) > width - 90 * scale:
            text = text[:-1]
        pen.text((int(45 * scale), top), text, font=font, fill=fill)
        top += int(points * scale * 1.5)
    return top


def _seal(picture: Image.Image, at: tuple[int, int], side: int) -> None:
    ground = Image.new("RGB", (340, 340), "white")
    drawings.seal(ground, (170, 170), "南京示例进出口有限公司", ink=_RED)
    large = ground.resize((side, side), Resampling.LANCZOS)
    box = (at[0], at[1], at[0] + side, at[1] + side)
    picture.paste(ImageChops.multiply(picture.crop(box), large), box)


def grain(size: tuple[int, int], deviation: float, seed: int) -> Image.Image:
    """Grain of each channel round 128, from one tile laid out again and again."""
    chance = random.Random(seed)
    tile = 512
    channels = []
    for _ in range(3):
        numbers = bytes(max(0, min(255, round(chance.gauss(128, deviation)))) for _ in range(tile * tile))
        one = Image.frombytes("L", (tile, tile), numbers)
        whole = Image.new("L", size)
        for left in range(0, size[0], tile):
            for top in range(0, size[1], tile):
                whole.paste(one, (left, top))
        channels.append(whole)
    return Image.merge("RGB", channels)


def photographed(page: Sheet, seed: int, deviation: float = 9.0) -> Sheet:
    """The page as a telephone sees it: a shadow from one side, a soft lens, grain."""
    size = page.picture.size
    shade = Image.linear_gradient("L").rotate(24, Resampling.BICUBIC).crop((60, 60, 196, 196))
    light = shade.point([150 + value * 105 // 255 for value in range(256)]).resize(size, Resampling.BICUBIC)
    seen = ImageChops.multiply(page.picture, Image.merge("RGB", (light, light, light)))
    seen = ImageChops.add(seen, grain(size, deviation, seed), 1.0, -128).filter(ImageFilter.GaussianBlur(0.6))
    return Sheet(seen, page.small_text, page.block, page.seal)


def photo(megapixels: int, seed: int) -> tuple[Sheet, bytes]:
    """A photo of 3:4 and its file as the telephone writes it (JPEG of quality 95, 4:2:0)."""
    width = round((megapixels * 1_000_000 * 3 / 4) ** 0.5)
    taken = photographed(sheet(width, width * 4 // 3, seed), seed)
    return taken, as_jpeg(taken.picture, 95, "4:2:0")


def as_jpeg(picture: Image.Image, quality: int, subsampling: str) -> bytes:
    """The picture as a JPEG."""
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=quality, subsampling=subsampling)
    return target.getvalue()
