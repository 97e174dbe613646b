"""What `dev.py` does with its words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import dev
import pytest


@pytest.mark.parametrize(
    ("env", "platform", "screen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_window_needs_a_screen(env: dict[str, str], platform: str, screen: bool) -> None:
    assert dev.has_screen(env, platform) is screen


def test_run_without_a_screen_says_so_and_names_commands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "set_up", lambda **_: None)
    monkeypatch.setattr(dev, "has_screen", lambda *_: False)

    assert dev.main(["run"]) == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert "没有屏幕" in said.err
    assert "dev.py run check CASE --json" in said.err


def test_words_after_run_go_to_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(dev, "set_up", lambda **_: None)
    monkeypatch.setattr(dev, "become", lambda command: started.append([str(word) for word in command]) or 0)

    assert dev.main(["run", "check", "CASE", "--json"]) == 0
    assert started[0][1:] == ["-P", "-m", "cardprep", "check", "CASE", "--json"]


@pytest.mark.parametrize(("processors", "number"), [(1, "1"), (2, "2"), (64, "4")])
def test_tests_run_in_as_many_processes_as_help(processors: int, number: str) -> None:
    assert dev.test_words(["tests/case"], processors) == ["-n", number, "tests/case"]


@pytest.mark.parametrize("words", [["-n0"], ["-n", "3"], ["--pdb"], ["-p", "no:xdist"]])
def test_the_person_may_say_in_how_many_processes(words: list[str]) -> None:
    assert dev.test_words(words, 8) == words


@pytest.mark.parametrize(("words", "status"), [([], 0), (["--help"], 0), (["nonsense"], 2)])
def test_the_list_of_verbs_is_shown(
    words: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(words) == status
    assert all(verb in capsys.readouterr().err for verb in ["package"])


def test_an_older_python_is_told_which_one_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.sys, "version_info", (3, 10, 0))

    assert dev.main(["test"]) == 1
    assert "3.11" in capsys.readouterr().err


def test_dev_py_needs_nothing_but_the_standard_library() -> None:
    dev_py = Path(dev.__file__)

    subprocess.run([sys.executable, "-I", "-S", dev_py, "--help"], check=True, capture_output=True)
