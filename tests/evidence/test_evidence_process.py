from __future__ import annotations

import sys

import psutil
import pytest

from cardprep.evidence.errors import WorkerUnavailable
from cardprep.evidence.limits import Limits
from cardprep.evidence.process import Child, minimal_environment, worker_command
from cardprep.evidence.source import never


def test_the_child_learns_little_of_the_environment():
    kept = minimal_environment({"PATH": "p", "HOME": "h", "SECRET": "s", "LANG": "C", "PYTHONSTARTUP": "x"})
    assert set(kept) == {"PATH", "LANG", "PYTHONPATH"}


def test_a_frozen_program_is_its_own_child(monkeypatch):
    assert worker_command()[-3:] == ("-m", "cardprep", "worker")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == (sys.executable, "worker")


def test_the_child_ends_when_its_input_closes():
    child = Child(worker_command(), Limits())
    child.greet(never)
    pid = child.pid
    child.close()
    assert not psutil.pid_exists(pid)


@pytest.mark.parametrize("script", ["", "print('hello')", "raise SystemExit(1)"])
def test_a_child_that_does_not_greet_is_no_worker(script):
    child = Child((sys.executable, "-c", script), Limits())
    with pytest.raises(WorkerUnavailable):
        child.greet(never)
    assert not child.is_running


def test_a_silent_child_is_given_up():
    child = Child((sys.executable, "-c", "import time; time.sleep(60)"), Limits(seconds_to_start=0.3))
    with pytest.raises(WorkerUnavailable):
        child.greet(never)
    assert not child.is_running


def test_a_command_that_is_not_there_is_an_error_of_its_own():
    with pytest.raises(WorkerUnavailable):
        Child(("no-such-program-here",), Limits())
