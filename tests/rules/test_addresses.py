"""HAND-7: whether two spellings of a Chinese address mean the same place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.rules.addresses import folded_address, same_address

FULL = "江苏省南京市江宁区秣周东路8号"
SAME = [
    (FULL, FULL),
    (FULL, "南京市江宁区秣周东路8号"),
    (FULL, "江宁区秣周东路8号"),
    (FULL, "江苏南京市江宁区秣周东路8号"),
    (FULL, " 江苏省 南京市 江宁区 秣周东路 8 号 "),
    (FULL, "江苏省南京市江宁区秣周东路８号"),
    (FULL, "江苏省，南京市·江宁区（秣周东路）8号。"),
    (FULL, "江苏省\u200b南京市江宁区秣周东路8号"),
    ("江苏省苏州市吴江区中山南路1号", "吴江区中山南路1号"),
    ("江苏省苏州市吴江区中山南路1号", "苏州市吴江区中山南路1号"),
    ("江苏省扬州市高邮市文游中路1号", "江苏省高邮市文游中路1号"),
    ("江苏省扬州市高邮市文游中路1号", "高邮市文游中路1号"),
    ("江苏省苏州市昆山市前进路5号A座", "苏州市昆山市前进路5号a座"),
    ("江苏省泰州市海陵区A路1号", "泰州市海陵区Ａ路１号"),
    ("北京市朝阳区建国路1号", "朝阳区建国路1号"),
    ("北京市朝阳区建国路1号", "北京朝阳区建国路1号"),
    ("上海市上海市黄浦区A路1号", "黄浦区A路1号"),
    ("重庆市渝中区A路1号", "渝中区A路1号"),
    ("吉林省吉林市昌邑区A路1号", "吉林市昌邑区A路1号"),
    ("吉林省延边朝鲜族自治州延吉市A路1号", "延吉市A路1号"),
    ("新疆维吾尔自治区喀什地区喀什市A路1号", "喀什市A路1号"),
    ("内蒙古自治区锡林郭勒盟锡林浩特市A路1号", "锡林浩特市A路1号"),
    ("广西壮族自治区南宁市青秀区A路1号", "广西南宁市青秀区A路1号"),
    ("江苏省南京市江宁区8—1号", "江宁区８-１号"),
]
DIFFERENT = [
    (FULL, "江苏省南京市江宁区秣周东路9号"),
    (FULL, "江苏省南京市江宁区秣周东路8号2幢"),
    (FULL, "秣周东路8号"),
    (FULL, "浙江省南京市江宁区秣周东路8号"),
    (FULL, "苏州市江宁区秣周东路8号"),
    ("江苏省徐州市鼓楼区中山路1号", "江苏省南京市鼓楼区中山路1号"),
    ("苏州市中山路1号", "常州市中山路1号"),
    ("江苏省中山路1号", "安徽省中山路1号"),
    ("高邮市文游中路1号", "扬州市文游中路1号"),
    ("北京市朝阳区建国路1号", "上海市朝阳区建国路1号"),
    ("北京朝阳区建国路1号", "上海市朝阳区建国路1号"),
    ("重庆市渝中区A路1号", "成都市渝中区A路1号"),
    ("江宁区8-1号", "江宁区81号"),
    ("江苏省南京市", "江苏省"),
    (FULL, ""),
    ("", ""),
    ("　", "，"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_HAND_7_the_same_place_in_other_words(one, other):
    assert same_address(one, other)
    assert same_address(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_HAND_7_another_place(one, other):
    assert not same_address(one, other)
    assert not same_address(other, one)


@given(st.text(max_size=30), st.text(max_size=30))
def test_HAND_7_no_text_raises_and_the_order_does_not_matter(one, other):
    assert same_address(one, other) == same_address(other, one)
    assert folded_address(folded_address(one)) == folded_address(one)


@given(st.text("江苏省南京市州区盟路号0123456789", min_size=1, max_size=20))
def test_HAND_7_every_address_is_itself(text):
    assert same_address(text, f" {text}，")
