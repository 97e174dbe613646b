"""The command line is the contract's: what it takes, what it refuses, and in which language it says so."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from cardprep.cli import main as cli
from cardprep.cli.errors import UsageError

LINES = {
    "check": ["check", "c"],
    "export": ["export", "c", "-o", "d"],
    "verify": ["verify", "b"],
    "inspect": ["inspect", "f"],
    "fit": ["fit", "f", "-o", "g"],
    "sheets": ["sheets", "c", "-o", "d"],
    "schema": ["schema"],
}


@pytest.mark.parametrize("command", LINES)
def test_every_command_takes_the_three_common_options(command):
    given = cli.parser().parse_args([*LINES[command], "--json", "--today", "2026-11-23", "--lang", "en"])
    assert (given.command, given.json, given.lang) == (command, True, "en")
    assert given.today == dt.date(2026, 11, 23)


@pytest.mark.parametrize("command", LINES)
def test_without_them_it_is_today_in_chinese_for_a_person(command):
    given = cli.parser().parse_args(LINES[command])
    assert (given.json, given.today, given.lang) == (False, None, "zh_CN")


@pytest.mark.parametrize(
    "line", [["check"], ["check", "c", "--js"], ["export", "c", "-o", "d", "--dra"], ["nothing"]]
)
def test_no_option_is_guessed(line):
    with pytest.raises(UsageError):
        cli.parser().parse_args(line)


@pytest.mark.parametrize(
    "day",
    ["2026-W47-1", "20261123", "2026-1-1", "2026-11-31", "today", "", "２０２６-１１-２３", "2026-11-23 "],
)
def test_a_day_is_told_in_one_way(day):
    with pytest.raises(UsageError) as caught:
        cli.parser().parse_args(["check", "c", "--today", day])
    assert "YYYY-MM-DD" in caught.value.values["message"]


def test_what_inspect_may_expect():
    given = cli.parser().parse_args(
        ["inspect", "f", "--expect", "letter", "--company", "甲", "--person", "乙"]
    )
    assert (given.expect, given.company, given.person) == ("letter", "甲", "乙")
    with pytest.raises(UsageError):
        cli.parser().parse_args(["inspect", "f", "--expect", "licence"])


@pytest.mark.parametrize(
    ("words", "word"),
    [(["check"], "用法"), (["check", "--lang", "en"], "usage"), (["check", "--lang=en"], "usage"),
     (["check", "--lang", "xx"], "用法"), (["check", "--lang"], "用法"), (["--lang", "en"], "usage")],
)  # fmt: skip
def test_even_a_wrong_line_is_answered_in_the_language_that_was_asked_for(words, word, run):
    assert word in run(*words).err.lower()


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["--version"]])
def test_help_and_version_end_well(words, monkeypatch, capsys):
    with pytest.raises(SystemExit) as caught:
        cli.main(words)
    assert caught.value.code == 0
    assert "cardprep" in capsys.readouterr().out


def test_a_stream_that_knows_no_encodings_is_used_as_it_is(monkeypatch):
    monkeypatch.setattr("sys.stdout", io.StringIO())
    assert cli.main(["schema"]) == 0
