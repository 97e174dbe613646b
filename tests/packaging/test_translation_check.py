"""What the translation check finds in a .ts file."""

from __future__ import annotations

from pathlib import Path

import translations

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN"><context><name>W</name>
<message><source>Open</source><translation>打开</translation></message>
<message><source>Save</source><translation type="unfinished"></translation></message>
</context></TS>
"""


def write_source(root: Path) -> Path:
    source = root / "i18n" / "cardprep_zh_CN.ts"
    source.parent.mkdir()
    source.write_text(TS, "utf-8")
    return source


def test_an_unfinished_text_is_named(tmp_path: Path) -> None:
    assert translations.unfinished(write_source(tmp_path)) == ["Save"]


def test_translations_are_built_beside_each_other(tmp_path: Path) -> None:
    write_source(tmp_path)

    assert translations.build(tmp_path) == 0
    assert (tmp_path / "build" / "qm" / "cardprep_zh_CN.qm").stat().st_size > 0


def test_a_text_of_the_window_that_was_not_collected_is_told(tmp_path: Path) -> None:
    source = write_source(tmp_path)
    window = tmp_path / "src" / "cardprep" / "gui"
    window.mkdir(parents=True)
    (window / "page.py").write_text("class W:\n    def f(self):\n        self.tr('New')\n", "utf-8")

    assert translations.outdated(tmp_path) == [source]


def test_without_sources_there_is_nothing_to_check(tmp_path: Path) -> None:
    assert translations.check(tmp_path) == 0
