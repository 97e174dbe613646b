"""What holds for every test of the window: a bench at hand, and nothing that outlives a test."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication

from making.bench import open_bench


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["cardprep", "-style", "fusion"]


@pytest.fixture
def bench(qtbot, tmp_path):
    with open_bench(tmp_path) as made:
        yield made


def _is_alive(candidate: object) -> bool:
    if not isinstance(candidate, QTimer | QThread) or not shiboken6.isValid(candidate):
        return False
    return candidate.isActive() if isinstance(candidate, QTimer) else candidate.isRunning()


def _name(leaked: QObject) -> str:
    owner = leaked.parent()
    return f"{type(leaked).__name__} {leaked.objectName()!r} of {type(owner).__name__}"


@pytest.fixture(autouse=True)
def _nothing_outlives_a_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """A running thread, an active timer or a window that is still open is a defect."""
    yield
    if QApplication.instance() is None:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    leaked = [thing for thing in gc.get_objects() if _is_alive(thing)]
    leaked += [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert not leaked, f"still there after the test: {[_name(thing) for thing in leaked]}"
