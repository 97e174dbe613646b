"""HAND-4: the remark is written from the choice of collection, and checked as the clerk wrote it."""

from __future__ import annotations

import pytest
from hypothesis import given

from cardprep.case.model import Collection, CollectionWay
from cardprep.rules.remark import missing_from_remark, propose_remark
from making import any_case
from making.judging import book

MAIL = Collection(CollectionWay.MAIL, "", " 孙伟 ", "13800138000", "示例路1号")


@pytest.mark.parametrize(
    ("collection", "remark"),
    [
        (Collection(CollectionWay.COUNTER, "nanjing-jiangbei"), "柜台取卡：南京江北"),
        (MAIL, "邮寄取卡：企业收件人：孙伟；收件人手机号码：13800138000；收件地址：示例路1号"),
        (Collection(CollectionWay.COUNTER), None),
        (Collection(CollectionWay.COUNTER, "beijing"), None),
        (Collection(), None),
    ],
)
def test_HAND_4_the_proposal_follows_the_choice(collection, remark):
    assert propose_remark(collection, book()) == remark


def test_HAND_4_braces_in_what_was_typed_stay_what_they_are():
    odd = Collection(CollectionWay.MAIL, "", "{address}", "13800138000", "{mobile}")
    assert propose_remark(odd, book()).endswith(
        "企业收件人：{address}；收件人手机号码：13800138000；收件地址：{mobile}"
    )


@given(any_case.collections)
def test_HAND_4_the_programs_own_remark_lacks_nothing(collection):
    own = propose_remark(collection, book())
    if own is not None:
        assert list(missing_from_remark(own, collection, book())) == []


def test_HAND_4_what_a_remark_lacks_is_named_in_the_order_of_the_form():
    assert [name for name, _ in missing_from_remark("", MAIL, book())] == ["recipient", "mobile", "address"]
    assert list(missing_from_remark("孙伟 13800138000", MAIL, book())) == [("address", "示例路1号")]
