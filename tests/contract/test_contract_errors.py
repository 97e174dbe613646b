"""Whatever is no case, no file or no command: exit 2, one object on standard output, a sentence beside it."""

from __future__ import annotations

import json
import os

import pytest

from making import cases, folders
from making.folders import GONE, attach, changed

FIRST = "attachments[0]"
DEEP = "[" * 100_000
STATUS = {"state": "returned", "date": "2026-11-20"}

WRONG = [
    # the document as a whole
    ("another format", {"format": "cardprep-case/2"}, "format"),
    ("no format", {"format": GONE}, "format"),
    ("a format that is no text", {"format": 1}, "format"),
    # keys
    ("an unknown key", {"note": "x"}, "note"),
    ("an unknown key of the firm", {"unit.fax": "x"}, "unit.fax"),
    ("an unknown key of an operator", {"operators[1].phone": "x"}, "operators[1].phone"),
    ("an unknown key of the handler", {"handler.phone": "x"}, "handler.phone"),
    ("an unknown key of the collection", {"collection.city": "x"}, "collection.city"),
    ("an unknown key of a file", {f"{FIRST}.name": "x"}, f"{FIRST}.name"),
    ("an unknown element", {f"{FIRST}.attested.stamp": "yes"}, f"{FIRST}.attested.stamp"),
    # types
    ("a firm that is a list", {"unit": []}, "unit"),
    ("a firm that is null", {"unit": None}, "unit"),
    ("a name that is a number", {"unit.name": 7}, "unit.name"),
    ("a mobile that is a number", {"operators[1].mobile": 13800138000}, "operators[1].mobile"),
    ("a mobile that is null", {"operators[0].mobile": None}, "operators[0].mobile"),
    ("operators that are an object", {"operators": {}}, "operators"),
    ("an operator who is a text", {"operators[1]": "李四"}, "operators[1]"),
    ("a handler who is a text", {"handler": "operator"}, "handler"),
    ("an index that is a text", {"handler.operator": "0"}, "handler.operator"),
    ("an index that is a fraction", {"handler.operator": 0.5}, "handler.operator"),
    ("an index that is true", {"handler.operator": True}, "handler.operator"),
    ("an index beyond all numbers", {"handler.operator": 1e400}, "case"),
    ("a remark that is a list", {"remark": []}, "remark"),
    ("a declaration that is a text", {"declaration": "true"}, "declaration"),
    ("a declaration that is a number", {"declaration": 1}, "declaration"),
    ("attachments that are null", {"attachments": None}, "attachments"),
    ("an attachment that is a text", {FIRST: "licence.jpg"}, FIRST),
    ("an attestation that is a text", {f"{FIRST}.attested": "yes"}, f"{FIRST}.attested"),
    ("an element that is true", {f"{FIRST}.attested.seal": True}, f"{FIRST}.attested.seal"),
    ("foreign_language as a text", {f"{FIRST}.foreign_language": "yes"}, f"{FIRST}.foreign_language"),
    ("an acknowledgement that is a text", {"acknowledged": ["VIEW-2"]}, "acknowledged[0]"),
    # choices and dates
    ("an unknown kind", {"kind": "renewal"}, "kind"),
    ("an unknown id_type", {"operators[0].id_type": "driving-licence"}, "operators[0].id_type"),
    ("an unknown state", {"operators[1].state": "done"}, "operators[1].state"),
    ("an unknown handler", {"handler.who": "nobody"}, "handler.who"),
    ("an unknown way", {"collection.way": "courier"}, "collection.way"),
    ("an unknown answer", {f"{FIRST}.attested.seal": "maybe"}, f"{FIRST}.attested.seal"),
    ("an unknown wording", {f"{FIRST}.attested.wording": "copy"}, f"{FIRST}.attested.wording"),
    ("a date in words", {f"{FIRST}.attested.date": "20 Nov 2026"}, f"{FIRST}.attested.date"),
    ("a day that is not in the calendar", {f"{FIRST}.attested.date": "2026-02-30"}, f"{FIRST}.attested.date"),
    ("a date without dashes", {f"{FIRST}.attested.date": "20261120"}, f"{FIRST}.attested.date"),
    ("a week date", {f"{FIRST}.attested.date": "2026-W47-1"}, f"{FIRST}.attested.date"),
    ("a date with a time", {f"{FIRST}.expires": "2026-11-20T10:00"}, f"{FIRST}.expires"),
    ("a turn of 45 degrees", {f"{FIRST}.turn": 45}, f"{FIRST}.turn"),
    # slots and files
    ("an unknown slot", {f"{FIRST}.slot": "unit.licence"}, f"{FIRST}.slot"),
    ("a slot without its index", {f"{FIRST}.slot": "operators.identity"}, f"{FIRST}.slot"),
    ("a slot with a strange index", {f"{FIRST}.slot": "operators[01].identity"}, f"{FIRST}.slot"),
    ("no slot", {f"{FIRST}.slot": GONE}, f"{FIRST}.slot"),
    ("no file", {f"{FIRST}.file": GONE}, f"{FIRST}.file"),
    ("a blank file", {f"{FIRST}.file": " "}, f"{FIRST}.file"),
    ("an operator who is not there", {f"{FIRST}.slot": "operators[2].identity"}, f"{FIRST}.slot"),
    ("another who is not there", {f"{FIRST}.slot": "operators[9999].translation"}, f"{FIRST}.slot"),
    ("a file that is not there", {f"{FIRST}.file": "absent.jpg"}, f"{FIRST}.file"),
    ("a folder in place of a file", {f"{FIRST}.file": "folder"}, f"{FIRST}.file"),
    ("the folder itself", {f"{FIRST}.file": "."}, f"{FIRST}.file"),
    ("an absolute path", {f"{FIRST}.file": "/etc/hostname"}, f"{FIRST}.file"),
    ("an absolute path of Windows", {f"{FIRST}.file": "C:\\a.jpg"}, f"{FIRST}.file"),
    ("a path on a share", {f"{FIRST}.file": "\\\\server\\a.jpg"}, f"{FIRST}.file"),
    ("a path upwards", {f"{FIRST}.file": "../outside.jpg"}, f"{FIRST}.file"),
    ("a path upwards and back", {f"{FIRST}.file": "../case/legal.identity.jpg"}, f"{FIRST}.file"),
    ("a path upwards in the middle", {f"{FIRST}.file": "folder/../../outside.jpg"}, f"{FIRST}.file"),
    ("a path upwards with backslashes", {f"{FIRST}.file": "..\\outside.jpg"}, f"{FIRST}.file"),
    ("a path with a null", {f"{FIRST}.file": "a\0.jpg"}, f"{FIRST}.file"),
    ("a file name that is too long", {f"{FIRST}.file": "a" * 3_000}, f"{FIRST}.file"),
    ("a file name of a lone surrogate", {f"{FIRST}.file": "\ud800.jpg"}, f"{FIRST}.file"),
    # the rest
    ("a rule pack that is not here", {"rulebook": "guangdong"}, "rulebook"),
    ("a rule pack upwards", {"rulebook": "../rulebooks/jiangsu"}, "rulebook"),
    ("an acknowledgement without a rule", {"acknowledged": [{"where": "x"}]}, "acknowledged[0].rule"),
    ("an acknowledgement without a place", {"acknowledged": [{"rule": "VIEW-2"}]}, "acknowledged[0].where"),
    ("a status without a state", {"status": [{"date": "2026-11-20"}]}, "status[0].state"),
    ("a status without a date", {"status": [STATUS, {"state": "done"}]}, "status[1].date"),
    ("an unknown status", {"status": [STATUS | {"state": "lost"}]}, "status[0].state"),
    ("a text without end", {"remark": "字" * 4_001}, "remark"),
]  # fmt: skip


@pytest.mark.parametrize(("places", "where"), [pytest.param(*entry[1:], id=entry[0]) for entry in WRONG])
def test_a_wrong_case_is_an_error_that_names_the_place(run, tmp_path, places, where):
    folder = folders.write(tmp_path / "case", folders.document(), {"folder/x": b"", "../outside.jpg": b""})
    told = json.dumps(changed(folders.document(), **places))
    (folder / "case.json").write_text(told, "utf-8")
    ran = run("check", folder, "--json", "--today", "2026-11-23")
    assert (ran.code, ran.where) == (2, where)
    assert ran.document["error"]["message"]
    assert ran.err.strip()


TEXTS = [
    ("nothing", b""),
    ("blanks", b" \n\t"),
    ("no JSON", b"{"),
    ("a trailing comma", b'{"format": "cardprep-case/1",}'),
    ("two documents", b'{"format": "cardprep-case/1"} {}'),
    ("a list", b"[]"),
    ("a text", b'"cardprep-case/1"'),
    ("null", b"null"),
    ("NaN", b'{"format": "cardprep-case/1", "handler": {"operator": NaN}}'),
    ("infinity", b'{"format": "cardprep-case/1", "handler": {"operator": -Infinity}}'),
    ("binary", bytes(range(256)) * 8),
    ("UTF-16", '{"format": "cardprep-case/1"}'.encode("utf-16")),
    ("GBK", '{"format": "cardprep-case/1", "remark": "柜台"}'.encode("gbk")),
    ("cut in a character", '{"format": "cardprep-case/1", "remark": "柜'.encode()[:-1]),
    ("nested without end", DEEP.encode()),
    ("nested in a value", f'{{"format": "cardprep-case/1", "unit": {DEEP}'.encode()),
    ("a number without end", b'{"format": "cardprep-case/1", "operators": ' + b"9" * 100_000 + b"}"),
    ("the same key twice", b'{"format": "cardprep-case/1", "remark": "a", "remark": "b"}'),
    ("the same key twice, deep", b'{"format": "cardprep-case/1", "unit": {"name": "a", "name": "a"}}'),
    ("five megabytes", b'{"format": "cardprep-case/1", "remark": "' + b"a" * 5_000_000 + b'"}'),
    ("an archive", b"PK\x05\x06" + bytes(18)),
]  # fmt: skip


@pytest.mark.parametrize("data", [pytest.param(entry[1], id=entry[0]) for entry in TEXTS])
def test_what_is_no_document_is_an_error(run, tmp_path, data):
    ran = run("check", folders.write(tmp_path, data), "--json")
    assert ran.code == 2
    assert ran.where


@pytest.mark.parametrize("text", ["﻿", "\n  "])
def test_a_mark_of_UTF_8_and_blanks_before_the_document_are_no_error(run, tmp_path, text):
    told = text + json.dumps(folders.document(cases.complete(0)), ensure_ascii=False)
    folder = folders.write(
        tmp_path,
        told,
        {f"{slot}.jpg": folders.picture() for slot in ("unit.qualification", "legal.identity")},
    )
    assert run("check", folder, "--json").code == 1


@pytest.mark.parametrize(
    "missing", ["unit", "operators", "handler", "collection", "attachments", "kind", "rulebook"]
)
def test_a_case_may_be_incomplete(run, tmp_path, missing):
    told = folders.document()
    if missing == "operators":
        told["attachments"] = [a for a in told["attachments"] if not a["slot"].startswith("operators")]
    folder = folders.write(tmp_path, changed(told, **{missing: GONE}))
    ran = run("check", folder, "--json", "--today", "2026-11-23")
    assert ran.code == (0 if missing == "rulebook" else 1)


def test_only_the_format_must_be_there(run, tmp_path):
    ran = run("check", folders.write(tmp_path, {"format": "cardprep-case/1"}), "--json")
    assert ran.code == 1
    assert ran.document["cards"] == {"legal_free": 0, "operator_free": 0, "to_buy": 0}
    assert ran.document["remark"] is None


@pytest.mark.parametrize("depth", ["licence.jpg", "deep/licence.jpg"])
def test_a_link_that_leads_out_is_an_error(run, tmp_path, depth):
    (tmp_path / "outside.jpg").write_bytes(folders.picture())
    told = changed(folders.document(), **{f"{FIRST}.file": depth})
    folder = folders.write(tmp_path / "case", told)
    (folder / depth).unlink()
    (folder / depth).symlink_to(tmp_path / "outside.jpg")
    ran = run("check", folder, "--json")
    assert (ran.code, ran.where) == (2, f"{FIRST}.file")


def test_a_folder_that_is_a_link_and_leads_out_is_an_error(run, tmp_path):
    (tmp_path / "outside").mkdir()
    folder = folders.write(tmp_path / "case", folders.document())
    (tmp_path / "outside/licence.jpg").write_bytes(folders.picture())
    (folder / "inside").symlink_to(tmp_path / "outside")
    folders.write(folder, changed(folders.document(), **{f"{FIRST}.file": "inside/licence.jpg"}))
    assert run("check", folder, "--json").where == f"{FIRST}.file"


def test_a_link_that_stays_inside_is_none(run, tmp_path):
    told = changed(folders.document(), **{f"{FIRST}.file": "link.jpg"})
    folder = folders.write(tmp_path / "case", told)
    (folder / "link.jpg").rename(folder / "real.jpg")
    (folder / "link.jpg").symlink_to("real.jpg")
    assert run("check", folder, "--json", "--today", "2026-11-23").code == 0


def test_the_same_file_twice_in_one_slot_is_an_error(run, tmp_path):
    told = attach(folders.document(), "unit.qualification", "unit.qualification.jpg")
    assert run("check", folders.write(tmp_path, told), "--json").where == "attachments[4].file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")
def test_a_document_that_is_a_pipe_is_not_waited_for(run, tmp_path):
    os.mkfifo(tmp_path / "case.json")
    ran = run("check", tmp_path, "--json")
    assert (ran.code, ran.where) == (2, "case.json")


def test_a_document_that_is_a_folder(run, tmp_path):
    (tmp_path / "case.json").mkdir()
    assert run("check", tmp_path, "--json").code == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("locked", ["case.json", "unit.qualification.jpg", "."])
def test_what_may_not_be_read(run, tmp_path, locked):
    folder = folders.write(tmp_path / "case", folders.document())
    (folder / locked).chmod(0)
    try:
        assert run("check", folder, "--json").code == 2
    finally:
        (folder / locked).chmod(0o700)


@pytest.fixture
def places(tmp_path):
    """Things to name on a command line, each by a word."""
    case = folders.write(tmp_path / "case", folders.document())
    (tmp_path / "empty").mkdir()
    for name, data in {
        "other.json": b"{}",
        "text.zip": b"hello",
        "zero.zip": b"",
        "page.jpg": folders.picture(),
    }.items():
        (tmp_path / name).write_bytes(data)
    return {"CASE": case, "OUT": tmp_path / "out", "TMP": tmp_path}


LINES = [
    ("check", "command"),
    ("check {CASE} {CASE}", "command"),
    ("check {CASE} --frobnicate", "command"),
    ("check {CASE} --draft", "command"),
    ("check {CASE} --toda 2026-11-23", "command"),
    ("check {CASE} --today", "command"),
    ("check {CASE} --today today", "command"),
    ("check {CASE} --today 2026-11-31", "command"),
    ("check {CASE} --today 2026-1-1", "command"),
    ("check {CASE} --today 20261123", "command"),
    ("check {CASE} --today 2026-W47-1", "command"),
    ("check {CASE} --today ２０２６-１１-２３", "command"),
    ("check {CASE} --today 2026-11-23T00:00", "command"),
    ("check {CASE} --lang fr", "command"),
    ("check {CASE} --lang", "command"),
    ("check {TMP}/absent", "absent"),
    ("check {TMP}/absent/case.json", "case.json"),
    ("check {TMP}/empty", "case.json"),
    ("check {TMP}/other.json", "other.json"),
    ("check {TMP}/text.zip", "text.zip"),
    ("check {TMP}/zero.zip", "zero.zip"),
    ("check {TMP}/page.jpg", "page.jpg"),
    ("check {TMP}/" + "a" * 5_000, "a" * 200),
    ("export {CASE}", "command"),
    ("export -o {OUT}", "command"),
    ("export {TMP}/absent -o {OUT}", "absent"),
    ("export {CASE} -o {TMP}/page.jpg --today 2026-11-23", "export"),
    ("export {CASE} -o {TMP}/page.jpg/out --today 2026-11-23", "export"),
    ("verify", "command"),
    ("verify {TMP}/absent.zip", "absent.zip"),
    ("verify {CASE}", "case"),
    ("verify {TMP}/text.zip", "text.zip"),
    ("verify {TMP}/zero.zip", "zero.zip"),
    ("inspect", "command"),
    ("inspect {TMP}/page.jpg --batch {TMP}", "command"),
    ("inspect {TMP}/page.jpg --expect licence", "command"),
    ("inspect {TMP}/absent.jpg", "absent.jpg"),
    ("inspect {CASE}", "case"),
    ("inspect --batch {TMP}/absent", "absent"),
    ("inspect --batch {TMP}/page.jpg", "page.jpg"),
    ("fit", "command"),
    ("fit {TMP}/page.jpg", "command"),
    ("fit {TMP}/absent.jpg -o {OUT}", "absent.jpg"),
    ("fit {CASE} -o {OUT}", "case"),
    ("fit {TMP}/page.jpg -o {TMP}/absent/out.jpg", "fit"),
    ("fit {TMP}/page.jpg -o {CASE}", "fit"),
    ("schema more", "command"),
    ("frobnicate", "command"),
    ("", "command"),
    ("--frobnicate", "command"),
]


@pytest.mark.parametrize(("line", "where"), LINES, ids=[entry[0][:60] for entry in LINES])
def test_a_command_line_that_cannot_be_met(run, places, line, where):
    words = [word.format(**places) for word in line.split()]
    ran = run(*words, "--json")
    assert (ran.code, ran.where) == (2, where)
    assert ran.err.startswith(ran.document["error"]["message"])
    assert "意外问题" not in ran.err
    assert not places["OUT"].exists()
