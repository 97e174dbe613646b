"""Workers for the tests: a good one, shared, and faulty ones made of a few lines."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from cardprep.evidence.client import Worker
from cardprep.evidence.limits import MIB, Limits

_PROLOGUE = """
import os, sys, time
from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import Frame, read_frame, write_frame
out, here = sys.stdout.buffer, sys.stdin.buffer
write_frame(out, Frame({"hello": 1}))
def sign(name): write_frame(out, Frame({"at": 1, "format": name}))
"""

FAULTS = {
    "hangs": "read_frame(here); time.sleep(60)",
    "hangs-noisily": "read_frame(here)\nwhile True: sign('pdf'); time.sleep(0.05)",
    "floods": "read_frame(here)\nwhile True: sign('pdf')",
    "dies": "read_frame(here); os._exit(3)",
    "dies-in-a-jpeg": "read_frame(here); sign('jpeg'); os._exit(3)",
    "dies-in-a-gif": "read_frame(here); sign('gif'); os._exit(3)",
    "eats": "read_frame(here)\nkept = []\nwhile True:\n    kept.append(b'x' * 4_000_000); time.sleep(0.005)",
    "raves": "read_frame(here); out.write(b'\\xff' * 64); out.flush(); time.sleep(60)",
    "lies": "read_frame(here); write_frame(out, Frame({'format': 'jpeg', 'pages': 'many'})); time.sleep(60)",
    "answers-too-much": (
        "read_frame(here)\n"
        "write_frame(out, Frame({'format': 'jpeg', 'notes': []}, bytes(101))); time.sleep(60)"
    ),
    "deaf": "time.sleep(60)",
    "dies-of-some": """
from cardprep.evidence.worker.main import answer
while True:
    request = read_frame(here)
    if b"DIE" in request.payload:
        os._exit(3)
    write_frame(out, answer(request, Limits(), lambda name: None))
""",
}  # fmt: skip


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    """The real worker with the real limits."""
    with Worker() as made:
        yield made


@pytest.fixture
def faulty() -> Iterator[Callable[..., Worker]]:
    """Makes a worker with one of `FAULTS` and limits that a test can wait for."""
    with ExitStack() as stack:

        def make(fault: str, **limits: float) -> Worker:
            short = {"seconds_a_page": 0.5, "seconds_a_file": 1.0, "resident": 150 * MIB, **limits}
            command = (sys.executable, "-P", "-c", _PROLOGUE + FAULTS[fault])
            return stack.enter_context(Worker(Limits(**short), command))

        yield make
