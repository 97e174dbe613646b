from __future__ import annotations

import datetime as dt

from cardprep.case.identifiers import customs_code, documents, person_name, postal_code, telephone, uscc
from making import people

TODAY = dt.date(2026, 11, 23)


def test_fictitious_people_pass_every_check_without_an_oddity():
    for one in map(people.person, range(60)):
        judged = documents.check_document(one.id_type, one.id_number, TODAY)
        assert (judged.fault, judged.oddity, judged.birth, judged.sex) == ("", "", one.birth, one.sex)
        assert person_name.check(one.name).value == one.name
        assert telephone.check_mobile(one.mobile).oddity == ""


def test_fictitious_people_and_firms_are_all_different():
    assert len({people.person(i).id_number for i in range(300)}) == 300
    assert len({people.firm(i).uscc for i in range(300)}) == 300


def test_fictitious_firms_pass_every_check_without_an_oddity():
    for firm in map(people.firm, range(60)):
        judged = [uscc.check(firm.uscc), customs_code.check(firm.customs_code)]
        judged += [postal_code.check(firm.postal_code), telephone.check(firm.phone)]
        assert all((verdict.fault, verdict.oddity) == ("", "") for verdict in judged)
