"""How the wheel's list of files is judged."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from make_wheel import METADATA, differences, expected_files, foreign_environment, wheel_differences


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    names = [
        "src/cardprep/__init__.py",
        "src/cardprep/__pycache__/x.pyc",
        "resources/icons/a.svg",
        "i18n/w_en.ts",
    ]
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def wheel(folder: Path, names: set[str]) -> Path:
    path = folder / "cardprep-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(names):
            archive.writestr(name, "")
    return path


def test_code_resources_and_built_translations_are_expected(tree: Path) -> None:
    metadata = {f"m/{name}" for name in METADATA}

    assert expected_files(tree, "m") - metadata == {
        "cardprep/__init__.py",
        "cardprep/resources/icons/a.svg",
        "cardprep/i18n/w_en.qm",
    }


def test_a_whole_wheel_has_no_differences(tree: Path) -> None:
    whole = wheel(tree, expected_files(tree, "cardprep-1.0.dist-info"))

    assert wheel_differences(tree, whole) == []


def test_a_missing_translation_and_a_test_that_slipped_in_are_told(tree: Path) -> None:
    names = expected_files(tree, "cardprep-1.0.dist-info") - {"cardprep/i18n/w_en.qm"} | {"tests/test_x.py"}

    assert wheel_differences(tree, wheel(tree, names)) == ["- cardprep/i18n/w_en.qm", "+ tests/test_x.py"]


def test_equal_lists_do_not_differ() -> None:
    assert differences({"a"}, {"a"}) == []


def test_a_tried_program_gets_nothing_of_the_developer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHONPATH", "somewhere")

    env = foreign_environment(tmp_path)

    assert env["HOME"] == str(tmp_path)
    assert "PYTHONPATH" not in env
