"""The shape of each answer, key by key (CASE_FORMAT.md, “What the commands print with --json”)."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from cardprep.case.facts import FIELD_NAMES
from cardprep.case.model import Kind
from making import cases, folders, hostile, large, pdfs, scans
from making.folders import changed

DAY = ("--json", "--today", "2026-11-23")
FINDING = {"rule", "severity", "where", "message", "remedy", "acknowledged", "about"}
EXPORTED = {"bundle", "checklist", "confirmation", "letter", "draft", "findings"}


@pytest.fixture
def good(tmp_path):
    return folders.write(tmp_path / "case", folders.document())


def with_old_date(told):
    return changed(told, **{"attachments[2].attested.date": "2026-01-05"})


def test_check_tells_findings_cards_and_remark(run, good):
    told = run("check", good, *DAY).document
    assert set(told) == {"findings", "cards", "remark"}
    assert told["cards"] == {"legal_free": 0, "operator_free": 0, "to_buy": 2}
    assert told["remark"] == "柜台取卡：吴江"


def test_a_finding_has_these_keys_and_a_file_where_it_is_about_one(run, tmp_path):
    folder = folders.write(tmp_path, with_old_date(folders.document()))
    findings = run("check", folder, *DAY).document["findings"]
    by_rule = {found["rule"]: found for found in findings}
    assert set(by_rule["DATE-2"]) == FINDING | {"file"}
    assert by_rule["DATE-2"]["file"] == "operators[0].identity.jpg"
    assert set(by_rule["LEGAL-3"]) == FINDING
    assert {found["severity"] for found in findings} <= {"block", "warn", "info"}
    assert all(isinstance(found["message"], str) and found["message"] for found in findings)


def test_the_about_of_a_finding_may_stand_in_an_acknowledgement(run, tmp_path):
    told = with_old_date(folders.document())
    found = run("check", folders.write(tmp_path, told), *DAY).document["findings"]
    about = next(f["about"] for f in found if f["rule"] == "DATE-2")
    entry = {"rule": "DATE-2", "where": "operators[0].identity", "reason": "可以", "about": about}
    entry |= {"by": "王", "at": "2026-11-23T10:00:00+08:00"}
    assert run("check", folders.write(tmp_path, told | {"acknowledged": [entry]}), *DAY).code == 0


def test_a_new_entrant_gets_one_card_of_each_kind_free(run, tmp_path):
    told = folders.document(cases.complete(3, kind=Kind.NEW_ENTRANT))
    cards = run("check", folders.write(tmp_path, told), *DAY).document["cards"]
    assert cards == {"legal_free": 1, "operator_free": 1, "to_buy": 2}


def test_check_says_the_same_of_a_folder_a_document_and_a_bundle(run, good, tmp_path):
    bundle = run("export", good, "-o", tmp_path / "out", *DAY).document["bundle"]
    answers = [run("check", place, *DAY) for place in (good, good / "case.json", bundle)]
    assert len({(answer.code, answer.out) for answer in answers}) == 1


def test_findings_stand_in_the_order_of_the_screens(run, tmp_path):
    told = changed(folders.document(cases.complete(3)), remark="", declaration=False)
    changed(
        told,
        **{
            "unit.name": "",
            "operators[2].name": "",
            "operators[1].name": "",
            "legal_representative.name": "",
        },
    )
    found = run("check", folders.write(tmp_path, told), *DAY).rules("block")
    places = [
        "unit.name",
        "legal_representative.name",
        "operators[1].name",
        "operators[2].name",
        "remark",
        "declaration",
    ]
    assert [where for _, where in found] == places


@pytest.mark.parametrize("mail", [False, True])
def test_export_tells_the_paths_as_given(run, tmp_path, monkeypatch, mail):
    folders.write(tmp_path / "case", folders.document(cases.complete(mail=mail)))
    monkeypatch.chdir(tmp_path)
    told = run("export", "case", "-o", "out", *DAY).document
    assert set(told) == EXPORTED
    paths = [told[name] for name in ("bundle", "checklist", "confirmation", "letter") if told[name]]
    assert len(paths) == (4 if mail else 3)
    assert (told["letter"] is not None) is mail
    assert all(Path(path).parent == Path("out") and Path(path).is_file() for path in paths)
    assert sorted(Path("out").iterdir()) == sorted(map(Path, paths))
    assert told["draft"] is False


def test_an_export_that_is_refused_tells_why_and_writes_nothing(run, tmp_path):
    folder = folders.write(tmp_path / "case", with_old_date(folders.document()))
    ran = run("export", folder, "-o", tmp_path / "out", *DAY)
    assert (ran.code, set(ran.document)) == (1, EXPORTED)
    assert [ran.document[name] for name in ("bundle", "checklist", "confirmation", "letter")] == [None] * 4
    assert ran.rules("warn") == [("DATE-2", "operators[0].identity")]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("is_open", [True, False])
def test_a_draft_is_written_all_the_same_and_says_so(run, tmp_path, is_open):
    told = folders.document()
    folder = folders.write(tmp_path / "case", with_old_date(told) if is_open else told)
    ran = run("export", folder, "-o", tmp_path / "out", "--draft", *DAY)
    assert (ran.code, ran.document["draft"]) == (1 if is_open else 0, True)
    assert Path(ran.document["bundle"]).is_file()
    assert run("verify", ran.document["bundle"], "--json").document["draft"] is True


def test_a_second_export_overwrites_nothing(run, good, tmp_path):
    first, second = (run("export", good, "-o", tmp_path / "out", *DAY).document for _ in range(2))
    assert Path(second["bundle"]).stem == Path(first["bundle"]).stem + " (2)"
    assert len(list((tmp_path / "out").iterdir())) == 6
    assert Path(first["bundle"]).read_bytes() == Path(second["bundle"]).read_bytes()


def test_verify_tells_ok_draft_and_problems(run, good, tmp_path):
    bundle = Path(run("export", good, "-o", tmp_path / "out", *DAY).document["bundle"])
    with zipfile.ZipFile(bundle, "a") as archive:
        archive.writestr("extra.txt", b"x")
    ran = run("verify", bundle, "--json")
    assert (ran.code, set(ran.document), ran.document["ok"]) == (1, {"ok", "draft", "problems"}, False)
    (problem,) = ran.document["problems"]
    assert set(problem) == {"code", "file", "message"}
    assert (problem["code"], problem["file"]) == ("bundle-extra-file", "extra.txt")


INSPECTED = {
    "file",
    "format",
    "bytes",
    "sha256",
    "pages",
    "problems",
    "seal",
    "wording",
    "signature",
    "date",
    "fields",
}
ELEMENT = {"status", "text", "score", "reason", "boxes"}


def test_inspect_tells_what_is_on_the_page(run, good):
    path = good / "legal.identity.jpg"
    told = run("inspect", path, *DAY).document
    data = path.read_bytes()
    assert set(told) == INSPECTED
    assert (told["file"], told["format"], told["bytes"]) == (str(path), "jpeg", len(data))
    assert told["sha256"] == hashlib.sha256(data).hexdigest()
    assert told["pages"] == [{"width": 860, "height": 1200, "turn": 0}]
    assert told["problems"] == []


def test_inspect_tells_each_element_and_field(run, good):
    told = run("inspect", good / "legal.identity.jpg", *DAY).document
    assert set(told["seal"]) == set(told["wording"]) == ELEMENT | {"kind"}
    assert set(told["signature"]) == ELEMENT
    assert set(told["date"]) == ELEMENT | {"value"}
    assert set(told["fields"]) == set(FIELD_NAMES)
    for name in ("seal", "wording", "signature", "date"):
        assert told[name]["status"] in ("found", "missing", "uncertain")
        assert 0 <= told[name]["score"] <= 1
    assert told["seal"]["kind"] in (
        "company",
        "special",
        "other-company",
        "grey",
        "registrar",
        "unread",
        "none",
    )
    assert told["wording"]["kind"] in ("handwritten", "typed", "unsure", "none")


def test_nothing_is_said_to_be_absent_that_nobody_looked_for(run, good):
    told = run("inspect", good / "legal.identity.jpg", *DAY).document
    for name in ("seal", "wording"):
        assert told[name]["kind"] != "none" or told[name]["status"] != "uncertain"


PROBLEMS = [
    ("a.jpg", b"", ("FILE-1", "empty"), "unknown"),
    ("a.jpg", hostile.cut_at(scans.page(860, 1200), 0.5), ("FILE-1", "damaged"), "jpeg"),
    ("a.pdf", pdfs.encrypted(), ("FILE-1", "encrypted"), "pdf"),
    ("a.pdf", pdfs.with_javascript(), ("FILE-2", "javascript"), "pdf"),
    ("a.jpg", pdfs.text_pdf(), ("FILE-4", "renamed"), "pdf"),
    ("a.png", scans.other_format("GIF"), ("MAT-12", "mat-12"), "gif"),
    ("a.jpg", scans.page(860, 1200, ()), ("FILE-3", "blank"), "jpeg"),
]


@pytest.mark.parametrize(("name", "data", "problem", "fmt"), PROBLEMS)
def test_inspect_tells_the_problems_of_the_file(run, tmp_path, name, data, problem, fmt):
    (tmp_path / name).write_bytes(data)
    ran = run("inspect", tmp_path / name, *DAY)
    assert (ran.code, ran.document["format"]) == (0, fmt)
    assert [(p["rule"], p["code"]) for p in ran.document["problems"]] == [problem]
    assert set(ran.document["problems"][0]) == {"rule", "code", "message"}


def test_inspect_shows_pages_upright(run, tmp_path):
    (tmp_path / "a.jpg").write_bytes(scans.page(1200, 860, exif_orientation=6))
    (tmp_path / "a.pdf").write_bytes(pdfs.scan_pdf(2, rotate=90))
    assert run("inspect", tmp_path / "a.jpg", *DAY).document["pages"] == [
        {"width": 860, "height": 1200, "turn": 90}
    ]
    assert (
        run("inspect", tmp_path / "a.pdf", *DAY).document["pages"]
        == [{"width": 1754, "height": 1240, "turn": 90}] * 2
    )


def test_inspect_batch_tells_one_object_a_line_and_a_file_each(run, tmp_path):
    for name in ("b.jpg", "a.txt", "c.pdf"):
        (tmp_path / name).write_bytes(folders.picture() if name == "b.jpg" else b"x")
    (tmp_path / "folder").mkdir()
    ran = run("inspect", "--batch", tmp_path, *DAY)
    told = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.code, [Path(one["file"]).name for one in told]) == (0, ["a.txt", "b.jpg", "c.pdf"])
    assert all(set(one) == INSPECTED for one in told)


@pytest.mark.parametrize(
    ("data", "reached", "changed"),
    [
        (folders.picture().ljust(3_000_000, b"\0"), True, False),
        (folders.picture().ljust(3_000_001, b"\0"), True, True),
        (large.scan_pdf(2), True, True),
        (large.heavy_text_pdf(), False, False),
    ],
)
def test_fit_tells_sizes_and_whether_it_was_reached(run, tmp_path, data, reached, changed):
    source, target, size = tmp_path / "a.jpg", tmp_path / "b.jpg", len(data)
    source.write_bytes(data)
    ran = run("fit", source, "-o", target, "--json")
    assert set(ran.document) == {"bytes_in", "bytes_out", "changed", "reached", "message"}
    assert (ran.code, ran.document["reached"], ran.document["bytes_in"]) == (
        0 if reached else 1,
        reached,
        size,
    )
    assert target.exists() is reached
    assert ran.document["changed"] is changed
    assert ran.document["bytes_out"] == (target.stat().st_size if reached else None)
    assert not reached or target.stat().st_size <= 3_000_000
    assert source.read_bytes() == data


def test_fit_may_write_over_its_own_input(run, tmp_path):
    source = tmp_path / "a.jpg"
    source.write_bytes(folders.picture())
    assert run("fit", source, "-o", source, "--json").code == 0
    assert source.read_bytes() == folders.picture()


@pytest.mark.parametrize(("language", "word"), [("zh_CN", "校验位"), ("en", "check digit")])
def test_messages_are_in_the_language_that_was_asked_for(run, tmp_path, language, word):
    told = changed(folders.document(), **{"unit.uscc": "911100001000013428"})
    ran = run("check", folders.write(tmp_path, told), *DAY, "--lang", language)
    assert word in next(f["message"] for f in ran.document["findings"] if f["rule"] == "FIELD-2")


def test_a_lone_surrogate_in_a_value_does_not_break_the_answer(run, tmp_path):
    folder = folders.write(tmp_path / "case", changed(folders.document(), **{"unit.name": "公司\ud83d"}))
    assert run("check", folder, *DAY).code == 1
    ran = run("export", folder, "-o", tmp_path / "out", "--draft", *DAY)
    assert ran.code == 1
    assert run("verify", ran.document["bundle"], "--json").code == 0
