#!/usr/bin/env python3
"""What a developer types: `python3 dev.py run`, `python3 dev.py test`; `python3 dev.py` lists the rest.

It needs Python 3.11 and nothing else. The first start makes `.venv`, installs what `constraints.txt`
pins, and on Linux finds out whether Qt's system libraries are there; a stamp lets later starts skip
that. Standard output belongs to the command that is run, everything said here goes to standard error.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "packaging"))

from dev_environment import VENV, set_up, venv_program  # noqa: E402 - the folder is known only now
from dev_machine import SetupError, say  # noqa: E402

OLDEST_PYTHON = (3, 11)
MOST_TEST_PROCESSES = 4

NO_SCREEN = """\
这里没有屏幕（DISPLAY 和 WAYLAND_DISPLAY 都没有设置），窗口打不开。
不需要屏幕的命令照常可用：
There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.
These commands need none:
  python3 dev.py run check CASE --json
  python3 dev.py run --help
  python3 dev.py test"""
TOO_OLD = """\
需要 Python 3.11 或更新的版本，这里是 {version}。
Python 3.11 or newer is needed, this is {version}."""


def become(command: Sequence[str | Path]) -> int:
    """Run the command in this process's place, or as its child where the system has no `exec`."""
    words = [str(word) for word in command]
    if sys.platform != "win32":
        os.execv(words[0], words)  # noqa: S606 - no shell is meant
    return subprocess.call(words)


def has_screen(env: Mapping[str, str], platform: str) -> bool:
    """Whether a window can open; a Qt platform that was chosen by hand is believed."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(env.get(name) for name in names)


def run(words: list[str]) -> int:
    """Start the window, or the cardprep command that the words name."""
    set_up(needed=() if words else ("always", "window"))
    if not words and not has_screen(os.environ, sys.platform):
        raise SetupError(NO_SCREEN)
    return become([venv_program(VENV, "python"), "-P", "-m", "cardprep", *words])


def test_words(words: Sequence[str], processors: int) -> list[str]:
    """What pytest gets: as many processes as help, unless the person says how many."""
    chosen = any(word.startswith(("-n", "--numprocesses", "--pdb", "no:xdist")) for word in words)
    return list(words) if chosen else ["-n", str(min(processors, MOST_TEST_PROCESSES)), *words]


def test(words: list[str]) -> int:
    """Run the tests, without a screen; further words go to pytest."""
    set_up()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(ROOT)
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return become([venv_program(VENV, "python"), "-m", "pytest", *test_words(words, processors)])


def lint(_words: list[str]) -> int:
    """Run every check that reads the sources, and name those that fail."""
    set_up()
    os.chdir(ROOT)
    python = venv_program(VENV, "python")
    checks: dict[str, list[str | Path]] = {
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "ruff check": [python, "-m", "ruff", "check", "."],
        "mypy": [python, "-m", "mypy"],
        "lint-imports": [venv_program(VENV, "lint-imports")],
        "translations": [python, "packaging/translations.py", "check"],
    }
    failed = [name for name, command in checks.items() if subprocess.call(command)]
    say(f"没有通过 / failed: {', '.join(failed)}" if failed else "全部通过 / all passed")
    return 1 if failed else 0


def set_up_only(_words: list[str]) -> int:
    """Do the set-up, with all that the window needs, and nothing else."""
    set_up(needed=("always", "window"))
    say("准备好了 / ready")
    return 0


def tool(*command: str, needed: Sequence[str] = ("always",)) -> Callable[[list[str]], int]:
    """A verb that runs this in the project's folder with its Python; tests/ can be imported from."""

    def act(words: list[str]) -> int:
        set_up(needed=needed)
        os.chdir(ROOT)
        os.environ["PYTHONPATH"] = str(ROOT / "tests")
        return become([venv_program(VENV, "python"), *command, *words])

    return act


VERBS: dict[str, tuple[Callable[[list[str]], int], str]] = {
    "run": (run, "打开窗口；后面的词交给 cardprep / open the window; further words go to cardprep"),
    "test": (test, "运行测试；后面的词交给 pytest / run the tests; further words go to pytest"),
    "lint": (lint, "检查格式、类型、分层和翻译 / check format, types, layers and translations"),
    "setup": (set_up_only, "只做准备 / do only the set-up"),
    "translations": (
        tool("packaging/translations.py", "update"),
        "收集窗口的文字 / collect the window's texts",
    ),
    "samples": (
        tool("-m", "making.samples", "resources/samples"),
        "重新生成样例 / make the samples anew",
    ),
    "bench": (
        tool("benchmarks"),
        "测量启动和规则的时间；bench fit 测量压缩 / measure the start and the rules; `bench fit`: fit",
    ),
    "soak": (
        tool("-m", "benchmarks.soak"),
        "测量资料库有多可靠（约二十分钟；--tenth 约一分钟）/ measure how reliable the library is",
    ),
    "wheel": (tool("packaging/make_wheel.py"), "生成并检验 wheel / build the wheel and try it"),
    "package": (
        tool("packaging/make_packages.py", needed=("always", "window")),
        "生成安装包到 dist/ / build the packages into dist/",
    ),
}


def usage() -> str:
    """The list of verbs."""
    lines = [f"  {name:<13} {what}" for name, (_, what) in VERBS.items()]
    return "\n".join(["python3 dev.py VERB …", *lines])


def main(words: list[str]) -> int:
    """Do what the first word says."""
    if sys.version_info < OLDEST_PYTHON:
        say(TOO_OLD.format(version=sys.version.split()[0]))
        return 1
    if not words or words[0] not in VERBS:
        say(usage())
        return 0 if words in ([], ["--help"], ["-h"]) else 2
    try:
        return VERBS[words[0]][0](words[1:])
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
