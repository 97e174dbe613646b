"""The licence texts that go with the frozen program, out of the installed packages' own metadata."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

KEPT_HERE = Path(__file__).resolve().parent / "licences"


def texts_of(metadata: Path) -> Iterator[tuple[Path, str]]:
    """The licence files in one `.dist-info` folder, each with its name below the package's own."""
    folder = metadata / "licenses"
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path, path.relative_to(folder).as_posix()
    for path in sorted(metadata.iterdir()):
        if path.is_file() and path.name.upper().startswith(("LICEN", "COPYING", "NOTICE", "AUTHORS")):
            yield path, path.name


def collect(site_packages: Path, target: Path) -> None:
    """Copy every text to `target/PACKAGE/…`, and beside them those that no package carries."""
    for metadata in sorted(site_packages.glob("*.dist-info")):
        package = target / metadata.name.split("-")[0]
        for source, name in texts_of(metadata):
            (package / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, package / name)
    for source in sorted(KEPT_HERE.glob("*.txt")):
        shutil.copyfile(source, target / source.name)
