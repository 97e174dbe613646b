from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.case.tables.fields import FIELDS, ListKind, Terms, field_of_header
from cardprep.case.tables.layout import ColumnBy, find_layout
from making import lists, people

TERMS = Terms(
    {"居民身份证": "resident-id", "护照": "passport"}, {"南京江北": "nanjing-jiangbei"}, lists.TODAY
)


def layout(*rows, kind=ListKind.OPERATORS):
    return find_layout(lists.table(*rows), kind, TERMS)


def fields(*rows, kind=ListKind.OPERATORS) -> list[str]:
    return [column.field for column in layout(*rows, kind=kind).columns]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("姓名", "name"),
        (" 姓 名＊", "name"),
        ("操作员姓名（必填）", "name"),
        ("证件类型", "id_type"),
        ("身份证号", "id_number"),
        ("证件号码\n(18位)", "id_number"),
        ("员工手机号码", "mobile"),
        ("姓名/Name", "name"),
        ("ID Number", "id_number"),
        ("Mobile phone", "mobile"),
        ("单位名称", ""),
        ("法定代表人姓名", ""),
        ("部门", ""),
        ("", ""),
    ],
)
def test_a_head_names_its_field(header, field):
    assert field_of_header(header, ListKind.OPERATORS)[0] == field


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("企业名称", "name"),
        ("统一社会信用代码", "uscc"),
        ("海关十位编码", "customs_code"),
        ("Post code", "postal_code"),
    ],
)
def test_a_head_names_a_firms_field(header, field):
    assert field_of_header(header, ListKind.FIRMS)[0] == field


def test_heads_below_a_title_are_found():
    found = layout(["操作员登记表"], ["序号", *lists.HEAD], ["1", *lists.person(1)])
    assert found.header_row == 1
    assert [column.field for column in found.columns] == ["", *FIELDS[ListKind.OPERATORS]]


def test_columns_under_each_others_heads_are_swapped():
    name, kind, number, mobile = lists.person(1)
    found = layout(lists.HEAD, [name, kind, mobile, number])
    assert [column.field for column in found.columns] == ["name", "id_type", "mobile", "id_number"]
    assert [column.by for column in found.columns[2:]] == [ColumnBy.SWAPPED] * 2


def test_columns_without_heads_are_told_by_what_is_in_them():
    name, kind, number, mobile = lists.person(1)
    assert fields([mobile, number, name, kind]) == ["mobile", "id_number", "name", "id_type"]
    assert layout([mobile, number]).header_row is None


def test_a_firms_columns_without_heads_are_told_by_what_is_in_them():
    firm = people.firm(1)
    row = [firm.registered_address, firm.uscc, firm.name, firm.postal_code, firm.customs_code]
    assert fields(row, kind=ListKind.FIRMS) == [
        "registered_address", "uscc", "name", "postal_code", "customs_code",
    ]  # fmt: skip


def test_some_faulty_cells_do_not_make_a_column_another():
    rows = [lists.person(1), lists.person(2, number="13800138000"), lists.person(3)]
    assert fields(lists.HEAD, *rows) == list(FIELDS[ListKind.OPERATORS])


def test_a_person_has_the_last_word_of_a_column():
    found = layout(lists.HEAD, lists.person(1)).with_field(0, "mobile")
    assert [column.field for column in found.columns] == ["mobile", "id_type", "id_number", ""]
    assert found.columns[0].by is ColumnBy.PERSON


@given(
    st.lists(
        st.lists(st.sampled_from([*lists.HEAD, *lists.person(1), "", "x", "13"]), max_size=6), max_size=6
    )
)
def test_a_field_is_proposed_at_most_once(rows):
    found = [field for field in fields(*rows) if field]
    assert len(found) == len(set(found))


def test_two_columns_that_were_mixed_up_change_places():
    found = layout(lists.HEAD, lists.person(1)).with_source("name", 2)
    assert [column.field for column in found.columns] == ["id_number", "id_type", "name", "mobile"]


def test_a_field_may_come_from_no_column_or_from_a_new_one():
    found = layout(lists.HEAD, lists.person(1)).with_source("mobile", None)
    assert found.column_of("mobile") is None
    assert found.with_source("mobile", None) == found
    assert found.with_column("mobile").column_of("mobile") == 4


def test_what_a_person_types_into_a_cell_is_text_also_beyond_the_end_of_a_row():
    changed = lists.table(("a",), ("b",)).with_text(1, 2, "c")
    assert [cell.text for cell in changed.rows[1]] == ["b", "", "c"]
    assert changed.rows[0] == lists.table(("a",)).rows[0]
