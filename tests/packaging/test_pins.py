"""constraints.txt against pyproject.toml and against what is installed here."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LINES = [
    line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if line[:1] not in ("", "#")
]
PINS = dict(line.split("==") for line in LINES)


@pytest.mark.parametrize("line", LINES)
def test_a_pin_is_a_name_and_a_version_and_nothing_else(line: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]+==[0-9a-z.]+", line)


@pytest.mark.parametrize(
    "text",
    [
        *PROJECT["dependencies"],
        *(text for extra in PROJECT["optional-dependencies"].values() for text in extra),
    ],
)
def test_a_declared_dependency_is_pinned_within_its_range(text: str) -> None:
    declared = Requirement(text)

    assert declared.specifier.contains(PINS[canonicalize_name(declared.name)], prereleases=True)


@pytest.mark.parametrize("text", PROJECT["dependencies"])
def test_what_a_shipped_dependency_needs_is_pinned(text: str) -> None:
    needs = [Requirement(need) for need in importlib.metadata.requires(Requirement(text).name) or []]
    active = [need for need in needs if need.marker is None or need.marker.evaluate({"extra": ""})]

    assert {canonicalize_name(need.name) for need in active} <= set(PINS)


def test_third_party_names_every_shipped_package() -> None:
    notices = (ROOT / "THIRD_PARTY.md").read_text("utf-8")
    shipped = [Requirement(text).name for text in PROJECT["dependencies"]]

    assert [name for name in shipped if name.lower() not in notices.lower()] == []
