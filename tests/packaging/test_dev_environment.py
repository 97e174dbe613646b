"""When `.venv` is used as it is, completed, or made anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dev_environment import (
    STAMP,
    UNFINISHED,
    VenvState,
    clean_environment,
    declared_dependencies,
    make_room,
    stale_translations,
    venv_packages,
    venv_program,
    venv_state,
    wanted_stamp,
)
from dev_machine import Machine, SetupError

WANTED = "3.11 /somewhere\nabc\n"


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    python = venv_program(tmp_path / ".venv", "python")
    python.parent.mkdir(parents=True)
    python.touch()
    return tmp_path / ".venv"


def stamped(venv: Path, text: str) -> VenvState:
    (venv / STAMP).write_text(text, "utf-8")
    return venv_state(venv, WANTED)


def test_no_environment_is_absent(tmp_path: Path) -> None:
    assert venv_state(tmp_path / ".venv", WANTED) is VenvState.ABSENT


def test_a_fitting_stamp_means_ready(venv: Path) -> None:
    assert stamped(venv, WANTED) is VenvState.READY


def test_other_pins_are_installed_into_the_same_environment(venv: Path) -> None:
    assert stamped(venv, "3.11 /somewhere\nother\n") is VenvState.STALE


@pytest.mark.parametrize("first", ["3.12 /somewhere", "3.11 /elsewhere"])
def test_another_python_or_another_place_makes_it_anew(venv: Path, first: str) -> None:
    assert stamped(venv, f"{first}\nabc\n") is VenvState.BROKEN


def test_an_interrupted_installation_is_made_anew(venv: Path) -> None:
    assert stamped(venv, UNFINISHED) is VenvState.BROKEN


def test_an_environment_whose_python_has_gone_is_made_anew(venv: Path) -> None:
    python = venv_program(venv, "python")
    python.unlink()
    python.symlink_to(venv / "gone")

    assert stamped(venv, WANTED) is VenvState.BROKEN


def test_an_environment_made_by_hand_is_completed(venv: Path) -> None:
    assert venv_state(venv, WANTED) is VenvState.STALE


@pytest.mark.parametrize("name", ["constraints.txt", "pyproject.toml"])
def test_the_stamp_follows_what_is_to_be_installed(tmp_path: Path, name: str) -> None:
    for each in ("constraints.txt", "pyproject.toml"):
        (tmp_path / each).write_text("a", "utf-8")
    before = wanted_stamp(tmp_path, (3, 11))
    (tmp_path / name).write_text("b", "utf-8")

    after = wanted_stamp(tmp_path, (3, 11))

    assert after != before
    assert after.splitlines()[0] == before.splitlines()[0]


@pytest.mark.parametrize(("pip", "packages"), [(False, ["python3.12-venv"]), (True, [])])
def test_debian_s_package_is_asked_for_only_without_any_pip(pip: bool, packages: list[str]) -> None:
    machine = Machine(ensurepip=False, pip=pip, apt=True, root=True)

    assert venv_packages(machine, (3, 12)) == packages


def test_the_environment_in_use_is_not_taken_away(monkeypatch: pytest.MonkeyPatch, venv: Path) -> None:
    monkeypatch.setattr("sys.prefix", str(venv))

    with pytest.raises(SetupError, match=r"python3 dev\.py"):
        make_room(venv)
    assert venv.is_dir()


def test_pip_keeps_the_mirror_and_stays_in_the_environment() -> None:
    env = clean_environment(
        {"PIP_INDEX_URL": "a mirror", "PYTHONPATH": "x", "PIP_TARGET": "y", "PIP_USER": "1"}
    )

    assert env["PIP_INDEX_URL"] == "a mirror"
    assert env["PIP_USER"] == "0"
    assert not {"PYTHONPATH", "PIP_TARGET"} & set(env)


def test_the_development_tools_are_installed_with_the_program(tmp_path: Path) -> None:
    pyproject = tmp_path / "pyproject.toml"
    pyproject.write_text(
        '[project]\ndependencies = ["a>=1"]\n[project.optional-dependencies]\ndev = ["b"]\npackage = ["c"]\n',
        "utf-8",
    )

    assert declared_dependencies(pyproject) == ["a>=1", "b"]


@pytest.mark.parametrize(("age", "stale"), [(-10, True), (10, False)])
def test_a_translation_is_built_again_when_its_source_is_newer(tmp_path: Path, age: int, stale: bool) -> None:
    source, built = tmp_path / "i18n" / "w_en.ts", tmp_path / "build" / "qm" / "w_en.qm"
    for path in (source, built):
        path.parent.mkdir(parents=True)
        path.touch()
    changed = source.stat().st_mtime
    os.utime(built, (changed + age, changed + age))

    assert stale_translations(tmp_path) == ([source] if stale else [])


def test_a_translation_that_was_never_built_is_stale(tmp_path: Path) -> None:
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "w_en.ts").touch()

    assert stale_translations(tmp_path) == [tmp_path / "i18n" / "w_en.ts"]
