"""`cardprep fit`: what it says to a person, and what it does with what cannot be made smaller."""

from __future__ import annotations

import random

import pytest

from making import large, pdfs, scans


def signed() -> bytes:
    def change(document) -> None:
        document.Root.Large = document.make_stream(random.Random(1).randbytes(large.LIMIT))

    return pdfs.changed(change, pdfs.signed())


@pytest.mark.parametrize(("language", "word"), [("zh_CN", "数字签名"), ("en", "digital signature")])
def test_a_signed_document_is_explained_and_left_alone(run, tmp_path, language, word):
    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    source.write_bytes(signed())
    ran = run("fit", source, "-o", target, "--lang", language)
    assert ran.code == 1
    assert word in ran.out
    assert "--flatten" in ran.out
    assert not target.exists()


def test_it_is_flattened_after_asking(run, tmp_path):
    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    source.write_bytes(signed())
    ran = run("fit", source, "--flatten", "-o", target, "--json")
    assert (ran.code, ran.document["reached"], ran.document["changed"]) == (0, True, True)
    assert target.stat().st_size == ran.document["bytes_out"] <= large.LIMIT


def test_what_opens_without_a_password_can_be_flattened_and_no_other(run, tmp_path):
    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for user, code in (("", 0), ("geheim", 1)):
        source.write_bytes(pdfs.encrypted(user=user))
        assert run("fit", source, "--flatten", "-o", target, "--json").code == code
        assert run("fit", source, "-o", tmp_path / "c.pdf", "--json").code == 1


@pytest.mark.parametrize(("language", "words"), [("zh_CN", ("拆分", "重新扫描")), ("en", ("Split", "scan"))])
def test_what_would_be_mush_is_refused_with_what_to_do(run, tmp_path, language, words):
    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    source.write_bytes(large.heavy_text_pdf())
    ran = run("fit", source, "-o", target, "--lang", language)
    assert ran.code == 1
    assert all(word in ran.out for word in words)
    assert not target.exists()


def test_a_png_that_became_a_jpeg_says_so(run, tmp_path):
    source, target = tmp_path / "a.png", tmp_path / "b.png"
    source.write_bytes(large.png(1654, 2339))
    ran = run("fit", source, "-o", target, "--lang", "en")
    assert ran.code == 0
    assert ".jpg" in ran.out
    assert target.read_bytes().startswith(b"\xff\xd8")


def test_MAT_12_another_format_is_told_and_not_written(run, tmp_path):
    source, target = tmp_path / "a.gif", tmp_path / "b.jpg"
    source.write_bytes(scans.other_format("GIF"))
    ran = run("fit", source, "-o", target, "--json")
    assert (ran.code, ran.document["reached"], target.exists()) == (1, False, False)
