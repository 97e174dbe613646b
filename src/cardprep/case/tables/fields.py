"""The fields that a list of operators or of firms may have, and how their columns are called."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cardprep.case.identifiers.normalise import half_width, without_invisible, without_spaces


class ListKind(StrEnum):
    """What a row of the list is."""

    OPERATORS = "operators"
    FIRMS = "firms"


FIELDS: Mapping[ListKind, tuple[str, ...]] = {
    ListKind.OPERATORS: ("name", "id_type", "id_number", "mobile"),
    ListKind.FIRMS: (
        "name", "uscc", "customs_code", "registered_address", "postal_code", "phone", "issuing_office",
    ),
}  # fmt: skip

_HEADERS: Mapping[ListKind, Mapping[str, str]] = {
    ListKind.OPERATORS: {
        "name": "姓名 名字 操作员 人员 name fullname operator operatorname personname",
        "id_type": "证件类型 证件种类 证件类别 证件名称 证类 idtype documenttype typeofdocument idkind",
        "id_number": (
            "证件号码 证件号 证件编号 身份证号码 身份证号 身份证 身份证件号码 身份号码 "
            "护照号码 护照号 公民身份号码 idnumber idno id documentnumber documentno "
            "passportnumber passportno identitynumber"
        ),
        "mobile": (
            "手机号码 手机号 手机 移动电话 联系电话 联系方式 电话 电话号码 "
            "mobile mobilenumber mobilephone mobileno phone phonenumber cellphone telephone tel"
        ),
    },
    ListKind.FIRMS: {
        "name": (
            "单位名称 企业名称 公司名称 公司 企业 单位 名称 申请单位 客户名称 客户 "
            "name firm firmname firmsname company companyname unitname enterprise"
        ),
        "uscc": (
            "统一社会信用代码 社会信用代码 信用代码 统一代码 营业执照号 税号 纳税人识别号 "
            "uscc creditcode unifiedsocialcreditcode socialcreditcode"
        ),
        "customs_code": (
            "海关注册编码 海关编码 海关代码 海关十位编码 海关10位编码 海关备案编码 海关注册号 "
            "十位编码 10位编码 customscode customsregistrationcode customsnumber"
        ),
        "registered_address": (
            "营业执照注册地址 注册地址 单位地址 企业地址 公司地址 地址 住所 address registeredaddress"
        ),
        "postal_code": "邮政编码 邮编 postalcode postcode zip zipcode",
        "phone": (
            "单位电话 企业电话 公司电话 联系电话 电话 电话号码 固定电话 座机 "
            "phone telephone phonenumber tel firmstelephone"
        ),
        "issuing_office": "制卡机构 制卡点 制卡网点 受理机构 issuingoffice office",
    },
}

_SPELLINGS = {
    kind: {spelling: name for name, spellings in headers.items() for spelling in spellings.split()}
    for kind, headers in _HEADERS.items()
}
_HAN = re.compile("[\u3400-\u9fff]")
_BRACKETS = re.compile(r"[(\[【〔<《][^)\]】〕>》]*[)\]】〕>》]")
_SURPLUS = re.compile(r"[*:：、,，.。_\-'’\"“”?？!！#]|必填|选填|required|optional")
_NOT_THE_PERSON = re.compile("单位|公司|企业|部门|法人|法定代表人|负责人|紧急")


@dataclass(frozen=True, slots=True)
class Terms:
    """What cells are judged by.

    Attributes:
        id_types: the id of a kind of identity document by every name that it goes by.
        offices: the id of an issuing office by every name that it goes by.
        today: the day to judge birth dates by.
    """

    id_types: Mapping[str, str]
    offices: Mapping[str, str]
    today: dt.date

    def id_type(self, text: str) -> str:
        """The kind of document that `text` names, or ""."""
        return _looked_up(self.id_types, text)

    def office(self, text: str) -> str:
        """The issuing office that `text` names, or ""."""
        return _looked_up(self.offices, text)


def _looked_up(names: Mapping[str, str], text: str) -> str:
    wanted = plain(text)
    return next((found for name, found in names.items() if plain(name) == wanted), "") if wanted else ""


def plain(text: str) -> str:
    """A name or header without what does not tell it apart: blanks, full width, case of letters."""
    return without_spaces(half_width(text)).casefold()


def field_of_header(header: str, kind: ListKind) -> tuple[str, bool]:
    """The field that a column's header names, or "", and whether the header is exactly its name."""
    unbracketed = _BRACKETS.sub("", half_width(without_invisible(header)))
    whole = _SURPLUS.sub("", plain(unbracketed))
    for spelling in (whole, *whole.split("/")):
        if spelling in _SPELLINGS[kind]:
            return _SPELLINGS[kind][spelling], True
    if kind is ListKind.OPERATORS and _NOT_THE_PERSON.search(whole):
        return "", False
    endings = (s for s in _SPELLINGS[kind] if _HAN.match(s) and len(s) > 1 and whole.endswith(s))
    longest = max(endings, key=len, default="")
    return _SPELLINGS[kind].get(longest, ""), False
