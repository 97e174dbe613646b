"""RULES.md, “Which rule speaks, and where”, as another program would try it: a case in, findings out.

Each case is complete but for one place; nothing else may speak than what the document says.
"""

from __future__ import annotations

import pytest

from cardprep.case.model import Kind
from making import cases, folders, hostile, pdfs, people, scans
from making.folders import GONE, attach, changed

TODAY = "2026-11-23"
UNIT, LEGAL, FIRST, SECOND = (f"attachments[{index}]" for index in range(4))
LETTER = "attachments[4]"
SEEN = {"seal": "yes", "wording": "yes", "signature": "yes", "date": "2026-11-20"}
OTHER = {"name": "卫海波", "id_type": "resident-id", "id_number": people.person(9).id_number}
ELSEWHERE = "江苏省苏州市吴江区样例路9号"


def counter():
    return folders.document()


def mail():
    return folders.document(cases.complete(mail=True))


def mail_elsewhere(**letter):
    told = mail()
    remark = told["remark"].replace(told["collection"]["address"], ELSEWHERE)
    return changed(told, **{"collection.address": ELSEWHERE, "remark": remark, f"{LETTER}.attested": letter})


def said(run, tmp_path, told, files=None, severities=("block", "warn")):
    folder = folders.write(tmp_path / "case", told, files)
    ran = run("check", folder, "--json", "--today", TODAY)
    findings = ran.rules(*severities)
    assert ran.code == (1 if ran.rules("block", "warn") else 0)
    return findings


@pytest.mark.parametrize(
    "told", [counter(), mail(), mail_elsewhere(seal="yes", signature="yes", legal_seal="yes")]
)
def test_nothing_is_said_of_a_complete_case(run, tmp_path, told):
    assert said(run, tmp_path, told) == []


ELEMENTS = [
    (UNIT, "unit.qualification", "seal", GONE, "MAT-2"),
    (FIRST, "operators[0].identity", "seal", "no", "MAT-2"),
    (LEGAL, "legal.identity", "seal", "special", "MAT-3"),
    (UNIT, "unit.qualification", "seal", "copy", "MAT-4"),
    (UNIT, "unit.qualification", "wording", "no", "MAT-5"),
    (UNIT, "unit.qualification", "signature", GONE, "MAT-6"),
    (UNIT, "unit.qualification", "date", GONE, "MAT-7"),
    (LEGAL, "legal.identity", "wording", GONE, "MAT-8"),
    (SECOND, "operators[1].identity", "signature", "no", "MAT-9"),
    (LEGAL, "legal.identity", "date", GONE, "MAT-10"),
    (LEGAL, "legal.identity", "date", "2026-11-24", "DATE-1"),
    (UNIT, "unit.qualification", "date", "2026-05-26", "DATE-2"),
]


@pytest.mark.parametrize(("paper", "slot", "element", "answer", "rule"), ELEMENTS)
def test_each_element_has_its_own_rule_at_the_slot(run, tmp_path, paper, slot, element, answer, rule):
    told = changed(counter(), **{f"{paper}.attested.{element}": answer})
    assert said(run, tmp_path, told) == [(rule, slot)]


def test_DATE_1_a_date_before_the_birth_is_too_old_as_well(run, tmp_path):
    told = changed(counter(), **{f"{FIRST}.attested.date": "1960-01-01"})
    assert {rule for rule, _ in said(run, tmp_path, told)} == {"DATE-1", "DATE-2"}


def test_DATE_2_the_last_day_that_is_allowed(run, tmp_path):
    assert said(run, tmp_path, changed(counter(), **{f"{UNIT}.attested.date": "2026-05-27"})) == []


@pytest.mark.parametrize("paper", [UNIT, LEGAL, FIRST])
def test_nothing_attested_yet_gives_the_four_elements(run, tmp_path, paper):
    found = said(run, tmp_path, changed(counter(), **{f"{paper}.attested": GONE}))
    rules = ["MAT-2", "MAT-5", "MAT-6", "MAT-7"] if paper == UNIT else ["MAT-2", "MAT-8", "MAT-9", "MAT-10"]
    assert [rule for rule, _ in found] == rules
    assert len({where for _, where in found}) == 1


def test_an_element_holds_when_any_file_of_the_slot_attests_it(run, tmp_path):
    told = changed(counter(), **{f"{LEGAL}.attested": {"seal": "yes", "wording": "yes"}})
    attach(told, "legal.identity", "back.jpg", attested={"signature": "yes", "date": "2026-11-20"})
    assert said(run, tmp_path, told) == []


@pytest.mark.parametrize(("seal", "rule"), [("special", "MAT-3"), ("copy", "MAT-4")])
def test_a_wrong_seal_on_any_file_of_the_slot_blocks(run, tmp_path, seal, rule):
    told = attach(counter(), "operators[0].identity", "back.jpg", attested={"seal": seal})
    assert said(run, tmp_path, told) == [(rule, "operators[0].identity")]


@pytest.mark.parametrize(
    ("index", "slot"),
    [(0, "unit.qualification"), (1, "legal.identity"), (2, "operators[0].identity")],
)
def test_MAT_1_an_empty_slot_gives_that_rule_alone(run, tmp_path, index, slot):
    told = counter()
    del told["attachments"][index]
    assert said(run, tmp_path, told) == [("MAT-1", slot)]


FOREIGN = {"operators[0].id_type": "passport", "operators[0].id_number": people.foreign_passport(3)}
CHINESE = {"operators[0].id_type": "passport", "operators[0].id_number": people.chinese_passport(3)}
AT_TRANSLATION = [("MAT-11", "operators[0].translation")]


@pytest.mark.parametrize("places", [FOREIGN, {f"{FIRST}.foreign_language": True}])
@pytest.mark.parametrize(
    ("seal", "expected"),
    [
        ("yes", []),
        ("no", AT_TRANSLATION),
        ("special", AT_TRANSLATION),
        ("copy", AT_TRANSLATION),
        (None, AT_TRANSLATION),
    ],
)
def test_MAT_11_speaks_of_a_translation_and_nothing_else_does(run, tmp_path, places, seal, expected):
    told = changed(counter(), **places)
    attested = {} if seal is None else {"seal": seal}
    attach(told, "operators[0].translation", "translation.jpg", attested=attested)
    assert said(run, tmp_path, told) == expected


@pytest.mark.parametrize(("places", "expected"), [(FOREIGN, AT_TRANSLATION), (CHINESE, [])])
def test_MAT_11_a_foreign_passport_has_none_of_the_chinese_forms(run, tmp_path, places, expected):
    assert said(run, tmp_path, changed(counter(), **places)) == expected


def test_MAT_8_a_declaration_in_a_foreign_language_stands_where_its_translation_is(run, tmp_path):
    told = changed(counter(), **{f"{FIRST}.attested.wording": "foreign"})
    assert ("MAT-8", "operators[0].identity") in said(run, tmp_path, told)
    attach(told, "operators[0].translation", "translation.jpg", attested={"seal": "yes"})
    assert said(run, tmp_path, told) == []


FILES = [
    ("nothing", b"", "FILE-1"),
    ("cut short", hostile.cut_at(scans.page(860, 1200), 0.5), "FILE-1"),
    ("an encrypted PDF", pdfs.encrypted(), "FILE-1"),
    ("an encrypted PDF without a password", pdfs.encrypted(user=""), "FILE-1"),
    ("a broken PDF", hostile.broken_pdf(), "FILE-1"),
    ("a PDF of two minds", hostile.pdf_with_two_counts(), "FILE-1"),
    ("a PDF without pages", pdfs.without_pages(), "FILE-1"),
    ("a bomb", hostile.png_bomb(), "FILE-1"),
    ("a GIF", scans.other_format("GIF"), "MAT-12"),
    ("a text", b"hello", "MAT-12"),
    ("an archive", hostile.archive([("a", b"b")]), "MAT-12"),
    ("a web page", b"<html><body>x</body></html>", "MAT-12"),
    ("noise", hostile.random_bytes(), "MAT-12"),
    ("too large by a byte", folders.picture().ljust(3_000_001, b"\0"), "MAT-13"),
    ("a script", pdfs.with_javascript(), "FILE-2"),
    ("files inside", pdfs.with_attachment(), "FILE-2"),
    ("a form", pdfs.with_xfa(), "FILE-2"),
    ("a digital signature", pdfs.signed(), "FILE-2"),
    ("too coarse", scans.page(600, 850), "FILE-3"),
    ("blank", scans.page(860, 1200, ()), "FILE-3"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "rule"), [pytest.param(*entry[1:], id=entry[0]) for entry in FILES])
def test_a_file_gives_one_rule_alone(run, tmp_path, data, rule):
    told = changed(counter(), **{f"{LEGAL}.file": "scan.jpg"})
    assert said(run, tmp_path, told, {"scan.jpg": data}) == [(rule, "legal.identity")]


@pytest.mark.parametrize(
    "data",
    [
        folders.picture().ljust(3_000_000, b"\0"),
        folders.picture() + b"trailing",
        scans.page(860, 1200, gps=True),
    ],
    ids=["3 000 000 bytes", "bytes after the end", "metadata"],
)
def test_what_does_not_block_in_a_file(run, tmp_path, data):
    told = changed(counter(), **{f"{LEGAL}.file": "scan.jpg"})
    assert said(run, tmp_path, told, {"scan.jpg": data}) == []


@pytest.mark.parametrize(
    ("name", "data", "renamed"),
    [("a.png", folders.picture(), True), ("a.jpg", pdfs.text_pdf(), True), ("a", folders.picture(), True),
     ("a.JPEG", folders.picture(), False), ("a.PDF", pdfs.text_pdf(), False)],
)  # fmt: skip
def test_FILE_4_a_right_format_under_a_wrong_name(run, tmp_path, name, data, renamed):
    told = changed(counter(), **{f"{LEGAL}.file": name})
    infos = said(run, tmp_path, told, {name: data}, ("info",))
    assert (("FILE-4", "legal.identity") in infos) is renamed


FIELDS = [
    ({"kind": GONE}, [("FIELD-1", "kind")]),
    ({"unit.name": " "}, [("FIELD-1", "unit.name")]),
    ({"unit.uscc": GONE}, [("FIELD-1", "unit.uscc")]),
    ({"unit.registered_address": "　"}, [("FIELD-1", "unit.registered_address")]),
    ({"unit.uscc": "911100001000013428"}, [("FIELD-2", "unit.uscc")]),
    ({"unit.customs_code": "320196"}, [("FIELD-2", "unit.customs_code")]),
    ({"unit.postal_code": "2100"}, [("FIELD-2", "unit.postal_code")]),
    ({"unit.phone": "12"}, [("FIELD-2", "unit.phone")]),
    ({"unit.issuing_office": GONE}, [("UNIT-1", "unit.issuing_office")]),
    ({"unit.issuing_office": "shanghai"}, [("UNIT-1", "unit.issuing_office")]),
    ({"legal_representative.name": ""}, [("FIELD-1", "legal_representative.name")]),
    ({"legal_representative.id_type": ""}, [("FIELD-1", "legal_representative.id_type")]),
    ({"legal_representative.phone": ""}, [("LEGAL-1", "legal_representative.phone")]),
    ({"legal_representative.phone": "5881"}, [("LEGAL-1", "legal_representative.phone")]),
    ({"operators[0].id_number": "110105194912310021"}, [("FIELD-2", "operators[0].id_number")]),
    ({"operators[1].mobile": ""}, [("FIELD-1", "operators[1].mobile")]),
    ({"operators[1].mobile": "025-58812345"}, [("FIELD-2", "operators[1].mobile")]),
    ({"operators[0].state": GONE}, [("OPER-5", "operators[0]")]),
    ({"operators[0].state": "draft", "operators[0].name": ""},
     [("OPER-5", "operators[0]"), ("FIELD-1", "operators[0].name")]),
    ({"handler": {}}, [("HAND-2", "handler")]),
    ({"handler": GONE}, [("HAND-2", "handler")]),
    ({"handler.operator": 7}, [("HAND-2", "handler")]),
    ({"handler.operator": -1}, [("HAND-2", "handler")]),
    ({"handler": {"who": "operator"}}, [("HAND-2", "handler")]),
    ({"handler.operator": 9, "handler.mobile": "12"}, [("HAND-2", "handler")]),
    ({"handler.mobile": "025-58812345"}, [("HAND-3", "handler.mobile")]),
    ({"operators[0].mobile": "12"}, [("FIELD-2", "operators[0].mobile")]),
    ({"operators[0].mobile": ""}, [("FIELD-1", "operators[0].mobile")]),
    ({"operators[0].mobile": "12", "handler.mobile": "13800138000"}, [("FIELD-2", "operators[0].mobile")]),
    ({"handler": {"who": "legal-representative"}}, []),
    ({"handler": {"who": "legal-representative"}, "legal_representative.phone": "025-58812345"},
     [("HAND-3", "handler.mobile")]),
    ({"handler": {"who": "other", **OTHER, "mobile": "13800138000"}}, [("MAT-1", "handler.identity")]),
    ({"handler": {"who": "other", "mobile": "13800138000"}},
     [("MAT-1", "handler.identity"), ("FIELD-1", "handler.name"), ("FIELD-1", "handler.id_type"),
      ("FIELD-1", "handler.id_number")]),
    ({"remark": ""}, [("HAND-4", "remark")]),
    ({"remark": GONE}, [("HAND-4", "remark")]),
    ({"remark": "柜台取卡"}, [("HAND-4", "remark")]),
    ({"collection": GONE}, [("HAND-5", "collection.way")]),
    ({"collection.outlet": GONE}, [("HAND-5", "collection.outlet")]),
    ({"collection.outlet": "suzhou"}, [("HAND-5", "collection.outlet")]),
    ({"declaration": GONE}, [("VIEW-3", "declaration")]),
]  # fmt: skip


@pytest.mark.parametrize(("places", "expected"), FIELDS, ids=[str(entry[0])[:60] for entry in FIELDS])
def test_a_field_gives_its_rule_at_its_place(run, tmp_path, places, expected):
    assert sorted(said(run, tmp_path, changed(counter(), **places))) == sorted(expected)


MAIL = [
    ({LETTER: None}, [("UNIT-3", "unit.other")]),
    ({f"{LETTER}.attested": {}}, [("UNIT-3", "unit.other")]),
    ({f"{LETTER}.attested.seal": "no"}, [("UNIT-3", "unit.other")]),
    ({f"{LETTER}.attested.seal": "special"}, [("UNIT-3", "unit.other")]),
    ({f"{LETTER}.attested.seal": "copy"}, [("UNIT-3", "unit.other")]),
    ({"collection.recipient": ""}, [("HAND-6", "collection.recipient")]),
    ({"collection.address": " "}, [("HAND-6", "collection.address")]),
    ({"collection.mobile": ""}, [("HAND-6", "collection.mobile")]),
    ({"collection.mobile": "025-58812345"}, [("HAND-6", "collection.mobile")]),
    ({"collection.recipient": "别人"}, [("HAND-4", "remark")]),
]


@pytest.mark.parametrize(("places", "expected"), MAIL, ids=[str(entry[0]) for entry in MAIL])
def test_collection_by_mail(run, tmp_path, places, expected):
    told = mail()
    for path, value in places.items():
        folders.put(told, path, GONE if value is None else value)
    assert said(run, tmp_path, told) == expected


@pytest.mark.parametrize(
    ("letter", "expected"),
    [({"seal": "yes"}, [("HAND-7", "unit.other")]),
     ({"seal": "yes", "signature": "yes"}, [("HAND-7", "unit.other")]),
     ({"seal": "yes", "legal_seal": "yes"}, [("HAND-7", "unit.other")]),
     ({"seal": "yes", "signature": "yes", "legal_seal": "no"}, [("HAND-7", "unit.other")]),
     ({"seal": "no", "signature": "yes", "legal_seal": "yes"}, [("UNIT-3", "unit.other")]),
     ({}, [("UNIT-3", "unit.other")])],
)  # fmt: skip
def test_HAND_7_another_address_asks_more_of_the_letter(run, tmp_path, letter, expected):
    assert said(run, tmp_path, mail_elsewhere(**letter)) == expected


@pytest.mark.parametrize(
    ("spelling", "same"),
    [("南京市江宁区秣周东路8号", True), ("江宁区秣周东路8号", True),
     ("江苏省 南京市，江宁区秣周东路８号", True),
     ("浙江省南京市江宁区秣周东路8号", False), ("苏州市江宁区秣周东路8号", False),
     ("江苏省南京市江宁区秣周东路18号", False)],
)  # fmt: skip
def test_HAND_7_spellings_of_the_registered_address(run, tmp_path, spelling, same):
    told = mail()
    remark = told["remark"].replace(told["collection"]["address"], spelling)
    changed(told, **{"collection.address": spelling, "remark": remark})
    assert said(run, tmp_path, told) == ([] if same else [("HAND-7", "unit.other")])


def test_OPER_6_stands_at_the_second_and_each_later_operator(run, tmp_path):
    told = folders.document(cases.complete(3))
    number = told["operators"][0]["id_number"]
    changed(told, **{"operators[1].id_number": number, "operators[2].id_number": number})
    assert said(run, tmp_path, told) == [(("OPER-6"), f"operators[{index}].id_number") for index in (1, 2)]


FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９x")


def test_OPER_6_folded_spellings_are_the_same_and_no_FIELD_2(run, tmp_path):
    told = counter()
    number = "11010519491231002X"
    spelt = f" {number.translate(FULL_WIDTH)} "
    changed(told, **{"operators[0].id_number": number, "operators[1].id_number": spelt})
    found = said(run, tmp_path, told, severities=("block",))
    assert found == [("OPER-6", "operators[1].id_number")]


def test_OPER_6_a_permit_is_told_by_its_first_nine_characters(run, tmp_path):
    told = counter()
    for index, issue in enumerate((None, 3)):
        changed(told, **{f"operators[{index}].id_type": "hk-macao-permit",
                         f"operators[{index}].id_number": people.hk_macao_permit(4, issue)})  # fmt: skip
    assert ("OPER-6", "operators[1].id_number") in said(run, tmp_path, told)


@pytest.mark.parametrize(("count", "expected"), [(10, []), (11, [("APP-2", "operators")])])
def test_APP_2_at_most_ten_operators(run, tmp_path, count, expected):
    assert said(run, tmp_path, folders.document(cases.complete(count))) == expected


def test_APP_2_at_least_one_operator(run, tmp_path):
    told = folders.document(cases.complete(0))
    changed(told, handler={"who": "legal-representative"})
    assert said(run, tmp_path, told) == [("APP-2", "operators")]


def test_APP_3_and_APP_4_are_counted(run, tmp_path):
    told = folders.document(cases.complete(3, kind=Kind.NEW_ENTRANT))
    infos = said(run, tmp_path, told, severities=("info",))
    assert {rule for rule, where in infos if where == "case"} == {"APP-3", "APP-4", "VIEW-5"}


def test_FILE_4_the_papers_of_a_handler_who_needs_none(run, tmp_path):
    told = attach(counter(), "handler.identity", "handler.jpg", attested=SEEN)
    assert ("FILE-4", "handler.identity") in said(run, tmp_path, told, severities=("info",))
    assert said(run, tmp_path, told) == []


@pytest.mark.parametrize(
    ("today", "expected"), [("2026-11-26", [("APP-6", "case")]), ("2026-12-30", [("APP-6", "case")])]
)
def test_APP_6_returned_is_a_warning_while_it_runs_and_when_it_is_past(run, tmp_path, today, expected):
    told = changed(counter(), status=[{"state": "returned", "date": "2026-11-20", "reason": "照片不清"}])
    ran = run("check", folders.write(tmp_path / "case", told), "--json", "--today", today)
    assert ran.rules("block", "warn") == expected


def test_VIEW_4_an_acknowledged_warning_is_no_longer_open(run, tmp_path):
    place = {f"{FIRST}.attested.date": "2026-01-05"}
    told = changed(counter(), **place)
    assert said(run, tmp_path, told) == [("DATE-2", "operators[0].identity")]
    told["acknowledged"] = [{"rule": "DATE-2", "where": "operators[0].identity", "reason": "同一份材料"}]
    folder = folders.write(tmp_path / "acknowledged", told)
    ran = run("check", folder, "--json", "--today", TODAY)
    assert (ran.code, [f["acknowledged"] for f in ran.document["findings"] if f["rule"] == "DATE-2"]) == (
        0,
        [True],
    )


@pytest.mark.parametrize("change", [{"reason": " "}, {"about": "0" * 32}, {"file": "another.jpg"}])
def test_VIEW_4_an_acknowledgement_that_does_not_count(run, tmp_path, change):
    told = changed(counter(), **{f"{FIRST}.attested.date": "2026-01-05"})
    entry = {"rule": "DATE-2", "where": "operators[0].identity", "reason": "同一份材料"}
    told["acknowledged"] = [entry | change]
    assert ("DATE-2", "operators[0].identity") in said(run, tmp_path, told)


def test_VIEW_4_what_blocks_cannot_be_acknowledged(run, tmp_path):
    told = changed(counter(), **{"unit.name": ""})
    told["acknowledged"] = [{"rule": "FIELD-1", "where": "unit.name", "reason": "不想填"}]
    assert said(run, tmp_path, told) == [("FIELD-1", "unit.name")]
