"""What every `Store` must do to be searched, sorted, filtered and paged."""

from __future__ import annotations

import datetime as dt

import pytest
import store_making as making
from store_contract_base import ALL, Contract
from store_making import TODAY, new, saved

from cardprep.case.model import StatusState
from cardprep.library.records import (
    ApplicationOrder,
    ApplicationQuery,
    DirectoryQuery,
    Firm,
    Person,
    Standing,
)
from making import people


class FindingContract(Contract):
    @pytest.mark.parametrize(
        "typed",
        ["njsh", "njsl", "NJ", "nanjing", "南京", "示例", "南", "京示例", "ｎｊｓｈ", "有限 njsl", "n"],
    )
    def test_a_firm_is_found_by_name_pinyin_and_initials(self, store, typed):
        new(store, making.case_of(1, "苏州纺织厂"))
        wanted = new(store, making.case_of(2, "南京示例进出口有限公司"))
        found = store.fetch_applications(ApplicationQuery(search=typed)).rows
        assert [row.id for row in found] == [wanted.id]

    def test_it_is_found_by_codes_and_by_last_digits(self, store):
        case = making.case_of(2)
        wanted = new(store, making.with_status(case, StatusState.SUBMITTED, TODAY, "JS202611230042"))
        new(store, making.case_of(3))
        numbers = (case.unit.uscc, case.unit.customs_code, case.operators[0].id_number, "JS202611230042")
        for typed in (text for number in numbers for text in (number, number[-6:], number.lower())):
            found = store.fetch_applications(ApplicationQuery(search=typed)).rows
            assert wanted.id in [row.id for row in found], typed

    def test_what_is_typed_is_never_a_query_language(self, store):
        new(store)
        for typed in ('"', '"" OR a', "a*", "南 OR 京", "\ud800", "\0\0\0", "%%%", "NEAR(", "-", "''' --"):
            store.fetch_applications(ApplicationQuery(search=typed))

    def test_what_an_edit_took_away_is_found_no_more(self, store):
        opened = new(store, making.case_of(1, "苏州纺织厂"))
        saved(store, opened, making.named(opened.case, "扬州玩具厂"))
        for typed in ("苏州", "纺", "szfz", "suzhoufang"):
            assert store.count(ApplicationQuery(search=typed)) == 0
        assert store.count(ApplicationQuery(search="yzwj")) == 1

    @pytest.mark.parametrize("order", list(ApplicationOrder))
    def test_pages_follow_each_other_without_gap_or_repetition(self, store, order):
        for number in range(11):
            opened = new(store, making.case_of(number), seconds=number // 2)
            store.set_standing(opened.id, Standing(number % 3, 0, TODAY if number % 2 else None))
        query, seen, after = ApplicationQuery(order=order), [], None
        for _ in range(3):
            page = store.fetch_applications(query, after, 4)
            seen, after = [*seen, *page.rows], page.after
        assert after is None
        assert list(seen) == list(store.fetch_applications(query, limit=99).rows)
        assert len({row.id for row in seen}) == 11 == store.count(query)

    def test_names_are_sorted_as_they_are_spoken(self, store):
        for number, name in enumerate(["重庆", "苏州", "北京", "长沙", "Acme"]):
            new(store, making.case_of(number, name))
        rows = store.fetch_applications(ALL).rows
        assert [row.name for row in rows] == ["Acme", "北京", "长沙", "重庆", "苏州"]

    def test_lists_are_filtered(self, store):
        draft, late = new(store, making.case_of(1)), new(store, making.case_of(2))
        returned = making.with_status(late.case, StatusState.RETURNED, TODAY)
        saved(store, late, returned, standing=Standing(2, 0, TODAY))
        person = store.put_person(Person("甲", "resident-id", people.person(10).id_number))
        wanted = {
            draft.id: [ApplicationQuery(states=frozenset([None])), ApplicationQuery(person=person.id)],
            late.id: [
                ApplicationQuery(states=frozenset([StatusState.RETURNED])),
                ApplicationQuery(with_gaps=True),
                ApplicationQuery(due_by=TODAY),
            ],
        }
        for id, queries in wanted.items():
            for query in queries:
                assert [row.id for row in store.fetch_applications(query).rows] == [id], query

    def test_a_firm_shows_what_is_open_in_its_applications(self, store):
        firm = store.put_firm(Firm(making.case_of(1).unit))
        for gaps, days in ((2, 3), (1, 1)):
            opened = new(store, firm=firm.id)
            store.set_standing(opened.id, Standing(gaps, 0, TODAY + dt.timedelta(days)))
        (row,) = store.fetch_firms(DirectoryQuery(search=firm.unit.uscc[-4:])).rows
        assert (row.applications, row.gaps, row.deadline) == (2, 3, TODAY + dt.timedelta(1))
        assert store.count(ApplicationQuery(firm=firm.id)) == 2
