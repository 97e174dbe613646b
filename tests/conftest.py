"""What holds for every test: a home of its own, no network, no unexpected word in the log."""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import socket  # noqa: TID251 - to refuse it
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from cardprep.evidence.client import Worker
from making import commands
from making.commands import Ran

# The machine may be busy: how long an example takes says nothing about the program.
hypothesis.settings.register_profile("cardprep", deadline=None)
hypothesis.settings.load_profile("cardprep")

_HOMES = itertools.count()
_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "config",
    "LOCALAPPDATA": "config",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "run",
    "XDG_DOCUMENTS_DIR": "documents",
}


def pytest_configure(config: pytest.Config) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    config.addinivalue_line(
        "markers", "logs(*texts): the log gets a warning or an error with each of these texts"
    )


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that nobody has used before; whose time zone and language do not matter."""
    made = tmp_path_factory.getbasetemp() / f"home-{next(_HOMES)}"
    made.mkdir()
    for name, part in _FOLDERS.items():
        monkeypatch.setenv(name, str(made / part))
    (made / _FOLDERS["XDG_RUNTIME_DIR"]).mkdir(mode=0o700)
    for name in ("LANG", "LC_ALL"):
        monkeypatch.setenv(name, "C.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    return made


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Moves the machine to another time zone, until the test ends."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system's time zone cannot be set for one process")

    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program never goes to the network, and neither does a test."""
    tried: list[str] = []

    def refuse(*_: object, **__: object) -> None:
        tried.append("socket")
        raise PermissionError("no network")

    monkeypatch.setattr(socket.socket, "__init__", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield
    assert not tried, "somebody asked for the network"


class _Warnings(logging.Handler):
    """Keeps every line from a warning upwards."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log is a defect, unless the test says that it comes (`@pytest.mark.logs`)."""
    kept = _Warnings()
    log = logging.getLogger("cardprep")
    log.addHandler(kept)
    yield
    log.removeHandler(kept)
    expected = [text for mark in request.node.iter_markers("logs") for text in mark.args]
    unexpected = [line for line in kept.lines if not any(text in line for text in expected)]
    absent = [text for text in expected if not any(text in line for line in kept.lines)]
    assert not unexpected, f"not expected in the log: {unexpected}"
    assert not absent, f"did not come in the log: {absent}"


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    """The real worker with the real limits, one for all tests."""
    with Worker() as made:
        yield made


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, worker: Worker) -> Callable[..., Ran]:
    """Runs a command line in this process; the commands share one worker."""
    for name in ("check", "export", "inspect", "verify"):
        shared = contextlib.nullcontext(worker)
        monkeypatch.setattr(f"cardprep.cli.{name}.Worker", lambda shared=shared: shared)
    return commands.here
