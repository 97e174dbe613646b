"""Every error of the program has a sentence: what happened, to what, and what to do now."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re

import pytest

import cardprep
from cardprep.app.errors import SaveFailed
from cardprep.case import errors
from cardprep.errors import CardprepError
from cardprep.evidence.archive_names import ArchiveFlaw
from cardprep.evidence.errors import NotAnArchive, PreviewFailed
from cardprep.host.resources import read_text
from cardprep.wording.catalog import LANGUAGES, Catalog

LEFT_ALONE = ("cardprep.gui", "cardprep.__main__", "cardprep.evidence.worker")


def every_error():
    """Every kind of error that any module but those of the window knows."""
    for module in pkgutil.walk_packages(cardprep.__path__, "cardprep."):
        if not module.name.startswith(LEFT_ALONE):
            importlib.import_module(module.name)
    found, left = [], [CardprepError]
    while left:
        kind = left.pop()
        found.append(kind)
        left += [sub for sub in kind.__subclasses__() if sub.__module__.startswith("cardprep.")]
    return sorted(found, key=lambda kind: kind.code)


ERRORS = every_error()


def sentences(language):
    return json.loads(read_text(f"wording/{language}.json"))["errors"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.code)
def test_an_error_has_its_sentence_in_both_languages(kind, language):
    what, remedy = sentences(language)[kind.code]
    assert what.strip()
    assert remedy.strip() or kind.code == "cancelled"


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.code)
def test_a_sentence_names_only_values_that_its_error_tells_of(kind):
    named = set(re.findall(r"\{(\w+)\}", "".join(sentences("zh_CN")[kind.code])))
    told = set(re.findall(r"\w+", kind.__doc__)) | {"where"}
    assert named <= told


def test_no_two_errors_have_one_code_and_no_sentence_is_idle():
    codes = [kind.code for kind in ERRORS if kind.code != CardprepError.code]
    assert len(codes) == len(set(codes))
    assert {key.removesuffix(".near") for key in sentences("en")} == {*codes, CardprepError.code}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", list(ArchiveFlaw))
def test_a_reason_is_told_in_words_never_as_its_code(language, reason):
    catalog = Catalog(language)
    told = catalog.error(NotAnArchive(file="a.zip", reason=reason))
    assert catalog.text(f"reasons.{reason}") in told.what
    assert reason.value not in told.what or reason.value in ("damaged", "encrypted", "link")


def test_an_unknown_reason_is_told_as_no_more_than_that():
    catalog = Catalog("zh_CN")
    assert catalog.error(SaveFailed("case", reason="EWHATEVER")).what == "保存失败：系统返回错误。"


def test_a_page_that_cannot_be_shown_is_told_whole():
    told = Catalog("zh_CN").error(PreviewFailed(file="执照.pdf", page=2, reason="too-many-pixels"))
    assert told.what == "文件“执照.pdf”第 2 页无法显示：图像尺寸过大。"
    assert told.remedy


def test_the_types_of_json_are_named_in_words():
    told = Catalog("zh_CN").error(errors.WrongType("operators[1].mobile", found="integer", expected="string"))
    assert told.what == "operators[1].mobile：应为文本，实际是整数。"


def test_what_a_person_typed_is_never_taken_for_a_type():
    told = Catalog("zh_CN").error(errors.NotAChoice("kind", found="string", choices="a, b"))
    assert told.what == "kind：“string”不在可选范围内（a, b）。"


@pytest.mark.parametrize(("nearest", "ends"), [("unit", "，是否为“unit”？"), ("", "这一项。")])
def test_a_near_key_is_offered_where_there_is_one(nearest, ends):
    told = Catalog("zh_CN").error(errors.UnknownKey("unti", key="unti", nearest=nearest))
    assert told.what.endswith(ends)


def test_a_kind_of_error_that_has_no_sentence_gets_the_general_one():
    class Unheard(CardprepError):
        code = "unheard-of"

    told = Catalog("en").error(Unheard())
    assert told.what == "Something unexpected happened (unheard-of)."
