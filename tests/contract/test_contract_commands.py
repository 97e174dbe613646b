"""The commands as another program calls them: in a process of their own, by their exit status and streams."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys

import pytest

from cardprep.host.resources import resource_path
from making import folders, hostile, large
from making.commands import apart
from making.folders import changed

DAY = ("--today", "2026-11-23")


@pytest.fixture
def good(tmp_path):
    return folders.write(tmp_path / "case", folders.document())


@pytest.fixture
def faulty(tmp_path):
    told = changed(folders.document(), **{"unit.uscc": "911100001000013428"})
    return folders.write(tmp_path / "faulty", told)


def test_check_answers_0_1_and_2(good, faulty, tmp_path):
    for place, code in ((good, 0), (good / "case.json", 0), (faulty, 1), (tmp_path / "absent", 2)):
        ran = apart("check", place, "--json", *DAY)
        assert (ran.code, bool(ran.err)) == (code, code == 2)
        assert isinstance(ran.document, dict)


def test_a_case_goes_from_check_to_a_verified_bundle(good, tmp_path):
    exported = apart("export", good, "-o", tmp_path / "out", "--json", *DAY)
    assert (exported.code, exported.err) == (0, "")
    bundle = exported.document["bundle"]
    verified = apart("verify", bundle, "--json")
    assert (verified.code, verified.document) == (0, {"ok": True, "draft": False, "problems": []})
    assert apart("check", bundle, "--json", *DAY).code == 0


def test_export_refuses_where_check_would_answer_1(faulty, tmp_path):
    ran = apart("export", faulty, "-o", tmp_path / "out", "--json", *DAY)
    assert ran.code == 1
    assert ran.document["bundle"] is None
    assert ran.err.strip()
    assert not (tmp_path / "out").exists()


def test_verify_answers_1_of_what_was_changed_and_2_of_what_is_no_bundle(good, tmp_path):
    bundle = tmp_path / "out.zip"
    bundle.write_bytes(hostile.archive([("case.json", b"{}"), ("a.jpg", b"x")]))
    assert apart("verify", bundle, "--json").code == 1
    bundle.write_bytes(b"no zip at all")
    assert apart("verify", bundle, "--json").where == "out.zip"


def test_inspect_answers_0_and_2(good, tmp_path):
    ran = apart("inspect", good / "legal.identity.jpg", "--json", "--expect", "person", "--person", "赵明远")
    assert (ran.code, ran.err, ran.document["format"]) == (0, "", "jpeg")
    assert apart("inspect", tmp_path / "absent.jpg", "--json").code == 2


def test_fit_answers_0_1_and_2(good, tmp_path):
    heavy = tmp_path / "heavy.pdf"
    heavy.write_bytes(large.heavy_text_pdf())
    for file, code in ((good / "legal.identity.jpg", 0), (heavy, 1), (tmp_path / "absent.jpg", 2)):
        ran = apart("fit", file, "-o", tmp_path / "fitted.jpg", "--json")
        assert ran.code == code
        assert isinstance(ran.document, dict)


def test_schema_answers_0():
    ran = apart("schema", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["properties"]["format"] == {"const": "cardprep-case/1"}


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("check", "--help")])
def test_help_and_version_are_no_error(words):
    ran = apart(*words)
    assert (ran.code, ran.err) == (0, "")
    assert "cardprep" in ran.out


def test_a_case_may_be_named_relative_to_the_folder_one_is_in(good):
    assert apart("check", ".", "--json", *DAY, cwd=good).code == 0
    assert apart("check", "case.json", "--json", *DAY, cwd=good).code == 0


@pytest.mark.parametrize("words", [("check",), ("inspect", "--json"), ("frobnicate",), ("check", "{absent}")])
@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_an_error_is_a_sentence_never_a_traceback_whatever_the_locale(tmp_path, words, locale):
    named = [word.format(absent=tmp_path / "缺失") for word in words]
    ran = apart(*named, LC_ALL=locale, LANG=locale)
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert ran.err.strip().count("\n") <= 2


def test_chinese_text_comes_as_UTF_8_whatever_the_locale(good):
    ran = apart("check", good, "--json", *DAY, LC_ALL="C", LANG="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert ran.code == 0
    assert "柜台取卡" in ran.out


@pytest.mark.skipif(sys.platform == "win32", reason="names are no bytes there")
def test_a_path_that_is_no_text(tmp_path):
    folder = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe")
    ran = apart("check", folder, "--json")
    assert ran.code == 2
    assert ran.where == "\udcff\udcfe"


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Nonsense/Nowhere"])
def test_by_default_the_day_is_that_of_Shanghai(tmp_path, zone):
    before = dt.datetime.now(dt.UTC) + dt.timedelta(hours=8)
    told = changed(folders.document(), **{"attachments[1].attested.date": before.date().isoformat()})
    tomorrow = (before.date() + dt.timedelta(days=1)).isoformat()
    changed(told, **{"attachments[2].attested.date": tomorrow})
    found = apart("check", folders.write(tmp_path, told), "--json", TZ=zone).rules("block")
    midnight = (dt.datetime.now(dt.UTC) + dt.timedelta(hours=8)).date() != before.date()
    assert midnight or found == [("DATE-1", "operators[0].identity")]


def test_a_message_is_the_same_at_every_start(tmp_path):
    told = changed(folders.document(), **{"operators[0].id_type": "driving-licence"})
    folder = folders.write(tmp_path, told)
    first, second = (apart("check", folder, "--json", PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.out == second.out
    assert "resident-id, passport" in first.document["error"]["message"]


def test_no_display_and_no_home_are_needed(good, tmp_path):
    nowhere = str(tmp_path / "nowhere")
    gone = {name: nowhere for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")}
    ran = apart("check", good, "--json", *DAY, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="none", **gone)
    assert (ran.code, ran.err) == (0, "")
    assert not (tmp_path / "nowhere").exists()


def test_the_shipped_samples_are_what_they_say(tmp_path):
    for name, code in (("complete-new-entrant", 0), ("complete-addition", 0), ("faulty", 1)):
        assert apart("check", resource_path(f"samples/{name}"), "--json", *DAY).code == code
