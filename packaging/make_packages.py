"""Build what this system can into dist/: the frozen program as an archive, a .deb, a Windows installer.

What is frozen is the wheel, installed in an environment of its own, so that what was tested is what ships.
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from dev_environment import clean_environment, venv_program
from dev_machine import SetupError, loads, provide, say, this_machine
from licence_texts import collect
from linux.make_deb import build_deb
from make_wheel import DIST, ROOT, build_wheel, fresh_venv, try_cardprep, wheel_differences

BUILD = ROOT / "build"
NOTICES = ("LICENSE", "THIRD_PARTY.md", "README.md")


def provide_tools() -> None:
    """What PyInstaller needs of a Debian system: objdump, and Debian's Python as a shared library."""
    if not sys.platform.startswith("linux"):
        return
    python = f"libpython3.{sys.version_info[1]}"
    missing = {f"{python}.so.1.0": python} if sys.base_prefix == "/usr" else {}
    packages = [] if shutil.which("objdump") else ["binutils"]
    provide(this_machine(), packages, {name: each for name, each in missing.items() if not loads(name)})


def site_packages(environment: Path) -> Path:
    """Where this environment's packages are."""
    (found,) = [path.parent for path in environment.glob("**/cardprep-*.dist-info")]
    return found


def freeze(wheel: Path) -> Path:
    """Install the wheel beside PyInstaller and freeze it; gives the program's folder."""
    environment = fresh_venv(BUILD / "package-venv", wheel, "pyinstaller")
    python = venv_program(environment, "python")
    env = {**clean_environment(os.environ), "PYTHONHASHSEED": "0", "QT_QPA_PLATFORM": "offscreen"}
    if sys.platform == "win32":
        subprocess.run([python, ROOT / "packaging" / "windows" / "make_icon.py"], check=True, env=env)
    folders = ["--distpath", str(BUILD / "frozen"), "--workpath", str(BUILD / "pyinstaller")]
    spec = ROOT / "packaging" / "pyinstaller" / "cardprep.spec"
    options = ["--noconfirm", "--clean", "--log-level", "WARN"]
    subprocess.run([python, "-m", "PyInstaller", *options, *folders, spec], check=True, env=env)
    frozen = BUILD / "frozen" / "cardprep"
    for name in NOTICES:
        shutil.copy(ROOT / name, frozen)
    collect(site_packages(environment), frozen / "licences")
    return frozen


def frozen_program(frozen: Path) -> Path:
    """The executable that answers on standard output."""
    return frozen / ("cardprep-cli.exe" if sys.platform == "win32" else "cardprep")


def nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """An archive entry that does not tell who built it, readable by whoever unpacks it."""
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    member.mode |= 0o644
    return member


def portable_archive(frozen: Path, target: Path, version: str) -> Path:
    """`cardprep-VERSION-SYSTEM-MACHINE.tar.gz`, or .zip on Windows: unpack anywhere and start."""
    name = f"cardprep-{version}-{platform.system().lower()}-{platform.machine().lower()}"
    if sys.platform == "win32":
        return Path(shutil.make_archive(str(target / name), "zip", frozen.parent, frozen.name))
    built = target / f"{name}.tar.gz"
    with tarfile.open(built, "w:gz") as archive:
        archive.add(frozen, arcname=name, filter=nobody)
    return built


def windows_installer(frozen: Path, target: Path, version: str) -> Path | None:
    """The installer, where Inno Setup's compiler is on PATH."""
    compiler = shutil.which("ISCC")
    if compiler is None:
        say("没有找到 Inno Setup 的 ISCC，不生成安装程序 / Inno Setup's ISCC is not here: no installer")
        return None
    script = ROOT / "packaging" / "windows" / "cardprep.iss"
    given = [f"/DVersion={version}", f"/DFrozen={frozen}", f"/O{target}"]
    subprocess.run([compiler, *given, script], check=True)
    return target / f"cardprep-{version}-setup.exe"


def packages(frozen: Path, target: Path, version: str) -> list[Path]:
    """Everything that this system can make of the frozen program."""
    built: list[Path | None] = [portable_archive(frozen, target, version)]
    if sys.platform == "win32":
        built.append(windows_installer(frozen, target, version))
    elif shutil.which("dpkg-deb"):
        built.append(build_deb(frozen, target, version, dt.datetime.now(dt.UTC).date()))
    return [path for path in built if path]


def main() -> int:
    """Wheel, frozen program, its trial, the packages."""
    try:
        provide_tools()
    except SetupError as error:
        say(str(error))
        return 1
    wheel = build_wheel(ROOT, DIST)
    if wrong := wheel_differences(ROOT, wheel):
        say("\n".join(wrong))
        return 1
    frozen = freeze(wheel)
    say("在陌生目录、空的 HOME 里试用 / try it in a foreign folder with an empty HOME")
    try_cardprep(frozen_program(frozen))
    version = wheel.name.split("-")[1]
    for path in packages(frozen, DIST, version):
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
