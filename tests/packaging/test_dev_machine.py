"""What the set-up finds out about a machine, and what it makes of it."""

from __future__ import annotations

import contextlib
import json

import pytest

import dev_machine
from dev_machine import (
    LIBRARIES,
    Machine,
    SetupError,
    VenvWay,
    apt_line,
    missing_libraries,
    missing_message,
    provide,
    venv_way,
)

TABLE = {"always": {"libGL.so.1": "libgl1"}, "window": {"libxcb-cursor.so.0": "libxcb-cursor0"}}


@pytest.mark.parametrize(
    ("ensurepip", "pip", "apt", "root", "way"),
    [
        (True, True, True, True, VenvWay.ENSUREPIP),
        (True, True, False, False, VenvWay.ENSUREPIP),
        (False, True, True, True, VenvWay.OUTER_PIP),
        (False, True, False, False, VenvWay.OUTER_PIP),
        (False, False, True, True, VenvWay.APT),
        (False, False, True, False, VenvWay.ASK),
        (False, False, False, True, VenvWay.ASK),
    ],
)
def test_the_least_intrusive_way_to_pip_is_taken(
    ensurepip: bool, pip: bool, apt: bool, root: bool, way: VenvWay
) -> None:
    assert venv_way(Machine(ensurepip, pip, apt, root)) is way


def test_missing_libraries_come_with_their_debian_packages() -> None:
    missing = missing_libraries(TABLE, ["always", "window"], found=lambda name: name == "libGL.so.1")

    assert missing == {"libxcb-cursor.so.0": "libxcb-cursor0"}


def test_only_the_groups_that_are_asked_for_are_looked_at() -> None:
    assert missing_libraries(TABLE, ["always"], found=lambda name: "xcb" not in name) == {}


def test_the_message_gives_one_line_to_type() -> None:
    message = missing_message(["python3.11-venv", "libxcb-cursor0"], ["libxcb-cursor.so.0"], apt=True)

    lines = [line for line in message.splitlines() if "apt-get" in line]
    assert lines == [f"  {apt_line(['python3.11-venv', 'libxcb-cursor0'])}"]
    assert "缺少" in message


def test_without_apt_what_is_missing_is_named() -> None:
    message = missing_message(["python3.11-venv", "libgl1"], ["libGL.so.1"], apt=False)

    assert "libGL.so.1" in message
    assert "ensurepip" in message
    assert "apt-get" not in message


def test_where_nothing_is_missing_nothing_is_done() -> None:
    provide(Machine(ensurepip=True, pip=True, apt=False, root=False), [], {})


def test_who_may_not_install_is_told_what_to_type() -> None:
    machine = Machine(ensurepip=False, pip=False, apt=True, root=False)

    with pytest.raises(SetupError, match=r"sudo apt-get .* python3\.11-venv libgl1"):
        provide(machine, ["python3.11-venv"], {"libGL.so.1": "libgl1"})


@pytest.mark.parametrize("helped", [True, False])
def test_root_installs_everything_in_one_go(monkeypatch: pytest.MonkeyPatch, helped: bool) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(dev_machine, "apt_install", lambda names: asked.append(list(names)) or True)
    monkeypatch.setattr(dev_machine, "loads", lambda _: helped)
    machine = Machine(ensurepip=False, pip=False, apt=True, root=True)

    with contextlib.nullcontext() if helped else pytest.raises(SetupError):
        provide(machine, ["python3.11-venv"], {"libGL.so.1": "libgl1"})

    assert asked == [["python3.11-venv", "libgl1"]]


def test_every_library_of_the_table_has_a_soname_and_a_package() -> None:
    table = json.loads(LIBRARIES.read_text("utf-8"))

    assert set(table) == {"always", "window"}
    assert all(".so." in soname and package for group in table.values() for soname, package in group.items())
