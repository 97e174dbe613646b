"""The sentences of one language, by code."""

from __future__ import annotations

import pytest

from cardprep.case.edits import set_text
from cardprep.case.finding import Finding, Severity
from cardprep.case.model import Kind
from cardprep.wording.catalog import Catalog, fill, shown
from making import cases

CHINESE, ENGLISH = Catalog("zh_CN"), Catalog("en")
CASE = set_text(cases.complete(2), "operators[1].name", " 李四 ")


@pytest.mark.parametrize(
    ("where", "chinese", "english"),
    [
        ("unit.name", "单位名称", "Firm's name"),
        ("operators", "操作员", "Operators"),
        ("operators[1]", "操作员 2（李四）", "Operator 2 (李四)"),
        ("operators[1].mobile", "操作员 2（李四）的手机号码", "Operator 2 (李四): mobile number"),
        ("operators[5].identity", "操作员 6的身份证明材料", "Operator 6: identity material"),
        ("somewhere.else", "somewhere.else", "somewhere.else"),
    ],
)
def test_a_place_is_called_as_a_clerk_calls_it(where, chinese, english):
    assert (CHINESE.place(where, CASE), ENGLISH.place(where, CASE)) == (chinese, english)


def test_without_a_case_an_operator_has_his_number_alone():
    assert CHINESE.place("operators[1].name") == "操作员 2的姓名"


def test_a_finding_is_told_with_its_remedy_its_place_and_the_guides_own_words():
    found = Finding("MAT-13", Severity.BLOCK, "legal.identity", "a/b.jpg", "", (("limit", 3), ("size", 4)))
    told = CHINESE.finding(found, CASE)
    assert told.message == "文件“b.jpg”大小为 4 字节，超过 3 MB（3 字节）。"
    assert (told.place, told.quote) == ("法定代表人身份证明材料", "单个文件大小不超过3MB")
    assert told.remedy


def test_a_variant_has_its_own_sentence_and_any_other_the_rules_first():
    def message(variant):
        return ENGLISH.finding(Finding("APP-2", Severity.BLOCK, "operators", "", variant)).message

    assert message("none") == "There is no operator yet."
    assert message("too-many") == message("whatever")


def test_FIELD_2_the_flaw_is_named_in_words():
    found = Finding("FIELD-2", Severity.BLOCK, "unit.uscc", "", "check-digit")
    assert "校验位不符" in CHINESE.finding(found).message


@pytest.mark.parametrize(("code", "name"), [("heic", "HEIC（苹果照片）"), ("psd", "PSD")])
def test_MAT_12_a_format_has_a_name(code, name):
    found = Finding("MAT-12", Severity.BLOCK, "unit.other", "a.jpg", "", (("format", code),))
    assert CHINESE.finding(found).message.endswith(f"：{name}。")


def test_MAT_13_the_bytes_of_a_file_have_their_thousands_apart():
    values = (("size", 3606080), ("limit", 3000000))
    message = CHINESE.finding(Finding("MAT-13", Severity.BLOCK, "unit.other", "a.jpg", "", values)).message
    assert "3,606,080 字节" in message
    assert "3,000,000 字节" in message


def test_texts_and_labels_are_filled_by_key_and_a_wrong_key_is_an_error_of_the_program():
    assert CHINESE.text("place_forms.operator", number=3) == "操作员 3"
    assert CHINESE.paper("page", page=1, pages=2)
    assert CHINESE.paper_labels()["page"].count("{") == 2
    for call in (CHINESE.text, CHINESE.paper):
        with pytest.raises(KeyError):
            call("no.such")


@pytest.mark.parametrize(
    ("kind", "login"), [(Kind.ADDITIONAL_OPERATORS, "法人卡"), (Kind.NEW_ENTRANT, "单一窗口用户名")]
)
def test_APP_8_the_login_of_each_kind_is_told_with_the_address_and_the_menu(kind, login):
    told = "".join(CHINESE.guidance("APP-8", kind))
    assert all(text in told for text in (login, "https://e.chinaport.gov.cn", "新办业务—办卡申请"))
    assert ("［注册新用户］―［企业用户］―［无卡用户］" in told) is (kind is Kind.NEW_ENTRANT)


def test_APP_8_nothing_is_told_while_the_kind_is_open():
    assert CHINESE.guidance("APP-8", "None") == ()


@pytest.mark.parametrize("language", ["", "fr", "zh"])
def test_a_language_that_is_not_there_is_chinese(language):
    assert Catalog(language).language == "zh_CN"


def test_words_for_single_codes():
    assert CHINESE.oddity("older-form").startswith("这是旧版证件")
    assert CHINESE.flaw("unheard") == CHINESE.oddity("unheard") == "unheard"
    assert CHINESE.reason("disk-full") == "磁盘已满"


def test_values_are_put_in_once_and_braces_in_them_stay():
    assert fill("{a}{b}", {"a": "{b}", "b": 1}) == "{b}1"
    assert fill("{a}", {}) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [("a\nb\x00c", "a b c"), ("jpg.\u202eexe", "jpg. exe"), (7, "7"), ("字" * 400, "字" * 299 + "…")],
)
def test_a_value_cannot_break_its_sentence(value, text):
    assert shown(value) == text
