"""What this machine offers to the set-up: ways to pip, apt, Qt's system libraries. Standard library only."""

from __future__ import annotations

import ctypes
import enum
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

LIBRARIES = Path(__file__).resolve().parent / "linux" / "libraries.json"

MISSING = """\
这台机器还缺少一些系统软件包。请执行下面一行，再试一次：
Some packages of the system are missing. Type this line, then try again:
  {line}"""
MISSING_WITHOUT_APT = """\
这台机器还缺少：{what}。请用系统的软件管理装上，再试一次。
Missing on this machine: {what}. Install it with the system's package manager, then try again."""


class SetupError(Exception):
    """Why nothing can be run, in Chinese and English, with what to do now."""


class Machine(NamedTuple):
    """What this machine can do towards a virtual environment. `pip` is the outer one, ≥ 22.3."""

    ensurepip: bool
    pip: bool
    apt: bool
    root: bool


class VenvWay(enum.Enum):
    """How pip gets into a new virtual environment."""

    ENSUREPIP = enum.auto()
    OUTER_PIP = enum.auto()
    APT = enum.auto()
    ASK = enum.auto()


def say(text: str) -> None:
    """Tell the person something; never on standard output."""
    print(text, file=sys.stderr, flush=True)


def call(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> int:
    """Run a set-up step; what it prints goes to standard error."""
    return subprocess.call([str(word) for word in command], stdout=sys.stderr, env=env)


def has_ensurepip() -> bool:
    """Debian ships `venv` without it; `python3-venv` brings it."""
    try:
        import ensurepip

        return bool(ensurepip.version())
    except Exception:  # its wheels may be missing in ways of the distribution's own
        return False


def has_outer_pip() -> bool:
    """Whether this Python's own pip knows `--python` (22.3)."""
    asked = subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, text=True)
    words = asked.stdout.split()
    if asked.returncode or len(words) < 2:
        return False
    return tuple(int(part) for part in words[1].split(".")[:2] if part.isdigit()) >= (22, 3)


def this_machine() -> Machine:
    """Look, which takes a second; only a start that has something to set up does."""
    ensurepip = has_ensurepip()
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return Machine(ensurepip, ensurepip or has_outer_pip(), shutil.which("apt-get") is not None, root)


def venv_way(machine: Machine) -> VenvWay:
    """The first way that works here, the least intrusive first."""
    if machine.ensurepip:
        return VenvWay.ENSUREPIP
    if machine.pip:
        return VenvWay.OUTER_PIP
    return VenvWay.APT if machine.apt and machine.root else VenvWay.ASK


def apt_line(packages: Iterable[str]) -> str:
    """What a person who may become root types."""
    names = " ".join(packages)
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"


def apt_install(packages: Iterable[str]) -> bool:
    """Install Debian packages as root; a failed update alone is not fatal, the list may be good enough."""
    names = sorted(set(packages))
    say(f"apt-get install {' '.join(names)}")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    lock = ["-o", "DPkg::Lock::Timeout=120"]
    call(["apt-get", *lock, "-q", "update"], env)
    return call(["apt-get", *lock, "-q", "install", "-y", "--no-install-recommends", *names], env) == 0


def loads(soname: str) -> bool:
    """Whether the system's loader finds this library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_libraries(
    table: Mapping[str, Mapping[str, str]], groups: Iterable[str], found: Callable[[str], bool] = loads
) -> dict[str, str]:
    """The libraries of these groups that are not here, each with the Debian package that has it."""
    return {
        soname: package for group in groups for soname, package in table[group].items() if not found(soname)
    }


def missing_here(groups: Iterable[str]) -> dict[str, str]:
    """Qt's libraries that this machine lacks; other systems bring them with Qt."""
    if not sys.platform.startswith("linux"):
        return {}
    return missing_libraries(json.loads(LIBRARIES.read_text("utf-8")), groups)


def missing_message(packages: Sequence[str], libraries: Collection[str], apt: bool) -> str:
    """What to do: one line to type, or where there is no apt the names of what is missing."""
    if apt:
        return MISSING.format(line=apt_line(packages))
    pip = [] if len(packages) == len(libraries) else ["pip ≥ 22.3 / ensurepip"]
    return MISSING_WITHOUT_APT.format(what=", ".join([*pip, *libraries]))


def provide(machine: Machine, packages: Sequence[str], libraries: Mapping[str, str]) -> None:
    """Install what is missing where allowed, in one go.

    Args:
        machine: decides whether it is allowed.
        packages: Debian packages besides those of the libraries.
        libraries: soname to package, all of them missing.

    Raises:
        SetupError: it is not allowed, or did not help; says what to type.
    """
    wanted = [*packages, *libraries.values()]
    if not wanted:
        return
    installed = machine.root and machine.apt and apt_install(wanted)
    if not installed or not all(loads(soname) for soname in libraries):
        raise SetupError(missing_message(wanted, libraries, machine.apt))
