"""Which licence texts go with the frozen program."""

from __future__ import annotations

from pathlib import Path

import licence_texts


def test_texts_in_the_metadata_folder_and_below_are_collected(tmp_path: Path) -> None:
    metadata = tmp_path / "site" / "psutil-7.0.dist-info"
    (metadata / "licenses" / "sub").mkdir(parents=True)
    for name in ("LICENSE", "METADATA", "licenses/sub/zlib.txt"):
        (metadata / name).write_text(name, "utf-8")

    licence_texts.collect(tmp_path / "site", tmp_path / "out")

    found = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*")}
    assert (tmp_path / "out" / "psutil" / "LICENSE").is_file()
    assert "psutil/sub/zlib.txt" in found
    assert "psutil/METADATA" not in found
    assert {"LGPL-3.0.txt", "GPL-3.0.txt", "Python.txt"} <= found
