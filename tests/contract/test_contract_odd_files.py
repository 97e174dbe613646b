"""Files that mean harm, or that harm has come to: every command says so in a sentence, and lives on."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from making import cases, folders, hostile, pdfs, scans
from making.folders import changed

DAY = ("--json", "--today", "2026-11-23")
PAGE = folders.picture()
PDF = pdfs.text_pdf()

ODD = {
    "nothing": b"",
    "one byte": b"\xff",
    "nulls": bytes(5_000),
    "noise": hostile.random_bytes(),
    "text": "你好".encode(),
    "a web page that is called a picture": b"<!doctype html><html></html>",
    "only the mark of a JPEG": b"\xff\xd8\xff",
    "only the mark of a PNG": b"\x89PNG\r\n\x1a\n",
    "only the mark of a PDF": b"%PDF-1.7\n",
    "a PDF without a body": b"%PDF-1.7\nstartxref\n0\n%%EOF",
    "a JPEG cut early": hostile.cut_at(PAGE, 0.05),
    "a JPEG cut late": hostile.cut_at(PAGE, 0.95),
    "a PNG cut": hostile.cut_at(folders.picture(fmt="png"), 0.5),
    "a PDF cut": hostile.cut_at(PDF, 0.6),
    "a broken PDF": hostile.broken_pdf(),
    "an encrypted PDF": pdfs.encrypted(),
    "a PDF with an empty password": pdfs.encrypted(user=""),
    "a PDF of two minds": hostile.pdf_with_two_counts(),
    "a PDF without pages": pdfs.without_pages(),
    "a PDF with a huge picture": pdfs.with_huge_image(),
    "a PDF after junk": hostile.pdf_with_late_header(),
    "a PDF with names in GBK": pdfs.with_gbk_names(),
    "a PDF that is an archive too": hostile.pdf_and_zip(),
    "a PNG bomb": hostile.png_bomb(),
    "a JPEG bomb": hostile.jpeg_bomb(),
    "a JPEG of two frames": hostile.lying_jpeg(),
    "an animated PNG": scans.animated_png(),
    "two pictures in one": scans.two_picture_jpeg(),
    "the colours of a press": scans.cmyk_jpeg(),
    "sixteen bits of grey": scans.grey16_png(),
    "a GIF": scans.other_format("GIF"),
    "a BMP": scans.other_format("BMP"),
    "a TIFF": scans.other_format("TIFF"),
    "a WebP": scans.other_format("WEBP"),
    "an old Office file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "an archive": hostile.archive([("word/document.xml", b"<w/>")]),
    "an archive with a bad checksum": hostile.archive_with_bad_checksum(),
    "a program": b"MZ" + bytes(300),
}


@pytest.fixture(params=ODD, ids=lambda name: name)
def odd(request, tmp_path) -> Path:
    path = tmp_path / "odd.jpg"
    path.write_bytes(ODD[request.param])
    return path


def test_as_an_attachment_it_is_a_finding_and_a_draft_can_be_made(run, odd, tmp_path):
    told = changed(folders.document(), **{"attachments[1].file": "odd.jpg"})
    folder = folders.write(tmp_path / "case", told, {"odd.jpg": odd.read_bytes()})
    assert run("check", folder, *DAY).code in (0, 1)
    ran = run("export", folder, "-o", tmp_path / "out", "--draft", *DAY)
    assert ran.code in (0, 1)
    assert run("verify", ran.document["bundle"], "--json").code == 0


def test_on_its_own_it_is_told_of(run, odd):
    ran = run("inspect", odd, *DAY)
    assert (ran.code, ran.document["bytes"]) == (0, odd.stat().st_size)


def test_as_a_case_or_bundle_it_is_refused(run, odd):
    assert run("check", odd, "--json").where in ("odd.jpg", "case.json", "bundle")
    assert run("verify", odd, "--json").code in (1, 2)


def _folder_in_place_of_the_case() -> bytes:
    return hostile.archive([("case.json/", b""), ("manifest.json/", b"")])


def _method(method: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        archive.writestr("case.json", b"{}" * 50)
    return target.getvalue()


BUNDLES = {
    "empty": hostile.archive([]),
    "no case in it": hostile.archive([("readme.txt", b"x")]),
    "a name upwards": hostile.archive([("../case.json", b"{}")]),
    "an absolute name": hostile.archive([("/case.json", b"{}")]),
    "a name of Windows": hostile.archive([("C:\\case.json", b"{}")]),
    "a device of Windows": hostile.archive([("case.json", b"{}"), ("01/con.jpg", b"x")]),
    "a name with a null": hostile.archive([("case.json\0.txt", b"{}")]),
    "the same name twice": hostile.archive([("case.json", b"{}"), ("case.json", b"{}")]),
    "the same name in other letters": hostile.archive([("case.json", b"{}"), ("CASE.JSON", b"{}")]),
    "a file that is a folder too": hostile.archive([("a", b"x"), ("a/b", b"x")]),
    "a link": hostile.archive_with_link(),
    "a bomb": hostile.archive_bomb(),
    "encrypted": hostile.encrypted_archive(),
    "a bad checksum": hostile.archive_with_bad_checksum(),
    "many entries": hostile.archive([(f"{n}.txt", b"") for n in range(2_100)]),
    "folders in place of files": _folder_in_place_of_the_case(),
    "LZMA": _method(zipfile.ZIP_LZMA),
    "a case without a manifest": hostile.archive([("case.json", json.dumps(folders.document()).encode())]),
    "a manifest without a case": hostile.archive([("manifest.json", b"{}")]),
    "a manifest that is no JSON": hostile.archive([("manifest.json", b"{"), ("case.json", b"{")]),
    "a manifest that nests": hostile.archive([("manifest.json", b"[" * 50_000), ("case.json", b"{}")]),
    "a manifest that is a list": hostile.archive([("manifest.json", b"[]"), ("case.json", b"{}")]),
    "a manifest that is binary": hostile.archive(
        [("manifest.json", bytes(range(256))), ("case.json", b"{}")]
    ),
    "cut": hostile.cut_at(hostile.archive([("case.json", b"{}" * 500)]), 0.7),
    "junk before": b"junk" * 50 + hostile.archive([("case.json", b"{}")]),
}


@pytest.mark.parametrize("data", BUNDLES.values(), ids=BUNDLES)
def test_as_a_bundle_it_is_refused_and_nothing_is_left(run, tmp_path, data, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    bundle = tmp_path / "bundle.zip"
    bundle.write_bytes(data)
    checked, verified = run("check", bundle, "--json"), run("verify", bundle, "--json")
    assert checked.code == 2
    assert checked.where
    assert "意外问题" not in checked.err + verified.err
    assert verified.code in (1, 2)
    assert list(temporary.iterdir()) == []
    assert sorted(tmp_path.iterdir()) == [bundle, temporary]


def test_a_bundle_of_another_version_is_refused_in_a_sentence(run, tmp_path):
    bundle = tmp_path / "bundle.zip"
    told = json.dumps(folders.document() | {"format": "cardprep-case/9"}).encode()
    bundle.write_bytes(hostile.archive([("case.json", told)]))
    ran = run("check", bundle, "--json")
    assert (ran.code, ran.where) == (2, "format")


def test_a_case_in_a_bundle_that_names_a_file_that_is_not_in_it(run, tmp_path):
    bundle = tmp_path / "bundle.zip"
    bundle.write_bytes(hostile.archive([("case.json", json.dumps(folders.document()).encode())]))
    assert run("check", bundle, "--json").where == "attachments[0].file"


VALUES = ["", " ", "\u3000", "\0", "\ud800", "\u202e\u2066", "😀" * 40, "<b>&amp;{name}%s</b>", "a\nb\tc"]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: ascii(value)[:20])
def test_any_text_in_any_field_can_be_checked_and_exported(run, tmp_path, value):
    told = folders.document(cases.complete(mail=True))
    for group in (told["unit"], told["legal_representative"], *told["operators"], told["collection"]):
        for key in group:
            if key not in ("state", "id_type", "way"):
                group[key] = value
    folder = folders.write(tmp_path / "case", told | {"remark": value})
    assert run("check", folder, *DAY).code == 1
    ran = run("export", folder, "-o", tmp_path / "out", "--draft", *DAY)
    assert ran.code == 1
    assert run("verify", ran.document["bundle"], "--json").code == 0
    assert run("check", ran.document["bundle"], *DAY).code == 1


def test_the_longest_remark_there_is_can_be_printed(run, tmp_path):
    told = folders.document()
    folder = folders.write(tmp_path / "case", changed(told, remark=told["remark"] + "很长" * 1_900))
    assert run("export", folder, "-o", tmp_path / "out", *DAY).code == 0


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there")
@pytest.mark.parametrize(
    "name", ["a?b*.jpg", "con.jpg", "a\nb.jpg", "😀.jpg", " a .jpg", "名" * 80 + ".jpg", "a.jpg "]
)
def test_a_file_may_have_any_name_that_its_system_allows(run, tmp_path, name):
    told = changed(folders.document(), **{"attachments[1].file": name})
    folder = folders.write(tmp_path / "case", told)
    assert run("check", folder, *DAY).code == 0
    ran = run("export", folder, "-o", tmp_path / "out", *DAY)
    assert ran.code == 0
    assert run("verify", ran.document["bundle"], "--json").code == 0
