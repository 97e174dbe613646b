"""Photographs of papers on desks, made by code: the paper's true corners and its clean page are known.

Desks differ in colour, grain, planks, checks and tiles; things lie about, some over other papers; the
camera looks from aside; shadows, uneven light, grain and JPEG are added last. The same seed gives the
same photograph.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass, field

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from making.drawings import font, seal

Pixels = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.float64]
DESKS = ("plain", "wood", "checks", "tiles", "cloth", "light")
PAGES = {"sheet": (1000, 1414), "landscape": (1414, 1000), "card": (1284, 810), "passport": (1250, 880)}


@dataclass(frozen=True, slots=True)
class DeskPhoto:
    """A photograph; `corners` are the true ones as fractions, `page` the paper before it was photographed."""

    pixels: Pixels = field(repr=False)
    corners: Numbers
    page: Pixels = field(repr=False)
    desk: str
    paper: str

    @property
    def jpeg(self) -> bytes:
        target = io.BytesIO()
        Image.fromarray(self.pixels).save(target, "JPEG", quality=85)
        return target.getvalue()


def photo(seed: int, width: int = 1600, height: int = 1200, lit: bool = True) -> DeskPhoto:
    """The photograph of that seed; with `lit` false without shadow and grain, the same otherwise."""
    chance = np.random.default_rng(seed)
    if chance.random() < 0.5:
        width, height = height, width
    paper = str(chance.choice(list(PAGES)))
    desk = DESKS[seed % len(DESKS)]
    page = _page(chance, paper)
    corners = _corners(chance, page.shape[1] / page.shape[0], (width, height))
    scene = _desk(chance, desk, width, height)
    _clutter(chance, scene, corners)
    _lay(scene, page, corners, chance)
    if chance.random() < 0.35:
        _held(chance, scene, corners)
    if lit:
        scene = _shadowed(chance, scene)
        scene = _grainy(chance, scene)
    return DeskPhoto(scene, corners / (width, height), page, desk, paper)


def _page(chance: np.random.Generator, paper: str) -> Pixels:
    """Text, rules, a frame, a red seal, sometimes a portrait."""
    width, height = PAGES[paper]
    tone = tuple(int(v) for v in np.asarray((252, 251, 247)) - chance.integers(0, 14))
    picture = Image.new("RGB", (width, height), tone)
    pen = ImageDraw.Draw(picture)
    edge = width // 14
    if chance.random() < 0.5:
        pen.rectangle((edge, edge, width - edge, height - edge), outline=(90, 90, 100), width=4)
    if paper == "card":
        pen.rectangle((width * 0.66, height * 0.15, width * 0.92, height * 0.7), fill=(150, 170, 190))
        pen.ellipse((width * 0.72, height * 0.2, width * 0.86, height * 0.48), fill=(205, 165, 140))
    size = max(20, height // 38)
    for row in range(int(chance.integers(4, 13))):
        text = "电子口岸制发卡申请材料 示例文字"[: int(chance.integers(5, 16))]
        pen.text((edge * 1.6, edge * 1.6 + row * size * 2), text, font=font(size), fill=(40, 42, 50))
    if min(width, height) > 900:
        seal(picture, (int(width * 0.7), int(height * 0.75)), "南京示例进出口有限公司")
    return np.asarray(picture)


def _corners(chance: np.random.Generator, aspect: float, size: tuple[int, int]) -> Numbers:
    """Where the corners fall when a camera looks at the sheet from aside."""
    while True:
        across, down = (aspect, 1.0) if aspect < 1 else (1.0, 1 / aspect)
        flat = np.asarray([(-across, -down, 0), (across, -down, 0), (across, down, 0), (-across, down, 0)])
        tilt, swing = chance.uniform(-32, 32), chance.uniform(-25, 25)
        turned = flat @ _turn(2, chance.normal(0, 9)) @ _turn(0, tilt) @ _turn(1, swing)
        away = 4.2
        spread = np.abs(turned[:, :2] / (1 + turned[:, 2:] / away)).max(axis=0)
        scale = chance.uniform(0.52, 0.93) * min(size[0] / 2 / spread[0], size[1] / 2 / spread[1])
        room = np.asarray(size) / 2 / scale - spread
        turned[:, :2] += chance.uniform(-0.8, 0.8, 2) * room  # the sheet is moved, not the picture cut
        corners = turned[:, :2] / (1 + turned[:, 2:] / away) * scale + np.asarray(size) / 2
        if (corners > 6).all() and (corners < np.asarray(size) - 6).all():
            return corners


def _turn(axis: int, degrees: float) -> Numbers:
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    first, second = (axis + 1) % 3, (axis + 2) % 3
    made = np.eye(3)
    made[first, first] = made[second, second] = cosine
    made[first, second], made[second, first] = -sine, sine
    return made


def _desk(chance: np.random.Generator, kind: str, width: int, height: int) -> Pixels:
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = chance.uniform(-0.6, 0.6)
    along, across = x * math.cos(angle) + y * math.sin(angle), -x * math.sin(angle) + y * math.cos(angle)
    if kind == "light":
        colour = chance.uniform(165, 232) * np.asarray((1.0, 0.98, 0.94))
    elif kind == "plain":
        colour = chance.uniform(30, 150, 3)
    else:
        colour = np.asarray((150, 105, 65)) * chance.uniform(0.5, 1.25) + chance.normal(0, 12, 3)
    shade = np.ones((height, width), np.float32)
    if kind == "wood":
        shade += 0.07 * np.sin(across / 7 + 2 * np.sin(along / 90)) + 0.05 * np.sin(
            across / 2.3 + along / 300
        )
        shade[np.abs(across % chance.uniform(130, 320)) < 3] *= 0.5
    elif kind == "checks":
        cell = chance.uniform(40, 110)
        shade += 0.16 * ((along // cell + across // cell) % 2)
    elif kind == "tiles":
        cell = chance.uniform(150, 330)
        shade[(along % cell < 5) | (across % cell < 5)] *= 0.7
    elif kind == "cloth":
        shade += 0.08 * np.sin(along / 2.5) * np.sin(across / 2.5)
    rough = cv2.GaussianBlur(chance.normal(0, 1, (height, width)).astype(np.float32), (0, 0), 2.0)
    shade += 0.12 * rough
    return np.clip(shade[..., None] * colour, 0, 255).astype(np.uint8)


def _clutter(chance: np.random.Generator, scene: Pixels, corners: Numbers) -> None:
    """Pens, a ruler, a keyboard's keys, the edge of another sheet: under the paper or beside it."""
    height, width = scene.shape[:2]
    for _ in range(int(chance.integers(0, 5))):
        start = chance.uniform(0, 1, 2) * (width, height)
        angle, long = chance.uniform(0, math.pi), chance.uniform(200, 700)
        end = start + long * np.asarray((math.cos(angle), math.sin(angle)))
        colour = tuple(int(v) for v in chance.integers(0, 256, 3))
        thick = int(chance.integers(8, 40))
        cv2.line(scene, start.astype(int).tolist(), end.astype(int).tolist(), colour, thick, cv2.LINE_AA)
    if chance.random() < 0.35:  # another sheet that looks out
        box = cv2.boxPoints(
            (tuple(chance.uniform(0, 1, 2) * (width, height)), (420, 300), chance.uniform(0, 90))
        )
        tone = int(chance.integers(190, 245))
        cv2.fillConvexPoly(scene, box.astype(np.int32), (tone, tone, tone - 8), cv2.LINE_AA)
    if chance.random() < 0.25:
        left, top = chance.uniform(0, 0.7, 2) * (width, height)
        for row in range(4):
            for column in range(9):
                at = np.asarray((left + column * 44, top + row * 44)).astype(int)
                cv2.rectangle(scene, at.tolist(), (at + 36).tolist(), (45, 45, 48), -1)


def _lay(scene: Pixels, page: Pixels, corners: Numbers, chance: np.random.Generator) -> None:
    """The page onto the desk, with a small shadow of its own; drawn at twice the size for smooth edges."""
    height, width = scene.shape[:2]
    edges = np.asarray([(0, 0), (page.shape[1], 0), (page.shape[1], page.shape[0]), (0, page.shape[0])])
    move = cv2.getPerspectiveTransform(edges.astype(np.float32), (corners * 2).astype(np.float32))
    big = (width * 2, height * 2)
    laid = cv2.warpPerspective(page, move, big, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
    mask = np.zeros(big[::-1], np.uint8)
    if page.shape[:2] == PAGES["card"][::-1]:  # a card's corners are round (ISO/IEC 7810: 3.18 mm)
        mask = cv2.warpPerspective(_rounded(page.shape[1], page.shape[0]), move, big)
    else:
        cv2.fillConvexPoly(mask, np.rint(corners * 2 * 16).astype(np.int32), 255, cv2.LINE_AA, 4)
    small = (width, height)
    laid = cv2.resize(laid, small, interpolation=cv2.INTER_AREA)
    cover = cv2.resize(mask, small, interpolation=cv2.INTER_AREA).astype(np.float32)[..., None] / 255
    offset = chance.uniform(-6, 6, 2)
    cast = cv2.warpAffine(cover, np.float32([[1, 0, offset[0]], [0, 1, offset[1]]]), small)
    cast = cv2.GaussianBlur(cast, (0, 0), 5)[..., None]
    under = scene * (1 - 0.35 * cast)
    scene[:] = np.clip(laid * cover + under * (1 - cover), 0, 255).astype(np.uint8)


def _rounded(width: int, height: int) -> Pixels:
    radius = round(width * 3.18 / 85.6)
    mask = np.full((height, width), 255, np.uint8)
    for x, left in ((radius, 0), (width - radius, width - radius)):
        for y, top in ((radius, 0), (height - radius, height - radius)):
            mask[top : top + radius, left : left + radius] = 0
            cv2.circle(mask, (x, y), radius, 255, -1)
    return mask


def _held(chance: np.random.Generator, scene: Pixels, corners: Numbers) -> None:
    """A finger or a pen that lies over one edge of the paper."""
    side = int(chance.integers(0, 4))
    share = chance.uniform(0.2, 0.8)
    at = corners[side] * share + corners[(side + 1) % 4] * (1 - share)
    inward = corners.mean(axis=0) - at
    inward /= np.linalg.norm(inward)
    start, end = at - inward * chance.uniform(150, 400), at + inward * chance.uniform(30, 110)
    skin = tuple(int(v) for v in np.asarray((214, 170, 140)) * chance.uniform(0.5, 1.05))
    cv2.line(scene, start.astype(int).tolist(), end.astype(int).tolist(), skin, int(chance.integers(18, 75)))


def _shadowed(chance: np.random.Generator, scene: Pixels) -> Pixels:
    """Uneven light over all, and often the shadow of a hand or a head with a rather sharp edge."""
    height, width = scene.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = chance.uniform(0, 2 * math.pi)
    slope = (math.cos(angle) * (x / width - 0.5) + math.sin(angle) * (y / height - 0.5)) * 2
    light = 1 - chance.uniform(0, 0.22) * (slope + 1) / 2
    if chance.random() < 0.7:
        mask = np.zeros((height, width), np.float32)
        at = chance.uniform(0.1, 0.9, 2) * (width, height)
        axes = (chance.uniform(0.15, 0.5, 2) * max(width, height)).astype(int)
        cv2.ellipse(mask, at.astype(int).tolist(), axes.tolist(), chance.uniform(0, 180), 0, 360, 1.0, -1)
        mask = cv2.GaussianBlur(mask, (0, 0), chance.uniform(6, 45))
        light *= 1 - chance.uniform(0.2, 0.5) * mask
    warm = np.asarray((1.0, chance.uniform(0.95, 1.0), chance.uniform(0.86, 1.0)))
    return np.clip(scene * light[..., None] * warm, 0, 255).astype(np.uint8)


def _grainy(chance: np.random.Generator, scene: Pixels) -> Pixels:
    soft = cv2.GaussianBlur(scene, (0, 0), chance.uniform(0.4, 1.3)).astype(np.float32)
    noisy = np.clip(soft + chance.normal(0, chance.uniform(1, 7), scene.shape), 0, 255).astype(np.uint8)
    target = io.BytesIO()
    Image.fromarray(noisy).save(target, "JPEG", quality=int(chance.integers(60, 92)))
    return np.asarray(Image.open(target).convert("RGB"))
