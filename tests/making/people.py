"""Fictitious people and firms with valid check digits, the same at every run: an index makes a person.

The check digits are reckoned here anew, another way than in the program, so that neither proves itself.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_GIVEN_NAMES = (
    "明远",
    "晓燕",
    "志强",
    "雅文",
    "海波",
    "静",
    "建国",
    "思源",
    "丽华",
    "子涵",
    "伟",
    "春梅",
    "立新",
)
_TRADES = ("进出口", "国际贸易", "精密机械", "纺织", "电子科技", "食品")
_CITIES = (
    ("南京", "江苏省南京市江宁区秣周东路{}号", "320115", "3201", "211100", "025-5881"),
    ("苏州", "江苏省苏州市吴江区中山南路{}号", "320509", "3205", "215200", "0512-6341"),
    ("扬州", "江苏省扬州市高邮市文游中路{}号", "321084", "3210", "225600", "0514-8461"),
    ("盐城", "江苏省盐城市亭湖区人民中路{}号", "320902", "3209", "224000", "0515-8821"),
)


@dataclass(frozen=True, slots=True)
class Person:
    """A fictitious adult with a resident identity card."""

    name: str
    id_type: str
    id_number: str
    mobile: str
    birth: dt.date
    sex: str


@dataclass(frozen=True, slots=True)
class Firm:
    """A fictitious firm of Jiangsu."""

    name: str
    uscc: str
    customs_code: str
    registered_address: str
    postal_code: str
    phone: str


def mod_11_2(body: str) -> str:
    """ISO 7064 MOD 11-2 as its pure recursive system: the whole number leaves 1 modulo 11."""
    rest = 0
    for digit in body:
        rest = (rest + int(digit)) * 2 % 11
    return "0123456789X"[(12 - rest) % 11]


def personal_number(region: str, birth: dt.date, serial: int) -> str:
    """18 characters: `region` (six digits), birth, serial (0–999; odd for men), check character."""
    body = f"{region}{birth:%Y%m%d}{serial:03}"
    return body + mod_11_2(body)


def resident_id(birth: dt.date, serial: int, region: str = "320115") -> str:
    """A resident identity number; an odd `serial` is a man's."""
    return personal_number(region, birth, serial)


def organisation_code(seed: int) -> str:
    """A nine-character organisation code `MA…` with its check character."""
    body = "MA"
    for place in range(6):
        body += USCC_ALPHABET[seed // 31**place % 31]
    total = sum(
        (ord(char) - 48 if char.isdigit() else ord(char) - 55) * weight
        for char, weight in zip(body, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)
    )
    return body + {10: "X", 11: "0"}.get(11 - total % 11, str(11 - total % 11))


def uscc_check(body: str) -> str:
    """The 18th character after the first 17 of a credit code."""
    total, weight = 0, 1
    for char in body:
        total += USCC_ALPHABET.index(char) * weight
        weight = weight * 3 % 31
    return USCC_ALPHABET[(31 - total % 31) % 31]


def uscc(seed: int, region: str = "320115") -> str:
    """A unified social credit code of a firm; another seed below 31**6 gives another code."""
    body = f"91{region}{organisation_code(seed)}"
    return body + uscc_check(body)


def mobile(i: int) -> str:
    """A mobile number."""
    return f"1{('38', '39', '52', '77', '86')[i % 5]}{i * 7919 % 10**8:08}"


def customs_code(i: int, region: str = "3201") -> str:
    """A customs registration code."""
    return f"{region}96{i * 31 % 10_000:04}"


def chinese_passport(i: int) -> str:
    """A current Chinese passport's number."""
    return f"E{i * 7907 % 10**8:08}"


def foreign_passport(i: int) -> str:
    """A number that has none of the Chinese forms."""
    return f"K{i * 7901 % 10**7:07}Z"


def hk_macao_permit(i: int, issue: int | None = None) -> str:
    """A Mainland travel permit's number; with `issue`, the longer form that counts the issues."""
    return f"{'HM'[i % 2]}{i * 7883 % 10**8:08}" + ("" if issue is None else f"{issue:02}")


def taiwan_permit(i: int) -> str:
    """A Mainland travel permit's number of a resident of Taiwan."""
    return f"{i * 7879 % 10**8:08}"


def birth(i: int) -> dt.date:
    """A day of birth between 1965 and 1999."""
    return dt.date(1965, 1, 1) + dt.timedelta(days=i * 1013 % 12_700)


def person(i: int) -> Person:
    """The `i`-th person; men and women by turns."""
    day = birth(i)
    name = _SURNAMES[i % len(_SURNAMES)] + _GIVEN_NAMES[i * 5 % len(_GIVEN_NAMES)]
    number = resident_id(day, (101 + i) % 1000)
    return Person(name, "resident-id", number, mobile(i), day, "F" if i % 2 else "M")


def firm(i: int) -> Firm:
    """The `i`-th firm."""
    city, address, region, customs, postal, phone = _CITIES[i % len(_CITIES)]
    trade = _TRADES[i % len(_TRADES)]
    return Firm(
        name=f"{city}示例{_SURNAMES[i % len(_SURNAMES)]}氏{trade}有限公司",
        uscc=uscc(i * 65_537 + 1, region),
        customs_code=customs_code(i, customs),
        registered_address=address.format(i + 8),
        postal_code=postal,
        phone=f"{phone}{i % 10_000:04}",
    )
