"""Make resources/fonts/CardprepRareHan.ttf: the ideographs of people's names that Noto Sans SC lacks.

Sources are files of Debian packages: HanaMinA.ttf and HanaMinB.ttf (fonts-hanazono) and
Unihan_IRGSources.txt.bz2 (unicode-data). Kept are the ideographs with a mainland (G) or Taiwan (T)
source in Unihan and whatever HanaMinA holds; outlines become polygons on a coarser grid, which halves
the file and cannot be seen below 40 pt.

    python packaging/make_rare_han.py HanaMinA.ttf HanaMinB.ttf Unihan_IRGSources.txt.bz2
"""

from __future__ import annotations

import bz2
import math
import sys
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.basePen import BasePen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

Point = tuple[float, float]

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
UNITS = 512
TOLERANCE = 4.0  # of the source's 1024 units: 0.04 pt in a 10 pt text
STEPS = 4
IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
LICENCE = "GlyphWiki Project, Hanazono Font License; reduced for cardprep"


class FlatPen(BasePen):  # type: ignore[misc]
    """Collects each contour as straight lines."""

    def __init__(self, glyphs: object) -> None:
        super().__init__(glyphs)
        self.contours: list[list[Point]] = []

    def _moveTo(self, pt: Point) -> None:
        self.contours.append([pt])

    def _lineTo(self, pt: Point) -> None:
        self.contours[-1].append(pt)

    def _qCurveToOne(self, pt1: Point, pt2: Point) -> None:
        start = self.contours[-1][-1]
        for step in range(1, STEPS + 1):
            t = step / STEPS
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            self.contours[-1].append(
                (a * start[0] + b * pt1[0] + c * pt2[0], a * start[1] + b * pt1[1] + c * pt2[1])
            )


def _distance(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    px, py = point[0] - start[0], point[1] - start[1]
    length = math.hypot(dx, dy)
    return abs(px * dy - py * dx) / length if length else math.hypot(px, py)


def _simplified(points: list[Point]) -> list[Point]:
    """Ramer-Douglas-Peucker."""
    keep = {0, len(points) - 1}
    todo = [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        inner = range(first + 1, last)
        far = max(inner, key=lambda k: _distance(points[k], points[first], points[last]), default=None)
        if far is not None and _distance(points[far], points[first], points[last]) > TOLERANCE:
            keep.add(far)
            todo += [(first, far), (far, last)]
    return [points[k] for k in sorted(keep)]


def _polygon(contour: list[Point], scale: float) -> list[tuple[int, int]]:
    closed = contour if contour[0] == contour[-1] else [*contour, contour[0]]
    far = max(range(len(closed)), key=lambda k: _distance(closed[k], closed[0], closed[0]))
    corners = _simplified(closed[: far + 1])[:-1] + _simplified(closed[far:])[:-1]
    grid = [(round(x * scale), round(y * scale)) for x, y in corners]
    return [p for k, p in enumerate(grid) if p != grid[k - 1]]


def _wanted(irg_sources: Path, noto: set[int], first: set[int], both: set[int]) -> list[int]:
    sourced = set(first)
    for line in bz2.decompress(irg_sources.read_bytes()).decode("utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) == 3 and fields[1] in ("kIRG_GSource", "kIRG_TSource"):
            sourced.add(int(fields[0][2:], 16))
    ideographs = {code for low, high in IDEOGRAPHS for code in range(low, high + 1)}
    return sorted(sourced & ideographs & both - noto)


def _glyph(font: TTFont, code: int) -> object:
    glyphs = font.getGlyphSet()
    flat = FlatPen(glyphs)
    glyphs[font.getBestCmap()[code]].draw(flat)
    pen = TTGlyphPen(None)
    for contour in flat.contours:
        polygon = _polygon(contour, UNITS / font["head"].unitsPerEm)
        if len(polygon) > 2:
            pen.moveTo(polygon[0])
            for point in polygon[1:]:
                pen.lineTo(point)
            pen.closePath()
    return pen.glyph()


def _box() -> object:
    pen = TTGlyphPen(None)
    for corners in (((51, 0), (51, 410), (461, 410), (461, 0)), ((71, 20), (441, 20), (441, 390), (71, 390))):
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def main(mincho_a: str, mincho_b: str, irg_sources: str) -> None:
    """Write the font."""
    one, two = TTFont(mincho_a), TTFont(mincho_b)
    noto = set(TTFont(FONTS / "NotoSansSC-Regular.ttf", lazy=True).getBestCmap())
    first, second = set(one.getBestCmap()), set(two.getBestCmap())
    codes = _wanted(Path(irg_sources), noto, first, first | second)
    names = [".notdef", *(f"u{code:X}" for code in codes)]
    outlines = [_box(), *(_glyph(two if code in second else one, code) for code in codes)]
    ascent, descent = round(UNITS * 0.88), round(UNITS * 0.12)
    build = FontBuilder(UNITS, isTTF=True)
    build.setupGlyphOrder(names)
    build.setupCharacterMap({code: f"u{code:X}" for code in codes})
    build.setupGlyf(dict(zip(names, outlines, strict=True)))
    glyphs = build.font["glyf"]
    build.setupHorizontalMetrics({name: (UNITS, getattr(glyphs[name], "xMin", 0)) for name in names})
    build.setupHorizontalHeader(ascent=ascent, descent=-descent)
    build.setupNameTable(
        {
            "familyName": "Cardprep Rare Han",
            "styleName": "Regular",
            "uniqueFontIdentifier": "CardprepRareHan 1",
            "fullName": "Cardprep Rare Han",
            "psName": "CardprepRareHan",
            "version": "Version 1.0",
            "copyright": LICENCE,
        }
    )
    build.setupOS2(
        fsType=0, sTypoAscender=ascent, sTypoDescender=-descent, usWinAscent=ascent, usWinDescent=descent
    )
    build.setupPost(keepGlyphNames=False)
    build.font["head"].created = build.font["head"].modified = 0
    build.font.recalcTimestamp = False
    build.save(FONTS / "CardprepRareHan.ttf")
    sys.stdout.write(f"{len(codes)} ideographs\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
