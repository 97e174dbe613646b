from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardprep.app.importing_tables import propose_rows, read_pasted
from cardprep.case.identifiers.verdict import Flaw, Oddity
from cardprep.case.model import Operator, Unit
from cardprep.case.tables.errors import NothingInTable
from cardprep.case.tables.fields import FIELDS, ListKind
from cardprep.case.tables.grid import Cell, CellKind, Table
from cardprep.case.tables.proposal import Mend, Problem, RowProblem
from cardprep.case.tables.proposing import EXAMPLE_MARKS
from making import lists, people


def only(*cells: str, **more: object):
    """The one row proposed for one row under the usual heads."""
    (row,) = lists.proposed(lists.HEAD, cells, **more).rows
    return row


def spoilt(position: int, cell: Cell):
    """The row of a person with that cell in it."""
    table = lists.table(lists.HEAD, lists.person(1))
    cells = list(table.rows[1])
    cells[position] = cell
    (row,) = propose_rows(Table((table.rows[0], tuple(cells))), lists.request()).rows
    return row


def test_a_good_row_is_proposed_as_an_operator_in_draft():
    row, person = only(*lists.person(1)), people.person(1)
    assert row.is_proposed
    assert row.problems == ()
    assert row.operator() == Operator(
        name=person.name, id_type="resident-id", id_number=person.id_number, mobile=person.mobile
    )


def test_a_good_row_is_proposed_as_a_firm():
    head = ("单位名称", "统一社会信用代码", "海关注册编码", "制卡机构")
    (row,) = lists.proposed(head, (*lists.firm(1), "吴江"), kind=ListKind.FIRMS).rows
    name, uscc, customs = lists.firm(1)
    assert row.unit() == Unit(name=name, uscc=uscc, customs_code=customs, issuing_office="wujiang")
    assert row.is_proposed


@pytest.mark.parametrize(
    ("number", "flaw"),
    [
        ("3.20115196710111E+17", Flaw.EXCEL),
        ("320115196710111024", Flaw.CHECK_DIGIT),
        ("320115671011102", Flaw.FIFTEEN_DIGITS),
        ("", Flaw.EMPTY),
    ],
)
def test_what_is_wrong_with_a_number_is_named_and_refuses_the_row(number, flaw):
    row = only(*lists.person(1, number=number))
    assert row.problems == (Problem("id_number", flaw),)
    assert not row.is_proposed


def test_an_unusual_prefix_is_told_but_refuses_nothing():
    row = only(*lists.person(1, mobile="12000138000"))
    assert row.problems == (Problem("mobile", Oddity.UNKNOWN_PREFIX, refuses=False),)
    assert row.is_proposed


def test_full_width_and_blanks_are_folded_and_told():
    number = people.person(1).id_number
    wide = " ".join(chr(ord(char) + 0xFEE0) for char in number)
    row = only(*lists.person(1, number=wide))
    assert row.fields["id_number"] == number
    assert [(mended.field, mended.how) for mended in row.mended if mended.field == "id_number"] == [
        ("id_number", Mend.FOLDED)
    ]


@pytest.mark.parametrize(
    ("typed", "kept", "how"),
    [
        ("张　三", "张三", Mend.BLANK_IN_NAME),
        ("\u200b张三 ", "张三", Mend.TRIMMED),
        ("买买提•艾力", "买买提·艾力", Mend.DOT),
        ("John\nSmith", "John Smith", Mend.LINE_BREAK),
    ],
)
def test_a_name_is_mended_only_where_nothing_is_lost(typed, kept, how):
    row = only(*lists.person(1, name=typed))
    assert row.fields["name"] == kept
    assert how in {mended.how for mended in row.mended}


def test_a_blank_that_may_stand_for_a_dot_stays():
    row = only(*lists.person(1, name="买买提 艾力"))
    assert row.fields["name"] == "买买提 艾力"
    assert row.problems == (Problem("name", Oddity.SURPLUS_SPACE, refuses=False),)


def test_the_apostrophe_that_marks_text_is_no_part_of_a_number():
    number = people.person(1).id_number
    assert only(*lists.person(1, number=f"'{number}")).fields["id_number"] == number


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (people.person(1).id_number, "resident-id"),
        ("810000199001010019", "hk-macao-taiwan-residence"),
        ("911124198108030024", "foreign-permanent-residence"),
        ("H01234567", "hk-macao-permit"),
        (people.chinese_passport(1), "passport"),
        ("07257456", ""),
    ],
)
def test_a_kind_that_is_not_told_is_guessed_where_only_one_fits(number, kind):
    row = only(*lists.person(1, kind="", number=number))
    assert row.fields["id_type"] == kind
    assert row.is_proposed is bool(kind)


def test_a_kind_that_does_not_exist_is_asked_for():
    row = only(*lists.person(1, kind="驾驶证"))
    assert row.problems == (Problem("id_type", RowProblem.UNKNOWN_ID_TYPE),)
    assert row.fields["id_type"] == ""


def test_the_second_of_two_is_a_duplicate_of_the_first():
    rows = lists.proposed(lists.HEAD, lists.person(1), lists.person(2), lists.person(1, name="另一人")).rows
    assert rows[2].problems == (Problem("id_number", RowProblem.DUPLICATE, row=2),)
    assert [row.is_proposed for row in rows] == [True, True, False]


def test_who_is_there_already_is_not_proposed():
    row = only(*lists.person(1), known=frozenset({people.person(1).id_number}))
    assert row.problems == (Problem("id_number", RowProblem.ALREADY_THERE),)


def test_a_date_is_no_number():
    row = spoilt(2, Cell("2026-01-02", CellKind.DATE))
    assert Problem("id_number", RowProblem.DATE) in row.problems
    assert not row.is_proposed


def test_a_formulas_saved_value_is_taken_and_told():
    row = spoilt(3, Cell("13800138000", CellKind.NUMBER, is_formula=True))
    assert row.problems == (Problem("mobile", RowProblem.FORMULA, refuses=False),)
    assert row.fields["mobile"] == "13800138000"


def test_a_formula_without_a_value_and_an_error_refuse_the_row():
    assert not spoilt(3, Cell("", CellKind.EMPTY, is_formula=True)).is_proposed
    assert not spoilt(3, Cell("#N/A", CellKind.ERROR)).is_proposed


def test_examples_blanks_and_repeated_heads_are_no_rows():
    rows = [(*lists.HEAD, "说明"), *((*lists.person(1), mark) for mark in EXAMPLE_MARKS)]
    proposal = lists.proposed(*rows, ("", " "), (*lists.HEAD, "说明"), lists.person(2))
    assert [row.number for row in proposal.rows] == [6]


def test_a_table_of_heads_alone_is_an_error():
    with pytest.raises(NothingInTable):
        lists.proposed(lists.HEAD)


def test_columns_as_a_person_wants_them_are_read_so():
    first = lists.proposed(lists.HEAD, lists.person(1))
    row = lists.proposed(lists.HEAD, lists.person(1), layout=first.layout.with_field(3, "")).rows[0]
    assert row.fields["mobile"] == ""
    assert row.is_proposed


_WORDS = st.sampled_from([*lists.HEAD, *lists.person(1), *lists.firm(1), "", "\t", "\n", "'", "１２", "E+17"])
_PASTED = st.lists(_WORDS | st.text(max_size=5), max_size=40).map("".join)


@given(_PASTED, st.sampled_from(list(ListKind)))
def test_any_pasted_text_is_proposed_or_nothing_is_in_it(text, kind):
    try:
        proposal = propose_rows(read_pasted(text), lists.request(kind))
    except NothingInTable:
        return
    for row in proposal.rows:
        assert set(row.fields) == set(FIELDS[kind])
        assert row.unit() if kind is ListKind.FIRMS else row.operator()


@given(_PASTED)
def test_what_was_mended_is_told_from_the_cell_to_the_field(text):
    try:
        proposal = propose_rows(read_pasted(text), lists.request())
    except NothingInTable:
        return
    for row in proposal.rows:
        for field, kept in row.fields.items():
            at = proposal.layout.column_of(field)
            shown = "" if at is None else Table((row.cells,)).cell(0, at).text
            for mended in (m for m in row.mended if m.field == field):
                assert mended.before == shown
                shown = mended.after
            assert shown == kept
