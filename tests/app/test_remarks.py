from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.app.remarks import following_remark
from cardprep.app.rulebooks import rulebook
from cardprep.case.model import Case, Collection, CollectionWay

BOOK = rulebook()
COUNTER = Collection(CollectionWay.COUNTER, "wujiang")
MAIL = Collection(CollectionWay.MAIL, "", "王芳", "13800138000", "南京市某路1号")
BY_MAIL = "邮寄取卡：企业收件人：王芳；收件人手机号码：13800138000；收件地址：南京市某路1号"


def after(before: Case, collection: Collection) -> str:
    return following_remark(before, replace(before, collection=collection), BOOK).remark


@pytest.mark.parametrize(
    ("collection", "remark"),
    [(COUNTER, "柜台取卡：吴江"), (replace(COUNTER, outlet="gaoyou"), "柜台取卡：高邮"), (MAIL, BY_MAIL),
     (replace(COUNTER, outlet=""), ""), (replace(COUNTER, outlet="suzhou"), "")],
)  # fmt: skip
def test_HAND_4_an_empty_remark_is_written(collection, remark):
    assert after(Case(), collection) == remark
    assert after(Case(remark="  "), collection) == remark


def test_HAND_4_the_programs_own_remark_is_written_anew():
    assert after(Case(collection=COUNTER, remark="柜台取卡：吴江"), MAIL) == BY_MAIL


def test_HAND_4_letter_by_letter_the_remark_follows():
    case = following_remark(Case(), Case(collection=Collection(CollectionWay.MAIL)), BOOK)
    for name in ("王", "王芳"):
        typed = replace(case, collection=replace(case.collection, recipient=name))
        case = following_remark(case, typed, BOOK)
    assert case.remark == "邮寄取卡：企业收件人：王芳；收件人手机号码：；收件地址："


@pytest.mark.parametrize("own", ["柜台取卡：吴江，请周一发卡", "柜台取卡：高邮"])
def test_HAND_4_what_the_clerk_wrote_herself_stays(own):
    assert after(Case(collection=COUNTER, remark=own), MAIL) == own


def test_HAND_4_what_she_writes_together_with_the_choice_stays():
    written = Case(collection=MAIL, remark="自己写的")
    assert following_remark(Case(), written, BOOK) is written


def test_HAND_4_another_edit_leaves_the_remark_alone():
    before = Case(collection=COUNTER, remark="")
    assert following_remark(before, replace(before, declaration=True), BOOK).remark == ""
