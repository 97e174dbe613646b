"""One child process: start it, ask it, watch it while it works, end it with all that belongs to it."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import psutil  # type: ignore[import-untyped]  # has no stubs of its own

from cardprep.case.facts import Fault
from cardprep.evidence.errors import Cancelled, WorkerSpokeNonsense, WorkerUnavailable
from cardprep.evidence.limits import Limits
from cardprep.evidence.protocol import WORKER_VERSION, Frame, read_frame, write_frame
from cardprep.evidence.replies import is_life_sign
from cardprep.evidence.source import IsCancelled, never

_POLL = 0.02
_SECONDS_TO_DIE = 5.0
_MOST_LIFE_SIGNS = 10_000
_PACKAGE = Path(__file__).resolve().parent.parent
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "LANG")


class ChildLost(Exception):
    """The child died or had to be killed. `fault` says why; it never leaves this package."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def _ignore(_: Frame) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Watch:
    """How long to wait for an answer (seconds), who may stop that, and who hears the signs of life."""

    a_page: float
    a_file: float
    cancelled: IsCancelled = never
    on_sign: Callable[[Frame], None] = _ignore


def worker_command() -> tuple[str, ...]:
    """The command line of the child: the same program, with a word that no user types."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "worker")
    return (sys.executable, "-P", "-X", "utf8", "-m", "cardprep", "worker")


def minimal_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """What the child may know of the person's environment, and where it finds this package."""
    kept = {name: environment[name] for name in _KEPT_VARIABLES if name in environment}
    if not getattr(sys, "frozen", False):
        kept["PYTHONPATH"] = str(_PACKAGE.parent)
    return kept


def _spawn(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start the child in a group of its own and, on Windows, without a console window."""
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
    return subprocess.Popen(
        list(command),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=minimal_environment(os.environ),
        cwd=sys.prefix,
        start_new_session=sys.platform != "win32",
        creationflags=flags,
    )


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        with contextlib.suppress(psutil.Error):
            for below in psutil.Process(process.pid).children(recursive=True):
                below.kill()
    elif process.returncode is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


class Child:
    """A running child. After any error it has been ended and can only be replaced."""

    def __init__(self, command: Sequence[str], limits: Limits) -> None:
        self._limits = limits
        try:
            self._process = _spawn(command)
        except OSError as error:
            raise WorkerUnavailable from error

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def greet(self, cancelled: IsCancelled) -> None:
        """Wait for the first word of a new child.

        Raises:
            Cancelled: meanwhile.
            WorkerUnavailable: it says something else, or nothing.
        """
        allowed = self._limits.seconds_to_start
        try:
            hello = self._talk(None, 0, Watch(allowed, allowed, cancelled))
        except (ChildLost, WorkerSpokeNonsense) as error:
            raise WorkerUnavailable from error
        if hello.header.get("hello") != WORKER_VERSION:
            self.end()
            raise WorkerUnavailable

    def ask(self, request: Frame, max_payload: int, watch: Watch) -> Frame:
        """Send `request` and wait for the answer, within the limits.

        Raises:
            Cancelled: meanwhile.
            ChildLost: it hung, died or ate too much.
            WorkerSpokeNonsense: it broke the protocol.
        """
        return self._talk(request, max_payload, watch)

    def end(self) -> None:
        """Kill it and all of its group."""
        _kill_group(self._process)
        self._process.wait()
        self._close_pipes()

    def close(self) -> None:
        """Let it end by itself, as it does when its input closes; kill it when it does not."""
        with contextlib.suppress(OSError):
            self._input.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1.0)
        self.end()

    @property
    def _input(self) -> BinaryIO:
        return cast("BinaryIO", self._process.stdin)

    @property
    def _output(self) -> BinaryIO:
        return cast("BinaryIO", self._process.stdout)

    def _close_pipes(self) -> None:
        for pipe in (self._input, self._output):
            with contextlib.suppress(OSError):
                pipe.close()

    def _talk(self, request: Frame | None, max_payload: int, watch: Watch) -> Frame:
        """Let a thread write and read, since neither can be given up on Windows, and watch meanwhile."""
        heard: queue.SimpleQueue[Frame | Exception] = queue.SimpleQueue()
        thread = threading.Thread(target=self._exchange, args=(request, max_payload, heard), daemon=True)
        thread.start()
        try:
            answer = self._wait(heard, watch)
        except BaseException:
            _kill_group(self._process)
            thread.join(_SECONDS_TO_DIE)
            self._process.wait()
            if not thread.is_alive():
                self._close_pipes()
            raise
        thread.join()
        return answer

    def _exchange(
        self, request: Frame | None, max_payload: int, heard: queue.SimpleQueue[Frame | Exception]
    ) -> None:
        try:
            if request is not None:
                write_frame(self._input, request)
            for _ in range(_MOST_LIFE_SIGNS):
                frame = read_frame(self._output, max_payload)
                heard.put(frame)
                if not is_life_sign(frame):
                    return
            heard.put(WorkerSpokeNonsense(reason="life-signs"))
        except WorkerSpokeNonsense as error:
            heard.put(error)
        except (EOFError, OSError, ValueError):
            heard.put(ChildLost(Fault.CRASHED))
        except MemoryError:
            heard.put(ChildLost(Fault.OUT_OF_MEMORY))

    def _wait(self, heard: queue.SimpleQueue[Frame | Exception], watch: Watch) -> Frame:
        file_end = time.monotonic() + watch.a_file
        page_end = time.monotonic() + watch.a_page
        while True:
            with contextlib.suppress(queue.Empty):
                said = heard.get(timeout=_POLL)
                if isinstance(said, Exception):
                    raise said
                if not is_life_sign(said):
                    return said
                watch.on_sign(said)
                page_end = time.monotonic() + watch.a_page
            self._check(watch.cancelled, min(file_end, page_end))

    def _check(self, cancelled: IsCancelled, end: float) -> None:
        if cancelled():
            raise Cancelled
        if self._resident() > self._limits.resident:
            raise ChildLost(Fault.OUT_OF_MEMORY)
        if time.monotonic() > end:
            raise ChildLost(Fault.TIMED_OUT)

    def _resident(self) -> int:
        try:
            return int(psutil.Process(self.pid).memory_info().rss)
        except psutil.Error:
            return 0
