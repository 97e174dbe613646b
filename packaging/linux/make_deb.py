"""The Debian package: the frozen program under /usr/lib, its menu entry, icon and papers."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
import platform
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

CONTROL = """\
Package: cardprep
Version: {version}
Architecture: {architecture}
Maintainer: cardprep developers <cardprep@localhost>
Installed-Size: {kibibytes}
Depends: {depends}
Recommends: libcups2
Section: misc
Priority: optional
Description: prepare China E-Port card applications offline
 cardprep takes an application through the screens of the online form, looks at
 every scan, and says what is missing before it is filed. It uses no network.
"""
COPYRIGHT = """\
Copyright: the cardprep developers. License: Apache-2.0.
On Debian systems its full text is in /usr/share/common-licenses/Apache-2.0, those of the LGPL and GPL
in LGPL-3 and GPL-3 beside it; the others are in /usr/lib/cardprep/licences.

"""
CHANGELOG = """\
cardprep ({version}) unstable; urgency=medium

  * See CHANGELOG.md.

 -- cardprep developers <cardprep@localhost>  {date}
"""


def dependencies(glibc: str) -> str:
    """The system's libraries that the frozen program loads; no older C library than it was built with."""
    table = json.loads((HERE / "libraries.json").read_text("utf-8"))
    packages = {package for group in table.values() for package in group.values()}
    return ", ".join([f"libc6 (>= {glibc})", *sorted(packages)])


def copy_tree(source: Path, target: Path) -> None:
    """Copy with the permissions that a package has, whatever the builder's umask was."""
    shutil.copytree(source, target, symlinks=True)
    for path in [target, *target.rglob("*")]:
        if not path.is_symlink():
            library = path.is_file() and ".so" in path.name
            executable = not library and path.stat().st_mode & 0o100
            path.chmod(0o755 if executable else 0o644)


def make_folder(folder: Path) -> None:
    """Make a folder, and what is above it, that everybody may enter."""
    for path in reversed([folder, *folder.parents]):
        if not path.exists():
            path.mkdir()
            path.chmod(0o755)


def put(target: Path, content: bytes) -> None:
    """Write one file that everybody may read."""
    make_folder(target.parent)
    target.write_bytes(content)
    target.chmod(0o644)


def lay_out(frozen: Path, tree: Path, version: str, day: dt.date) -> None:
    """Put everything where the Filesystem Hierarchy wants it."""
    tree.chmod(0o755)
    share = tree / "usr" / "share"
    put(share / "applications" / "cardprep.desktop", (HERE / "cardprep.desktop").read_bytes())
    metainfo = (HERE / "cardprep.metainfo.xml").read_text("utf-8")
    metainfo = metainfo.replace("@VERSION@", version).replace("@DATE@", day.isoformat())
    put(share / "metainfo" / "cardprep.metainfo.xml", metainfo.encode())
    icon = ROOT / "resources" / "icons" / "cardprep.svg"
    put(share / "icons" / "hicolor" / "scalable" / "apps" / "cardprep.svg", icon.read_bytes())
    papers = share / "doc" / "cardprep"
    put(papers / "copyright", COPYRIGHT.encode() + (ROOT / "THIRD_PARTY.md").read_bytes())
    changes = CHANGELOG.format(version=version, date=f"{day:%a, %d %b %Y} 00:00:00 +0000")
    put(papers / "changelog.gz", gzip.compress(changes.encode(), mtime=0))
    put(papers / "CHANGELOG.md.gz", gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0))
    for name in ("bin", "lib"):
        make_folder(tree / "usr" / name)
    (tree / "usr" / "bin" / "cardprep").symlink_to("../lib/cardprep/cardprep")
    copy_tree(frozen, tree / "usr" / "lib" / "cardprep")


def checksums(tree: Path) -> str:
    """The md5sums file: dpkg's own format, against accidents and not against malice."""
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    lines = []
    for path in files:
        digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
        lines.append(f"{digest}  {path.relative_to(tree).as_posix()}\n")
    return "".join(lines)


def installed_size(tree: Path) -> int:
    """Disk use in KiB, as dpkg counts it: whole KiB a file."""
    files = [path for path in tree.rglob("*") if not path.is_symlink()]
    return sum(-(-path.stat().st_size // 1024) if path.is_file() else 1 for path in files)


def build_deb(frozen: Path, target: Path, version: str, day: dt.date) -> Path:
    """Make `cardprep_VERSION_ARCHITECTURE.deb` in the folder `target`.

    Args:
        frozen: the folder that PyInstaller made.
        target: an existing folder.
        version: the program's version.
        day: the day of this release, for the software centre.
    """
    architecture = subprocess.check_output(["dpkg", "--print-architecture"], text=True).strip()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        lay_out(frozen, tree, version, day)
        sums, size = checksums(tree), installed_size(tree)
        control = CONTROL.format(
            version=version,
            architecture=architecture,
            kibibytes=size,
            depends=dependencies(platform.libc_ver()[1]),
        )
        put(tree / "DEBIAN" / "control", control.encode())
        put(tree / "DEBIAN" / "md5sums", sums.encode())
        built = target / f"cardprep_{version}_{architecture}.deb"
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, built], check=True)
    return built
