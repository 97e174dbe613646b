"""The .deb that is made of a frozen program; here a small stand-in."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import pytest

from linux import make_deb

pytestmark = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is Debian's")


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    folder = tmp_path / "cardprep"
    (folder / "_internal").mkdir(parents=True)
    for name, mode in [("cardprep", 0o700), ("_internal/libx.so.1", 0o777), ("_internal/data.json", 0o600)]:
        (folder / name).write_bytes(b"x" * 1500)
        (folder / name).chmod(mode)
    return folder


@pytest.fixture
def tree(frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "project"
    (root / "resources" / "icons").mkdir(parents=True)
    for name in ("resources/icons/cardprep.svg", "THIRD_PARTY.md", "CHANGELOG.md"):
        (root / name).write_text("x", "utf-8")
    monkeypatch.setattr(make_deb, "ROOT", root)
    made = tmp_path / "tree"
    made.mkdir()
    make_deb.lay_out(frozen, made, "1.0", dt.date(2026, 11, 23))
    return made


@pytest.mark.parametrize(
    ("name", "mode"), [("cardprep", 0o755), ("_internal/libx.so.1", 0o644), ("_internal/data.json", 0o644)]
)
def test_permissions_do_not_come_from_the_builder(tree: Path, name: str, mode: int) -> None:
    assert (tree / "usr" / "lib" / "cardprep" / name).stat().st_mode & 0o777 == mode


def test_the_command_leads_to_the_program(tree: Path) -> None:
    assert (tree / "usr" / "bin" / "cardprep").resolve() == tree / "usr" / "lib" / "cardprep" / "cardprep"


def test_the_software_centre_learns_version_and_day(tree: Path) -> None:
    metainfo = (tree / "usr" / "share" / "metainfo" / "cardprep.metainfo.xml").read_text("utf-8")

    assert '<release version="1.0" date="2026-11-23"/>' in metainfo
    assert "@" not in metainfo


def test_every_file_has_a_checksum(tree: Path) -> None:
    named = {line.split("  ")[1] for line in make_deb.checksums(tree).splitlines()}
    files = [path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]

    assert named == {path.relative_to(tree).as_posix() for path in files}


def test_the_size_is_counted_in_whole_kibibytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 1025)

    assert make_deb.installed_size(tmp_path) == 2


def test_the_c_library_may_not_be_older_than_the_builder_s() -> None:
    assert make_deb.dependencies("2.36").startswith("libc6 (>= 2.36), ")


def test_the_package_tells_its_name_and_belongs_to_root(frozen: Path, tree: Path, tmp_path: Path) -> None:
    built = make_deb.build_deb(frozen, tmp_path, "1.0", dt.date(2026, 11, 23))

    listed = subprocess.check_output(["dpkg-deb", "-c", built], text=True).splitlines()
    assert subprocess.check_output(["dpkg-deb", "-f", built, "Package"], text=True) == "cardprep\n"
    assert all(line.split()[1] == "root/root" for line in listed)
