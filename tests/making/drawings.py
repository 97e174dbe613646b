"""Papers drawn by code: a business licence, identity cards, the letter. Everyone in them is fictitious.

Every picture says 样例 across the page; seals are rings of the sample firm that exists nowhere.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from making.people import Firm, Person

_FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_PAGE = (1240, 1754)
_INK = (38, 42, 52)
_PEN = (28, 44, 110)
_RED = (200, 30, 36)


@dataclass(frozen=True, slots=True)
class Note:
    """What is written by hand on a paper: sentence, name, date; "" for what is missing."""

    sentence: str
    name: str
    date: str


def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS / f"NotoSansSC-{'Bold' if bold else 'Regular'}.ttf", size)


def _page() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", _PAGE, (252, 251, 248))
    return picture, ImageDraw.Draw(picture)


def _watermark(picture: Image.Image) -> None:
    layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    for top in range(180, picture.height, 420):
        draw.text((picture.width * 0.18, top), "样 例　SAMPLE", font=font(90, True), fill=(120, 130, 150, 38))
    turned = layer.rotate(18)
    picture.paste(turned, (0, 0), turned)


def seal(picture: Image.Image, centre: tuple[int, int], text: str, middle: str = "", ink=_RED) -> None:
    """A round seal: ring, star, the name along the ring, and a word below for a special seal."""
    radius = 150
    layer = Image.new("RGBA", (radius * 2 + 20, radius * 2 + 20), (0, 0, 0, 0))
    draw, c = ImageDraw.Draw(layer), radius + 10
    draw.ellipse((10, 10, 10 + radius * 2, 10 + radius * 2), outline=(*ink, 225), width=9)
    points = [
        (c + r * math.sin(math.pi * i / 5), c - r * math.cos(math.pi * i / 5))
        for i, r in enumerate([46, 18] * 5)
    ]
    draw.polygon(points, fill=(*ink, 225))
    span = 250
    for i, char in enumerate(text):
        angle = -span / 2 + span * i / max(1, len(text) - 1)
        glyph = Image.new("RGBA", (60, 60), (0, 0, 0, 0))
        ImageDraw.Draw(glyph).text((30, 30), char, font=font(30, True), fill=(*ink, 235), anchor="mm")
        glyph = glyph.rotate(-angle, resample=Image.Resampling.BICUBIC)
        x, y = (
            c + (radius - 32) * math.sin(math.radians(angle)),
            c - (radius - 32) * math.cos(math.radians(angle)),
        )
        layer.alpha_composite(glyph, (int(x - 30), int(y - 30)))
    if middle:
        draw.text((c, c + 92), middle, font=font(28, True), fill=(*ink, 235), anchor="mm")
    layer = layer.rotate(-7, resample=Image.Resampling.BICUBIC)
    picture.paste(layer, (centre[0] - c, centre[1] - c), layer)


def _by_hand(picture: Image.Image, at: tuple[int, int], note: Note) -> None:
    """The annotation, leaning and uneven as a hand writes."""
    layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    x, y = at
    for line in (note.sentence, f"{note.name}　　{note.date}".strip()):
        offset = 0
        for i, char in enumerate(line):
            lift = int(6 * math.sin(i * 1.7 + len(line)))
            draw.text((x + offset, y + lift), char, font=font(40 + i % 3), fill=(*_PEN, 235))
            offset += 42 if ord(char) > 0x2E80 else 25
        y += 96
    leaning = layer.transform(layer.size, Image.Transform.AFFINE, (1, 0.13, -0.13 * at[1], 0, 1, 0))
    picture.paste(leaning, (0, 0), leaning)


def _encoded(picture: Image.Image) -> bytes:
    _watermark(picture)
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=72, subsampling="4:2:0", dpi=(150, 150))
    return buffer.getvalue()


def licence(firm: Firm, legal: str, note: Note, seal_text: str = "", middle: str = "") -> bytes:
    """A copy of a business licence with the annotation of the legal representative (MAT-5 to MAT-7)."""
    picture, draw = _page()
    draw.rectangle((70, 70, 1170, 1120), outline=(150, 120, 60), width=6)
    draw.text((620, 200), "营 业 执 照（副本）", font=font(72, True), fill=_INK, anchor="mm")
    draw.text((620, 285), "复印件 · 样例，非真实证照", font=font(30), fill=(130, 130, 130), anchor="mm")
    rows = (
        ("统一社会信用代码", firm.uscc),
        ("名　　称", firm.name),
        ("类　　型", "有限责任公司（自然人投资或控股）"),
        ("法定代表人", legal),
        ("注册资本", "伍佰万元整"),
        ("成立日期", "2019年03月18日"),
        ("住　　所", firm.registered_address),
    )
    for i, (label, value) in enumerate(rows):
        top = 380 + i * 92
        draw.text((140, top), label, font=font(34), fill=(110, 90, 50))
        draw.text((460, top), value, font=font(34), fill=_INK)
    _by_hand(picture, (140, 1240), note)
    if seal_text:
        seal(picture, (940, 1500), seal_text, middle)
    return _encoded(picture)


def identity_card(person: Person, note: Note, seal_text: str = "", ink=_RED, middle: str = "") -> bytes:
    """A copy of both sides of an identity card with the person's own annotation (MAT-8 to MAT-10)."""
    picture, draw = _page()
    draw.text((620, 80), "居民身份证复印件（样例）", font=font(36, True), fill=(110, 110, 110), anchor="mm")
    draw.rounded_rectangle((180, 130, 1060, 600), 28, outline=(120, 140, 170), width=4, fill=(240, 245, 250))
    born = person.birth
    rows = (
        ("姓名", person.name),
        ("性别", "男" if person.sex == "M" else "女"),
        ("出生", f"{born.year}年{born.month}月{born.day}日"),
        ("住址", "江苏省南京市样例区样例路1号"),
    )
    for i, (label, value) in enumerate(rows):
        draw.text((230, 180 + i * 76), label, font=font(28), fill=(70, 110, 160))
        draw.text((330, 176 + i * 76), value, font=font(34), fill=_INK)
    draw.text((230, 520), "公民身份号码", font=font(28), fill=(70, 110, 160))
    draw.text((460, 514), person.id_number, font=font(38, True), fill=_INK)
    draw.ellipse((830, 190, 990, 370), outline=(170, 180, 195), width=3)
    draw.text((910, 280), "样例", font=font(34), fill=(160, 170, 185), anchor="mm")
    draw.rounded_rectangle((180, 640, 1060, 1110), 28, outline=(120, 140, 170), width=4, fill=(246, 240, 240))
    draw.text((620, 760), "居 民 身 份 证", font=font(56, True), fill=_INK, anchor="mm")
    draw.text((300, 960), "签发机关　样例市公安局样例分局", font=font(32), fill=_INK)
    draw.text((300, 1030), "有效期限　2018.05.10-2038.05.10", font=font(32), fill=_INK)
    _by_hand(picture, (140, 1240), note)
    if seal_text:
        seal(picture, (940, 1520), seal_text, middle, ink)
    return _encoded(picture)


def letter(firm: Firm, recipient: Person, seal_text: str) -> bytes:
    """A signed copy of the mail-delegation letter, by the registered address."""
    picture, draw = _page()
    draw.text((620, 200), "邮寄业务委托书", font=font(60, True), fill=_INK, anchor="mm")
    lines = (
        "致：电子口岸制卡机构",
        f"　　我单位（{firm.name}）现申请办理",
        "电子口岸制发卡业务，委托贵单位将卡介质邮寄至以下地址。",
        "",
        f"　　企业收件人：{recipient.name}",
        f"　　收件人手机号码：{recipient.mobile}",
        f"　　收件地址：{firm.registered_address}",
        "",
        "　　上述收件地址为我单位营业执照注册地址。",
        "",
        "　　　　　　　　　　　　　　委托单位（加盖公章）：",
    )
    for i, line in enumerate(lines):
        draw.text((130, 320 + i * 74), line, font=font(34), fill=_INK)
    if seal_text:
        seal(picture, (900, 1260), seal_text)
    return _encoded(picture)
