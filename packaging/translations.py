"""The window's translations: `build` makes i18n/*.ts into build/qm/*.qm, `check` proves them complete.

Runs in a Python that has PySide6; the set-up, the wheel's build hook and the lint all call it.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHOLE = "zh_CN"  # the language in which nothing may be missing
PLURALS_ONLY = "_en"  # the texts in the code are English: that file holds but the plural forms
# Without the extension lupdate reads no .py in a folder, and drops every text as obsolete.
LUPDATE = ("-extensions", "py", "-locations", "none", "-no-obsolete", "-silent")


def qt_program(name: str) -> Path:
    """A program of Qt beside the package: the `pyside6-…` scripts are not always on PATH."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("PySide6 is not installed here")
    suffix = ".exe" if sys.platform == "win32" else ""
    return Path(spec.submodule_search_locations[0]) / f"{name}{suffix}"


def sources(root: Path) -> list[Path]:
    """The translation sources, in a fixed order."""
    return sorted((root / "i18n").glob("*.ts"))


def build(root: Path) -> int:
    """Write `build/qm/NAME.qm` for each `i18n/NAME.ts`."""
    built = root / "build" / "qm"
    built.mkdir(parents=True, exist_ok=True)
    for source in sources(root):
        target = built / f"{source.stem}.qm"
        if subprocess.call([qt_program("lrelease"), "-silent", source, "-qm", target], stdout=sys.stderr):
            return 1
    return 0


def unfinished(source: Path) -> list[str]:
    """The source texts that have no finished translation."""
    return [
        message.findtext("source", "")
        for message in ET.parse(source).iter("message")  # noqa: S314 - a file of this repository
        if (translation := message.find("translation")) is None or translation.get("type") == "unfinished"
    ]


def collect(root: Path, target: Path) -> int:
    """Collect the window's texts into this .ts file; what was translated stays."""
    plurals = ["-pluralonly"] if target.stem.endswith(PLURALS_ONLY) else []
    window = root / "src" / "cardprep" / "gui"
    return subprocess.call([qt_program("lupdate"), *LUPDATE, *plurals, window, "-ts", target])


def outdated(root: Path) -> list[Path]:
    """The files that lupdate would write otherwise: a text was changed and not collected."""
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(shutil.copy(source, folder)) for source in sources(root)]
        failed = [copy for copy in copies if collect(root, copy)]
        pairs = zip(sources(root), copies, strict=True)
        return [
            source for source, copy in pairs if copy in failed or source.read_bytes() != copy.read_bytes()
        ]


def check(root: Path) -> int:
    """Say what is not collected or not translated. Nothing to do while there are no .ts files."""
    problems = []
    if sources(root):
        command = "python3 dev.py translations"
        problems += [f"{path.name}: texts were changed, run {command}" for path in outdated(root)]
    for source in sources(root):
        if source.stem.endswith(WHOLE):
            problems += [f"{source.name}: not translated: {text}" for text in unfinished(source)]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def update(root: Path) -> int:
    """Collect the window's texts into every .ts file."""
    return max((collect(root, source) for source in sources(root)), default=0)


def main(words: Sequence[str]) -> int:
    """Do what the one word says."""
    acts = {"build": build, "check": check, "update": update}
    if len(words) != 1 or words[0] not in acts:
        print("translations.py build | check | update", file=sys.stderr)
        return 2
    return acts[words[0]](ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
