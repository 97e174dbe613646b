from __future__ import annotations

import datetime as dt

import pytest

from cardprep.app.folding import standard_form
from cardprep.case.edits import add_operator, set_text
from cardprep.case.model import Case
from making import people

TODAY = dt.date(2026, 11, 23)


def folded(path, text, **others):
    case = add_operator(Case())
    for name, value in {path: text, **others}.items():
        case = set_text(case, name, value)
    return standard_form(case, path, TODAY)


@pytest.mark.parametrize(
    ("path", "typed", "standard"),
    [
        ("unit.uscc", people.uscc(1).lower().replace("3", "３"), people.uscc(1)),
        ("unit.postal_code", "２１００００", "210000"),
        ("unit.phone", "（０２５）５８８１２３４５", "025-58812345"),
        ("unit.customs_code", "３２０１９６１２３ａ", "320196123A"),
        ("legal_representative.phone", "１３８ ００１３ ８０００", "13800138000"),
        ("operators[0].mobile", "+86 138-0013-8000", "13800138000"),
        ("handler.mobile", "１３８００１３８０００", "13800138000"),
        ("collection.mobile", "138 0013 8000", "13800138000"),
        ("operators[0].name", "阿依古丽.买买提", "阿依古丽·买买提"),
    ],
)
def test_another_spelling_has_its_standard_form(path, typed, standard):
    assert folded(path, typed) == standard


def test_an_identity_number_is_folded_by_its_kind():
    kind = {"operators[0].id_type": "passport"}
    assert folded("operators[0].id_number", "ｅ１２３４５６７８", **kind) == "E12345678"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("operators[0].mobile", "13800138000"),
        ("operators[0].mobile", "１３８００"),
        ("operators[0].name", "Ｗａｎｇ  Ｊｉｎｇ"),
        ("unit.name", "ＡＢＣ有限公司"),
        ("collection.address", "１号"),
        ("remark", "ＡＢＣ"),
    ],
)
def test_what_is_standard_or_faulty_or_no_identifier_is_left_as_it_is(path, text):
    assert folded(path, text) is None


def test_a_field_of_an_operator_who_is_gone_has_no_standard_form():
    assert standard_form(Case(), "operators[0].mobile", TODAY) is None
