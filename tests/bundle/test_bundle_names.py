"""How the files in a bundle are called: legal everywhere, unique, telling what they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardprep.bundle.names import bundle_names, bundle_title
from cardprep.case.model import Attachment, Case, Handler, HandlerWho, Unit
from cardprep.case.slots import HANDLER_IDENTITY, LEGAL_IDENTITY, LETTER, QUALIFICATION, operator_identity
from cardprep.evidence.archive_names import is_safe_name
from making import cases

ODD_NAMES = {
    "": "操作员1-身份证明材料",
    "李四": "操作员1-李四-身份证明材料",
    "..": None,
    "../../etc": "操作员1-.._.._etc-身份证明材料",
    "a\\b:c*d?e\"f<g>h|i": "操作员1-a_b_c_d_e_f_g_h_i-身份证明材料",
    "con": None,
    "NUL.txt": None,
    " . ": None,
    "\0\n\t": None,
    "买买提·艾力": "操作员1-买买提·艾力-身份证明材料",
    "𠮷": "操作员1-𠮷-身份证明材料",
    "👨‍👩‍👧": None,
    "\u202etxt.exe": None,
    "\ud800": None,
    "é": None,
    "e\u0301": None,
    "名" * 300: None,
}  # fmt: skip


def with_names(name: str) -> Case:
    case = cases.complete(2, mail=True)
    operators = tuple(replace(operator, name=name) for operator in case.operators)
    legal = replace(case.legal_representative, name=name)
    handler = Handler(HandlerWho.OTHER, name=name)
    extra = tuple(
        Attachment(slot, f"{slot}-2.jpg") for slot in (HANDLER_IDENTITY, LEGAL_IDENTITY, QUALIFICATION)
    )
    return replace(
        case,
        operators=operators,
        legal_representative=legal,
        handler=handler,
        attachments=(*case.attachments, *extra),
    )


def named(case: Case, fmt: str = "jpeg") -> dict[tuple[str, str], str]:
    return bundle_names(case, {a.file: fmt for a in case.attachments})


@pytest.mark.parametrize(("name", "stem"), ODD_NAMES.items(), ids=lambda value: ascii(value)[:30])
def test_names_are_legal_unique_and_of_a_length_that_every_system_takes(name, stem):
    names = list(named(with_names(name)).values())
    assert all(is_safe_name(path) for path in names)
    assert len({path.casefold() for path in names}) == len(names)
    assert all(len(part.encode()) <= 130 for path in names for part in path.split("/"))
    assert stem is None or f"03-操作员/{stem}.jpg" in names


def test_a_name_tells_the_screen_the_person_and_the_paper():
    case = cases.complete(1, mail=True)
    names = named(case)
    operator, legal = case.operators[0].name, case.legal_representative.name
    assert list(names.values()) == [
        "01-单位信息/单位-市场主体资格证明材料.jpg",
        f"02-法定代表人/法定代表人-{legal}-身份证明材料.jpg",
        f"03-操作员/操作员1-{operator}-身份证明材料.jpg",
        "01-单位信息/单位-其他证明材料（邮寄业务委托书）.jpg",
    ]


@pytest.mark.parametrize(("fmt", "ending"), [("jpeg", ".jpg"), ("png", ".png"), ("pdf", ".pdf")])
def test_MAT_12_the_ending_is_that_of_the_content(fmt, ending):
    assert all(path.endswith(ending) for path in named(cases.complete(), fmt).values())


def test_several_files_of_a_slot_are_numbered_in_their_order():
    case = cases.complete(1)
    more = tuple(Attachment(operator_identity(0), f"{n}.jpg") for n in range(2))
    names = named(replace(case, attachments=(*case.attachments, *more)))
    stems = [path.rsplit("/")[-1] for (slot, _), path in names.items() if slot == "operators[0].identity"]
    assert [stem[-10:] for stem in stems] == ["身份证明材料.jpg", "材料 (2).jpg", "材料 (3).jpg"]


def test_a_translation_is_called_one():
    case = replace(cases.complete(1), attachments=(Attachment(operator_identity(0).translation, "t.pdf"),))
    (path,) = bundle_names(case, {"t.pdf": "pdf"}).values()
    assert path.endswith("-翻译材料.pdf")


def test_a_file_without_a_format_gets_no_name():
    case = replace(cases.complete(1), attachments=(Attachment(LETTER, "a.doc"),))
    assert bundle_names(case, {}) == {}


@pytest.mark.parametrize(
    ("firm", "called"),
    [("南京示例有限公司", "南京示例有限公司"), ("", "未命名单位"), ("a/b", "a_b"), ("..", "未命名单位"),
     ("CON", "_CON"), ("长" * 90, "长" * 26), ("😀" * 90, "😀" * 20)],
)  # fmt: skip
def test_the_bundle_is_called_by_firm_day_and_draft(firm, called):
    title = bundle_title(Case(unit=Unit(name=firm)), "2026-11-23", "草稿")
    assert title == f"{called}-电子口岸办卡-2026-11-23-草稿"


@pytest.mark.parametrize("name", ["名" * 50, "👩" * 50, "N" * 50])
def test_however_long_a_name_is_the_paper_is_told(name):
    assert all(
        "身份证明材料" in path for path in named(with_names(name)).values() if path[:2] in ("02", "03", "04")
    )


def test_a_validated_bundle_is_not_called_a_draft():
    assert bundle_title(cases.complete(), "2026-11-23", "").endswith("-2026-11-23")
