"""Whether two spellings of a Chinese address mean the same place (HAND-7)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_PROVINCES = [
    "北京",
    "天津",
    "上海",
    "重庆",
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
    "青海",
    "台湾",
    "内蒙古",
    "广西",
    "西藏",
    "宁夏",
    "新疆",
    "香港",
    "澳门",
]
_PROVINCE = re.compile(
    rf"({'|'.join(_PROVINCES)})(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?"
)
_MUNICIPALITIES = ("北京", "天津", "上海", "重庆")
_CITY = re.compile(r"[^\d市盟省区县]{1,8}?(?:市|自治州|地区|盟)")
_DASHES = re.compile(r"[‐‑‒–—―－﹣−]")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read an address: province and city as far as they are named, and what follows."""

    province: str
    city: str
    rest: str


def folded_address(text: str) -> str:
    """The address without spaces and punctuation, full width folded; dashes stay, as `-`."""
    text = _DASHES.sub("-", unicodedata.normalize("NFKC", text))
    kept = (c for c in text if c in "-#" or unicodedata.category(c)[0] in "LN")
    return "".join(kept).upper().strip("-")


def _readings(text: str) -> Iterator[_Reading]:
    """Every way to read it: the beginning may or may not be a province, a city; a municipality is both."""
    yield from _with_city("", text)
    match = _PROVINCE.match(text)
    if match is None:
        return
    province, rest = match[1], text[match.end() :]
    if province in _MUNICIPALITIES:
        city = f"{province}市"
        yield _Reading(province, city, rest.removeprefix(city))
    else:
        yield from _with_city(province, rest)


def _with_city(province: str, text: str) -> Iterator[_Reading]:
    yield _Reading(province, "", text)
    match = _CITY.match(text)
    if match:
        yield _Reading(province, match[0], text[match.end() :])


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def same_address(one: str, other: str) -> bool:
    """Whether both name the same place.

    A leading province, or province and city, may be absent on one side; where both name one, they must agree.
    """
    return any(
        a.rest == b.rest and a.rest != "" and _agree(a.province, b.province) and _agree(a.city, b.city)
        for a in _readings(folded_address(one))
        for b in _readings(folded_address(other))
    )
