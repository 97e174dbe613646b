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


def write_window(root: Path, *texts: str) -> None:
    window = root / "src" / "cardprep" / "gui"
    window.mkdir(parents=True, exist_ok=True)
    calls = "".join(f"        self.tr({text!r})\n" for text in texts)
    (window / "page.py").write_text(f"class W:\n    def f(self):\n{calls}", "utf-8")


def test_collecting_keeps_what_is_translated_and_leaves_nothing_to_collect(tmp_path: Path) -> None:
    source = write_source(tmp_path)
    write_window(tmp_path, "Open", "New")

    assert translations.update(tmp_path) == 0

    assert translations.unfinished(source) == ["New"]
    assert "打开" in source.read_text("utf-8")
    assert translations.outdated(tmp_path) == []


def test_a_text_of_the_window_that_was_not_collected_is_told(tmp_path: Path) -> None:
    source = write_source(tmp_path)
    write_window(tmp_path, "Open", "Save")
    translations.update(tmp_path)
    write_window(tmp_path, "Open", "Save", "New")

    assert translations.outdated(tmp_path) == [source]


def test_the_english_file_holds_only_plural_forms(tmp_path: Path) -> None:
    source = write_source(tmp_path)
    english = source.rename(source.with_name("cardprep_en.ts"))
    write_window(tmp_path, "Open")

    translations.update(tmp_path)

    assert translations.unfinished(english) == []
    assert "Open" not in english.read_text("utf-8")


def test_without_sources_there_is_nothing_to_check(tmp_path: Path) -> None:
    assert translations.check(tmp_path) == 0
