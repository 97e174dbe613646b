"""The virtual environment in `.venv`: whether it is whole, how it is made, what is installed there."""

from __future__ import annotations

import enum
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from dev_machine import (
    Machine,
    SetupError,
    VenvWay,
    call,
    missing_here,
    provide,
    say,
    this_machine,
    venv_way,
)

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PINS = ROOT / "constraints.txt"
STAMP = "cardprep-setup"
UNFINISHED = "unfinished"

NO_VENV = """\
.venv 没有建成（原因见上）。
.venv could not be made; the lines above say why."""
NO_DOWNLOAD = """\
依赖没有装上（上面是 pip 的说明）。请检查网络，或用 PIP_INDEX_URL 指定附近的镜像，再试一次。
The dependencies were not installed (pip says why above). Check the network, or name a mirror near
you in PIP_INDEX_URL, then try again."""
INSIDE_VENV = """\
.venv 需要重建，但现在用的正是它里面的 Python。请用系统的 Python 再试一次：
.venv has to be made anew, but this is its own Python. Try again with the system's: python3 dev.py …"""


class VenvState(enum.Enum):
    """What has to be done about `.venv`: nothing, install what changed, make it anew, make it."""

    READY = enum.auto()
    STALE = enum.auto()
    BROKEN = enum.auto()
    ABSENT = enum.auto()


def venv_program(venv: Path, name: str) -> Path:
    """The path of a program inside a virtual environment."""
    return venv / "Scripts" / f"{name}.exe" if sys.platform == "win32" else venv / "bin" / name


def wanted_stamp(root: Path, version: tuple[int, int]) -> str:
    """Two lines: what makes an environment another one, and what only asks for an installation."""
    pins = [(root / name).read_bytes() for name in ("constraints.txt", "pyproject.toml")]
    return f"{version[0]}.{version[1]} {root}\n{hashlib.sha256(b'|'.join(pins)).hexdigest()}\n"


def venv_state(venv: Path, wanted: str) -> VenvState:
    """What the stamp says; an environment made by hand has none and is completed, not thrown away."""
    if not venv.exists():
        return VenvState.ABSENT
    stamp = venv / STAMP
    written = stamp.read_text("utf-8") if stamp.is_file() else ""
    if not venv_program(venv, "python").exists() or written.strip() == UNFINISHED:
        return VenvState.BROKEN
    if written == wanted:
        return VenvState.READY
    same_place = not written or written.splitlines()[0] == wanted.splitlines()[0]
    return VenvState.STALE if same_place else VenvState.BROKEN


def clean_environment(env: Mapping[str, str]) -> dict[str, str]:
    """The person's settings for pip (mirror, certificates) without those that lead it out of `.venv`."""
    away = {"PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV"}
    kept = {name: value for name, value in env.items() if name not in away}
    return {**kept, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}


def venv_packages(machine: Machine, version: tuple[int, int]) -> list[str]:
    """The Debian package that brings pip into a new environment, where nothing else does."""
    missing = venv_way(machine) in (VenvWay.APT, VenvWay.ASK)
    return [f"python{version[0]}.{version[1]}-venv"] if missing else []


def make_room(venv: Path) -> None:
    """Take away what is there; never the environment that this very process runs in."""
    if Path(sys.prefix) == venv:
        raise SetupError(INSIDE_VENV)
    if venv.is_symlink() or venv.is_file():
        venv.unlink()
    elif venv.exists():
        shutil.rmtree(venv)


def make_venv(venv: Path, way: VenvWay) -> None:
    """Make an empty environment that has pip. Until its installation is done it is stamped unfinished."""
    make_room(venv)
    say(f"正在建立 / making {venv}")
    venv.mkdir()
    (venv / STAMP).write_text(UNFINISHED, "utf-8")
    env = clean_environment(os.environ)
    outer = way is VenvWay.OUTER_PIP
    if call([sys.executable, "-m", "venv", *(["--without-pip"] if outer else []), venv], env):
        raise SetupError(NO_VENV)
    target = venv_program(venv, "python")
    if outer and call([sys.executable, "-m", "pip", "--python", target, "install", "-q", "pip"], env):
        raise SetupError(NO_DOWNLOAD)


def declared_dependencies(pyproject: Path) -> list[str]:
    """What the program and its development need, as pyproject.toml names it."""
    import tomllib

    project = tomllib.loads(pyproject.read_text("utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["dev"]]


def install(venv: Path, wanted: str) -> None:
    """Install the pinned dependencies and the project, editable, then write the stamp."""
    stamp = venv / STAMP
    stamp.write_text(UNFINISHED, "utf-8")
    say("正在安装依赖（第一次要几分钟） / installing the dependencies (the first time takes minutes)")
    quiet = [] if sys.stderr.isatty() else ["-q"]
    pip: list[str | Path] = [venv_program(venv, "python"), "-m", "pip", "install", *quiet]
    env = clean_environment(os.environ)
    project: list[str | Path] = ["--no-deps", "--no-build-isolation", "-e", ROOT]
    names = declared_dependencies(ROOT / "pyproject.toml")
    if call([*pip, "--only-binary=:all:", "-c", PINS, *names], env) or call([*pip, *project], env):
        raise SetupError(NO_DOWNLOAD)
    stamp.write_text(wanted, "utf-8")


def has_pip(venv: Path) -> bool:
    """An environment made by hand may have none."""
    return subprocess.call([venv_program(venv, "python"), "-c", "import pip"], stderr=subprocess.DEVNULL) == 0


def stale_translations(root: Path) -> list[Path]:
    """The translation sources that are newer than what the window loads."""
    built = root / "build" / "qm"
    return [
        source
        for source in sorted((root / "i18n").glob("*.ts"))
        if not (target := built / f"{source.stem}.qm").is_file()
        or target.stat().st_mtime < source.stat().st_mtime
    ]


def build_translations() -> None:
    """Build the .qm files that are not up to date."""
    if not stale_translations(ROOT):
        return
    script = ROOT / "packaging" / "translations.py"
    if call([venv_program(VENV, "python"), script, "build"]):
        raise SetupError("翻译文件没有生成（原因见上）。 / The translations were not built, see above.")


def set_up(needed: Sequence[str] = ("always",)) -> None:
    """Bring `.venv`, Qt's libraries and the translations up to date; at once when they are.

    Args:
        needed: the groups of system libraries without which the command cannot work; none: it has no window.
    """
    version = (sys.version_info[0], sys.version_info[1])
    wanted = wanted_stamp(ROOT, version)
    state = venv_state(VENV, wanted)
    libraries = missing_here(needed)
    if libraries or state is not VenvState.READY:
        machine = this_machine()
        anew = state in (VenvState.ABSENT, VenvState.BROKEN) or not has_pip(VENV)
        provide(machine, venv_packages(machine, version) if anew else [], libraries)
        if anew:
            make_venv(VENV, venv_way(machine))
        if state is not VenvState.READY:
            install(VENV, wanted)
    if needed:
        build_translations()
