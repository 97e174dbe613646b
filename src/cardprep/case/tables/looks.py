"""What a cell's content looks like, whatever the head of its column says. A look, not a check."""

from __future__ import annotations

import re
from collections.abc import Callable

from cardprep.case.identifiers import person_name, telephone
from cardprep.case.identifiers.normalise import fold_number
from cardprep.case.tables.fields import ListKind, Terms

_PERSONAL_NUMBER = re.compile(
    r"[0-9]{17}[0-9X]|[0-9]{15}|[A-Z]{1,3}[0-9]{7,12}|[0-9]{8}|[0-9](?:\.[0-9]+)?E\+1[4-9]"
)
_CREDIT_CODE = re.compile(r"[0-9A-Z]{18}|[0-9](?:\.[0-9]+)?E\+17")
_CUSTOMS_CODE = re.compile(r"[0-9]{4}[0-9A-Z]{6}")
_POSTAL_CODE = re.compile(r"[0-9]{6}")
_FIRM = re.compile(
    r"(?:公司|厂|店|中心|合作社|事务所|研究院|研究所|集团|经营部|商行|分行|局|会)$|\b(?:co|ltd|inc|gmbh|llc)\b",
    re.I,
)
_ADDRESS = re.compile("[省市区县镇乡村].*[路街道巷号栋幢室楼园村组]")
_DIGIT = re.compile(r"\d")
_FEWEST_ADDRESS = 6

_Look = Callable[[str, Terms], bool]


def _folded(form: re.Pattern[str]) -> _Look:
    return lambda text, _: form.fullmatch(fold_number(text.lstrip("'"))) is not None


def _is_mobile(text: str, _: Terms) -> bool:
    return telephone.is_mobile(text)


def _is_person(text: str, terms: Terms) -> bool:
    if terms.id_type(text) or _DIGIT.search(text) or _FIRM.search(text):
        return False
    return not person_name.check(text).fault


def _is_phone(text: str, _: Terms) -> bool:
    return not telephone.check(text).fault


def _is_address(text: str, _: Terms) -> bool:
    return len(text) >= _FEWEST_ADDRESS and _ADDRESS.search(text) is not None and not _FIRM.search(text)


_LOOKS: dict[ListKind, dict[str, _Look]] = {
    ListKind.OPERATORS: {
        "mobile": _is_mobile,
        "id_number": _folded(_PERSONAL_NUMBER),
        "id_type": lambda text, terms: bool(terms.id_type(text)),
        "name": _is_person,
    },
    ListKind.FIRMS: {
        "uscc": _folded(_CREDIT_CODE),
        "issuing_office": lambda text, terms: bool(terms.office(text)),
        "postal_code": _folded(_POSTAL_CODE),
        "phone": _is_phone,
        "customs_code": _folded(_CUSTOMS_CODE),
        "registered_address": _is_address,
        "name": lambda text, _: _FIRM.search(text.strip()) is not None,
    },
}


def looks_like(kind: ListKind, field: str, text: str, terms: Terms) -> bool:
    """Whether `text` could stand in that field of such a list."""
    return _LOOKS[kind][field](text, terms)
