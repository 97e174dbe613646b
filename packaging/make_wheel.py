"""Build the wheel, compare what is in it with the tree, and try it in an empty environment."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from dev_environment import PINS, clean_environment, venv_program
from dev_machine import say

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
METADATA = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE", "licenses/THIRD_PARTY.md")


def build_wheel(root: Path, target: Path) -> Path:
    """Build the wheel from the tree; the pinned build tools of this environment are used."""
    target.mkdir(exist_ok=True)
    for former in target.glob("cardprep-*.whl"):
        former.unlink()
    env = clean_environment(os.environ)
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "-w", str(target), str(root)], check=True, env=env, stdout=sys.stderr)
    (built,) = target.glob("cardprep-*.whl")
    return built


def files_below(folder: Path) -> Iterable[str]:
    """Relative names of the files, with forward slashes, without what Python and editors leave."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(folder).as_posix()


def expected_files(root: Path, metadata_folder: str) -> set[str]:
    """What must be in the wheel, and nothing else."""
    code = {f"cardprep/{name}" for name in files_below(root / "src" / "cardprep")}
    resources = {f"cardprep/resources/{name}" for name in files_below(root / "resources")}
    translations = {f"cardprep/i18n/{source.stem}.qm" for source in (root / "i18n").glob("*.ts")}
    return code | resources | translations | {f"{metadata_folder}/{name}" for name in METADATA}


def differences(expected: set[str], names: set[str]) -> list[str]:
    """The files that are missing from the wheel (-) or should not be in it (+)."""
    return [f"- {name}" for name in sorted(expected - names)] + [
        f"+ {name}" for name in sorted(names - expected)
    ]


def wheel_differences(root: Path, built: Path) -> list[str]:
    """Compare a wheel with the tree that it was built from."""
    with zipfile.ZipFile(built) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
    folder = "-".join(built.name.split("-")[:2]) + ".dist-info"
    return differences(expected_files(root, folder), names)


def fresh_venv(folder: Path, *requirements: str | Path) -> Path:
    """Make an environment with these requirements at the pinned versions; gives its folder."""
    if folder.exists():
        shutil.rmtree(folder)
    env = clean_environment(os.environ)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True, env=env)
    pip = [sys.executable, "-m", "pip", "--python", str(venv_program(folder, "python"))]
    options = ["install", "-q", "--only-binary=:all:", "-c", str(PINS)]
    subprocess.run([*pip, *options, *requirements], check=True, env=env, stdout=sys.stderr)
    return folder


def foreign_environment(home: Path) -> dict[str, str]:
    """What a program gets on somebody else's machine: a home of its own, no screen, nothing of ours."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "LANG") if name in os.environ}
    path = r"C:\Windows\System32" if sys.platform == "win32" else "/usr/bin:/bin"
    return {**kept, "HOME": str(home), "USERPROFILE": str(home), "PATH": path, "QT_QPA_PLATFORM": "offscreen"}


def try_program(program: Path, words: Sequence[str]) -> bytes:
    """Run the program from a foreign folder with an empty home; what it prints, if it ends well.

    Raises:
        subprocess.CalledProcessError: it did not.
        subprocess.TimeoutExpired: it hangs.
    """
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "家 home")
        home.mkdir()
        env = foreign_environment(home)
        say(f"  {program.name} {' '.join(words)}")
        ended = subprocess.run(
            [program, *words], cwd=folder, env=env, check=True, stdout=subprocess.PIPE, timeout=300
        )
        return ended.stdout


def try_cardprep(program: Path) -> None:
    """The two commands that need no case of the user's: the schema is JSON, the self-test passes."""
    json.loads(try_program(program, ["schema"]))
    try_program(program, ["--selftest"])


def main() -> int:
    """Build, compare, install, try."""
    say("wheel: 生成 / build")
    built = build_wheel(ROOT, DIST)
    wrong = wheel_differences(ROOT, built)
    say("\n".join([f"wheel: {built.name}: 与源码树比较 / compared with the tree", *wrong]))
    if wrong:
        return 1
    say("wheel: 在空环境中试用 / try it in an empty environment")
    with tempfile.TemporaryDirectory() as folder:
        environment = fresh_venv(Path(folder, "venv"), built)
        try_cardprep(venv_program(environment, "cardprep"))
    say("wheel: 通过 / passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
