"""Where the words of a command go, and what becomes of them when nobody can read them."""

from __future__ import annotations

import errno
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cardprep.cli import main as cli
from cardprep.cli.output import Output
from cardprep.wording.catalog import Catalog
from making import folders
from making.commands import apart, environment

DAY = ("--today", "2026-11-23")
FULL = Path("/dev/full")
POSIX = pytest.mark.skipif(os.name == "nt", reason="pipes and signals are others there")


@pytest.fixture
def good(tmp_path):
    return folders.write(tmp_path / "case", folders.document())


@pytest.fixture
def faulty(tmp_path):
    return folders.write(tmp_path / "faulty", folders.changed(folders.document(), remark=""))


@pytest.mark.parametrize(
    ("language", "word", "fine"),
    [("zh_CN", "[须改正] HAND-4", "校验通过"), ("en", "[Must be mended] HAND-4", "Nothing blocks")],
)
def test_a_person_reads_findings_cards_and_how_it_stands(run, good, faulty, language, word, fine):
    bad, well = (run("check", folder, *DAY, "--lang", language) for folder in (faulty, good))
    assert word in bad.out
    assert "→" in bad.out
    assert fine in well.out.splitlines()[-1]
    assert bad.err == well.err == ""


@pytest.mark.parametrize(("language", "word"), [("zh_CN", "已生成"), ("en", "Written")])
def test_a_person_reads_where_the_files_are(run, good, tmp_path, language, word):
    ran = run("export", good, "-o", tmp_path / "out", *DAY, "--lang", language)
    assert (ran.code, len(ran.out.splitlines())) == (0, 3)
    assert all(str(tmp_path / "out") in line for line in ran.out.splitlines())
    assert word in ran.out or language == "zh_CN"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_person_reads_why_an_export_is_refused(run, faulty, tmp_path, language):
    ran = run("export", faulty, "-o", tmp_path / "out", *DAY, "--lang", language)
    assert ran.code == 1
    assert "HAND-4" in ran.out
    assert len(ran.err.splitlines()) == 2


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_person_reads_what_was_done_to_a_bundle(run, good, tmp_path, language):
    run("export", good, "-o", tmp_path / "out", *DAY)
    (bundle,) = (tmp_path / "out").glob("*.zip")
    well = run("verify", bundle, "--lang", language)
    bundle.write_bytes(bundle.read_bytes()[:-30])
    bad = run("verify", bundle, "--lang", language)
    assert (well.code, len(well.out.splitlines())) == (0, 1)
    assert bad.code in (1, 2)
    assert (bad.out + bad.err).strip()


def test_the_two_languages_differ(run, faulty):
    chinese, english = (run("check", faulty, *DAY, "--lang", name).out for name in ("zh_CN", "en"))
    assert chinese != english
    assert "Remark" in english


def test_characters_that_no_font_has_are_told(run, tmp_path):
    told = folders.changed(folders.document(), **{"operators[0].name": "王\U000323af"})
    folder = folders.write(tmp_path / "case", told)
    ran = run("export", folder, "-o", tmp_path / "out", "--draft", "--json", *DAY, "--lang", "en")
    assert "U+323AF" in ran.err
    assert isinstance(ran.document, dict)


@pytest.mark.logs("command failed: ZeroDivisionError")
@pytest.mark.parametrize("words", [("--json",), ()])
def test_a_defect_is_told_in_a_sentence_and_nothing_of_the_case_is_logged(
    run, good, monkeypatch, words, caplog
):
    monkeypatch.setattr("cardprep.cli.check.check_case", lambda *_: 1 / 0)
    ran = run("check", good, *words, "--lang", "en")
    assert ran.code == 2
    assert "ZeroDivisionError" in ran.err
    assert "Traceback" not in ran.err
    assert "case" not in caplog.text.replace("cardprep", "")
    if words:
        assert ran.where == "command"


@pytest.mark.logs("command failed: RecursionError", "command failed: MemoryError")
def test_what_python_itself_gives_up_on_is_told_as_well(run, good, monkeypatch):
    for error in (RecursionError, MemoryError):
        monkeypatch.setattr(
            "cardprep.cli.check.check_case", lambda *_, error=error: (_ for _ in ()).throw(error)
        )
        assert run("check", good, "--json").code == 2


def test_an_interruption_ends_without_a_word(run, good, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("cardprep.cli.check.check_case", interrupted)
    ran = run("check", good, "--json")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


class _Broken(io.StringIO):
    def __init__(self, code: int) -> None:
        super().__init__()
        self._error = OSError(code, os.strerror(code))

    def write(self, _: str) -> int:
        raise self._error


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("words", [("--json",), ()])
def test_an_answer_that_cannot_be_written_is_told_on_the_other_stream(good, monkeypatch, code, words, run):
    told = io.StringIO()
    monkeypatch.setattr(cli, "utf8_streams", lambda: (_Broken(code), told))
    assert cli.main(["check", str(good), *DAY, *words, "--lang", "en"]) == 2
    assert "stdout" in told.getvalue()


def test_a_reader_who_has_gone_is_told_nothing(good, monkeypatch, run):
    told = io.StringIO()
    monkeypatch.setattr(cli, "utf8_streams", lambda: (_Broken(errno.EPIPE), told))
    assert cli.main(["check", str(good), *DAY]) == 2
    assert told.getvalue() == ""


def test_messages_that_nobody_can_read_are_no_fault(faulty, tmp_path, monkeypatch, run):
    out = io.StringIO()
    monkeypatch.setattr(cli, "utf8_streams", lambda: (out, _Broken(errno.EIO)))
    assert cli.main(["export", str(faulty), "-o", str(tmp_path / "out"), "--json", *DAY]) == 1
    assert json.loads(out.getvalue())["bundle"] is None


def test_an_error_without_a_place_names_its_file():
    from cardprep.evidence.errors import NotAnArchive

    out = io.StringIO()
    Output(True, Catalog("en"), out, io.StringIO()).failure(NotAnArchive(file="a.zip", reason="not-a-zip"))
    assert json.loads(out.getvalue())["error"]["where"] == "a.zip"


def started(*words: object, **streams: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "cardprep", *map(str, words)]
    piped = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    return subprocess.Popen(command, env=environment(), **piped)


@POSIX
@pytest.mark.parametrize("words", [("schema",), ("check", "{case}"), ("check", "{case}", "--json")])
def test_a_pipe_that_is_closed_makes_no_noise(good, words):
    with started(*(word.format(case=good) for word in words)) as process:
        process.stdout.close()
        told = process.stderr.read()
        code = process.wait(60)
    assert (code, told) == (2, b"")


@POSIX
@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [("schema",), ("check", "{case}"), ("check", "{case}", "--json")])
def test_a_full_disk_is_told_in_a_sentence(good, words):
    named = [word.format(case=good) for word in words]
    with FULL.open("wb") as full, started(*named, stdout=full) as process:
        told = process.stderr.read().decode()
        code = process.wait(60)
    assert (code, len(told.splitlines())) == (2, 1)


SLOW = """
import sys, time
import cardprep.cli.check as check
from cardprep.cli.main import main
def wait(*_):
    print("begun", file=sys.stderr, flush=True)
    time.sleep(60)
check.check_case = wait
sys.exit(main(["check", sys.argv[1], "--json"]))
"""


@POSIX
def test_control_c_ends_the_command_at_once(good):
    command = [sys.executable, "-c", SLOW, str(good)]
    with subprocess.Popen(
        command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr.readline() == b"begun\n"
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert time.monotonic() - began < 5


def test_nothing_is_left_running_after_a_command(good):
    import psutil

    assert apart("check", good, "--json", *DAY).code == 0
    below = psutil.Process().children(recursive=True)
    assert not any(
        "cardprep" in " ".join(child.cmdline()) and str(good) in child.cmdline() for child in below
    )
